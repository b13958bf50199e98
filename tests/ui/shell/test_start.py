"""What a start does before its window is on the screen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys import screen as screens

ROOT = Path(__file__).resolve().parents[3]
LATER = (
    "sqlalchemy", "keyring", "cryptography", "phonenumbers", "platformdirs", "urllib.request", "asyncio", "ssl",
    "PySide6.QtNetwork", "app.bootstrap", "ui.console", "ui.panels", "ui.settings", "ui.shell.session",
)  # fmt: skip
RARE = ("keyring", "cryptography", "alembic", "sqlalchemy.dialects.postgresql", "sqlalchemy.orm", "phonenumbers")
SHARED = (
    "psycopg", "app.sync", "app.sync.postgres", "app.sync.sqlite", "app.workflows.signing_in", "ui.sync",
    "ui.settings", "ui.shell.sign_in_flow", "ui.shell.sign_in_page",
)  # fmt: skip
UNSEEN = (
    "app.sync.attention", "app.sync.audit", "app.sync.settle", "ui.panels.customer_editor", "ui.panels.customer_form",
    "ui.panels.customer_chooser",
)  # fmt: skip
CHANGE = {"_Job", "_Percents", "_Held", "_Leg", "LiveCall", "Pushed"}
HIDE_A_SECRET = {"Entry", "FolderKey"}  # from who prints them
HOLD_MORE = {"Backend", "Settings", "PbxSettings"}  # a cache, what is a file
DATACLASSES = """
import dataclasses, sys
import ui.shell.start, app.bootstrap, ui.console.view, ui.shell.desk
ours = [module for name, module in sys.modules.items() if name.partition(".")[0] in ("app", "models", "ui")]
found = {one for module in ours for one in vars(module).values() if isinstance(one, type)}
print(*[one.__qualname__ for one in found if dataclasses.is_dataclass(one) and one.__module__ in sys.modules])
"""
BROKEN = """
import sys
from unittest import mock
import main
with mock.patch("{where}", lambda *_: 1 / 0):
    sys.exit(main.main())
"""
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


def test_the_first_window_takes_nothing_along_that_only_a_shared_store_or_an_unknown_caller_needs() -> None:
    found = "import sys, app.bootstrap, ui.console.view, ui.shell.desk; "
    assert printed(found + "print(*[name for name in sys.argv[1:] if name in sys.modules])", *SHARED, *UNSEEN) == []


def test_dataclasses_on_the_way_to_the_console_are_what_no_named_tuple_can_be() -> None:
    """A class of them takes 1 ms of the start to make, four named tuples take as long."""
    assert set(printed(DATACLASSES)) == CHANGE | HIDE_A_SECRET | HOLD_MORE


def test_a_window_starts_without_python_looking_for_garbage() -> None:
    found = "import gc, main; from ui.shell import start; start.run_window = lambda args: print(gc.isenabled()) or 0; "
    assert printed(found + "main.main()") == ["False"]


@pytest.mark.parametrize("where", ["ui.shell.start.open_session", "ui.shell.desk.Desk.__init__"])
def test_a_bug_on_the_way_to_a_console_that_nobody_sees_ends_it_with_exit_code_1(where: str, tmp_path: Path) -> None:
    script = tmp_path / "driver.py"
    script.write_text(BROKEN.format(where=where))
    env = screens.environment(tmp_path / "home", QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT))
    command = [sys.executable, script, "--data", tmp_path / "data"]
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, timeout=60)
    (log,) = (tmp_path / "home").rglob("ringbook.log")
    assert (done.returncode, done.stderr) == (1, f"Ringbook met a bug; its report is in {log}\n")
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")


def printed(code: str, *arguments: str) -> list[str]:
    """Return the words a process of its own prints."""
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
