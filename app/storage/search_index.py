"""What makes a customer findable: tokens, looked up by their beginning.

Latin words are folded (case, accents, "·"); scripts written without spaces get every suffix of a run, so that any
part of a Chinese name is the beginning of a token; numbers get every suffix of at least three digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# Letters that Unicode does not take apart.
PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
JOINERS = re.compile(r"(?<=\w)[·‧∙•'’ʼ`´](?=\w)")
# Han with its extensions and compatibility forms, kana, bopomofo, Hangul, Thai, Lao, Khmer, Burmese.
UNSPACED = (
    r"\u2e80-\u2fdf\u3005-\u3007\u3040-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\U00020000-\U000323af"
)
RUN = re.compile(f"[{UNSPACED}]+|[^\\W_{UNSPACED}]+")
NOT_DIGIT = re.compile(r"\D")
NUMBER = re.compile(r"[\d\s()+./–-]+")
URI = re.compile(r"^(?:tel|callto|sips?):/*", re.IGNORECASE)
SERVICE = re.compile(r"^[*#]\d\d#?(?=[+\d])")  # *67 and the like stand before a number
CODE = re.compile(r"\b([A-Za-z])-?(\d+)\b")
SHORTEST_NUMBER_PART = 3
LONGEST_TOKEN = 64
MOST_WORDS = 12
LAST = "\U0010ffff"


def fold(text: str) -> str:
    """Return `text` without case, accents, width and joining marks."""
    if text.isascii():  # nothing to take apart: most words, and much faster
        return JOINERS.sub("", text.lower())
    spread = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in spread if unicodedata.category(c) != "Mn" or _is_unspaced(c))
    return JOINERS.sub("", unicodedata.normalize("NFC", bare).translate(PLAIN))


def words(text: str) -> list[str]:
    """Return the folded words (or unspaced runs) of a name or a search."""
    return [run[:LONGEST_TOKEN] for run in RUN.findall(fold(text))]


def name_tokens(name: str) -> set[str]:
    """Return the tokens of a name in any script."""
    found: set[str] = set()
    for word in words(name):
        found.update(word[i:] for i in range(len(word))) if _is_unspaced(word[0]) else found.add(word)
    # "L'Hospitalet" is looked for as "Hospitalet" too, "O'Brien" as "Brien".
    found.update(words(JOINERS.sub(" ", name)))
    # "C-000123" is one word too: its number alone would be among the parts of telephone numbers.
    found.update(_code(code)[:LONGEST_TOKEN] for code in CODE.finditer(name))
    return found


def number_tokens(digits: str) -> set[str]:
    """Return every suffix of at least three digits, so that any part of the number is the beginning of one."""
    digits = NOT_DIGIT.sub("", digits)[:LONGEST_TOKEN]
    return {digits[i:] for i in range(len(digits) - SHORTEST_NUMBER_PART + 1)}


def email_tokens(address: str) -> set[str]:
    """Return the whole address, and its words."""
    return {address.strip().casefold()[:LONGEST_TOKEN], *words(address)}


def alternatives(text: str) -> list[list[str]]:
    """Return what a search may mean, likeliest first: each a list of words that all must begin a token.

    A number or its part, an e-mail address and a customer number such as C-000123 are one word. The zeros before
    a number are also tried without: they may stand for a country, or fall away behind one.
    """
    text = unicodedata.normalize("NFKC", text).strip()
    digits = _digits(text)
    if digits:
        bare = digits.lstrip("0")
        return [[digits], [bare]] if bare != digits and len(bare) >= SHORTEST_NUMBER_PART else [[digits]]
    if "@" in text and not re.search(r"\s", text):
        return [[text.casefold()[:LONGEST_TOKEN]]]
    if code := CODE.fullmatch(text):
        return [[_code(code)]]
    found = list(dict.fromkeys(words(text)))[:MOST_WORDS]
    return [found] if found else []


def _digits(text: str) -> str:
    """Return the digits of a number or its part as people and links write them; "" when the text is none."""
    bare = URI.sub("", text)
    bare = SERVICE.sub("", re.split(r"[;?@]" if bare != text else ";", bare)[0])
    if NUMBER.fullmatch(bare) is None:
        return ""
    return "".join(str(unicodedata.digit(c)) for c in bare if c.isdigit())


def _code(code: re.Match[str]) -> str:
    return f"{code[1]}{code[2]}".casefold()


def all_tokens(names: Iterable[str | None], numbers: Iterable[str], emails: Iterable[str]) -> set[str]:
    """Return the tokens of one customer."""
    found: set[str] = set()
    for name in names:
        found |= name_tokens(name or "")
    for number in numbers:
        found |= number_tokens(number)
    for email in emails:
        found |= email_tokens(email)
    return found


def _is_unspaced(character: str) -> bool:
    return re.match(f"[{UNSPACED}]", character) is not None
