"""The cards about the data folder and its key, and about the program itself."""

from __future__ import annotations

from importlib import metadata

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from app.version import version
from ui.panels import dates
from ui.settings.view_model import SettingsModel
from ui.widgets.buttons import IconButton, ShortcutButton
from ui.widgets.card import Card
from ui.widgets.fields import Field, note_label
from ui.widgets.icons import IconName
from ui.widgets.labels import Caption, IconLabel

PARTS = (  # shown name, distribution, licence (SPDX)
    ("Qt, PySide6", "PySide6_Essentials", "LGPL-3.0"),
    ("SQLAlchemy", "SQLAlchemy", "MIT"),
    ("Alembic", "alembic", "MIT"),
    ("sqlcipher3, SQLCipher", "sqlcipher3", "Zlib, BSD-3-Clause"),
    ("cryptography", "cryptography", "Apache-2.0 / BSD-3-Clause"),
    ("phonenumbers", "phonenumbers", "Apache-2.0"),
    ("keyring", "keyring", "MIT"),
    ("filelock", "filelock", "MIT"),
    ("platformdirs", "platformdirs", "MIT"),
    ("tzdata", "tzdata", "Apache-2.0"),
)


class DataCard(Card):
    """Where the data lies, where its key is kept, and a new recovery key."""

    def __init__(self, model: SettingsModel, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Settings", "Data"), parent)
        self._model = model
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.copy = IconButton("copy", QCoreApplication.translate("Settings", "Copy the path of the data folder"))
        self.copy.clicked.connect(self._copy)
        row = QHBoxLayout()
        row.addWidget(Field(QCoreApplication.translate("Settings", "Data folder"), self.folder), 1)
        row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignBottom)
        self._key_icon = IconLabel("key", "muted", 16)
        self.key_place = QLabel()
        self.key_place.setWordWrap(True)
        key_row = QHBoxLayout()
        key_row.addWidget(self._key_icon, 0, Qt.AlignmentFlag.AlignTop)
        key_row.addWidget(self.key_place, 1)
        self.new_key = ShortcutButton(QCoreApplication.translate("Settings", "Make a new recovery key…"))
        self.new_key.clicked.connect(model.make_recovery_key)
        self.body.addLayout(row)
        self.body.addSpacing(4)
        self.body.addLayout(key_row)
        self.checked = note_label("")
        self.body.addWidget(self.checked)
        self.body.addSpacing(4)
        self.body.addWidget(self.new_key, 0, Qt.AlignmentFlag.AlignLeft)
        model.bound.connect(self.refresh)
        model.check_known.connect(self._show_check)
        self._show_check()
        self.refresh()

    def refresh(self) -> None:
        backend = self._model.backend
        self.new_key.setEnabled(backend is not None)
        self.copy.setEnabled(backend is not None)
        if backend is None:
            return
        self.folder.setText(str(backend.folder.path))
        self.folder.setCursorPosition(0)
        icon, text = _key_words(backend.folder.key.kept_in)
        self._key_icon.set_icon(icon, "warning" if icon == "warning" else "muted")
        self.key_place.setText(text)

    def _show_check(self) -> None:
        last = self._model.last_check
        if last is None:
            text = QCoreApplication.translate("Settings", "Data checked: not yet. It is done when nobody works.")
            self.checked.setText(text)
            return
        words = (
            QCoreApplication.translate("Settings", "Data checked: {date}, whole.")
            if last.whole
            else QCoreApplication.translate("Settings", "Data checked: {date}, damaged.")
        )
        self.checked.setText(words.format(date=f"{dates.day(last.at)} {dates.clock(last.at)}"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.folder.text())
        self._model.toast.emit(QCoreApplication.translate("Settings", "The path is on the clipboard."), "", None)


class AboutCard(Card):
    """Which Ringbook this is, what it is made of, and that it tells nobody anything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Settings", "About"), parent)
        title = QCoreApplication.translate("Settings", "Ringbook {version}, MIT licence").format(version=version())
        name = QLabel(title)
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(name)
        self.body.addWidget(
            note_label(
                QCoreApplication.translate(
                    "Settings", "Ringbook speaks to your PBX and to nobody else: no telemetry, no accounts, no updates."
                )
            )
        )
        self.body.addSpacing(4)
        self.body.addWidget(Caption(QCoreApplication.translate("Settings", "Made with")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        for row, (shown, distribution, licence) in enumerate(PARTS):
            for column, text in enumerate((shown, _version_of(distribution), licence)):
                grid.addWidget(note_label(text), row, column)
        for column, stretch in enumerate((4, 2, 4)):
            grid.setColumnStretch(column, stretch)
        self.body.addLayout(grid)


def _key_words(kept_in: str) -> tuple[IconName, str]:
    if kept_in == "keyring":
        return "key", QCoreApplication.translate("Settings", "The key of the data is in this computer's keyring.")
    if kept_in == "environment":
        return "key", QCoreApplication.translate("Settings", "The key of the data comes from RINGBOOK_KEY.")
    return "warning", QCoreApplication.translate(
        "Settings", "This computer has no keyring: the key lies in a file in the data folder that only you can read."
    )


def _version_of(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:  # a packager may have built it in another way
        return ""
