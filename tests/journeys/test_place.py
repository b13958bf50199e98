"""One window follows another in the same process: on other data, at the same place, with the first one's work done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.commands import cli
from tests.factories import add_customer
from ui.shell.entry import Entry
from ui.shell.single_instance import SingleInstance
from ui.shell.start import Place

PATIENCE_MS = 20_000


@pytest.fixture
def place(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)
    locale, known = QLocale(), set(qapp.findChildren(QTranslator))
    place = Place(qapp, cli.parse(["--language", "en", "--theme", "light"]))
    yield place
    qapp.setQuitOnLastWindowClosed(False)
    place.close()
    place.deleteLater()
    qapp.setQuitOnLastWindowClosed(True)
    for translator in set(qapp.findChildren(QTranslator)) - known:  # later tests are without a catalogue
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale)


def is_ready(place: Place) -> bool:
    return place.session is not None and place.session.model is not None


def test_another_window_takes_over_and_the_first_ones_work_is_kept(qtbot: QtBot, tmp_path: Path, place: Place) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    assert place.take(Entry(first)) is None
    qtbot.waitUntil(lambda: is_ready(place), timeout=PATIENCE_MS)
    before, session = place.window, place.session
    assert before is not None and session is not None and session.backend is not None
    add_customer(session.backend, "Anna Vidal")
    session.moved.emit(Entry(second))
    assert before.is_closed and place.window is not before and session.backend is None
    qtbot.waitUntil(lambda: is_ready(place), timeout=PATIENCE_MS)
    assert (second / "store.db").exists()
    other = SingleInstance(first)
    assert other.claim(), "the first folder is free for another window"
    other.close()
    assert not SingleInstance(second).claim()
    assert place.session is not None
    place.session.moved.emit(Entry(first))
    qtbot.waitUntil(lambda: is_ready(place), timeout=PATIENCE_MS)
    assert place.session is not None and place.session.backend is not None
    assert [hit.name for hit in place.session.backend.reads.search("anna").customers] == ["Anna Vidal"]
