"""What makes a customer findable: a text, and the tokens made of it, looked up by their beginning.

The text of a customer has three parts: their words, each behind a space; behind a line feed the e-mail addresses;
behind a tab the numbers. Latin words are folded (case, accents, "·"). A token is a word; of scripts written without
spaces every suffix of a run, so that any part of a Chinese name is the beginning of a token; of numbers every suffix of
at least three digits; of each two Latin words a pair, in which the beginnings of both are the beginning of one token.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain, combinations

# Letters that Unicode does not take apart.
PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
JOINERS = re.compile(r"(?<=\w)[·‧∙•'’ʼ`´](?=\w)")
# Han with its extensions and compatibility forms, kana, bopomofo, Hangul, Thai, Lao, Khmer, Burmese.
UNSPACED = (
    r"\u2e80-\u2fdf\u3005-\u3007\u3040-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\U00020000-\U000323af"
)
NOT_DIGIT = re.compile(r"\D")
NUMBER = re.compile(r"[\d\s()+./–-]+")
URI = re.compile(r"^(?:tel|callto|sips?):/*", re.IGNORECASE)
SERVICE = re.compile(r"^[*#]\d\d#?(?=[+\d])")  # *67 and the like stand before a number
CODE = re.compile(r"\b([A-Za-z])-?(\d+)\b")
JOINED_CODE = re.compile(r"[a-z]\d+")
SHORTEST_NUMBER_PART = 3
LONGEST_TOKEN = 64
MOST_WORDS = 12
MOST_PAIRED = 24  # words of one customer; no name is that long
PAIR = " "  # begins the token of a pair, and no word
LAST = "\U0010ffff"
MOST_KNOWN = 8192  # words whose folded form is remembered: most people share their names with others


@cache  # not on import: with their many ranges they take longer than all else that the start makes of this module
def _begins_unspaced() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}]")


@cache
def _run() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}]+|[^\\W_{UNSPACED}]+")


def fold(text: str) -> str:
    """Return `text` without case, accents, width and joining marks."""
    if text.isascii():  # nothing to take apart: most words, and much faster
        return JOINERS.sub("", text.lower())
    spread = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in spread if unicodedata.category(c) != "Mn" or is_unspaced(c))
    return JOINERS.sub("", unicodedata.normalize("NFC", bare).translate(PLAIN))


def words(text: str) -> list[str]:
    """Return the folded words (or unspaced runs) of a name or a search."""
    return [run for part in text.split() for run in _runs_of(part)]


@lru_cache(maxsize=MOST_KNOWN)
def _runs_of(part: str) -> tuple[str, ...]:
    """Return the folded words of what stands between two spaces; nothing is folded across those."""
    return tuple(run[:LONGEST_TOKEN] for run in _run().findall(fold(part)))


def search_text(names: Iterable[str | None], numbers: Iterable[str], emails: Iterable[str]) -> str:
    """Return the text by which one customer is found; it does not depend on the order of numbers and addresses."""
    addresses = sorted({"".join(email.replace("\0", "").casefold().split())[:LONGEST_TOKEN] for email in emails})
    found = dict.fromkeys(chain.from_iterable(_name_words(name) for name in names if name))
    found.update(dict.fromkeys(chain.from_iterable(words(address) for address in addresses)))
    digits = sorted({NOT_DIGIT.sub("", number)[:LONGEST_TOKEN] for number in numbers})
    return f"{''.join(f' {word}' for word in found)}\n{' '.join(addresses)}\t{' '.join(digits)}"


def tokens(text: str) -> set[str]:
    """Return the tokens of a search text."""
    line, rest = text.split("\n")
    addresses, numbers = (part.split() for part in rest.split("\t"))
    found = {number[i:] for number in numbers for i in range(len(number) - SHORTEST_NUMBER_PART + 1)}
    found.update(addresses)
    for word in line.split():
        found.update(word[i:] for i in range(len(word))) if is_unspaced(word) else found.add(word)
    paired = sorted(filter(is_paired, line.split()[:MOST_PAIRED]))
    found.update(pair_token(first, second) for first, second in combinations(paired, 2))
    return found


def pair_token(first: str, second: str) -> str:
    """Return two words, in their order, letter by letter in turn; a shorter one goes on in spaces."""
    longer = max(len(first), len(second))
    letters = [" "] * (2 * longer)
    letters[::2], letters[1::2] = first.ljust(longer), second.ljust(longer)
    return PAIR + "".join(letters)


def pair_begins(first: str, second: str) -> str:
    """Return how all tokens of pairs begin whose words begin so, as far as it is certain."""
    both = min(len(first), len(second))
    return pair_token(first[:both], second[:both]) + first[both : both + 1]


def pair_pattern(first: str, second: str) -> str:
    """Return what those tokens are like behind PAIR; "_" is whatever stands between the letters of the longer word."""
    both = min(len(first), len(second))
    rest = "".join(f"{letter}_" for letter in first[both:]) + "".join(f"_{letter}" for letter in second[both:])
    return pair_token(first[:both], second[:both]).removeprefix(PAIR) + rest


def is_paired(word: str) -> bool:
    """Whether a word has tokens together with others: no number, customer number or run of an unspaced script."""
    return not (word.isdigit() or is_unspaced(word) or JOINED_CODE.fullmatch(word))


def _name_words(name: str) -> Iterator[str]:
    """Yield the words of a name in any script, and what else it is looked for by."""
    if CODE.fullmatch(name.strip()) is None:  # the letter of a customer number would be a word of everybody
        yield from words(name)
        if JOINERS.search(name):  # "L'Hospitalet" is looked for as "Hospitalet" too, "O'Brien" as "Brien".
            yield from words(JOINERS.sub(" ", name))
    # "C-000123" is one word too: its number alone would be among the parts of telephone numbers.
    for code in CODE.finditer(name):
        yield code[2][:LONGEST_TOKEN]
        yield _code(code)[:LONGEST_TOKEN]


def alternatives(text: str) -> list[list[str]]:
    """Return what a search may mean, likeliest first: each a list of words that all must begin a token.

    A number or its part, an e-mail address and a customer number such as C-000123 are one word. The zeros before
    a number are also tried without: they may stand for a country, or fall away behind one.
    """
    text = unicodedata.normalize("NFKC", text).encode(errors="ignore").decode().strip()  # no halves of characters
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


def is_unspaced(word: str) -> bool:
    """Whether a word is of a script written without spaces; a word is of one kind."""
    return not word.isascii() and _begins_unspaced().match(word) is not None
