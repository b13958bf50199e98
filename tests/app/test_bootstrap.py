"""Opening a data folder: what fails leaves it free."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import bootstrap
from app.errors import DamagedError
from tests import laid_out


def test_a_folder_that_was_opened_in_vain_is_free_to_be_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)
    data = laid_out.folder(tmp_path / "data")
    (data / "settings.json").write_text("{", encoding="utf-8")
    with pytest.raises(DamagedError) as held:  # its traceback holds whatever was open
        bootstrap.open_backend(data)
    assert bootstrap.repair(data).aside is not None
    bootstrap.open_backend(data).close()
    assert "settings.json" in str(held.value)
