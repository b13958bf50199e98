"""A real, encrypted data folder for the tests below the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import Backend, open_backend
from app.storage.folder import DataFolder
from tests import laid_out


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[DataFolder]:
    opened = DataFolder(laid_out.folder(tmp_path / "data"))
    opened.start_writer()
    yield opened
    opened.close()


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[Backend]:
    opened = open_backend(laid_out.folder(tmp_path / "data"))
    yield opened
    opened.close()
