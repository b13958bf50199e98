"""Every test runs without a screen unless one is asked for, in a home of its own, in plain English."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.effort import FULL

MEMORY = Path("/dev/shm")
ROOM = 2_000_000_000  # bytes; a run takes a tenth of it
pytest_plugins = ("tests.postgres_server", "tests.made_store")


def pytest_configure(config: pytest.Config) -> None:
    """Set the environment before anything imports Qt or looks for a home."""
    _keep_files_in_memory()
    home = tempfile.TemporaryDirectory(prefix="ringbook-tests-", ignore_cleanup_errors=True)
    config.add_cleanup(home.cleanup)
    os.environ["HOME"] = home.name
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        folder = Path(home.name, name.lower())
        folder.mkdir(mode=0o700)
        os.environ[name] = str(folder)
    os.environ.update(LANGUAGE="en", LANG="C.UTF-8", LC_ALL="C.UTF-8")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # QT_QPA_PLATFORM=xcb asks for a screen
    gc.disable()  # as in the program: no thread but the main one may destroy a Qt object


def _keep_files_in_memory() -> None:
    """Have small runs write where no disk is waited for: a database of PostgreSQL is 400 files, and each test's is new.

    TMPDIR chooses another place.
    """
    if FULL or "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK):
        return
    if os.statvfs(MEMORY).f_flag & os.ST_NOEXEC == 0 and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


@pytest.fixture(scope="session", autouse=True)
def _quick_passwords() -> Iterator[None]:
    """Nobody guesses the passwords of tests: scrypt takes 0.1 s for each, and a file says itself what it took."""
    from app.sync import unlock
    from app.sync.sqlite import key

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key, "N", 2)
        patch.setitem(unlock.COST, "n", 2)
        yield


def pytest_collection_finish() -> None:
    """Have the collector look through nothing that was imported, as the window does."""
    gc.freeze()


def pytest_runtest_teardown() -> None:
    """Collect between two tests, on the main thread."""
    from ui.garbage import collect_due

    collect_due()
