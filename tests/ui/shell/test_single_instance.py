"""A second start hands over to the open window; whatever else knocks there is dropped."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer
from pytestqt.qtbot import QtBot

from ui.shell import single_instance
from ui.shell.single_instance import MOST_BYTES, SingleInstance

ROOT = Path(__file__).resolve().parents[3]
NUMBER = {"pop": "+34934125580"}
SECOND_START = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.shell.single_instance import SingleInstance
app = QCoreApplication([])
print("started", flush=True)
taken = SingleInstance(Path(sys.argv[1])).hand_over(json.loads(sys.argv[2]), still_starting=len(sys.argv) > 3)
print(json.dumps(taken))
"""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="speaks to a Unix socket")


@pytest.fixture
def window(tmp_path: Path, qapp: object) -> Iterator[SingleInstance]:
    instance = SingleInstance(tmp_path)
    assert instance.listen()
    yield instance
    instance.close()


def elsewhere(qtbot: QtBot, work: Callable[[], object]) -> object:
    """Run what blocks (and lets other threads run) in a thread while the window's events go on."""
    results: list[object] = []
    thread = threading.Thread(target=lambda: results.append(work()))
    thread.start()
    qtbot.waitUntil(lambda: bool(results), timeout=20_000)
    thread.join()
    return results[0]


def second_start(qtbot: QtBot, folder: Path, message: dict[str, str]) -> bool:
    """Hand over from another process; return whether it was taken."""
    command = [sys.executable, "-c", SECOND_START, str(folder), json.dumps(message)]
    run = elsewhere(qtbot, lambda: subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
    return bool(json.loads(str(run).splitlines()[-1]))


def speak(qtbot: QtBot, window: SingleInstance, data: bytes) -> object:
    """Send bytes as they are; return what came back until the window hung up."""

    def work() -> bytes:
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(4)
            client.connect(window.address)
            try:
                client.sendall(data)
                return client.recv(100)
            except (BrokenPipeError, ConnectionResetError):
                return b""

    return elsewhere(qtbot, work)


def test_a_second_start_hands_over_and_is_told_so(qtbot: QtBot, window: SingleInstance, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.message) as heard:
        assert second_start(qtbot, tmp_path, NUMBER)
    assert heard.args == [NUMBER]


def test_a_second_start_waits_for_a_window_that_only_starts(qtbot: QtBot, tmp_path: Path, qapp: object) -> None:
    starting = SingleInstance(tmp_path)
    assert starting.claim() and not SingleInstance(tmp_path).claim()
    command = [sys.executable, "-c", SECOND_START, str(tmp_path), json.dumps(NUMBER), "wait"]
    second = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert second.stdout is not None and second.stdout.readline() == "started\n"
    assert starting.listen()
    with qtbot.waitSignal(starting.message, timeout=20_000) as heard:
        pass
    said = elsewhere(qtbot, lambda: second.communicate()[0])
    starting.close()
    assert heard.args == [NUMBER] and json.loads(str(said))


def test_without_a_window_there_is_nobody_to_hand_over_to(qapp: object, tmp_path: Path) -> None:
    assert not SingleInstance(tmp_path).hand_over(NUMBER)


def test_two_names_of_a_folder_are_one_and_two_folders_are_two(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    assert SingleInstance(tmp_path / "link").address == SingleInstance(tmp_path).address
    assert SingleInstance(tmp_path / "other").address != SingleInstance(tmp_path).address


def test_only_the_user_may_connect(window: SingleInstance) -> None:
    assert stat.S_IMODE(Path(window.address).stat().st_mode) & 0o077 == 0


def test_a_socket_somebody_else_put_there_is_not_spoken_to(
    qtbot: QtBot, window: SingleInstance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance.os, "getuid", lambda: 4_000_000)
    second = SingleInstance(tmp_path)
    second.address = window.address
    assert elsewhere(qtbot, lambda: second.hand_over(NUMBER)) is False


def test_only_one_of_two_windows_listens_until_it_closes(window: SingleInstance, tmp_path: Path) -> None:
    second = SingleInstance(tmp_path)
    assert not second.listen()
    window.close()
    assert second.listen()
    second.close()


def test_the_socket_of_a_killed_window_is_taken_over(qtbot: QtBot, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "from ui.shell.single_instance import SingleInstance; app = QCoreApplication([]);"
        f"one = SingleInstance(Path({str(tmp_path)!r})); print(one.listen(), flush=True); sys.exit(app.exec())"
    )
    with subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == "True\n"
        killed.send_signal(signal.SIGKILL)
    heir = SingleInstance(tmp_path)
    assert os.path.lexists(heir.address)
    assert not heir.hand_over(NUMBER)
    assert heir.listen()
    with qtbot.waitSignal(heir.message):
        assert second_start(qtbot, tmp_path, NUMBER)
    heir.close()


def test_a_window_that_hangs_is_given_up(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(single_instance, "ANSWER_MS", 100)
    second = SingleInstance(tmp_path)
    silent = QLocalServer()
    assert silent.listen(second.address)
    assert not second.hand_over(NUMBER)


@pytest.mark.parametrize(
    "line",
    [b"", b"pop", b"[]", b"7", b"null", b'{"pop": 34}', b'{"pop": null}', b'{"run": "rm"}', b"\xff\xfe",
     b'{"pop": "1", "run": "x"}', b"[" * 4000, b"x" * (MOST_BYTES + 1), b'{"pop": "' + b"1" * 100_000],
)  # fmt: skip
def test_garbage_is_dropped_and_the_window_goes_on(qtbot: QtBot, window: SingleInstance, line: bytes) -> None:
    heard: list[object] = []
    window.message.connect(heard.append)
    assert speak(qtbot, window, line + b"\n") == b""
    assert heard == []
    assert speak(qtbot, window, b'{"pop": "1"}\n') == single_instance.TAKEN
    assert heard == [{"pop": "1"}]


def test_a_line_may_come_in_pieces(qtbot: QtBot, window: SingleInstance) -> None:
    def work() -> bytes:
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(4)
            client.connect(window.address)
            for piece in (b'{"po', b'p": "1"}', b"\n"):
                client.sendall(piece)
                time.sleep(0.02)
            return client.recv(100)

    with qtbot.waitSignal(window.message) as heard:
        assert elsewhere(qtbot, work) == single_instance.TAKEN
    assert heard.args == [{"pop": "1"}]


def test_who_says_nothing_is_cut_off_and_many_of_them_block_nobody_for_long(
    qtbot: QtBot, window: SingleInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "CLIENT_MS", 100)
    silent = [socket.socket(socket.AF_UNIX) for _ in range(20)]
    for client in silent:
        client.connect(window.address)
        client.settimeout(4)
    assert elsewhere(qtbot, lambda: [client.recv(1) for client in silent]) == [b""] * 20
    for client in silent:
        client.close()
    assert speak(qtbot, window, b'{"pop": "1"}\n') == single_instance.TAKEN


def test_the_longest_message_fits(qtbot: QtBot, window: SingleInstance) -> None:
    message = {"pop": "1" * (MOST_BYTES - len(json.dumps({"pop": ""})))}
    with qtbot.waitSignal(window.message) as heard:
        assert speak(qtbot, window, json.dumps(message).encode() + b"\n") == single_instance.TAKEN
    assert heard.args == [message]
