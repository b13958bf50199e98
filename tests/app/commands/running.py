"""Runs a command of main.py in this process and returns what it printed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest

from app.commands import cli


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of it: the exit code, the JSON objects of stdout, and stderr."""

    code: int
    rows: list[dict[str, Any]]
    error: str


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> Ran:
    capsys.readouterr()
    try:
        code = cli.run_command(cli.parse([str(argument) for argument in arguments]))
    except SystemExit as stop:
        code = int(stop.code or 0)
    said = capsys.readouterr()
    return Ran(code, [json.loads(line) for line in said.out.splitlines() if line.startswith("{")], said.err)
