"""The card that asks which of several customers is calling."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListView, QSizePolicy, QWidget

from app.customers.records import Candidate
from ui.panels.customer_candidates import CandidateModel
from ui.widgets.card import Card
from ui.widgets.labels import Caption, KeyCaption
from ui.widgets.timeline_delegate import dress_list
from ui.widgets.two_line_delegate import ROW_HEIGHT, TwoLineDelegate

KEYS = "Ctrl+L"
MOST_ROWS = 7  # on screen at once; more are reached by scrolling


class CustomerChooser(Card):
    """Lists who may be calling; its list gets the keyboard by Ctrl+L or a click, never by itself."""

    chosen = Signal(object)  # UUID
    nobody_chosen = Signal()
    left = Signal()  # Escape

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("CustomerChooser", "Who is calling?"), parent, padding=8)
        self.add_action(KeyCaption(KEYS, self))
        self.model = CandidateModel(self)
        self.list = _ChoiceList(self)
        self.list.setAccessibleName(QCoreApplication.translate("CustomerChooser", "Customers with this number"))
        self.list.setModel(self.model)
        self.list.chosen.connect(self._choose)
        self.list.left.connect(self.left)
        self.body.addWidget(self.list)
        hint = QHBoxLayout()
        hint.setContentsMargins(8, 0, 8, 0)
        hint.addWidget(Caption(QCoreApplication.translate("CustomerChooser", "↑ ↓ to move, Enter to choose")))
        self.body.addLayout(hint)
        self._shortcut = QShortcut(QKeySequence(KEYS), self)
        self._shortcut.activated.connect(self.take_keyboard)

    def show_candidates(self, candidates: Sequence[Candidate]) -> None:
        """List them with the likeliest one marked; the same ones again leave the user's row alone."""
        if list(candidates) == self.model.candidates() and self.list.currentIndex().isValid():
            return
        self.model.show(candidates)
        self.list.setCurrentIndex(self.model.index(0, 0))
        self.list.updateGeometry()

    def take_keyboard(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, row: int) -> None:
        candidate = self.model.candidate(row)
        if candidate is None:
            self.nobody_chosen.emit()
        else:
            self.chosen.emit(candidate.customer_id)


class _ChoiceList(QListView):
    """A list as high as its rows, up to a limit; Enter or one click chooses."""

    chosen = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress_list(self)
        self.setItemDelegate(TwoLineDelegate(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            if self.currentIndex().isValid():
                self.chosen.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        model = self.model()
        rows = min(model.rowCount() if model is not None else 0, MOST_ROWS)
        return QSize(200, rows * ROW_HEIGHT + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(120, 3 * ROW_HEIGHT)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())
