"""Answers by looking at every customer, with nothing of the program's own index: what search must find."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from uuid import UUID

HAN = re.compile(r"[\u3400-\u9fff]+")
JOINERS = str.maketrans("", "", "·'’")
SPACERS = str.maketrans("·'’", "   ")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a customer, ready to be looked through: texts of lines, each begun by a line feed."""

    id: UUID
    words: str  # of name, company, customer number and e-mail addresses
    han: str  # unspaced runs of name and company
    numbers: str  # digits, as given and in full
    emails: tuple[str, ...]
    code: str


def know(id_: UUID, name: str, company: str | None, code: str, numbers: list[str], emails: list[str]) -> Known:
    text = " ".join([name, company or "", code, *emails])
    words = {*_words(text.translate(JOINERS)), *_words(text.translate(SPACERS))}
    han = HAN.findall(f"{name} {company or ''}")
    digits = {re.sub(r"\D", "", number) for number in numbers}
    return Known(id_, _lines(words), _lines(han), _lines(digits), tuple(e.casefold() for e in emails), code)


def begins_with_all(who: Known, text: str) -> bool:
    """Each typed word begins one of theirs, or lies in a Chinese name, or is a part of a number."""
    return all(_has(who, word) for word in _typed(text))


def has_number(who: Known, text: str) -> bool:
    """The digits lie in one of their numbers, with or without the zeros before them; or begin a word."""
    return any(_has(who, part) for part in _parts(text))


def has_email(who: Known, text: str) -> bool:
    return any(email.startswith(text.casefold()) for email in who.emails)


@cache
def _typed(text: str) -> list[str]:
    return _words(text.translate(JOINERS))


@cache
def _parts(text: str) -> set[str]:
    digits = re.sub(r"\D", "", unicodedata.normalize("NFKC", text))
    digits = "".join(str(unicodedata.digit(c)) for c in digits)
    bare = digits.lstrip("0")
    return {digits, bare} if len(bare) >= 3 else {digits}


def _has(who: Known, word: str) -> bool:
    if HAN.match(word):
        return word in who.han
    return f"\n{word}" in who.words or (word.isdigit() and word in who.numbers)


def _lines(texts: Iterable[str]) -> str:
    return "".join(f"\n{text}" for text in texts)


def _words(text: str) -> list[str]:
    spread = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in spread if not unicodedata.combining(c))
    return re.findall(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+", plain)
