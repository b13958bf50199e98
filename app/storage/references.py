"""References people read aloud, such as K7-00042-X: the desk's prefix, a count, and a check character."""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Callable
from functools import cache

# Letters and digits that are not taken for one another, on paper or on the phone; a prime number of them, so that
# the weighted sum finds every wrong character and every pair of neighbours that changed places.
ALPHABET = "0123456789ABCDEFGHJKMNPQRTUVWXY"
LETTERS = "ABCDEFGHJKMNPQRTUVWXY"
DIGITS = "23456789"
DIGITS_OF_COUNT = 5
LONGEST = 60  # characters looked at


@cache  # at its first use, as no start needs it; Python's own cache drops it where many numbers are read
def _shape() -> re.Pattern[str]:
    return re.compile(r"([A-Z]{1,2}[0-9])-?([0-9]{5,})-?([0-9A-Z])")


@cache
def _begun() -> re.Pattern[str]:
    return re.compile(r"([A-Z]{1,2}[0-9])-?([0-9]*)(?:-|-?([A-Z])|-([0-9]))?")


def all_prefixes() -> list[str]:
    """Return every prefix a desk may have: a letter and a digit, or, where those are given, two letters and a digit."""
    letters = [*LETTERS, *(first + second for first in LETTERS for second in LETTERS)]
    return [letter + digit for letter in letters for digit in DIGITS]


def free_prefix(is_taken: Callable[[str], bool]) -> str:
    """Draw a prefix nobody has, a short one if there is one; should all be given, references still differ by count."""
    drawn = sorted(all_prefixes(), key=lambda prefix: (len(prefix), secrets.randbits(32)))
    return next((prefix for prefix in drawn if not is_taken(prefix)), drawn[0])


def reference(prefix: str, count: int) -> str:
    """Return the reference number `count` of a desk."""
    body = f"{prefix}{count:0{DIGITS_OF_COUNT}}"
    return f"{prefix}-{count:0{DIGITS_OF_COUNT}}-{check_character(body)}"


def check_character(body: str) -> str:
    """Return the character that makes the weighted sum of `body` whole (modulo 31)."""
    total = sum(weight * ALPHABET.index(c) for weight, c in enumerate(reversed(body), start=2))
    return ALPHABET[-total % len(ALPHABET)]


def parse(text: str) -> str | None:
    """Return the reference somebody typed, in its one form, or None when it is not one or was misheard."""
    match = _shape().fullmatch(re.sub(r"[\s–—]", "", _plain(text)))
    if match is None or not set(match[1]) <= set(ALPHABET):
        return None
    prefix, count, check = match.groups()
    return f"{prefix}-{count}-{check}" if check_character(prefix + count) == check else None


def beginnings(text: str) -> list[str]:
    """Return how the references somebody began to type begin: "k700042x" may be "K7-00042-X"; none if it is none.

    A digit at the end may be the check character or one more of the count.
    """
    typed = _begun().fullmatch(re.sub(r"[–—]", "-", re.sub(r"\s", "", _plain(text))))
    if typed is None:
        return []
    prefix, count, letter, digit = typed.groups()
    if check := letter or digit:
        return [f"{prefix}-{count}-{check}"]
    found = [f"{prefix}-{count}" if count else prefix]
    if len(count) > DIGITS_OF_COUNT:
        found.append(f"{prefix}-{count[:-1]}-{count[-1]}")
    return found


def _plain(text: str) -> str:
    """Return capitals and digits as ASCII has them: a Chinese keyboard may type them wide, an Arabic one its own."""
    wide = unicodedata.normalize("NFKC", text[:LONGEST]).upper()
    return "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in wide)
