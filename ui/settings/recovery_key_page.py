"""The page that shows a recovery key until somebody has kept it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.errors import QT_TRANSLATE_NOOP, AppError, KnownError
from app.private_file import write_private
from ui import theme
from ui.background import Background
from ui.panels import words
from ui.widgets.buttons import ShortcutButton
from ui.widgets.card import Card
from ui.widgets.fields import note_label
from ui.widgets.restyle import set_state

WIDTH = 620
GROUPS_A_ROW = 4
GROUP_HEIGHT = 32
FILE_NAME = "ringbook-recovery-key.txt"


class RecoveryKeyPage(QWidget):
    """The key in groups, copied or saved; `kept` when the user says so, `postponed` to be asked again next time."""

    kept = Signal()
    postponed = Signal()

    def __init__(self, key: str, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._background = key, background
        self.dialog: QFileDialog | None = None
        self.said = note_label("")
        card = Card(QCoreApplication.translate("Recovery", "Recovery key"))
        card.setFixedWidth(WIDTH)
        card.body.setSpacing(12)
        card.body.addWidget(self._purpose())
        card.body.addWidget(self._groups())
        card.body.addLayout(self._tools())
        card.body.addWidget(self.said)
        card.body.addLayout(self._ends())
        middle(self, card)

    def _purpose(self) -> QLabel:
        label = QLabel(
            QCoreApplication.translate(
                "Recovery",
                "With this key your data opens on another computer, or here after the keyring is lost. Nobody else has "
                "it: print it or save it away from this computer. Once you have kept it, older recovery keys open "
                "nothing any more.",
            )
        )
        label.setWordWrap(True)
        return label

    def _groups(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("surface", "popup")
        frame.setAccessibleName(self._key)
        grid = QGridLayout(frame)
        grid.setContentsMargins(16, 14, 16, 14)
        grid.setVerticalSpacing(4)
        for place, group in enumerate(self._key.split("-")):
            label = QLabel(group)
            label.setProperty("kind", "timer")
            label.setMinimumHeight(GROUP_HEIGHT)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label, place // GROUPS_A_ROW, place % GROUPS_A_ROW)
        return frame

    def _tools(self) -> QHBoxLayout:
        self.copy = ShortcutButton(QCoreApplication.translate("Recovery", "Copy"), icon="copy")
        self.copy.clicked.connect(self._copy)
        self.save = ShortcutButton(QCoreApplication.translate("Recovery", "Save to file…"), icon="save")
        self.save.clicked.connect(self._ask_where)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.copy)
        row.addWidget(self.save)
        row.addStretch(1)
        return row

    def _ends(self) -> QHBoxLayout:
        self.later = ShortcutButton(QCoreApplication.translate("Recovery", "Ask me again next time"), kind="link")
        self.later.clicked.connect(self.postponed)
        self.keep = ShortcutButton(QCoreApplication.translate("Recovery", "I have kept it"), kind="primary")
        self.keep.clicked.connect(self.kept)
        row = QHBoxLayout()
        row.addWidget(self.later)
        row.addStretch(1)
        row.addWidget(self.keep)
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._key)
        self._say(QCoreApplication.translate("Recovery", "The recovery key is on the clipboard."), "good")

    def _ask_where(self) -> None:
        self.dialog = QFileDialog(self, QCoreApplication.translate("Recovery", "Save the recovery key"))
        self.dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.dialog.setDirectory(str(Path.home()))
        self.dialog.selectFile(FILE_NAME)
        self.dialog.fileSelected.connect(lambda path: self._save(Path(path)))
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _save(self, path: Path) -> None:
        text = QCoreApplication.translate("Recovery", "Recovery key of Ringbook") + f"\n\n{self._key}\n"

        def work() -> None:
            try:
                write_private(path, text)
            except OSError as error:
                raise _cannot_save(path, error) from error

        saved = QCoreApplication.translate("Recovery", "Saved in {path}. Keep it away from this computer.")
        self._background.run_read(work, lambda _: self._say(saved.format(path=path), "good"), self._say_error)

    def _say_error(self, error: AppError) -> None:
        self._say(words.error(error), "bad")

    def _say(self, text: str, state: theme.State) -> None:
        self.said.setText(text)
        set_state(self.said, "state", state)


def middle(page: QWidget, card: Card) -> None:
    """Put a card into the middle of a page, a little above it."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(card)
    row.addStretch(1)
    column = QVBoxLayout(page)
    column.addStretch(2)
    column.addLayout(row)
    column.addStretch(3)


def _cannot_save(path: Path, error: OSError) -> KnownError:
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "The file cannot be saved"),
        QT_TRANSLATE_NOOP("AppError", "{path}: {reason}. Choose another place."),
        path=path, reason=error.strerror or error,
    )  # fmt: skip
