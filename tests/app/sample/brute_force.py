"""Answers by looking at every customer, with nothing of the program's own index: what search must find."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from uuid import UUID

HAN = re.compile(r"[\u3400-\u9fff]+")
JOINERS = str.maketrans("", "", "·'’")
SPACERS = str.maketrans("·'’", "   ")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a customer, ready to be looked through."""

    id: UUID
    words: tuple[str, ...]  # of name, company, customer number and e-mail addresses
    han: tuple[str, ...]  # unspaced runs of name and company
    numbers: tuple[str, ...]  # digits, as given and in full
    emails: tuple[str, ...]
    code: str


def know(id_: UUID, name: str, company: str | None, code: str, numbers: list[str], emails: list[str]) -> Known:
    text = " ".join([name, company or "", code, *emails])
    words = {*_words(text.translate(JOINERS)), *_words(text.translate(SPACERS))}
    han = HAN.findall(f"{name} {company or ''}")
    digits = {re.sub(r"\D", "", number) for number in numbers}
    return Known(id_, tuple(words), tuple(han), tuple(digits), tuple(e.casefold() for e in emails), code)


def begins_with_all(who: Known, text: str) -> bool:
    """Each typed word begins one of theirs, or lies in a Chinese name, or is a part of a number."""
    return all(_has(who, word) for word in _words(text.translate(JOINERS)))


def has_number(who: Known, text: str) -> bool:
    """The digits lie in one of their numbers, with or without the zeros before them; or begin a word."""
    digits = re.sub(r"\D", "", unicodedata.normalize("NFKC", text))
    digits = "".join(str(unicodedata.digit(c)) for c in digits)
    bare = digits.lstrip("0")
    parts = {digits, bare} if len(bare) >= 3 else {digits}
    return any(_has(who, part) for part in parts)


def has_email(who: Known, text: str) -> bool:
    return any(email.startswith(text.casefold()) for email in who.emails)


def _has(who: Known, word: str) -> bool:
    if HAN.match(word):
        return any(word in run for run in who.han)
    if word.isdigit() and any(word in number for number in who.numbers):
        return True
    return any(own.startswith(word) for own in who.words)


def _words(text: str) -> list[str]:
    spread = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in spread if not unicodedata.combining(c))
    return re.findall(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+", plain)
