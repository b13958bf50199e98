"""What a number is, read in the site's region: parsing, keys for look-up, and how it is shown.

The library is imported when the first number is read or shown: a start until it can be used reads none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from app.errors import QT_TRANSLATE_NOOP, KnownError

if TYPE_CHECKING:
    import phonenumbers

SUFFIX_DIGITS = 9
LONGEST = 60  # characters looked at
CACHED = 1024  # a window asks for the same few numbers again and again
LONGEST_RAW = 1000  # before what is not seen is taken away: one character may become eighteen
MOST_DIGITS = 15  # E.164; what has more is nobody's number either
SHORTEST_INTERNATIONAL = 10
NUMBER_LIKE = re.compile(r"\d(?:[\s()./-]?\d){5,}")
WITHHELD = {"", "anonymous", "restricted", "unavailable", "unknown", "private", "withheld", "<unknown>", "asterisk"}
SCHEME = re.compile(r"^(tel|callto|sips?|ringbook):/*", re.IGNORECASE)
BEHIND = re.compile(r"[;,@?]|ext\.?|\bx\d", re.IGNORECASE)
OF_NUMBERS = re.compile(r"[+\d\s()/.\-–]+")
SERVICE_CODE = re.compile(r"^(\*\d\d#?|#\d\d#)(?=[+\d])")  # *67 and the like stand before the number proper


class PhoneNumber(NamedTuple):
    """A number as received and what could be made of it.

    `e164` is None when it cannot be a number of any country (short codes, garbage); `digits` are what was
    dialled, in ASCII; `suffix_key` is the last nine national digits reversed, None where there are none or too many.
    """

    raw: str
    digits: str
    e164: str | None
    suffix_key: str | None


def check_region(region: str) -> str:
    """Return the region in capitals; raises KnownError when there is no such one."""
    from app.number_library import phonenumbers

    code = region.upper()
    if code not in phonenumbers.SUPPORTED_REGIONS:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "Unknown region"),
            QT_TRANSLATE_NOOP("AppError", "“{region}” is no region; use two letters such as ES, TW or CN."),
            region=region,
        )
    return code


@lru_cache(maxsize=CACHED)
def parse(raw: str | None, region: str) -> PhoneNumber | None:
    """Return the number, or None when the caller withheld it."""
    text = _clean(raw or "")
    if text.casefold() in WITHHELD:
        return None
    digits = re.sub(r"\D", "", text)
    e164, national = _read(text, digits, region)
    return PhoneNumber((raw or "").strip(), digits, e164, suffix_key(national))


def suffix_key(digits: str) -> str | None:
    """Return the last nine digits reversed, so that "ends with" is the beginning of a key."""
    return digits[-SUFFIX_DIGITS:][::-1] if 0 < len(digits) <= MOST_DIGITS else None


@lru_cache(maxsize=CACHED)
def display(number: str, region: str) -> str:
    """Return a number as people of the region write it; what cannot be read is shown as it came."""
    from app.number_library import phonenumbers

    parsed = _parse(number, region)
    if parsed is None or not phonenumbers.is_possible_number(parsed):
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def mask(text: str) -> str:
    """Return `text` with all but the last two digits of what could be a phone number hidden, for logs."""
    return NUMBER_LIKE.sub(lambda match: re.sub(r"\d(?=(?:\D?\d){2})", "•", match[0]), text)


def _clean(raw: str) -> str:
    """Take away what surrounds a number: a URI scheme, parameters, a service code, odd spaces, digits, unseen marks."""
    text = unicodedata.normalize("NFKC", raw[:LONGEST_RAW])
    text = "".join(c for c in text if c.isprintable() or c.isspace()).strip()[:LONGEST]
    text = BEHIND.split(SCHEME.sub("", text), maxsplit=1)[0].strip()
    if not text.isascii():
        text = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in text)
    return SERVICE_CODE.sub("", text)


def _read(text: str, digits: str, region: str) -> tuple[str | None, str]:
    """Return E.164 and national digits of the likeliest reading: valid in the region, valid with a plus that was
    lost, then merely possible; of no reading None and the digits."""
    from app.number_library import phonenumbers

    parsed = []
    for reading in _readings(text, digits):  # the second costs as much as the first, and is seldom asked for
        if (number := _parse(reading, region)) is not None:
            if phonenumbers.is_valid_number(number):
                return _e164(number), phonenumbers.national_significant_number(number)
            parsed.append(number)
    possible = next(filter(_possible, parsed), None)
    if possible is None:
        return None, digits
    e164 = _e164(possible)  # read once more: of what is not valid it may have another zero in front
    return e164, phonenumbers.national_significant_number(phonenumbers.parse(e164))


def _e164(number: phonenumbers.PhoneNumber) -> str:
    from app.number_library import phonenumbers

    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _readings(text: str, digits: str) -> Iterator[str]:
    """Yield a number as it came, then with its plus: carriers send 00 for it, also where the prefix is another."""
    if not OF_NUMBERS.fullmatch(text):
        return
    yield text
    if not text.startswith("+") and len(digits) >= SHORTEST_INTERNATIONAL:
        yield "+" + digits.removeprefix("00")


def _parse(text: str, region: str) -> phonenumbers.PhoneNumber | None:
    from app.number_library import phonenumbers

    try:
        return phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None


def _possible(parsed: phonenumbers.PhoneNumber) -> bool:
    """A local number without its area code counts as possible there, and reaches nobody from here."""
    from app.number_library import phonenumbers

    return phonenumbers.is_possible_number_with_reason(parsed) == phonenumbers.ValidationResult.IS_POSSIBLE
