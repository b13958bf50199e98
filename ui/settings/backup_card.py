"""The card about backups: the last one, one more now, and where the daily ones go."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QWidget

from ui.settings.backup_model import BackupModel
from ui.settings.view_model import SettingsModel
from ui.widgets.buttons import ShortcutButton
from ui.widgets.card import Card
from ui.widgets.fields import Field, QuietComboBox, note_label
from ui.widgets.labels import ElidedLabel, IconLabel
from ui.widgets.progress_row import ProgressRow
from ui.widgets.restyle import set_state

FILE_NAME = "ringbook-{:%Y-%m-%d}.ringbook"
NUMBERS = (0, 3, 7, 14, 30)
LONGEST = 1000


class BackupCard(Card):
    """Shows the model; folder and number of the daily backups are saved with the page."""

    def __init__(self, settings: SettingsModel, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Backups", "Backups"), parent)
        self._settings = settings
        self.model: BackupModel = settings.backups
        self.dialog: QFileDialog | None = None
        self._icon = IconLabel("info", "muted", 16)
        self.last = QLabel()
        self.last.setWordWrap(True)
        self.last.setTextFormat(Qt.TextFormat.PlainText)
        self.place = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self.place.setProperty("kind", "caption")
        self.problem = note_label("")
        set_state(self.problem, "state", "bad")
        self.now = ShortcutButton(QCoreApplication.translate("Backups", "Back up now…"), icon="save")
        self.now.clicked.connect(self._ask_where)
        self.progress = ProgressRow(
            QCoreApplication.translate("Backups", "Backing up"), QCoreApplication.translate("Backups", "Cancel")
        )
        self.progress.cancelled.connect(self.model.cancel)
        self.folder, self.browse, self.kept = QLineEdit(), self._browse_button(), self._kept_combo()
        self.folder.setMaxLength(LONGEST)
        self.folder.textEdited.connect(lambda text: settings.edit(backup_folder=text))
        self._lay_out()
        for signal in (self.model.changed, settings.changed, settings.bound):
            signal.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        model, draft = self.model, self._settings.draft
        good = model.last is not None and model.last.is_there
        self._icon.set_icon("check-circle" if good else "warning", "good" if good else "warning")
        self.last.setText(model.text(datetime.now(UTC)))
        self.place.setText(str(model.last.path) if model.last is not None else "")
        self.place.setVisible(model.last is not None)
        self.problem.setText(model.problem)
        self.problem.setVisible(bool(model.problem))
        busy = model.percent is not None
        self._swap_keyboard(busy)
        self.now.setVisible(not busy)
        self.now.setEnabled(model.is_bound)
        self.progress.setVisible(busy)
        self.progress.set_percent(model.percent or 0)
        if self.folder.text() != draft.backup_folder:
            self.folder.setText(draft.backup_folder)
        self.folder_field.set_problem(self._settings.problems.get("backup_folder", ""))
        if self.kept.findData(draft.backups_kept) < 0:  # a number somebody wrote into the file
            self.kept.addItem(_number_words(draft.backups_kept), draft.backups_kept)
        self.kept.setCurrentIndex(self.kept.findData(draft.backups_kept))
        self.folder.setEnabled(draft.backups_kept > 0)
        self.browse.setEnabled(draft.backups_kept > 0)

    def _swap_keyboard(self, busy: bool) -> None:
        """Who pressed the button that goes finds the keyboard on the one that comes."""
        if busy and self.now.hasFocus():
            self.progress.setVisible(True)
            self.progress.cancel.setFocus()
        elif not busy and self.progress.cancel.hasFocus():
            self.now.setVisible(True)
            self.now.setFocus()

    def _lay_out(self) -> None:
        said = QHBoxLayout()
        said.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.last, 1)
        note = QCoreApplication.translate(
            "Backups", "Made by itself once a day. Empty: in the data folder; another disk is safer."
        )
        self.folder_field = Field(
            QCoreApplication.translate("Backups", "Folder for the daily backups"), self.folder, note
        )
        self.kept_field = Field(QCoreApplication.translate("Backups", "Kept"), self.kept)
        row = QHBoxLayout()
        row.addWidget(self.folder_field, 1)
        row.addLayout(_beside_a_field(self.browse))
        row.addWidget(self.kept_field)
        self.body.addLayout(said)
        self.body.addWidget(self.place)
        self.body.addWidget(self.now, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.problem)
        self.body.addSpacing(4)
        self.body.addLayout(row)

    def _browse_button(self) -> ShortcutButton:
        browse = ShortcutButton(QCoreApplication.translate("Settings", "Browse…"))
        browse.clicked.connect(self._choose_folder)
        return browse

    def _kept_combo(self) -> QuietComboBox:
        combo = QuietComboBox()
        for number in NUMBERS:
            combo.addItem(_number_words(number), number)
        combo.activated.connect(lambda _: self._settings.edit(backups_kept=combo.currentData()))
        return combo

    def _ask_where(self) -> None:
        self.dialog = QFileDialog(self, QCoreApplication.translate("Backups", "Back up into a file"))
        self.dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.dialog.setDirectory(str(self._start_folder()))
        self.dialog.selectFile(FILE_NAME.format(datetime.now().astimezone()))
        self.dialog.fileSelected.connect(lambda path: self.model.make(Path(path)))
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _choose_folder(self) -> None:
        self.dialog = QFileDialog(self, QCoreApplication.translate("Backups", "Folder for the daily backups"))
        self.dialog.setFileMode(QFileDialog.FileMode.Directory)
        self.dialog.setDirectory(self.folder.text() or str(Path.home()))
        self.dialog.fileSelected.connect(lambda path: self._settings.edit(backup_folder=path))
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _start_folder(self) -> Path:
        chosen = self._settings.stored.backup_folder
        return Path(chosen) if chosen and Path(chosen).is_dir() else Path.home()


def _number_words(number: int) -> str:
    if number == 0:
        return QCoreApplication.translate("Backups", "None")
    return QLocale().toString(number)


def _beside_a_field(button: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 20, 0, 0)  # as high as the caption of the field beside it
    row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return row
