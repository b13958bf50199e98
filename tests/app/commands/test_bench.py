"""`bench` hands its arguments to the benchmarks of the checkout, and ends with them."""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.commands import bench, cli
from tests.app.commands.running import run

ROOT = Path(__file__).parents[3]
ALL = (
    "--customers", "5", "--interactions", "6", "--cases", "7", "--only", "reads", "saves", "--rounds", "8",
    "--speed", "2.0", "--flat", "10", "20", "--json", "--data",
)  # fmt: skip
TELL = "import json, sys; print(json.dumps({'heard': sys.argv[1:]}), flush=True); "
WAIT = """import sys, time
try:
    print('waits', flush=True)
    time.sleep(60)
except KeyboardInterrupt:
    print('ended', flush=True)
    sys.exit(130)
"""
DRIVER = """
import signal
import sys
from pathlib import Path
from app.commands import bench, cli
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background has it ignored
bench.ROOT = Path(sys.argv[1])
sys.exit(cli.run_command(cli.parse(["bench"])))
"""


def checkout(path: Path, program: str) -> Path:
    """Make a checkout whose benchmarks are `program`."""
    (path / bench.MODULE).parent.mkdir(parents=True)
    (path / bench.MODULE).write_text(program)
    return path


def test_arguments_and_exit_status_are_passed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench, "ROOT", checkout(tmp_path, TELL + "sys.exit(3)"))
    assert cli.run_command(cli.parse(["bench", *ALL, str(tmp_path / "data")])) == 3
    heard = json.loads(capfd.readouterr().out)["heard"]
    parser = argparse.ArgumentParser()
    bench.add_options(parser)
    assert vars(parser.parse_args(heard)) == vars(parser.parse_args([*ALL, str(tmp_path / "data")]))


def test_without_the_checkout_a_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench, "ROOT", tmp_path)
    ran = run(capsys, "bench")
    assert ran.code == 2 and "in a checkout of the source" in ran.error


@pytest.mark.parametrize("whom", ["both", "one"])
def test_ctrl_c_ends_both(tmp_path: Path, whom: str) -> None:
    command = [sys.executable, "-c", DRIVER, str(checkout(tmp_path, WAIT))]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "waits\n"
    (os.killpg if whom == "both" else os.kill)(process.pid, signal.SIGINT)
    assert process.communicate(timeout=30)[0] == "ended\n"
    assert process.returncode == 130


@pytest.mark.parametrize("wrong", [("--customers", "0"), ("--flat", "x"), ("--only", "nothing"), ("--rounds", "-1")])
def test_arguments_are_checked_before_anything_starts(
    capsys: pytest.CaptureFixture[str], wrong: tuple[str, str]
) -> None:
    assert run(capsys, "bench", *wrong).code == 2
