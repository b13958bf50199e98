"""The card that says how to reach the PBX."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from ui.settings.view_model import SettingsModel
from ui.widgets.buttons import ShortcutButton
from ui.widgets.card import Card
from ui.widgets.fields import Field, note_label
from ui.widgets.notice_bar import NoticeBar

LONGEST = 250


class PbxCard(Card):
    """Host, port, TLS, account and extension; each edit goes to the model at once."""

    def __init__(self, model: SettingsModel, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Settings", "PBX"), parent)
        self._model = model
        self.host, self.port = self._line("host"), self._line("port")
        self.username, self.extension = self._line("username"), self._line("extension")
        self.ca_file, self.password = self._line("ca_file"), self._line("password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.tls = QCheckBox(QCoreApplication.translate("Settings", "Encrypt the link (TLS)"))
        self.tls.toggled.connect(lambda on: model.edit(tls=on))
        self.browse = ShortcutButton(QCoreApplication.translate("Settings", "Browse…"))
        self.browse.clicked.connect(self._browse)
        self.dialog: QFileDialog | None = None
        self.clear_text = NoticeBar(
            QCoreApplication.translate(
                "Settings",
                "Without TLS the password and every number cross the network in clear text. "
                "That is only sensible on this computer or on a network you trust.",
            ),
            "warning",
        )
        self.fields = self._fields()
        self.ca_row = self._ca_row()
        self._lay_out()
        model.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the draft; a field somebody types in already says what the draft says, so its cursor stays."""
        draft = self._model.draft
        for name in ("host", "port", "username", "extension", "ca_file", "password"):
            line: QLineEdit = getattr(self, name)
            if line.text() != getattr(draft, name):
                line.setText(getattr(draft, name))
        self.tls.setChecked(draft.tls)
        self.clear_text.setVisible(not draft.tls)
        self.ca_row.setVisible(draft.tls)
        for name, field in self.fields.items():
            field.set_problem(self._model.problems.get(name, ""))
        self._refresh_password()

    def _refresh_password(self) -> None:
        place = self._model.password_place
        self.password.setEnabled(place not in ("environment", "no_keyring"))
        self.password.setPlaceholderText(
            {
                "keyring": QCoreApplication.translate("Settings", "Stored; leave empty to keep it"),
                "none": QCoreApplication.translate("Settings", "None stored for this account"),
                "environment": QCoreApplication.translate("Settings", "Set by RINGBOOK_PBX_PASSWORD"),
            }.get(place, "")
        )
        no_keyring = QCoreApplication.translate(
            "Settings", "This computer has no keyring: set RINGBOOK_PBX_PASSWORD and start Ringbook again."
        )
        self.fields["password"].set_note(no_keyring if place == "no_keyring" else "")

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setMaxLength(5 if name == "port" else LONGEST)
        line.textEdited.connect(lambda text: self._model.edit(**{name: text}))
        return line

    def _fields(self) -> dict[str, Field]:
        return {
            "host": Field(QCoreApplication.translate("Settings", "Host"), self.host),
            "port": Field(QCoreApplication.translate("Settings", "Port"), self.port),
            "username": Field(QCoreApplication.translate("Settings", "User name"), self.username),
            "password": Field(QCoreApplication.translate("Settings", "Password"), self.password),
            "extension": Field(QCoreApplication.translate("Settings", "Extension"), self.extension),
            "ca_file": Field(
                QCoreApplication.translate("Settings", "CA file"),
                self.ca_file,
                QCoreApplication.translate(
                    "Settings", "Only for a PBX whose certificate this computer does not know yet (PEM)."
                ),
            ),
        }

    def _ca_row(self) -> QWidget:
        row = QWidget()
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.fields["ca_file"], 1)
        side = QGridLayout()
        side.addWidget(note_label(" "), 0, 0)
        side.addWidget(self.browse, 1, 0)
        side.setRowStretch(2, 1)
        side.setVerticalSpacing(3)
        box.addLayout(side)
        return row

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.fields["host"], 0, 0, 1, 2)
        grid.addWidget(self.fields["port"], 0, 2)
        grid.addWidget(self.tls, 1, 0, 1, 3)
        grid.addWidget(self.clear_text, 2, 0, 1, 3)
        grid.addWidget(self.ca_row, 3, 0, 1, 3)
        grid.addWidget(self.fields["username"], 4, 0)
        grid.addWidget(self.fields["password"], 4, 1)
        grid.addWidget(self.fields["extension"], 4, 2)
        for column, stretch in enumerate((5, 5, 3)):
            grid.setColumnStretch(column, stretch)
        self.body.addLayout(grid)

    def _browse(self) -> None:
        self.dialog = QFileDialog(self, QCoreApplication.translate("Settings", "CA file"), self.ca_file.text())
        self.dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.dialog.setNameFilters(
            [
                QCoreApplication.translate("Settings", "Certificates (*.pem *.crt *.cer)"),
                QCoreApplication.translate("Settings", "All files (*)"),
            ]
        )
        self.dialog.fileSelected.connect(lambda path: self._model.edit(ca_file=path))
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()
