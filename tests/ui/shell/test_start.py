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
RARE = ("keyring", "cryptography", "alembic", "sqlalchemy.dialects.postgresql", "sqlalchemy.orm", "phonenumbers")
IMPORTED = """
import sys
from app.commands import cli
cli.parse([])
import ui.shell.start
print(*[name for name in sys.argv[1:] if name in sys.modules])
"""


def test_only_qt_and_the_frame_are_imported_on_the_way_to_the_first_paint() -> None:
    assert printed(IMPORTED, *LATER) == []


def test_python_imports_without_reading_the_source_of_each_module() -> None:
    found = "import ui.shell.start, app.bootstrap, linecache; print(*linecache.cache, sep='\\n')"
    read = [name for name in printed(found) if name.endswith(".py")]
    assert [name for name in read if "sqlalchemy" in name or "/app/" in name] == []


def test_the_time_zones_are_found_before_there_are_threads() -> None:
    assert printed("import sys, ui.shell.session; print('zoneinfo' in sys.modules)") == ["True"]


def test_what_opens_the_data_takes_nothing_along_that_no_start_needs_until_it_can_be_used() -> None:
    found = "import sys, app.bootstrap; print(*[name for name in sys.argv[1:] if name in sys.modules])"
    assert printed(found, *RARE) == []


def printed(code: str, *arguments: str) -> list[str]:
    """Return the words a process of its own prints."""
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
