"""Every test runs without a screen unless one is asked for, in a home of its own, in plain English."""

from __future__ import annotations

import gc
import os
import tempfile
from pathlib import Path

import pytest

pytest_plugins = ("tests.postgres_server", "tests.made_store")


def pytest_configure(config: pytest.Config) -> None:
    """Set the environment before anything imports Qt or looks for a home."""
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


def pytest_runtest_teardown() -> None:
    """Collect between two tests, on the main thread."""
    from ui.garbage import collect_due

    collect_due()
