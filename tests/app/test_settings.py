"""Settings: read once, written whole, never silently lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app import settings
from app.errors import KnownError
from app.settings import FILE_NAME, PbxSettings, Settings

FULL = Settings(
    region="TW", language="zh_TW", theme="dark", agent="陳美玲",
    pbx=PbxSettings("pbx.example", 5038, False, "/etc/ca.pem", "console", "2001"),
)  # fmt: skip


def test_without_a_file_there_are_the_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path) == Settings()
    assert Settings().pbx.tls


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    settings.save(tmp_path, FULL)
    assert settings.load(tmp_path) == FULL
    assert [p.name for p in tmp_path.iterdir()] == [FILE_NAME]


def test_no_password_is_ever_in_the_file(tmp_path: Path) -> None:
    settings.save(tmp_path, FULL)
    assert not {"password", "secret"} & set(json.loads((tmp_path / FILE_NAME).read_text())["pbx"])


def test_what_a_newer_version_wrote_is_left_aside(tmp_path: Path) -> None:
    text = json.dumps({"region": "CN", "mood": "good", "pbx": {"host": "pbx.example", "colour": 1}})
    (tmp_path / FILE_NAME).write_text(text)
    assert settings.load(tmp_path) == Settings(region="CN", pbx=PbxSettings(host="pbx.example"))


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"region": 34}', '{"pbx": "pbx.example"}', '{"pbx": {"port": "5039"}}',
     '{"pbx": {"tls": 1}}', '{"pbx": {"port": true}}', "\udce9"],
)  # fmt: skip
def test_a_damaged_file_is_said_and_not_overlooked(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(KnownError, match="damaged"):
        settings.load(tmp_path)


def test_a_file_that_cannot_be_written_is_said_and_the_old_one_stays(tmp_path: Path) -> None:
    settings.save(tmp_path, FULL)
    (tmp_path / "settings.json.new").mkdir()
    with pytest.raises(KnownError, match="cannot be written"):
        settings.save(tmp_path, Settings())
    assert settings.load(tmp_path) == FULL
