"""Data that does not open: a sentence in the window and on the command line, nothing destroyed, and a way back."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from app.cases.drafts import DraftService, SavedDraft
from app.errors import KnownError
from app.storage.engine import open_file
from app.storage.folder import STORE
from app.storage.keys import open_folder
from tests.app.commands.running import run
from ui.shell.recovery_page import FailurePage
from ui.shell.session import Session
from ui.shell.window import MainWindow

FILES = ("settings.json", "ringbook.json", "store.db", "outbox.db")
Harm = Callable[[Path, pytest.MonkeyPatch], None]


def damaged_settings(data: Path, _: pytest.MonkeyPatch) -> None:
    (data / "settings.json").write_text('{"region": ')


def settings_of_another_shape(data: Path, _: pytest.MonkeyPatch) -> None:
    (data / "settings.json").write_text('["TW"]')


def damaged_key_facts(data: Path, _: pytest.MonkeyPatch) -> None:
    (data / "ringbook.json").write_bytes(b"\x00\xff{")


def another_key(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RINGBOOK_KEY", "cd" * 32)


def no_key_at_all(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RINGBOOK_KEY", "open sesame")


def garbage_in_the_store(data: Path, _: pytest.MonkeyPatch) -> None:
    (data / "store.db").write_bytes(b"garbage " * 4096)


def half_an_outbox(data: Path, _: pytest.MonkeyPatch) -> None:
    whole = (data / "outbox.db").read_bytes()
    (data / "outbox.db").write_bytes(whole[: len(whole) // 2])


def half_a_store(data: Path, _: pytest.MonkeyPatch) -> None:
    whole = (data / "store.db").read_bytes()
    (data / "store.db").write_bytes(whole[: len(whole) // 2])


def newer_store(data: Path, _: pytest.MonkeyPatch) -> None:
    engine = open_file(data / STORE, open_folder(data).for_file(STORE), write=True)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()


HARMS: dict[Harm, str] = {
    damaged_settings: "settings.json is damaged",
    settings_of_another_shape: "settings.json is damaged",
    damaged_key_facts: "ringbook.json",
    another_key: "is not the one",
    no_key_at_all: "64 hexadecimal digits",
    garbage_in_the_store: "store.db is damaged",
    half_an_outbox: "outbox.db is damaged",
    half_a_store: "store.db is damaged",
    newer_store: "of a newer Ringbook (schema 9999)",
}


def contents(data: Path) -> dict[str, bytes]:
    return {name: (data / name).read_bytes() for name in FILES}


@pytest.mark.parametrize(("harm", "sentence"), HARMS.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_what_does_not_open_is_said_left_alone_and_opens_once_it_is_mended(
    harm: Harm, sentence: str, data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    qapp: QApplication, qtbot: QtBot,
) -> None:  # fmt: skip
    whole = contents(data)
    harm(data, monkeypatch)
    harmed = contents(data)

    listed = run(capsys, "case", "list", "--data", data)
    assert (listed.code, listed.rows, listed.error.count("\n")) == (2, [], 1)
    assert sentence in listed.error

    session = Session(MainWindow(), data, demo=False, language="en")
    session.window.show()
    with qtbot.waitSignal(session.not_opened):
        session.start()
    page = session.window.page()
    assert isinstance(page, FailurePage)
    assert any(sentence in label.text() for label in page.findChildren(QLabel))
    assert contents(data) == harmed
    for key in (Qt.Key.Key_Comma, Qt.Key.Key_K):
        QTest.keyClick(session.window, key, Qt.KeyboardModifier.ControlModifier)
    assert session.window.page() is page and session.window.focusWidget() is page.again

    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)
    for name, content in whole.items():
        (data / name).write_bytes(content)
    with qtbot.waitSignal(session.ready):
        QTest.keyClick(page.again, Qt.Key.Key_Space)
    assert session.window.page() is session.window.console
    QTest.keyClick(session.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert session.window.focusWidget() is session.window.top_bar.search
    session.window.close()
    session.window.deleteLater()


@pytest.mark.parametrize("below", ["", "folder"])
def test_a_file_in_the_place_of_the_folder_is_said(
    below: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: QApplication, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("mine")
    session = Session(MainWindow(), tmp_path / "file" / below, demo=False, language="en")
    with qtbot.waitSignal(session.not_opened) as said:
        session.start()
    assert "Choose another folder with --data" in str(said.args[0])
    listed = run(capsys, "case", "list", "--data", tmp_path / "file" / below)
    assert (listed.code, listed.error.count("\n")) == (2, 1)
    assert (tmp_path / "file").read_text() == "mine"
    session.window.close()
    session.window.deleteLater()


def test_a_bug_while_the_data_opens_is_said_and_can_be_tried_again(
    data: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication, qtbot: QtBot
) -> None:
    monkeypatch.setattr("app.storage.writer.Writer.start", lambda _: 1 / 0)
    session = Session(MainWindow(), data, demo=False, language="en")
    with qtbot.waitSignal(session.not_opened):
        session.start()
    page = session.window.page()
    assert isinstance(page, FailurePage)
    assert any("the log has the report" in label.text() for label in page.findChildren(QLabel))
    monkeypatch.undo()
    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)
    with qtbot.waitSignal(session.ready):
        page.again.click()
    session.window.close()
    session.window.deleteLater()


def test_drafts_that_cannot_be_read_keep_no_call_away(
    data: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication, qtbot: QtBot
) -> None:
    def refuse(_: DraftService) -> Future[list[SavedDraft]]:
        raise KnownError("Not read", "The disk is broken.")

    monkeypatch.setattr(DraftService, "all", refuse)
    session = Session(MainWindow(), data, demo=False, language="en")
    with qtbot.waitSignal(session.ready):
        session.start()
    assert any(label.text() == "The disk is broken." for label in session.window.toasts.findChildren(QLabel))
    session.window.close()
    session.window.deleteLater()


MENDED: dict[Harm, str] = {
    damaged_settings: "settings.json",
    garbage_in_the_store: "store.db",
    half_an_outbox: "outbox.db",
    damaged_key_facts: "ringbook.json",
}


@pytest.mark.parametrize(("harm", "name"), MENDED.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_mend_sets_aside_what_is_damaged_and_the_desk_goes_on(
    harm: Harm, name: str, data: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication, qtbot: QtBot
) -> None:
    harm(data, monkeypatch)
    damaged = (data / name).read_bytes()
    session = Session(MainWindow(), data, demo=False, language="en")
    session.window.show()
    with qtbot.waitSignal(session.not_opened):
        session.start()
    page = session.window.page()
    assert isinstance(page, FailurePage) and not list(data.glob("replaced-*")), "nothing happens unasked"
    with qtbot.waitSignal(session.ready, timeout=30_000):
        QTest.keyClick(page.mend, Qt.Key.Key_Space)
    (aside,) = data.glob("replaced-*")
    assert (aside / name).read_bytes() == damaged
    told = [label.text() for label in session.window.findChildren(QLabel)]
    assert any(f"Mended: {name}" in text and str(aside) in text for text in told)
    assert session.backend is not None
    assert [hit.name for hit in session.backend.reads.search("ferrer").customers] == ["Jordi Ferrer i Soler"]
    session.window.close()
    session.window.deleteLater()


def test_a_newer_store_is_not_to_be_mended(
    data: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication, qtbot: QtBot
) -> None:
    newer_store(data, monkeypatch)
    session = Session(MainWindow(), data, demo=False, language="en")
    session.window.show()
    with qtbot.waitSignal(session.not_opened):
        session.start()
    page = session.window.page()
    assert isinstance(page, FailurePage) and page.mend.isHidden()
    session.window.close()
    session.window.deleteLater()
