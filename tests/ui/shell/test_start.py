"""What a start does before its window is on the screen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
LATER = (
    "sqlalchemy", "keyring", "cryptography", "phonenumbers", "platformdirs", "urllib.request", "asyncio", "ssl",
    "PySide6.QtNetwork", "app.bootstrap", "ui.console", "ui.panels", "ui.settings", "ui.shell.session",
)  # fmt: skip
RARE = ("keyring", "cryptography", "alembic", "sqlalchemy.dialects.postgresql", "sqlalchemy.orm")
IMPORTED = """
import sys
from app.commands import cli
cli.parse([])
import ui.shell.start
print(*[name for name in sys.argv[1:] if name in sys.modules])
"""


def test_only_qt_and_the_frame_are_imported_on_the_way_to_the_first_paint() -> None:
    command = [sys.executable, "-c", IMPORTED, *LATER]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split() == []


def test_what_opens_the_data_takes_nothing_along_that_hardly_any_start_needs() -> None:
    found = "import sys, app.bootstrap; print(*[name for name in sys.argv[1:] if name in sys.modules])"
    command = [sys.executable, "-c", found, *RARE]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split() == []
