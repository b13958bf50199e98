"""What the window shows when the data cannot be opened, and the notices of a start."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.errors import AppError
from app.events import BackupDone
from ui.background import Background
from ui.panels import words
from ui.shell.window import MainWindow
from ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from app.bootstrap import Backend, Report

BACKUP_NOTICE = "backup"
Recover = Callable[[str, Callable[[AppError], None]], None]


def show_failure(
    window: MainWindow, error: AppError, retry: Callable[[], None], recover: Recover, restore: Callable[[], None],
    repair: Callable[[], None],
) -> None:  # fmt: skip
    """The data did not open: say why, and offer the way on there is."""
    from ui.shell.recovery_page import FailurePage, MissingKeyPage  # hardly any start needs them

    window.set_open(False)
    if type(error).__name__ == "MissingKeyError":  # its module comes with the database, which is not imported here
        missing = MissingKeyPage(error)
        missing.recovery_key_entered.connect(lambda typed: recover(typed, missing.show_error))
        missing.restore_requested.connect(restore)
        window.show_page(missing)
        return
    failure = FailurePage(error)
    failure.retry_requested.connect(retry)
    failure.repair_requested.connect(repair)
    failure.quit_requested.connect(window.close)
    failure.restore_requested.connect(restore)
    window.show_page(failure)


def show_report(window: MainWindow, report: Report) -> None:
    """Say what was mended, where the damaged files lie and what nobody can vouch for."""
    if report.aside is None:
        return
    text = QCoreApplication.translate("StartPages", "Mended: {files}. The damaged files are kept in {folder}.").format(
        files=", ".join(report.problems), folder=report.aside
    )
    window.notice(text, "warning" if report.holes else "accent")
    if (report.lost is None or report.lost) and report.after is not None:
        text = QCoreApplication.translate(
            "StartPages",
            "Of what this desk saved, changes after number {number} may be lost. Look at the last cases.",
        ).format(number=report.after if report.lost is None else report.lost[0] - 1)
        window.notice(text, "bad")
    if report.not_applied:
        text = QCoreApplication.translate("StartPages", "%n changes could not be brought back.", "", report.not_applied)
        window.notice(text, "bad")


def show_notices(window: MainWindow, backend: Backend, background: Background) -> None:
    """Say plainly what the owner of this data must know; the demo's data is nobody's."""
    if backend.is_demo:
        return
    if backend.folder.key.kept_in == "file":
        text = QCoreApplication.translate(
            "StartPages", "This computer has no keyring: the key of the data lies in a file only you can read."
        )
        window.notice(text, "warning")
    if not backend.settings().pbx.host:
        text = QCoreApplication.translate("StartPages", "No PBX is set up, so no call will pop by itself.")
        bar = window.notice(text, "accent", QCoreApplication.translate("StartPages", "Settings"))
        bar.action_triggered.connect(lambda: window.show_page(window.settings))
        bar.action_triggered.connect(bar.deleteLater)
    background.run_read(backend.unkept_recovery_key, lambda key: _offer_recovery_key(window, key))


def _offer_recovery_key(window: MainWindow, key: str | None) -> None:
    """Asked again at each start until somebody has kept a recovery key."""
    if key is None:
        return
    text = QCoreApplication.translate("StartPages", "Keep the recovery key: without it a lost key is lost data.")
    bar = window.notice(text, "warning", QCoreApplication.translate("StartPages", "Show it"))
    bar.action_triggered.connect(lambda: window.show_page(window.settings))
    bar.action_triggered.connect(lambda: window.settings.show_recovery_key(key))
    bar.action_triggered.connect(bar.deleteLater)
    window.settings.model.recovery_key_made.connect(bar.deleteLater)


def show_backup_failure(window: MainWindow, done: BackupDone) -> None:
    """The daily backup was not made: one quiet line, which goes by itself with the next that is made."""
    for bar in window.findChildren(NoticeBar, BACKUP_NOTICE):
        bar.deleteLater()
    if done.error is None:
        return
    text = QCoreApplication.translate("StartPages", "No backup was made today. {reason}")
    settings = QCoreApplication.translate("StartPages", "Settings")
    bar = window.notice(text.format(reason=words.error(done.error)), "warning", settings)
    bar.setObjectName(BACKUP_NOTICE)
    bar.action_triggered.connect(lambda: window.show_page(window.settings))
