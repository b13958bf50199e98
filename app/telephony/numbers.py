"""Numbers as a PBX sends them: withheld or not, and in international form where they have one."""

from __future__ import annotations

import re
from functools import lru_cache

import phonenumbers

WITHHELD = frozenset(
    [
        "anonymous",
        "restricted",
        "unavailable",
        "unknown",
        "private",
        "withheld",
        "blocked",
        "asserted",
        "no-callerid",
        "nocallerid",
        "<unknown>",
        "unknown-number",
    ]
)
MAX_NUMBER = 64
_INTERNATIONAL = re.compile(r"\+[1-9]\d{6,14}\Z")
_ENOUGH_DIGITS = 7


def is_region(code: str) -> bool:
    """Whether `code` is an ISO 3166 country in which national numbers can be read."""
    return code in phonenumbers.SUPPORTED_REGIONS


def shown(raw: str | None) -> str | None:
    """The number as received, without what cannot be printed; None where it is withheld or there is none."""
    text = "".join(letter for letter in raw or "" if letter.isprintable()).strip()[:MAX_NUMBER]
    return None if not text or text.casefold() in WITHHELD else text


@lru_cache(maxsize=4096)
def to_e164(number: str | None, region: str | None) -> str | None:
    """Return `number` in international form, None where it has none; `region` reads national numbers."""
    text = (number or "").split(";")[0].strip()
    if not text or any(letter.isalpha() or letter in "*#@" for letter in text):
        return None
    if text.startswith("+"):
        return _international(text)
    national = _parse(text, region)
    if national is not None:
        return national
    digits = "".join(letter for letter in text if letter.isdecimal())
    return _parse("+" + digits[2:], None) if digits.startswith("00") else None


def same(one: str | None, other: str | None) -> bool:
    """Whether two spellings are the same number: equal, or equal in their last nine digits."""
    first, second = _digits(one), _digits(other)
    if min(len(first), len(second)) < _ENOUGH_DIGITS:
        return (first or one) == (second or other)
    size = min(len(first), len(second), 9)
    return first[-size:].lstrip("0") == second[-size:].lstrip("0")


def is_short(number: str | None) -> bool:
    """Whether it is too short to be a subscriber's number: an extension, a service, an emergency number."""
    return len(_digits(number)) < _ENOUGH_DIGITS


def _international(text: str) -> str | None:
    parsed = _parse(text, None)
    digits = "+" + _digits(text)
    return parsed or (digits if _INTERNATIONAL.match(digits) else None)


def _parse(text: str, region: str | None) -> str | None:
    try:
        parsed = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def _digits(text: str | None) -> str:
    return "".join(str(int(letter)) for letter in (text or "").split(";")[0] if letter.isdecimal())
