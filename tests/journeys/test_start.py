"""Starts of main.py without a screen: handing over, what cannot be met, and how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.bootstrap import open_backend
from app.commands import cli
from tests.effort import FULL
from tests.journeys import screen as screens
from tests.journeys.conftest import Open
from tests.journeys.screen import Program, wait
from ui.shell.single_instance import SingleInstance
from ui.shell.start import take_messages

OPENS_THE_DATA = ("app.bootstrap", "sqlalchemy", "ui.shell.session")
SECOND = f"""
import sys
import main
code = main.main()
print(*[name for name in {OPENS_THE_DATA} if name in sys.modules])
sys.exit(code)
"""
CTRL = Qt.KeyboardModifier.ControlModifier
DRIVER = """
import os, signal, sys
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from app.commands import cli
from ui.shell import session, start

def begin(opened):
    form = opened.window.console.form
    QTest.keyClicks(form.fields.summary, "Half a line")
    os.kill(os.getpid(), signal.SIGTERM)

made = session.Session.__init__
def watched(self, *args, **kwargs):
    made(self, *args, **kwargs)
    self.ready.connect(lambda: QTimer.singleShot(0, lambda: begin(self)))
session.Session.__init__ = watched
sys.exit(start.run_window(cli.parse(["--data", sys.argv[1]])))
"""


def started(folder: Path, *arguments: object, program: Sequence[str] = ("main.py",), **env: str) -> Program:
    """Start main.py, or what starts it, where there is no screen."""
    bare = screens.environment(folder / "home", XDG_RUNTIME_DIR=os.environ["XDG_RUNTIME_DIR"], **env)
    return Program([sys.executable, *program, *map(str, arguments)], bare, folder)


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def refused(folder: Path, *arguments: object) -> str:
    """Start what cannot be met; return the sentence after it ended with code 2."""
    program = started(folder, *arguments)
    assert program.ends() == 2
    assert "Traceback" not in program.err()
    return program.err()


def kept_drafts(data: Path) -> list[str]:
    backend = open_backend(data)
    summaries = [str(draft.body["summary"]) for draft in backend.drafts.all().result(10)]
    backend.close()
    return summaries


def test_a_second_start_hands_its_number_to_the_open_window_before_it_loads_what_opens_the_data(
    console: Open, data: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    session, instance = console(), SingleInstance(data)
    assert instance.listen()
    take_messages(instance, session)
    arguments = ("--pop", "tel:+886934445566", "--data", data)
    second = started(tmp_path, *arguments, program=("-c", SECOND), QT_QPA_PLATFORM="offscreen")
    qtbot.waitUntil(lambda: not second.running(), timeout=20_000)
    assert (second.ends(), second.err()) == (0, "Ringbook is open on this data already and was told.\n")
    assert second.out() == "\n", "it loaded what it had no need of"
    qtbot.waitUntil(lambda: session.window.windowTitle() == "Jordi Ferrer i Soler – Ringbook")
    assert session.model is not None and session.model.view is not None
    assert session.model.view.card.name == "Jordi Ferrer i Soler"
    instance.close()


def test_a_second_plain_start_opens_no_second_window(tmp_path: Path, data: Path) -> None:
    first = started(tmp_path, "--data", data)
    try:
        wait(lambda: SingleInstance(data).hand_over({"pop": ""}), "the first start listens")
        second = started(tmp_path, "--data", data, QT_QPA_PLATFORM="offscreen")
        assert second.ends() == 0
        assert second.err() == "Ringbook is open on this data already and was told.\n"
        assert first.running()
    finally:
        first.process.send_signal(signal.SIGINT)
        assert first.ends() == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--windowed"], "unrecognized arguments: --windowed"),
        (["ring"], "unrecognized arguments: ring"),
        (["--language", "tlh"], "invalid choice: 'tlh'"),
        (["--theme", "pink"], "invalid choice: 'pink'"),
    ],
    ids=lambda value: "".join(value[:1]) if isinstance(value, list) else "",
)
def test_what_the_command_line_does_not_know_is_a_sentence(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        cli.parse(arguments)
    assert stop.value.code == 2 and sentence in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--screenshots", "pictures"], "--screenshots goes with --demo."),
        (["--pop", "nobody"], "--pop: there is no number in “nobody”."),
    ],
    ids=lambda value: "".join(value[:1]) if isinstance(value, list) else "",
)
def test_what_a_start_cannot_do_is_a_sentence(arguments: list[str], sentence: str, tmp_path: Path) -> None:
    assert sentence in refused(tmp_path, *arguments)


def test_where_nobody_sees_the_window_its_failure_is_said_on_stderr(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    notice, said = refused(tmp_path, "--data", tmp_path / "file" / "folder").splitlines()
    assert notice == "There is no screen here: the console runs unseen; Ctrl-C ends it."
    assert said.startswith("The data folder cannot be used. ")


def test_without_a_screen_the_demo_runs_unseen_until_it_is_asked_to_end(tmp_path: Path) -> None:
    data = tmp_path / "data"
    demo = started(tmp_path, "--demo", "--data", data)
    wait(lambda: '"host": "127.0.0.1"' in text(data / "settings.json"), "the demo's PBX plays")
    demo.process.send_signal(signal.SIGTERM)  # SIGINT ends another above
    assert demo.ends() == 0
    assert demo.err() == "There is no screen here: the console runs unseen; Ctrl-C ends it.\n"


@pytest.mark.parametrize("after", [0.0, 0.4, 0.8, 1.2] if FULL else [0.0, 0.6])
def test_asked_to_end_while_it_still_opens_it_ends(after: float, tmp_path: Path) -> None:
    demo = started(tmp_path, "--demo", "--data", tmp_path / "data")
    wait(lambda: bool(demo.err()), "it has read its command line")
    time.sleep(after)
    demo.process.send_signal(signal.SIGTERM)
    assert demo.ends() in (0, -signal.SIGTERM)
    assert "Traceback" not in demo.err()


def test_what_was_typed_is_on_the_disk_when_the_window_closes_at_once(console: Open, data: Path) -> None:
    session = console()
    QTest.keyClick(session.window, Qt.Key.Key_1, CTRL)
    QTest.keyClicks(session.window.console.form.fields.summary, "Typed and gone")
    session.window.close()
    assert kept_drafts(data) == ["Typed and gone"]


def test_a_window_killed_by_the_session_manager_keeps_its_draft(tmp_path: Path, data: Path) -> None:
    """SIGTERM comes less than a second after the last key, before the draft was due to be kept."""
    script = tmp_path / "driver.py"
    script.write_text(DRIVER)
    env = screens.environment(tmp_path / "home", QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(screens.ROOT))
    done = subprocess.run(
        [sys.executable, script, data], env=env, cwd=screens.ROOT, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert kept_drafts(data) == ["Half a line"]


def test_a_bug_is_one_sentence_for_the_user_and_a_report_in_the_log(tmp_path: Path, data: Path) -> None:
    script = tmp_path / "driver.py"
    script.write_text(DRIVER.replace("QTest.key", "QTimer.singleShot(0, lambda: 1 / 0)\n    QTest.key"))
    env = screens.environment(tmp_path / "home", QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(screens.ROOT))
    done = subprocess.run(
        [sys.executable, script, data], env=env, cwd=screens.ROOT, capture_output=True, text=True, timeout=60
    )
    (log,) = (tmp_path / "home").rglob("ringbook.log")
    assert done.stderr == f"Ringbook met a bug; its report is in {log}\n"
    assert "ZeroDivisionError" in log.read_text()
    assert done.returncode == 0
