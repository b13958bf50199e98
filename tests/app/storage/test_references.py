"""References survive being read aloud."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.storage.references import ALPHABET, DIGITS, LETTERS, all_prefixes, beginnings, free_prefix, parse, reference

prefixes = st.from_regex(f"[{LETTERS}]{{1,2}}[{DIGITS}]", fullmatch=True)
counts = st.integers(1, 10_000_000)


@given(prefixes, counts)
def test_what_was_made_is_read_back_however_it_is_typed(prefix: str, count: int) -> None:
    made = reference(prefix, count)
    assert parse(made) == parse(made.lower().replace("-", "")) == parse(f" {made} ".replace("-", " – ")) == made


@given(prefixes, counts)
def test_every_wrong_character_is_found(prefix: str, count: int) -> None:
    made = reference(prefix, count)
    for place in (i for i, c in enumerate(made) if c != "-"):
        for wrong in ALPHABET.replace(made[place], ""):
            assert parse(made[:place] + wrong + made[place + 1 :]) is None, (made, place, wrong)


@given(prefixes, counts)
def test_every_two_neighbours_that_changed_places_are_found(prefix: str, count: int) -> None:
    plain = reference(prefix, count).replace("-", "")
    for place in range(len(plain) - 1):
        swapped = plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]
        assert swapped == plain or parse(swapped) is None


@given(prefixes, counts)
def test_what_is_begun_to_type_begins_the_reference_it_becomes(prefix: str, count: int) -> None:
    made = reference(prefix, count)
    for typed in (made, made.lower(), made.replace("-", ""), made.replace("-", " "), made.replace("-", "–")):
        for length in range(len(prefix), len(typed) + 1):
            assert any(made.startswith(beginning) for beginning in beginnings(typed[:length])), typed[:length]


@given(st.text(max_size=20) | st.from_regex(r"[A-Za-z]\d[-– ]?\d{0,12}[-– ]?\w?", fullmatch=True))
def test_beginnings_are_few_short_and_of_the_one_form(text: str) -> None:
    found = beginnings(text)
    assert len(found) <= 2
    assert all(set(beginning) <= set(ALPHABET + "ILOSZ-") for beginning in found)


@given(st.text(max_size=20) | st.from_regex(r"[A-Z]\d-?\d{5,7}-?\w", fullmatch=True))
def test_any_text_is_a_reference_or_not_but_never_an_error(text: str) -> None:
    assert parse(text) is None or parse(text)


def test_a_desk_gets_a_short_prefix_nobody_has_and_a_longer_one_when_those_are_given() -> None:
    short = {prefix for prefix in all_prefixes() if len(prefix) == 2}
    assert len({free_prefix(lambda _: False) for _ in range(50)} & short) > 1
    assert free_prefix(lambda prefix: prefix in short - {"M4"}) == "M4"
    longer = free_prefix(lambda prefix: prefix in short)
    assert len(longer) == 3
    assert parse(reference(longer, 42)) == reference(longer, 42)


def test_when_every_prefix_is_given_there_still_is_one() -> None:
    assert free_prefix(lambda _: True) in all_prefixes()


@pytest.mark.parametrize(
    ("typed", "begin"),
    [
        ("k7", ["K7"]),
        ("K7-", ["K7"]),
        ("K7-000", ["K7-000"]),
        ("k700042x", ["K7-00042-X"]),
        ("K7 00042 X", ["K7-00042-X"]),
        ("K7–00042–3", ["K7-00042-3"]),
        ("Ｋ７－００", ["K7-00"]),
        ("K7-٠٠", ["K7-00"]),
        ("K7000423", ["K7-000423", "K7-00042-3"]),
        ("km7", ["KM7"]),
        ("km700042x", ["KM7-00042-X"]),
        ("C-000123", []),
        ("maria", []),
        ("934125580", []),
        ("", []),
    ],
)
def test_what_somebody_began_to_type_begins_references(typed: str, begin: list[str]) -> None:
    assert beginnings(typed) == begin
