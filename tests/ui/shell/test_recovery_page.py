"""The pages of a start that does not go through, and the recovery key."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.bootstrap import Backend, open_backend, recover
from app.errors import AppError, KnownError
from app.storage.keys import MissingKeyError
from tests.app.fake_keyring import MemoryKeyring, use_keyring
from ui.background import Background
from ui.shell.recovery_page import FailurePage, MissingKeyPage, RecoveryKeyPage

KEY = "01AB-CDEF-0111-GHJK-MNPQ-RSTV-WXYZ-2345"


@pytest.fixture
def key_page(qtbot: QtBot, background: Background) -> RecoveryKeyPage:
    page = RecoveryKeyPage(KEY, background)
    qtbot.addWidget(page)
    page.resize(900, 700)
    with qtbot.waitExposed(page):
        page.show()
    return page


def gone(folder: str) -> AppError:
    return MissingKeyError("The key of this data is gone", "The key of {folder} is gone.", folder=folder)


def test_the_key_is_shown_whole_in_groups(key_page: RecoveryKeyPage) -> None:
    groups = [label for label in key_page.findChildren(QLabel) if label.property("kind") == "timer"]
    assert "-".join(label.text() for label in groups) == KEY
    assert all(label.height() >= label.fontMetrics().height() for label in groups), "no group is cut"


def test_the_key_can_be_copied(key_page: RecoveryKeyPage) -> None:
    key_page.copy.click()
    assert QGuiApplication.clipboard().text() == KEY
    assert "clipboard" in key_page.said.text()


def test_the_key_is_saved_for_its_owner_alone(qtbot: QtBot, key_page: RecoveryKeyPage, tmp_path: Path) -> None:
    key_page.save.click()
    assert key_page.dialog is not None
    path = tmp_path / "key.txt"
    key_page.dialog.fileSelected.emit(str(path))
    key_page.dialog.reject()
    qtbot.waitUntil(lambda: str(path) in key_page.said.text())
    assert KEY in path.read_text(encoding="utf-8")
    assert path.stat().st_mode & 0o777 == 0o600
    assert key_page.said.property("state") == "good"


def test_a_place_that_takes_no_file_is_said(qtbot: QtBot, key_page: RecoveryKeyPage, tmp_path: Path) -> None:
    key_page.save.click()
    assert key_page.dialog is not None
    key_page.dialog.fileSelected.emit(str(tmp_path / "gone" / "key.txt"))
    key_page.dialog.reject()
    qtbot.waitUntil(lambda: "Choose another place" in key_page.said.text())
    assert key_page.said.property("state") == "bad"


def test_kept_and_later_are_told_apart(qtbot: QtBot, key_page: RecoveryKeyPage) -> None:
    with qtbot.waitSignal(key_page.kept), qtbot.assertNotEmitted(key_page.postponed):
        key_page.keep.click()
    with qtbot.waitSignal(key_page.postponed), qtbot.assertNotEmitted(key_page.kept):
        key_page.later.click()


def test_a_gone_key_is_typed_and_entered_by_keys_alone(qtbot: QtBot) -> None:
    page = MissingKeyPage(gone("/data"))
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.field.hasFocus)
    assert not page.go_on.isEnabled()
    qtbot.keyClicks(page.field, "01ab cdef")
    with qtbot.waitSignal(page.recovery_key_entered) as entered:
        qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert entered.args == ["01ab cdef"]
    assert not page.go_on.isEnabled(), "one attempt at a time"
    page.show_error(KnownError("No", "This recovery key belongs to other data."))
    assert page.problem() == "This recovery key belongs to other data."
    assert page.go_on.isEnabled()
    assert page.field.text() == "01ab cdef"
    qtbot.keyClicks(page.field, "x")
    assert page.problem() == ""


def test_a_failure_is_told_and_offers_both_ways_on(qtbot: QtBot) -> None:
    error = KnownError("The settings cannot be read", "{path} is damaged.", path="<i>/data</i>")
    page = FailurePage(error)
    qtbot.addWidget(page)
    texts = [label.text() for label in page.findChildren(QLabel)]
    assert "The settings cannot be read" in texts
    assert "<i>/data</i> is damaged." in texts
    with qtbot.waitSignal(page.quit_requested):
        page.quit.click()
    with qtbot.waitSignal(page.retry_requested):
        page.again.click()


def test_the_recovery_key_is_offered_at_each_start_until_it_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RINGBOOK_KEY", raising=False)

    def start() -> tuple[Backend, str | None]:
        backend = open_backend(tmp_path)
        return backend, backend.unkept_recovery_key()

    with use_keyring(MemoryKeyring()):
        offered = []
        for _ in range(2):
            backend, key = start()
            offered.append(key)
            backend.close()
        backend, key = start()
        backend.acknowledge_recovery_key()
        backend.close()
        backend, nothing = start()
        backend.close()
    assert nothing is None
    assert len({*offered, key}) == 3
    with use_keyring(MemoryKeyring()):
        with pytest.raises(MissingKeyError):
            open_backend(tmp_path)
        recover(tmp_path, str(key))
        open_backend(tmp_path).close()
