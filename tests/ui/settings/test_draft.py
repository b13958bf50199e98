"""What may be saved, and which port goes with TLS."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.settings import PbxSettings, Settings
from ui.settings.draft import Draft, port_after_switch, problems

GOOD = Draft.of(Settings(agent="Marta", pbx=PbxSettings("pbx.example", 5039, True, "", "ringbook", "2001")))


def test_a_draft_of_settings_gives_the_settings_back() -> None:
    settings = Settings("TW", "zh_TW", "dark", "陳美玲", PbxSettings("h", 1, False, "/ca.pem", "u", "1"))
    assert Draft.of(settings).settings() == settings


def test_spaces_around_what_is_typed_are_not_saved() -> None:
    typed = replace(GOOD, host=" pbx.example ", username="ringbook ", agent=" Marta", region="es ")
    assert typed.settings() == GOOD.settings()


def test_what_is_whole_has_no_problems() -> None:
    assert problems(GOOD) == {}
    assert problems(Draft.of(Settings())) == {}, "no PBX at all is fine"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"port": ""}, "port"), ({"port": "0"}, "port"), ({"port": "65536"}, "port"), ({"port": "-1"}, "port"),
        ({"port": "five"}, "port"), ({"port": "٥٠٣٩"}, "port"), ({"host": "pbx example"}, "host"),
        ({"host": "pbx\x00"}, "host"), ({"username": " "}, "username"), ({"extension": ""}, "extension"),
        ({"username": "a\r\nAction: Originate"}, "username"), ({"extension": "2001\n"}, None),
        ({"extension": "20\n01"}, "extension"), ({"region": " "}, "region"),
    ],
)  # fmt: skip
def test_each_wrong_field_is_named(change: dict[str, Any], field: str | None) -> None:
    assert list(problems(replace(GOOD, **change))) == ([field] if field else [])


def test_the_port_follows_tls_unless_somebody_chose_one() -> None:
    assert port_after_switch("5039", tls=False) == "5038"
    assert port_after_switch("5038", tls=True) == "5039"
    assert port_after_switch("15039", tls=False) == "15039"


def test_the_password_is_in_no_repr() -> None:
    assert "hunter2" not in repr(replace(GOOD, password="hunter2"))
