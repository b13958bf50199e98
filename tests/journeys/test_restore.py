"""Data that does not open: a backup is put in its place from the start page, and the console opens on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.bootstrap import open_backend
from app.errors import KnownError
from app.events import BackupDone
from app.storage.backup import make_backup
from app.storage.folder import STORE
from tests.factories import add_customer
from ui.shell import start_pages
from ui.shell.recovery_page import FailurePage
from ui.shell.restore_page import RestorePage
from ui.shell.session import Session
from ui.shell.window import MainWindow
from ui.widgets.notice_bar import NoticeBar


def back_up(data: Path, file: Path) -> str:
    """Make a backup; return a recovery key that opens it."""
    backend = open_backend(data)
    key = backend.renew_recovery_key()
    make_backup(data, backend.folder.key, file)
    backend.close()
    return key


def fail_to_open(data: Path, qtbot: QtBot) -> tuple[Session, FailurePage]:
    session = Session(MainWindow(), data, demo=False, language="en")
    session.window.show()
    with qtbot.waitSignal(session.not_opened):
        session.start()
    page = session.window.page()
    assert isinstance(page, FailurePage)
    return session, page


def choose(session: Session, page: FailurePage, file: Path, qtbot: QtBot) -> RestorePage:
    page.restore.click()
    assert session.restorer is not None and session.restorer.dialog is not None
    session.restorer.dialog.fileSelected.emit(str(file))
    session.restorer.dialog.reject()
    qtbot.waitUntil(lambda: isinstance(session.window.page(), RestorePage))
    shown = session.window.page()
    assert isinstance(shown, RestorePage)
    return shown


def texts(page: RestorePage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def end(session: Session) -> None:
    session.window.close()
    session.window.deleteLater()


def test_damaged_data_is_replaced_only_after_asking_and_kept(
    data: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    back_up(data, tmp_path / "one.ringbook")
    (data / STORE).write_bytes(b"garbage " * 4096)
    session, failure = fail_to_open(data, qtbot)
    page = choose(session, failure, tmp_path / "one.ringbook", qtbot)
    assert "4 customers" in texts(page) and "takes the place" in texts(page) and str(data) in texts(page)
    assert not page.key_field.isVisible() and page.go_on.isEnabled()
    page.back.click()
    assert session.window.page() is failure and (data / STORE).read_bytes().startswith(b"garbage")
    page = choose(session, failure, tmp_path / "one.ringbook", qtbot)
    with qtbot.waitSignal(session.ready, timeout=30_000):
        page.go_on.click()
    assert session.window.page() is session.window.console
    kept = list(data.glob("replaced-*"))
    assert len(kept) == 1 and (kept[0] / STORE).read_bytes().startswith(b"garbage")
    end(session)


def test_on_another_computer_the_recovery_key_is_asked_for(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication, qtbot: QtBot
) -> None:
    key = back_up(data, tmp_path / "one.ringbook")
    monkeypatch.setenv("RINGBOOK_KEY", "cd" * 32)
    there = tmp_path / "there"
    backend = open_backend(there)
    add_customer(backend, "Only There")
    backend.close()
    (there / STORE).write_bytes(b"garbage " * 4096)
    session, failure = fail_to_open(there, qtbot)
    page = choose(session, failure, tmp_path / "one.ringbook", qtbot)
    assert page.key_field.isVisible() and not page.go_on.isEnabled()
    qtbot.keyClicks(page.key, "0000-0000")
    page.go_on.click()
    qtbot.waitUntil(lambda: "belongs to other data" in page.problem.text())
    page.key.clear()
    qtbot.keyClicks(page.key, key)
    with qtbot.waitSignal(session.ready, timeout=30_000):
        page.go_on.click()
    assert session.backend is not None and session.backend.reads.search("Ferrer").customers
    end(session)


def test_a_file_that_is_no_backup_is_a_message_on_the_page_before(
    data: Path, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    (tmp_path / "letter.txt").write_text("Dear Sir")
    (data / STORE).write_bytes(b"garbage " * 4096)
    session, failure = fail_to_open(data, qtbot)
    failure.restore.click()
    assert session.restorer is not None and session.restorer.dialog is not None
    session.restorer.dialog.fileSelected.emit(str(tmp_path / "letter.txt"))
    session.restorer.dialog.reject()
    qtbot.waitUntil(lambda: bool(session.window.toasts.findChildren(QLabel)))
    said = " ".join(label.text() for label in session.window.toasts.findChildren(QLabel))
    assert "not made by the backup" in said and session.window.page() is failure
    end(session)


def test_a_daily_backup_that_failed_is_one_quiet_line_until_one_is_made(qapp: QApplication, qtbot: QtBot) -> None:
    window = MainWindow()
    failed = BackupDone(None, KnownError("No backup was made", "{path} is away.", path="/share"))

    def lines() -> list[str]:
        return [bar.text() for bar in window.findChildren(NoticeBar, start_pages.BACKUP_NOTICE)]

    start_pages.show_backup_failure(window, failed)
    start_pages.show_backup_failure(window, failed)
    qtbot.waitUntil(lambda: lines() == ["No backup was made today. /share is away."])
    start_pages.show_backup_failure(window, BackupDone(None))
    qtbot.waitUntil(lambda: lines() == [])
    window.deleteLater()
