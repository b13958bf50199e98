"""The tree of case categories, read from data, in the language of the interface."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from PySide6.QtCore import QLocale

import resources
from ui.widgets.tree_filter import SEPARATOR, TreeNode

FILE = "categories.json"
_SOURCE_LANGUAGE = "en"
_LANGUAGES = ("en", "ca", "zh_CN", "zh_TW")


@cache
def tree(language: str) -> list[TreeNode]:
    """Return the categories; a node's data is its path of ids, "billing/charge/double".

    `language` is en, ca, zh_CN or zh_TW; any other gives English.
    """
    return list(_nodes(_raw(), language if language in _LANGUAGES else _SOURCE_LANGUAGE, ""))


def label(path: str) -> str:
    """Return a path in words of the interface's language, "Billing › Charged twice"; unknown ids as they are."""
    language = ui_language()
    words, nodes = [], _raw()
    for part in path.split("/") if path else ():
        node: Mapping[str, Any] = next((n for n in nodes if n["id"] == part), {})
        words.append(str(node.get(language, part)))
        nodes = node.get("children", ())
    return SEPARATOR.join(words)


def ui_language() -> str:
    """Return which of our languages the default QLocale stands for."""
    locale = QLocale()
    if locale.language() == QLocale.Language.Chinese:
        return "zh_TW" if locale.script() == QLocale.Script.TraditionalChineseScript else "zh_CN"
    return "ca" if locale.language() == QLocale.Language.Catalan else _SOURCE_LANGUAGE


@cache
def _raw() -> Sequence[Mapping[str, Any]]:
    nodes: Sequence[Mapping[str, Any]] = json.loads(resources.text(FILE))
    return nodes


def _nodes(raw: Sequence[Mapping[str, Any]], language: str, above: str) -> tuple[TreeNode, ...]:
    return tuple(
        TreeNode(node[language], f"{above}{node['id']}", _nodes(node["children"], language, f"{above}{node['id']}/"))
        for node in raw
    )
