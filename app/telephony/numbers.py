"""Numbers as a PBX sends them: withheld or not, short or not, and whether two of them are the same."""

from __future__ import annotations

import re
from functools import lru_cache

from app import phone_numbers

WITHHELD = phone_numbers.WITHHELD | {"blocked", "asserted", "no-callerid", "nocallerid", "number withheld"}
MAX_NUMBER = 64
ANYWHERE = "ZZ"  # no country: only international numbers can be read
_INTERNATIONAL = re.compile(r"\+[1-9]\d{6,14}\Z")
_ENOUGH_DIGITS = 7


def shown(raw: str | None) -> str | None:
    """The number (or name) as received, without what cannot be printed; None where it is withheld or there is none."""
    text = "".join(letter for letter in raw or "" if letter.isprintable()).strip()[:MAX_NUMBER]
    return None if not text or text.casefold() in WITHHELD else text


@lru_cache(maxsize=4096)
def to_e164(number: str | None, region: str | None) -> str | None:
    """Return `number` in international form, None where it has none; `region` reads national numbers."""
    parsed = phone_numbers.parse(number, region or ANYWHERE)
    if parsed is None:
        return None
    plus = "+" + _digits(number)
    sent_with_plus = (number or "").strip().startswith("+") and _INTERNATIONAL.match(plus)
    return parsed.e164 or (plus if sent_with_plus else None)


def same(one: str | None, other: str | None) -> bool:
    """Whether two spellings are the same number: equal, or equal in their last nine digits."""
    first, second = _digits(one), _digits(other)
    if min(len(first), len(second)) < _ENOUGH_DIGITS:
        return (first or one) == (second or other)
    size = min(len(first), len(second), phone_numbers.SUFFIX_DIGITS)
    return first[-size:].lstrip("0") == second[-size:].lstrip("0")


def is_short(number: str | None) -> bool:
    """Whether it is too short to be a subscriber's number: an extension, a service, an emergency number."""
    return len(_digits(number)) < _ENOUGH_DIGITS


@lru_cache(maxsize=32_768)  # asked again and again of the same callers; more than there are live channels
def _digits(text: str | None) -> str:
    return "".join(str(int(letter)) for letter in (text or "").split(";")[0] if letter.isdecimal())
