"""Numbers of every shape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import KnownError
from app.phone_numbers import check_region, display, mask, parse


@pytest.mark.parametrize(
    ("raw", "region", "e164"),
    [
        ("0934445566", "TW", "+886934445566"),
        ("+886 934-44.55.66", "TW", "+886934445566"),
        ("0034934445566", "TW", "+34934445566"),
        ("00886-2-2771-1234", "TW", "+886227711234"),
        ("34934445566", "ES", "+34934445566"),
        ("93 444 55 66", "ES", "+34934445566"),
        ("(93) 444/55/66", "ES", "+34934445566"),
        ("+1(415)555-0100", "TW", "+14155550100"),
        ("0934445566;ext=12", "TW", "+886934445566"),
        ("tel:+34-93-444-5566", "TW", "+34934445566"),
        ("sip:+34934445566@pbx.example", "TW", "+34934445566"),
        ("*67934445566", "ES", "+34934445566"),
        ("٠٩٣٤٤٤٥٥٦٦", "TW", "+886934445566"),
        ("０９３４４４５５６６", "TW", "+886934445566"),
        ("112", "ES", None),
        ("1003", "TW", None),
        ("1" * 50, "TW", None),
        ("abc", "TW", None),
        ("+", "TW", None),
    ],
)
def test_a_number_is_read_in_the_region_whatever_its_shape(raw: str, region: str, e164: str | None) -> None:
    number = parse(raw, region)
    assert number is not None and number.e164 == e164 and number.raw == raw


@pytest.mark.parametrize("raw", ["", None, "anonymous", "Anonymous", "Restricted", "Unavailable", "<unknown>", " "])
def test_a_withheld_number_is_none(raw: str | None) -> None:
    assert parse(raw, "ES") is None


def test_the_key_is_the_last_nine_national_digits_reversed() -> None:
    keys = {raw: parse(raw, "ES").suffix_key for raw in ("934445566", "+34934445566", "112", "1" * 16, "abc")}  # type: ignore[union-attr]
    assert keys == {"934445566": "665544439", "+34934445566": "665544439", "112": "211", "1" * 16: None, "abc": None}


@given(st.text(max_size=200))
def test_any_text_is_parsed_shown_and_masked_without_an_error(text: str) -> None:
    parse(text, "ES")
    display(text, "ES")
    mask(text)


def test_a_log_shows_only_the_end_of_a_number() -> None:
    assert mask("rings from +34 934 44 55 66 at 1001") == "rings from +•• ••• •• •• 66 at 1001"


def test_an_unknown_region_is_a_sentence() -> None:
    assert check_region("tw") == "TW"
    with pytest.raises(KnownError, match="ZZ"):
        check_region("ZZ")
