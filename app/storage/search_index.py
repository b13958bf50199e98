"""What makes a customer findable: tokens, looked up by their beginning.

Latin words are folded (case, accents, "·"); scripts written without spaces get every suffix of a run, so that any
part of a Chinese name is the beginning of a token; numbers get every suffix of at least three digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from sqlalchemy import ColumnElement

from models.customer import SearchToken

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
    return found


def number_tokens(digits: str) -> set[str]:
    """Return every suffix of at least three digits, so that any part of the number is the beginning of one."""
    digits = NOT_DIGIT.sub("", digits)[:LONGEST_TOKEN]
    return {digits[i:] for i in range(len(digits) - SHORTEST_NUMBER_PART + 1)}


def email_tokens(address: str) -> set[str]:
    """Return the whole address, and its words."""
    return {address.strip().casefold()[:LONGEST_TOKEN], *words(address)}


def search_words(text: str) -> list[str]:
    """Return what each of the words of a search must begin: a number or an e-mail is one word."""
    text = unicodedata.normalize("NFKC", text).strip()
    digits = NOT_DIGIT.sub("", text)
    if digits and re.fullmatch(r"[\d\s()+./-]+", text):
        return ["".join(str(unicodedata.digit(c)) for c in digits)]
    if "@" in text and not re.search(r"\s", text):
        return [text.casefold()[:LONGEST_TOKEN]]
    return words(text)[:MOST_WORDS]


def begins(word: str) -> ColumnElement[bool]:
    """The condition that a token begins with `word`, as a range of the index."""
    return SearchToken.token.between(word, word + LAST)


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
