"""References survive being read aloud."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.storage.references import ALPHABET, DIGITS, LETTERS, beginnings, new_prefix, parse, reference

prefixes = st.builds(str.__add__, st.sampled_from(LETTERS), st.sampled_from(DIGITS))
counts = st.integers(1, 10_000_000)


@given(prefixes, counts)
def test_what_was_made_is_read_back_however_it_is_typed(prefix: str, count: int) -> None:
    made = reference(prefix, count)
    assert parse(made) == parse(made.lower().replace("-", "")) == parse(f" {made} ".replace("-", " – ")) == made


@given(prefixes, counts, st.data())
def test_one_wrong_character_is_found(prefix: str, count: int, data: st.DataObject) -> None:
    made = reference(prefix, count)
    place = data.draw(st.sampled_from([i for i, c in enumerate(made) if c != "-"]))
    wrong = data.draw(st.sampled_from([c for c in ALPHABET if c != made[place]]))
    assert parse(made[:place] + wrong + made[place + 1 :]) is None


@given(prefixes, counts, st.integers(0, 3))
def test_two_neighbours_that_changed_places_are_found(prefix: str, count: int, place: int) -> None:
    head, digits, check = reference(prefix, count).split("-")
    if digits[place] != digits[place + 1]:
        swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
        assert parse(f"{head}-{swapped}-{check}") is None


@given(st.text(max_size=20))
def test_any_text_is_a_reference_or_not_but_never_an_error(text: str) -> None:
    assert parse(text) is None or parse(text)


def test_prefixes_are_a_letter_and_a_digit() -> None:
    assert all(p[0] in LETTERS and p[1] in DIGITS for p in (new_prefix() for _ in range(100)))


@pytest.mark.parametrize(
    ("typed", "begin"),
    [
        ("k7", ["K7"]),
        ("K7-", ["K7"]),
        ("K7-000", ["K7-000"]),
        ("k700042x", ["K7-00042-X"]),
        ("K7 00042 X", ["K7-00042-X"]),
        ("K7–00042–3", ["K7-00042-3"]),
        ("K7000423", ["K7-000423", "K7-00042-3"]),
        ("C-000123", []),
        ("maria", []),
        ("934125580", []),
        ("", []),
    ],
)
def test_what_somebody_began_to_type_begins_references(typed: str, begin: list[str]) -> None:
    assert beginnings(typed) == begin
