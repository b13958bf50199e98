"""settings.json, ringbook.json and what knocks at the window's socket: read, or one sentence, never a crash."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app import settings as settings_file
from app.errors import KnownError
from app.settings import FILE_NAME, PbxSettings, Settings
from app.storage import key_facts
from tests.effort import effort
from tests.fuzz.json_values import objects, values
from ui.shell.single_instance import KEYS, parse

many = settings(
    max_examples=effort(40, 10_000),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)
PBX = ("host", "port", "tls", "ca_file", "username", "extension")
SETTINGS = ("region", "language", "theme", "agent", "pbx")
FACTS = ("id", "kept_in", "check", "wrapped", "recovery_kept")
GOOD = {"id": "1", "kept_in": "file", "check": "ab", "wrapped": ["ab"], "recovery_kept": True}
flips = st.lists(st.tuples(st.integers(0, 10_000), st.binary(min_size=0, max_size=3)), max_size=6)


def damaged(text: str, damage: list[tuple[int, bytes]]) -> bytes:
    data = bytearray(text.encode())
    for place, noise in damage:
        data[place % len(data) : place % len(data) + 1] = noise
    return bytes(data)


def write(path: Path, value: Any) -> None:
    path.write_bytes(json.dumps(value).encode())


@many
@example({}, {"host": "\ud800"})
@given(objects(*SETTINGS), objects(*PBX))
def test_settings_of_any_shape_are_read_or_a_sentence(tmp_path: Path, raw: Any, pbx: Any) -> None:
    write(tmp_path / FILE_NAME, raw | {"pbx": pbx} if isinstance(raw, dict) else raw)
    try:
        read = settings_file.load(tmp_path)
    except KnownError as error:
        assert FILE_NAME in str(error)
    else:
        assert isinstance(read, Settings) and isinstance(read.pbx.port, int)
        settings_file.save(tmp_path, read)
        assert settings_file.load(tmp_path) == read


@many
@given(flips)
def test_settings_with_damaged_bytes_are_read_or_a_sentence(tmp_path: Path, damage: list[tuple[int, bytes]]) -> None:
    settings_file.save(tmp_path, Settings(region="TW", agent="陳美玲", pbx=PbxSettings("pbx.example", 5038, False)))
    (tmp_path / FILE_NAME).write_bytes(damaged((tmp_path / FILE_NAME).read_text(encoding="utf-8"), damage))
    try:
        settings_file.load(tmp_path)
    except KnownError as error:
        assert FILE_NAME in str(error)


@many
@given(objects(*FACTS), st.dictionaries(st.sampled_from(FACTS), values, max_size=2), flips)
def test_what_a_folder_says_of_its_key_is_read_or_a_sentence(
    tmp_path: Path, raw: Any, changed: dict[str, Any], damage: list[tuple[int, bytes]]
) -> None:
    for data in (json.dumps(raw).encode(), json.dumps(GOOD | changed).encode(), damaged(json.dumps(GOOD), damage)):
        (tmp_path / key_facts.FILE_NAME).write_bytes(data)
        try:
            facts = key_facts.read(tmp_path)
        except KnownError as error:
            assert key_facts.FILE_NAME in str(error)
        else:
            assert facts is not None and facts.kept_in in key_facts.PLACES
            assert all(bytes.fromhex(wrapped) is not None for wrapped in facts.wrapped)


@pytest.mark.parametrize("name", [FILE_NAME, key_facts.FILE_NAME])
@pytest.mark.parametrize(
    "data", [b"[" * 100_000, b'{"a":' * 100_000, b"\xff\xfe{", b"", b"1" * 10_000, b"\xef\xbb\xbf{}"]
)
def test_a_file_that_no_parser_likes_is_a_sentence(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(KnownError):
        settings_file.load(tmp_path) if name == FILE_NAME else key_facts.read(tmp_path)


@many
@given(st.binary(max_size=200) | objects("pop").map(lambda value: json.dumps(value).encode()))
def test_a_message_at_the_socket_is_one_we_know_or_none(line: bytes) -> None:
    message = parse(line)
    if message is not None:
        assert message.keys() <= KEYS
        assert all(isinstance(value, str) for value in message.values())
        assert "".join(message.values()).encode() is not None, "a lone surrogate would stop whoever writes it down"
