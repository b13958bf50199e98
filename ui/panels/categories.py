"""The tree of case categories, read from data, in the language of the interface."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLocale

from app.cases import categories
from ui.widgets.tree_filter import SEPARATOR, TreeNode

_SOURCE_LANGUAGE = "en"
_LANGUAGES = ("en", "ca", "zh_CN", "zh_TW")


@cache
def tree(language: str) -> list[TreeNode]:
    """Return the categories; a node's data is its path of ids, "billing/charge/double".

    `language` is en, ca, zh_CN or zh_TW; any other gives English.
    """
    return list(_nodes(categories.nodes(), language if language in _LANGUAGES else _SOURCE_LANGUAGE, ""))


def label(path: str) -> str:
    """Return a path in words of the interface's language, "Billing › Charged twice"; unknown ids as they are."""
    language = ui_language()
    ids = path.split("/") if path else []
    return SEPARATOR.join(
        str(node.get(language, part)) for part, node in zip(ids, categories.on_path(path), strict=True)
    )


def ui_language() -> str:
    """Return which of our languages the default QLocale stands for."""
    locale = QLocale()
    if locale.language() == QLocale.Language.Chinese:
        return "zh_TW" if locale.script() == QLocale.Script.TraditionalChineseScript else "zh_CN"
    return "ca" if locale.language() == QLocale.Language.Catalan else _SOURCE_LANGUAGE


def _nodes(raw: categories.Nodes, language: str, above: str) -> tuple[TreeNode, ...]:
    return tuple(
        TreeNode(node[language], f"{above}{node['id']}", _nodes(node["children"], language, f"{above}{node['id']}/"))
        for node in raw
    )
