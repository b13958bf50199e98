"""The window's threads: what they hand over, and on which thread what they were asked is let go of."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future

import pytest
from pytestqt.qtbot import QtBot

from app.progress import Progress
from ui.background import Background


class Widget:
    """Stands for one: tells on which thread it dies."""

    def __init__(self, dies: Callable[[threading.Thread], None]) -> None:
        self._dies = dies

    def shown(self, _result: object) -> None:
        """Show what was read."""

    def __del__(self) -> None:
        self._dies(threading.current_thread())


Ask = Callable[[Background, Widget], None]


def reads(background: Background, widget: Widget) -> None:
    background.run_read(lambda: widget and 1, widget.shown)


def reads_urgently(background: Background, widget: Widget) -> None:
    background.run_read(lambda: widget and 1, widget.shown, urgent=True)


def writes(background: Background, widget: Widget) -> None:
    future: Future[int] = Future()
    background.run_write(lambda: future, widget.shown)
    writer = threading.Thread(target=future.set_result, args=(1,))
    writer.start()
    writer.join()


def works_long(background: Background, widget: Widget) -> None:
    def work(progress: Progress) -> None:
        progress(1, 2)
        widget.shown(None)

    background.run_long(work, widget.shown, widget.shown)


@pytest.mark.parametrize("ask", [reads, reads_urgently, writes, works_long])
@pytest.mark.parametrize("is_waited_for", [True, False])
def test_what_a_callback_held_is_let_go_of_on_the_thread_of_the_window(
    qtbot: QtBot, ask: Ask, *, is_waited_for: bool
) -> None:
    background = Background()
    died: list[threading.Thread] = []
    for _ in range(20):
        ask(background, Widget(died.append))
    if is_waited_for:
        qtbot.waitUntil(lambda: len(died) == 20)
    background.stop()
    assert died == [threading.main_thread()] * 20


def test_the_percents_of_a_long_job_come_before_its_result(qtbot: QtBot) -> None:
    background = Background()
    heard: list[object] = []

    def work(progress: Progress) -> str:
        progress(1, 4)
        progress(2, 4)
        return "done"

    background.run_long(work, heard.append, heard.append)
    qtbot.waitUntil(lambda: "done" in heard)
    background.stop()
    assert heard == [25, 50, "done"]
