"""The live line: every event taken, the page told seldom, nothing trusted."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.events import PbxHeard, PbxState
from models.enums import PbxStatus
from ui.settings.link_card import LinkCard, status_text
from ui.settings.live_link import MOST_LINES, REFRESH_MS, LiveLink
from ui.settings.table_model import LONGEST_LINE, HeardModel, one_line

NOON = datetime(2026, 11, 21, 12, 4, 31, tzinfo=UTC)


def heard(text: str) -> PbxHeard:
    return PbxHeard(NOON, text)


@pytest.fixture
def link(qapp: object) -> LiveLink:
    return LiveLink()


def test_the_first_line_is_told_at_once_and_a_burst_four_times_a_second(qtbot: QtBot, link: LiveLink) -> None:
    told: list[list[PbxHeard]] = []
    link.lines_heard.connect(told.append)
    for n in range(1000):
        link.take_line(heard(str(n)))
    assert [[line.text for line in lines] for lines in told] == [["0"]]
    qtbot.waitUntil(lambda: len(told) == 2, timeout=REFRESH_MS * 8)
    assert [line.text for line in told[1]] == [str(n) for n in range(1000 - MOST_LINES, 1000)]
    qtbot.wait(REFRESH_MS * 2)
    assert len(told) == 2, "silence is not told"


def test_the_time_of_a_state_is_when_it_began(link: LiveLink) -> None:
    link.take_state(PbxState(PbxStatus.UNREACHABLE))
    began = link.since
    link.take_state(PbxState(PbxStatus.UNREACHABLE, "again"))
    assert link.since == began
    link.take_state(PbxState(PbxStatus.CONNECTING))
    assert link.since > began


def test_the_list_keeps_the_newest_fifty_newest_first(qapp: object) -> None:
    lines = HeardModel()
    for start in range(0, 120, 40):
        lines.put([heard(f"line {n}") for n in range(start, start + 40)])
    shown = [lines.data(lines.index(row, 0)) for row in range(lines.rowCount())]
    assert [text.split("  ")[1] for text in shown] == [f"line {n}" for n in range(119, 119 - MOST_LINES, -1)]


def test_what_a_pbx_says_is_one_short_printable_line() -> None:
    text = one_line(heard("Event\r\n\x1b[31m\u202e" + "x" * 10_000))
    assert text.isprintable()
    assert len(text) <= LONGEST_LINE + len("00:00:00  ")


def test_the_card_shows_each_state_in_words_with_its_reason(qtbot: QtBot, link: LiveLink) -> None:
    card = LinkCard(link)
    qtbot.addWidget(card)
    for status in PbxStatus:
        link.take_state(PbxState(status, "The PBX at {host} says no.", (("host", "<b>h</b>"),)))
        assert card.pill.text() == status_text(link)
        assert card.reason.text() == "The PBX at <b>h</b> says no."
    assert card.pill.text().startswith("Not reachable since ")


def test_lines_that_arrive_take_neither_the_keyboard_nor_the_place_of_the_list(qtbot: QtBot, link: LiveLink) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    card = LinkCard(link, window)
    card.resize(400, 300)
    window.resize(400, 300)
    with qtbot.waitExposed(window):
        window.show()
    link.take_line(heard("first"))
    assert not card.list.hasFocus()
    assert card.list.isVisible()
    assert card.last.text().endswith("first")
    card.lines.put([heard(f"line {n}") for n in range(40)])
    card.list.scrollTo(card.lines.index(20, 0), card.list.ScrollHint.PositionAtTop)
    read = card.list.indexAt(QPoint(5, 5)).data()
    with qtbot.waitSignal(link.lines_heard):
        link.take_line(heard("another"))
    assert card.lines.data(card.lines.index(0, 0)).endswith("another")
    assert card.list.indexAt(QPoint(5, 5)).data() == read
