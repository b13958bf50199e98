"""`main.py trace`: what it prints, and (in a process) that it needs no Qt and bears a reader that leaves."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.commands import cli
from tests.app.telephony.recordings import FOLDER

ROOT = Path(__file__).parents[3]
KEYS = [
    "t",
    "extension",
    "event",
    "call",
    "direction",
    "number",
    "e164",
    "name",
    "queue",
    "transferred_from",
    "outcome",
]


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


Trace = Callable[..., Done]


@pytest.fixture
def trace(capsys: pytest.CaptureFixture[str]) -> Trace:
    """Run the command in this process."""

    def run(*arguments: str | Path) -> Done:
        try:
            code = cli.run_command(cli.parse(["trace", *map(str, arguments)]))
        except SystemExit as stop:
            code = int(stop.code or 0)
        return Done(code, *capsys.readouterr())

    return run


def test_each_line_is_one_event_with_the_keys_in_their_order(trace: Trace) -> None:
    done = trace(FOLDER / "c_queue_ringall.ami", "--region", "TW")
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, "")
    assert all(list(event) == KEYS for event in events)
    first = events[0]
    assert (first["event"], first["queue"], first["e164"], first["outcome"]) == (
        "ringing",
        "support",
        "+886934445566",
        None,
    )
    assert [e["outcome"] for e in events if e["event"] == "ended"] == ["answered_elsewhere"] * 2 + ["answered"]


def test_names_are_printed_as_they_are(trace: Trace) -> None:
    assert "王小明" in trace(FOLDER / "h2_internal_call.ami").stdout


def test_one_extension_is_told_alone_and_without_a_region_national_numbers_have_no_e164(trace: Trace) -> None:
    done = trace(FOLDER / "c_queue_ringall.ami", "--extension", "1003")
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(event["extension"], event["e164"]) for event in events] == [("1003", None)] * 2


def test_what_the_client_ordered_is_read_beside_it(trace: Trace) -> None:
    done = trace(FOLDER / "scenes" / "ctd_refused.ami", "--region", "tw")
    assert json.loads(done.stdout.splitlines()[0])["number"] == "0912345678"


def test_damaged_times_beside_it_are_no_times(trace: Trace, tmp_path: Path) -> None:
    shutil.copy(FOLDER / "b_missed.ami", tmp_path)
    (tmp_path / "b_missed.times.jsonl").write_text('{"t": 1}\nnonsense')
    done = trace(tmp_path / "b_missed.ami")
    assert [json.loads(line)["t"] for line in done.stdout.splitlines()] == [None, None]


def test_a_json_list_of_events_is_read(trace: Trace, tmp_path: Path) -> None:
    ring = {"Channel": "PJSIP/1001-2", "Uniqueid": "9.2", "Linkedid": "9.1", "ConnectedLineNum": "0934445566"}
    events = [{"Event": "Newstate", "ChannelState": "5", **ring}, {"Event": "Hangup", "Cause": 16, **ring}, "stray"]
    (tmp_path / "list.json").write_text(json.dumps(events))
    done = trace(tmp_path / "list.json")
    assert [json.loads(line)["event"] for line in done.stdout.splitlines()] == ["ringing", "ended"]


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"hello", "x.ami", "is no recording"),
        (b"", "x.ami", "is no recording"),
        (b"[1, 2", "x.json", "is no recording"),
        (b"[" * 100_000, "x.json", "is no recording"),
        (b'["a"]', "x.json", "is no recording"),
        (bytes(range(256)) * 100, "x.ami", "is no recording"),
        (b"Content-Type: auth/request\n\n", "x.esl", "FreeSWITCH"),
        (b"Content-Type: auth/request\n\n", "renamed.ami", "FreeSWITCH"),
    ],
)
def test_what_is_no_recording_is_one_sentence(
    trace: Trace, tmp_path: Path, content: bytes, name: str, sentence: str
) -> None:
    (tmp_path / name).write_bytes(content)
    done = trace(tmp_path / name)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["nowhere.ami"], ["."], [str(FOLDER / "b_missed.ami"), "--region", "XX"], []])
def test_what_cannot_be_read_or_is_unknown_exits_2(trace: Trace, arguments: list[str]) -> None:
    done = trace(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_leaves_early_is_no_error() -> None:
    command = '"$0" "$1" trace "$2" | head -n 1; echo ${PIPESTATUS[0]}'
    words = [sys.executable, str(ROOT / "main.py"), str(FOLDER / "p_burst.ami")]
    done = subprocess.run(["bash", "-c", command, *words], capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "0"


def test_help_tells_the_exit_status(trace: Trace) -> None:
    assert "exit status" in trace("--help").stdout


def test_no_window_library_is_loaded() -> None:
    script = f"import sys; sys.argv=['m','trace',{str(FOLDER / 'b_missed.ami')!r}]; import main; main.main(); "
    script += "assert not [m for m in sys.modules if m.startswith('PySide6')]"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
