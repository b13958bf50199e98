"""A field for one path of a tree: type to filter, arrows and Return to choose."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QTreeView, QVBoxLayout, QWidget

from ui.widgets import icons
from ui.widgets.popup_panel import PopupPanel
from ui.widgets.tree_filter import DATA_ROLE, PATH_ROLE, PathFilter, TreeNode, tree_model, walk

_ROW_HEIGHT = 30
_MAX_ROWS = 9


class TreeComboBox(QLineEdit):
    """Shows the chosen path, "Billing › double charge"; typing opens the tree filtered to what was typed.

    The keyboard stays in the field. Return or a click chooses, Escape or leaving keeps what was chosen before, an
    emptied field chooses nothing. `changed` carries the data, or None. The tree is made when it is first opened.
    """

    changed = Signal(object)

    def __init__(self, hint: str, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(accessible_name)
        self._value: object | None = None
        self._nodes: Sequence[TreeNode] = ()
        self._paths: dict[str, object] = {}
        self._filter = PathFilter(self)
        self._chevron = QAction(QCoreApplication.translate("Widgets", "Show all choices"), self)
        self._chevron.triggered.connect(self._toggle_popup)
        self.addAction(self._chevron, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._on_typed)
        self._tint()

    def set_tree(self, nodes: Sequence[TreeNode]) -> None:
        """Replace the choices; the chosen one stays if its data is still there."""
        self._nodes = nodes
        if "_view" in vars(self):
            self._filter.setSourceModel(tree_model(nodes, self))
        self._paths = {path: node.data for path, node in walk(nodes) if node.selectable}
        if self._value is not None and self._value not in self._paths.values():
            self.set_value(None)
        self.setText(self.path_text())

    def value(self) -> object | None:
        return self._value

    def path_text(self) -> str:
        """Return the chosen path as text, "" when nothing is chosen."""
        return next((path for path, data in self._paths.items() if data == self._value), "")

    def set_value(self, data: object | None) -> None:
        """Choose by data; ValueError for data that no selectable node has."""
        if data is not None and data not in self._paths.values():
            raise ValueError(f"no choice stands for {data!r}")
        before, self._value = self._value, data
        self.setText(self.path_text())
        self.setCursorPosition(0)
        if before != data:
            self.changed.emit(data)

    def is_open(self) -> bool:
        return "_panel" in vars(self) and not self._panel.isHidden()

    def shown_paths(self) -> list[str]:
        """Return the paths the open tree offers, top to bottom."""
        return [str(index.data(PATH_ROLE)) for index in self._rows() if self._filter.matches(index)]

    def open_popup(self, typed: str = "") -> None:
        """Open the tree filtered by `typed`, the first match marked."""
        self._filter.set_typed(typed)
        self._view.expandAll()
        rows = self._rows()
        self._view.setFixedHeight(max(1, min(len(rows), _MAX_ROWS)) * _ROW_HEIGHT + 2)
        self._panel.open_below(self, self.width())
        chosen = [row for row in rows if row.data(DATA_ROLE) == self._value] if not typed else []
        self._mark(next(iter(chosen or self._choosable(rows)), QModelIndex()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alt_down = key == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and (plain or alt_down):
            self._step(1 if key == Qt.Key.Key_Down else -1) if self.is_open() else self.open_popup()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self.is_open():
            self._choose(self._view.currentIndex())
        elif key == Qt.Key.Key_Escape and self.is_open():
            self._panel.close_panel()
            self.setText(self.path_text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            return
        if self.is_open():
            self._panel.close_panel()
        self.set_value(None) if not self.text().strip() else self.setText(self.path_text())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.is_open():
            self.selectAll()
            self.open_popup()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_chevron"):
            self._tint()

    @cached_property
    def _panel(self) -> PopupPanel:
        panel = PopupPanel(self)
        panel.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return panel

    @cached_property
    def _view(self) -> QTreeView:
        self._filter.setSourceModel(tree_model(self._nodes, self))
        view = QTreeView(self._panel)
        view.setModel(self._filter)
        view.setHeaderHidden(True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setItemsExpandable(False)
        view.setRootIsDecorated(False)
        view.setIndentation(18)
        view.setUniformRowHeights(True)
        view.setMouseTracking(True)
        view.setAccessibleName(self.accessibleName())
        view.clicked.connect(self._choose)
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(view)
        return view

    def _on_typed(self, text: str) -> None:
        self.open_popup(text)

    def _toggle_popup(self) -> None:
        if self.is_open():
            self._panel.close_panel()
        else:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.open_popup()

    def _step(self, step: int) -> None:
        rows = self._choosable(self._rows())
        if not rows:
            return
        current = self._view.currentIndex()
        at = rows.index(current) if current in rows else -1
        self._mark(rows[max(0, min(at + step, len(rows) - 1))])

    def _mark(self, index: QModelIndex) -> None:
        self._view.setCurrentIndex(index)
        self._view.scrollTo(index)

    def _choose(self, index: QModelIndex) -> None:
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsSelectable:
            return
        self._panel.close_panel()
        self.set_value(index.data(DATA_ROLE))

    def _rows(self) -> list[QModelIndex]:
        rows: list[QModelIndex] = []
        index = self._filter.index(0, 0)
        while index.isValid():
            rows.append(index)
            index = self._view.indexBelow(index)
        return rows

    def _choosable(self, rows: list[QModelIndex]) -> list[QModelIndex]:
        return [row for row in rows if row.flags() & Qt.ItemFlag.ItemIsSelectable and self._filter.matches(row)]

    def _tint(self) -> None:
        self._chevron.setIcon(icons.icon("chevron-down", "muted", 16))
