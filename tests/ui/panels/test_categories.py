"""The category tree: complete in every language, stable ids, readable paths."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QLocale

import resources
from ui.panels import categories
from ui.widgets.tree_filter import TreeNode, walk

LANGUAGES = ("en", "ca", "zh_CN", "zh_TW")


def flat(nodes: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for node in nodes:
        yield node
        yield from flat(node["children"])


def leaves(nodes: tuple[TreeNode, ...]) -> int:
    return sum(leaves(node.children) or 1 for node in nodes)


def test_every_category_has_an_ascii_id_and_a_word_in_every_language() -> None:
    for node in flat(json.loads(resources.text("categories.json"))):
        assert re.fullmatch(r"[a-z][a-z_]*", node["id"]), node
        assert all(node[language].strip() for language in LANGUAGES), node
        ids = [child["id"] for child in node["children"]]
        assert len(ids) == len(set(ids)), node


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_categories_are_shown_the_same(language: str) -> None:
    paths = [path for path, _ in walk(categories.tree(language))]
    assert len(paths) == len(set(paths))


def test_the_tree_is_as_deep_as_product_issue_and_two_sub_issues() -> None:
    tree = tuple(categories.tree("en"))
    assert len(tree) >= 8
    assert leaves(tree) >= 30
    assert max(str(node.data).count("/") for _, node in walk(tree)) == 3


def test_an_unknown_language_gets_english() -> None:
    assert categories.tree("fr")[0].label == "Billing"


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en_GB", "Billing › Wrong charge › Charged twice"),
        ("ca", "Facturació › Càrrec incorrecte › Cobrat dues vegades"),
        ("zh_CN", "账单 › 收费有误 › 重复扣款"),
        ("zh_TW", "帳單 › 收費有誤 › 重複扣款"),
    ],
)
def test_a_path_is_said_in_the_language_of_the_interface(locale: str, words: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        assert categories.label("billing/charge/double") == words
    finally:
        QLocale.setDefault(before)


def test_unknown_ids_are_shown_as_they_are() -> None:
    assert categories.label("billing/old_one/x") == "Billing › old_one › x"
    assert categories.label("imported") == "imported"
    assert categories.label("") == ""
