"""Numbers in links: every scheme, every nuisance, nothing that raises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.links import LONGEST_NUMBER, number_from_link


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("+34 93 412 55 80", "+34 93 412 55 80"),
        ("tel:+34934125580", "+34934125580"),
        ("TEL:+34-93-412-55-80", "+34-93-412-55-80"),
        ("tel://+34934125580/", "+34934125580"),
        ("tel:+34934125580;ext=12", "+34934125580"),
        ("tel:934125580;phone-context=+34", "+34934125580"),
        ("tel:+886287710001;phone-context=+34", "+886287710001"),
        ("tel:2001;phone-context=pbx.example", "2001"),
        ("tel:%2B34%20934%20125%20580", "+34 934 125 580"),
        ("callto:+34934125580", "+34934125580"),
        ("callto://+34934125580?call", "+34934125580"),
        ("sip:2001@pbx.example", "2001"),
        ("sips:+34934125580@pbx.example:5061;transport=tls", "+34934125580"),
        ("sip:2001:secret@pbx.example", "2001"),
        ('"Anna" <sip:2001@pbx.example>', "2001"),
        ("ringbook:+34934125580", "+34934125580"),
        ("ringbook://pop?number=+34934125580", "+34934125580"),
        ("ringbook://pop?number=%2B34934125580&x=1", "+34934125580"),
        ("  (02) 8771-0001  ", "(02) 8771-0001"),
        ("tel:＋３４９３４１２５５８０", "+34934125580"),
        ("+34\u202e934\x00125\u200b580", "+34934125580"),
        ("+34\n934", "+34 934"),
    ],
)
def test_the_number_is_found(text: str, number: str) -> None:
    assert number_from_link(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tel:",
        "anonymous",
        "sip:anna@pbx.example",
        "mailto:a1@b.example",
        "javascript:alert(1)",
        "file:///etc/1",
        ":9",
    ],
)
def test_what_has_no_number_gives_nothing(text: str) -> None:
    assert number_from_link(text) == ""


def test_an_endless_link_is_cut() -> None:
    assert len(number_from_link("tel:" + "1" * 1_000_000)) == LONGEST_NUMBER


@given(st.one_of(st.text(), st.text().map("ringbook://pop?number=".__add__), st.text().map("tel:".__add__)))
def test_any_text_gives_a_short_printable_number_or_nothing(text: str) -> None:
    number = number_from_link(text)
    assert len(number) <= LONGEST_NUMBER
    assert number == "" or any(c.isdigit() for c in number)
    assert number.isprintable()
