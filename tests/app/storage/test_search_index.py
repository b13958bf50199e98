"""What a customer is found by: the text, its tokens, and the pairs in which two words are one beginning."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from app.storage.search_index import (
    LAST,
    PAIR,
    alternatives,
    is_paired,
    pair_begins,
    pair_pattern,
    pair_token,
    search_text,
    tokens,
    words,
)  # fmt: skip

WORD = st.text("abé陳1", min_size=1, max_size=5).map(lambda text: (words(text) or ["x"])[0])
LATIN = st.text("ab", min_size=1, max_size=6)


def found(token: str, first: str, second: str) -> bool:
    """Whether a search of two words takes this token, as the database compares."""
    beginning = pair_begins(first, second)
    pattern = re.escape(PAIR + pair_pattern(first, second)).replace("_", ".") + ".*"
    return beginning <= token <= beginning + LAST and re.fullmatch(pattern, token) is not None


@given(LATIN, LATIN, LATIN, LATIN)
def test_a_pair_is_found_by_the_beginnings_of_both_words_and_by_nothing_else(a: str, b: str, x: str, y: str) -> None:
    first, second = sorted((a, b))
    typed = sorted((x, y))
    if typed[1].startswith(typed[0]):
        return  # the longer one finds all that both find
    expected = first.startswith(typed[0]) and second.startswith(typed[1])
    assert found(pair_token(first, second), *typed) == expected


@given(
    st.lists(WORD, max_size=6), st.sampled_from(["", "0912 345 678", "+886912345678"]), st.sampled_from(["", "a.b@c.d"])
)
def test_tokens_follow_from_the_text_and_no_token_of_a_word_looks_like_a_pair(
    names: list[str], number: str, email: str
) -> None:
    text = search_text([" ".join(names), None], [number] if number else [], [email] if email else [])
    made = tokens(text)
    assert {word for name in names for word in words(name)} <= made
    assert not number or {"678", "345678"} <= made
    assert not email or {"a.b@c.d", "a", "d"} <= made
    paired = {word for name in names for word in words(name) if is_paired(word)} | set("abcd" if email else "")
    assert len({token for token in made if token.startswith(PAIR)}) == len(paired) * (len(paired) - 1) // 2


def test_the_order_of_numbers_and_addresses_makes_no_other_text() -> None:
    numbers, emails = ["93 412 55 80", "+34934125580"], ["b@x.cat", "A@x.cat"]
    assert search_text(["Maria"], numbers, emails) == search_text(["Maria"], numbers[::-1], emails[::-1])


def test_a_customer_number_is_found_whole_and_by_its_digits_not_by_its_letter() -> None:
    made = tokens(search_text(["Maria Puig", None, "C-000123"], [], []))
    assert {"c000123", "000123", "maria", "puig"} <= made
    assert "c" not in made and len([token for token in made if token.startswith(PAIR)]) == 1
    assert alternatives("c-000123") == [["c000123"]]


def test_a_name_of_many_words_has_a_bounded_number_of_tokens() -> None:
    made = tokens(search_text([" ".join(f"word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(200))], [], []))
    assert len(made) == 200 + 24 * 23 // 2
