"""A small tree of choices as an item model, filtered by words of the whole path."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

SEPARATOR = " › "
PATH_ROLE = int(Qt.ItemDataRole.UserRole) + 1
DATA_ROLE = int(Qt.ItemDataRole.UserRole) + 2


class TreeNode(NamedTuple):
    """A choice and what lies below it; `selectable` is False for a mere heading."""

    label: str
    data: object
    children: tuple[TreeNode, ...] = ()
    selectable: bool = True


def walk(nodes: Sequence[TreeNode], above: str = "") -> Iterator[tuple[str, TreeNode]]:
    """Yield every node with its path, such as "Billing › double charge", parents first."""
    for node in nodes:
        path = f"{above}{SEPARATOR}{node.label}" if above else node.label
        yield path, node
        yield from walk(node.children, path)


@lru_cache(maxsize=2048)
def fold(text: str) -> str:
    """Return text without case, accents and middle dots, so that "facturacio" finds "Facturació"."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign) and sign != "·")


def tree_model(nodes: Sequence[TreeNode], parent: QObject) -> QStandardItemModel:
    """Return the tree as a model with PATH_ROLE and DATA_ROLE."""
    model = QStandardItemModel(parent)
    _append(model.invisibleRootItem(), nodes, "")
    return model


def _append(item: QStandardItem, nodes: Sequence[TreeNode], above: str) -> None:
    for node in nodes:
        path = f"{above}{SEPARATOR}{node.label}" if above else node.label
        child = QStandardItem(node.label)
        child.setEditable(False)
        child.setSelectable(node.selectable)
        child.setData(path, PATH_ROLE)
        child.setData(node.data, DATA_ROLE)
        item.appendRow(child)
        _append(child, node.children, path)


class PathFilter(QSortFilterProxyModel):
    """Keeps nodes whose path holds every typed word, and what leads to them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self.setRecursiveFilteringEnabled(True)

    def set_typed(self, text: str) -> None:
        self.beginFilterChange()
        self._words = fold(text).replace(SEPARATOR.strip(), " ").split()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def matches(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether the node itself, not only something below it, holds every word; `index` is of either model."""
        folded = fold(index.data(PATH_ROLE) or "")
        return all(word in folded for word in self._words)

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:  # noqa: N802
        return self.matches(self.sourceModel().index(row, 0, parent))
