"""One AMI message: an ordered list of keys and values in which keys may repeat and case does not count."""

from __future__ import annotations

from collections.abc import Iterable

BANNER = "Banner"
UNSET = frozenset({"", "<unknown>", "<null>", "(null)"})
MAX_NAME = 200
MAX_VALUE = 256  # characters; what is longer is nobody's id, number or name, and is kept for thousands of channels
_ESCAPES = {"a": "", "b": "", "f": " ", "n": " ", "r": " ", "t": " ", "v": " "}


class Message:
    """What the PBX (or a client) said between two blank lines; the banner is a message with the key `Banner`."""

    __slots__ = ("_first", "pairs")

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.pairs = tuple(pairs)
        self._first: dict[str, str] = {}
        for key, value in self.pairs:
            self._first.setdefault(key.casefold(), value[:MAX_VALUE])

    def get(self, key: str, default: str = "") -> str:
        """The first value of `key`, in any case, cut at `MAX_VALUE`; `pairs` has it whole."""
        return self._first.get(key.casefold(), default)

    def known(self, key: str) -> str | None:
        """The first value of `key`, or None where Asterisk says that it has none (`<unknown>`, empty)."""
        value = self.get(key)
        return None if value.casefold() in UNSET else value

    def all(self, key: str) -> list[str]:
        """Every value of a key that repeats."""
        wanted = key.casefold()
        return [value for name, value in self.pairs if name.casefold() == wanted]

    def number(self, key: str) -> int | None:
        """The value of `key` as a whole number; None where it is not one."""
        value = self.get(key)
        return int(value) if value.isascii() and value.isdigit() and len(value) < 19 else None

    @property
    def event(self) -> str:
        """The name of the event in lower case, empty for an answer."""
        return self.get("Event").casefold()

    @property
    def response(self) -> str:
        """`success`, `error`, `goodbye`, …, empty for an event."""
        return self.get("Response").casefold()

    def __repr__(self) -> str:
        """Name the message without its values: they may be personal."""
        return f"Message({self.get('Event') or self.get('Response') or '?'}, {len(self.pairs)} lines)"


def unescape(text: str) -> str:
    r"""Undo the C escapes of a caller's name; control characters become blanks, a cut escape at the end is dropped."""
    out: list[str] = []
    letters = iter(text)
    for letter in letters:
        if letter == "\\":
            after = next(letters, "")
            letter = _ESCAPES.get(after, after)
        out.append(letter if letter.isprintable() else " ")
        if len(out) >= MAX_NAME:
            break
    return " ".join("".join(out).split())
