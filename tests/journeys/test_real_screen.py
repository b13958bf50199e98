"""The demo on a real screen, with a window manager and real key presses."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import pytest

from app.commands import cli
from tests.journeys import screen as screens
from tests.journeys.screen import Program, Screen, wait

WORDS = "the parcel came late and open "
A_SUMMARY = WORDS * 5  # 150 keys, as far as a summary may go
LEAST_KEYS = 300
OTHER = """
import sys
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication(sys.argv)
field = QLineEdit()
field.setWindowTitle("another program")
field.setMaxLength(100000)
field.textChanged.connect(lambda text: open(sys.argv[1], "w").write(text))
field.setGeometry(300, 300, 500, 300)
field.show()
app.exec()
"""
MANY_CALLS = """
import sys
import main
from app.telephony.replay_server import ReplayServer
made = ReplayServer.__init__
ReplayServer.__init__ = lambda *args, **values: made(*args, **values | {"speed": 3.0, "pause": 0.5})
sys.exit(main.main())
"""
pytestmark = [
    pytest.mark.skipif(
        bool(screens.missing()), reason=f"not here: {', '.join(screens.missing())}; .ci/setup --dev installs them"
    ),
    pytest.mark.xdist_group("screen"),
]


class Console:
    """The demo's window on the screen."""

    def __init__(self, screen: Screen, data: Path) -> None:
        self.screen, self.data = screen, data
        self.program: Program = screen.start("-c", MANY_CALLS, "--demo", "--data", str(data), "--language", "en")
        self.window = screen.window_of(self.program)
        wait(lambda: self.caller() != "", "a call of the demo rings", 40)

    def caller(self) -> str:
        """Who is on screen, as the window's title says."""
        return self.screen.name(self.window).removesuffix("Ringbook").removesuffix(" – ")

    def cases(self) -> list[dict[str, str]]:
        """What the command line finds in the data, newest first."""
        with patch.dict(os.environ, RINGBOOK_KEY=screens.KEY), redirect_stdout(StringIO()) as said:
            assert cli.run_command(cli.parse(["case", "list", "--data", str(self.data)])) == 0
        return [json.loads(line) for line in said.getvalue().splitlines()]


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    folder = tmp_path_factory.mktemp("screen")
    with screens.screen(folder) as screen:
        opened = Console(screen, folder / "data")
        yield opened
        opened.program.stop()


def test_no_key_is_lost_while_calls_ring_and_ctrl_enter_saves(console: Console) -> None:
    screen, callers, written = console.screen, {console.caller()}, 0
    screen.activate(console.window)
    known = len(console.cases())
    while len(callers) < 2 or written * len(A_SUMMARY) < LEAST_KEYS:
        screen.press("ctrl+1")
        for _ in range(5):
            screen.type(WORDS)
            callers.add(console.caller())
            assert screen.focused() == console.window
        screen.press("alt+3", "ctrl+Return")
        written += 1
        assert written < 20, "no call came"
    wait(lambda: len(console.cases()) == known + written, "every complaint is on the disk")
    saved = console.cases()[:written]
    assert [case["summary"] for case in saved] == [A_SUMMARY.strip()] * written
    assert {(case["kind"], case["severity"]) for case in saved} == {("complaint", "high")}


def test_a_search_by_keys_opens_a_customer(console: Console) -> None:
    console.screen.activate(console.window)
    wait(lambda: _opens(console, "soler jordi", "Jordi"), "Return opened who was found")


def _opens(console: Console, typed: str, name: str) -> bool:
    """Search once, as fast as the keys go; a call that rings in the same moment may come on screen instead."""
    console.screen.press("ctrl+k")
    console.screen.type(typed)
    console.screen.press("Return")
    return any(name in console.caller() for _ in range(20))


def test_the_settings_and_back_leave_the_keyboard_where_it_was(console: Console) -> None:
    screen = console.screen
    screen.activate(console.window)
    known = len(console.cases())
    screen.press("ctrl+1")
    screen.type("before ")
    screen.press("ctrl+2")  # not first: an empty form goes to a call that rings meanwhile, and is a complaint again
    screen.press("ctrl+comma", "ctrl+shift+c")
    screen.type("and after")
    screen.press("ctrl+Return")
    wait(lambda: len(console.cases()) == known + 1, "the suggestion is on the disk")
    newest = console.cases()[0]
    assert (newest["kind"], newest["summary"]) == ("suggestion", "before and after")


def test_a_call_neither_raises_the_window_nor_takes_a_key_from_another_program(console: Console) -> None:
    screen, heard = console.screen, console.data.parent / "heard.txt"
    other = screen.start("-c", OTHER, str(heard))
    try:
        window = screen.window_of(other)
        screen.activate(window)
        typed, callers = "", {console.caller()}
        while len(callers) < 2 or len(typed) < LEAST_KEYS:
            screen.type(WORDS)
            typed += WORDS
            callers.add(console.caller())
            assert len(typed) < 5000, "no call came"
        assert (screen.focused(), screen.on_top()) == (window, window)
        wait(lambda: heard.read_text() == typed, "every key came to the other program")
    finally:
        other.stop()


def test_the_window_manager_closes_it_and_it_ends_well(console: Console) -> None:
    console.screen.activate(console.window)
    console.screen.press("alt+F4")
    assert console.program.ends() == 0
    assert console.program.err() == ""
