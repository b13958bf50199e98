"""The backups of the settings page: the last one, one more now, cancelled or failed, and where the daily ones go."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.bootstrap import Backend
from app.events import BackupDone
from app.storage import backup
from ui.event_bridge import EventBridge
from ui.settings.backup_card import BackupCard
from ui.settings.view import SettingsPage


@pytest.fixture
def card(page: SettingsPage) -> BackupCard:
    assert page.form is not None
    return page.form.backups


def choose(card: BackupCard, path: Path) -> None:
    """Press the button and choose a file in its dialog."""
    card.now.click()
    assert card.dialog is not None
    card.dialog.fileSelected.emit(str(path))
    card.dialog.reject()


def test_without_a_backup_the_card_says_so(card: BackupCard) -> None:
    assert card.last.text() == "There is no backup yet." and not card.place.isVisible()


def test_a_backup_is_made_where_one_says_and_then_is_the_last(
    qtbot: QtBot, page: SettingsPage, card: BackupCard, backend: Backend, tmp_path: Path
) -> None:
    with qtbot.waitSignal(page.toast):
        choose(card, tmp_path / "one.ringbook")
    assert "read back and whole" in card.last.text() and card.place.text() == str(tmp_path / "one.ringbook")
    last = backend.backups.last()
    assert last is not None and last.is_there and card.now.isVisible() and not card.progress.isVisible()


def test_a_backup_that_is_gone_is_said(qtbot: QtBot, page: SettingsPage, card: BackupCard, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.toast):
        choose(card, tmp_path / "one.ringbook")
    (tmp_path / "one.ringbook").unlink()
    card.model.look()
    qtbot.waitUntil(lambda: "no longer" in card.last.text())


def test_a_backup_can_be_cancelled_by_the_keyboard_while_reads_go_on(
    qtbot: QtBot, page: SettingsPage, card: BackupCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go_on = threading.Event(), threading.Event()
    snapshot = backup.take_snapshot

    def slowly(*arguments: Any) -> None:
        reached.set()
        assert go_on.wait(20)
        snapshot(*arguments)

    monkeypatch.setattr(backup, "take_snapshot", slowly)
    card.now.setFocus()
    choose(card, tmp_path / "one.ringbook")
    assert reached.wait(20)
    assert card.progress.isVisible() and not card.now.isVisible()
    answers: list[int] = []
    assert page.model.background is not None
    page.model.background.run_read(lambda: 1, answers.append)
    qtbot.waitUntil(lambda: answers == [1])
    qtbot.keyClick(card.progress.cancel, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.toast) as said:
        go_on.set()
    assert said.args[0] == "No backup was made." and not (tmp_path / "one.ringbook").exists()
    assert card.now.isVisible() and not card.progress.isVisible()


def test_what_is_in_the_way_stands_in_the_card(qtbot: QtBot, card: BackupCard, tmp_path: Path) -> None:
    choose(card, tmp_path / "nowhere" / "one.ringbook")
    qtbot.waitUntil(lambda: "there is no such folder" in card.problem.text())
    assert card.problem.isVisible() and card.now.isVisible()


def test_folder_and_number_of_the_daily_backups_are_saved_with_the_page(
    qtbot: QtBot, page: SettingsPage, card: BackupCard, backend: Backend, tmp_path: Path
) -> None:
    assert page.form is not None
    card.folder.setFocus()
    qtbot.keyClicks(card.folder, str(tmp_path))
    card.kept.setCurrentIndex(card.kept.findData(30))
    card.kept.activated.emit(card.kept.currentIndex())
    with qtbot.waitSignal(page.saved):
        page.form.save.click()
    assert (backend.settings().backup_folder, backend.settings().backups_kept) == (str(tmp_path), 30)


def test_a_folder_that_is_not_there_is_said_under_its_field(
    qtbot: QtBot, page: SettingsPage, card: BackupCard, backend: Backend
) -> None:
    assert page.form is not None
    qtbot.keyClicks(card.folder, "/nowhere/at/all")
    page.form.save.click()
    qtbot.waitUntil(lambda: "no folder" in card.folder_field.problem())
    assert backend.settings().backup_folder == ""


def test_with_none_to_keep_there_is_no_folder_to_choose(page: SettingsPage, card: BackupCard) -> None:
    page.model.edit(backups_kept=0)
    assert not card.folder.isEnabled() and not card.browse.isEnabled()
    page.model.edit(backups_kept=5)
    assert card.folder.isEnabled() and card.kept.currentData() == 5


def test_a_daily_backup_made_meanwhile_is_shown(
    qtbot: QtBot, card: BackupCard, backend: Backend, bridge: EventBridge, tmp_path: Path
) -> None:
    made = backend.backups.make(tmp_path / "by-itself.ringbook", lambda done, total: None)
    bridge.post(BackupDone(made.made_at))
    qtbot.waitUntil(lambda: "read back and whole" in card.last.text())
