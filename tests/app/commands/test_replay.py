"""`main.py replay`, run as people run it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.commands.running import run
from tests.app.telephony.recordings import FOLDER
from tests.app.telephony.test_replay_server import Client

ROOT = Path(__file__).parents[3]


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, str(ROOT / "main.py"), "replay", *map(str, arguments)]


@pytest.fixture
def running() -> Iterator[tuple[subprocess.Popen[str], int]]:
    process = subprocess.Popen(
        command(FOLDER / "b3_agent_rejects.ami", "--port", "0", "--speed", "20"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    yield process, json.loads(process.stdout.readline())["port"]
    process.kill()
    process.communicate()


class Port:
    """Where the command listens, for a client that asks a server."""

    def __init__(self, port: int) -> None:
        self.port = port


def test_it_prints_its_port_plays_to_a_client_and_ends_when_interrupted(
    running: tuple[subprocess.Popen[str], int],
) -> None:
    process, port = running
    client = Client(Port(port))  # type: ignore[arg-type]
    assert client.log_in().response == "success"
    assert client.until_event("dialend").get("DialStatus") == "BUSY"
    process.send_signal(signal.SIGINT)
    assert process.wait(5) == 0
    assert process.stderr is not None
    assert process.stderr.read() == ""


def test_a_second_login_hears_the_call_again(running: tuple[subprocess.Popen[str], int]) -> None:
    uids = set()
    for _ in range(2):
        client = Client(Port(running[1]))  # type: ignore[arg-type]
        client.log_in()
        uids.add(client.until_event("newchannel").get("Uniqueid"))
        client.until_event("cdr")
        client.until_event("hangup")
        client.socket.close()
    assert len(uids) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["nowhere.ami", "--port", "0"],
        [str(ROOT / "README.md"), "--port", "0"],
        [str(FOLDER / "b_missed.ami")],
        [str(FOLDER / "b_missed.ami"), "--port", "70000"],
        [str(FOLDER / "b_missed.ami"), "--port", "0", "--speed", "0"],
        [str(FOLDER / "b_missed.ami"), "--port", "0", "--speed", "nan"],
    ],
)
def test_wrong_arguments_exit_2_with_a_sentence(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    ran = run(capsys, "replay", *arguments)
    assert (ran.code, ran.rows) == (2, [])
    assert ran.error
    assert "Traceback" not in ran.error
