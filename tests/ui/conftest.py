"""Tests of the interface start in English and light, on a real backend in a folder of its own where they want one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from app.bootstrap import Backend, open_backend
from app.events import RowsChanged
from tests import laid_out, look
from ui.background import Background

T = TypeVar("T")
KEY = "5e" * 32
PATIENCE = 10  # seconds a write may take before a test gives up


@pytest.fixture(autouse=True)
def light_english(qapp: QApplication) -> QApplication:
    """Undo what an earlier test did to the look."""
    look.light_english(qapp)
    return qapp


@pytest.fixture
def changes() -> list[RowsChanged]:
    """What the backend reported as changed, in order; filled in the writer's thread."""
    return []


@pytest.fixture
def backend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changes: list[RowsChanged]) -> Iterator[Backend]:
    """A backend on an empty data folder; its region is Spain."""
    monkeypatch.setenv("RINGBOOK_KEY", KEY)
    opened = open_backend(laid_out.folder(tmp_path / "data"), changes.append)
    yield opened
    opened.close()


@pytest.fixture
def background(qapp: QCoreApplication, backend: Backend) -> Iterator[Background]:
    """The window's reading thread; stopped before the backend's files are closed."""
    running = Background()
    failures: list[Any] = []
    running.broken.connect(failures.append)
    yield running
    running.stop()
    running.deleteLater()
    QCoreApplication.sendPostedEvents(running, QEvent.Type.DeferredDelete)
    assert failures == [], "a job in the background broke"


@pytest.fixture
def saved() -> Callable[[Future[T]], T]:
    """Wait until a write is on the disk and return what it resolves to."""
    return lambda future: future.result(PATIENCE)
