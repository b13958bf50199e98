"""The card of what is to be done for the store: its backup, advice, whether it is whole."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import AppError, Phrase
from app.sync.admin_records import Standing
from ui import theme
from ui.admin import admin_words
from ui.admin.model import AdminModel, problem
from ui.panels import words
from ui.widgets.buttons import ShortcutButton
from ui.widgets.card import Card
from ui.widgets.fields import note_label
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.progress_row import ProgressRow

OLD = timedelta(days=2)
MOST_SHOWN = 5
FILE_NAME = "ringbook-store-{:%Y-%m-%d}.backup"


class CareCard(Card):
    """`Verify` tells how far it is and can be stopped; a store in a file is backed up here too."""

    def __init__(self, model: AdminModel, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Admin", "Care"), parent)
        self._model = model
        self._asked = False
        self.dialog: QFileDialog | None = None
        self.backup, self.result = NoticeBar(), NoticeBar()
        self.advice: list[NoticeBar] = []
        self._advice = QVBoxLayout()
        self._advice.setSpacing(6)
        self.verify = ShortcutButton(QCoreApplication.translate("Admin", "Verify"), "Ctrl+Shift+V")
        self.back_up = ShortcutButton(QCoreApplication.translate("Admin", "Back up…"), icon="save")
        self.progress = ProgressRow(
            QCoreApplication.translate("Admin", "In progress"), QCoreApplication.translate("Admin", "Cancel")
        )
        self.verify.clicked.connect(self._verify)
        self.back_up.clicked.connect(self._ask_where)
        self.progress.cancelled.connect(model.cancel)
        self.back_up.setVisible(not model.has_people)
        note = QCoreApplication.translate("Admin", "Reads all rows and the log; the desks go on working.")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.verify)
        row.addWidget(self.back_up)
        row.addStretch(1)
        self.body.setSpacing(8)
        self.body.addWidget(self.backup)
        self.body.addLayout(self._advice)
        self.body.addLayout(row)
        self.body.addWidget(note_label(note))
        self.body.addWidget(self.progress)
        self.body.addWidget(self.result)
        self.progress.hide()
        self.result.hide()
        self.backup.hide()
        model.standing_changed.connect(self._show_standing)
        model.check_changed.connect(self._show_check)
        model.refused.connect(self._refused)

    def _show_standing(self) -> None:
        held = self._model.standing
        if held is None:
            return
        text, state = self._said_of_backup(held)
        self.backup.set_notice(text, state, "")
        self.backup.show()
        for bar in self.advice:
            bar.deleteLater()
        self.advice = [NoticeBar(_sentence(line), "warning") for line in held.advice]
        for bar in self.advice:
            bar.button.hide()
            self._advice.addWidget(bar)

    def _said_of_backup(self, held: Standing) -> tuple[str, theme.State]:
        last, now = held.last_backup, held.now
        if self._model.has_people:
            advice = QCoreApplication.translate(
                "Admin", "Whoever runs the server makes one each night by “main.py store backup” (docs/deploy.md)."
            )
        else:
            advice = QCoreApplication.translate("Admin", "Make one now, on another disk.")
        if last is None:
            return QCoreApplication.translate("Admin", "The store has no backup.") + " " + advice, "bad"
        said = QCoreApplication.translate("Admin", "Last backup {age}: {file}.").format(
            age=admin_words.age(last.made_at, now), file=last.file
        )
        if now - last.made_at > OLD:
            return f"{said} {advice}", "warning"
        return said, "good"

    def _show_check(self) -> None:
        model = self._model
        busy = model.percent is not None
        if busy and self.verify.hasFocus():
            self.progress.show()
            self.progress.cancel.setFocus()
        elif not busy and self.progress.cancel.hasFocus():
            self.verify.setEnabled(True)
            self.verify.setFocus()
        self.progress.setVisible(busy)
        self.progress.set_percent(model.percent or 0)
        self.verify.setEnabled(not busy)
        self.back_up.setEnabled(not busy)
        if busy:
            self.result.hide()
        elif model.verified is not None and self._asked:
            self._asked = False
            self._show_result()

    def _show_result(self) -> None:
        found = self._model.verified
        if found is None:
            return
        if not found.problems:
            rows = admin_words.number(sum(found.rows.values()))
            text = QCoreApplication.translate("Admin", "The store is whole: {rows} rows and the log.").format(rows=rows)
            if self._model.has_people:
                text += " " + QCoreApplication.translate(
                    "Admin", "Who may do what at the server is looked at by “main.py store verify” as its owner."
                )
            self.result.set_notice(text, "good", "")
        else:
            lines = [_sentence(line) for line in found.problems[:MOST_SHOWN]]
            said = QCoreApplication.translate("Admin", "%n things are wrong:", "", len(found.problems))
            end = QCoreApplication.translate("Admin", "Restore a backup beside it to compare (docs/deploy.md).")
            self.result.set_notice("\n".join((said, *lines, end)), "bad", "")
        self.result.show()

    def _verify(self) -> None:
        self._asked = True
        self._model.verified = None
        self._model.verify()

    def _refused(self, error: AppError) -> None:
        if self._asked:
            self._asked = False
            self.result.set_notice(problem(error), "bad", "")
            self.result.show()

    def _ask_where(self) -> None:
        self.dialog = QFileDialog(self, QCoreApplication.translate("Admin", "Back the store up into a file"))
        self.dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.dialog.setDirectory(str(Path.home()))
        self.dialog.selectFile(FILE_NAME.format(datetime.now().astimezone()))
        self.dialog.fileSelected.connect(self._make)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _make(self, path: str) -> None:
        self._asked = True
        self._model.back_up(Path(path))


def _sentence(line: str) -> str:
    """Return a line in the window's language where it has one."""
    return words.phrase(line) if isinstance(line, Phrase) else line
