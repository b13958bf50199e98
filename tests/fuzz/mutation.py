"""Recorded messages of a PBX, damaged in every way a broken line, an odd PBX or an attacker may damage them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import cache

from app.telephony.tracker import Tracker
from tests.app.telephony.recordings import FOLDER

END = b"\r\n"
BLANK = b"\r\n\r\n"
EVENTS = [name.encode() for name in sorted(Tracker("TW")._handlers)]
ODD_EVENTS = [b"Newstate", b"Shutdown", b"FullyBooted", b"CoreShowChannel", b"CoreShowChannelsComplete", b"Status"]
ODD_EVENTS += [b"StatusComplete", b"QueueMember", b"ExtensionStatus", b"NoSuchEvent", b"", b"\xe7\x8e"]
NASTY = [
    b"", b" ", b"\0", b"\0" * 40, b"-1", b"6.5", b"9" * 18, b"9" * 19, b"9" * 400, b"0x6", b"<unknown>", b"\xff\xfe",
    b"\xed\xa0\x80", b"Jos\xe9", "王小明".encode("gb18030"), "王小明".encode("utf-16"),
    "\u202e\u200b\N{PILE OF POO}".encode(), b"\\", b"\\n\\x41\\", b"'; DROP TABLE customer; --",
    b"%s%n{0}{x.__class__}", b"a\nEvent: Hangup\nCause: 16", b"PJSIP/1001-0000001a", b"Local/1@x-1;1",
    b"Local/1@x-1;2", b"/", b"PJSIP/", b"PJSIP/<ZOMBIE>", b"1001", b"+886934445566", "٠٩٣٤".encode(), "²³½".encode(),
    b"5", b"6",
]  # fmt: skip
KEYS = [b"Uniqueid", b"DestUniqueid", b"Linkedid", b"Channel", b"DestChannel", b"ChannelState", b"BridgeUniqueid"]
KEYS += [b"ConnectedLineNum", b"CallerIDNum", b"Exten", b"ChanVariable", b"CID-CallingPres", b"Uptime", b"", b"\xff"]
LONG = 5000
_FLIPS = 6
_ID = re.compile(rb"(?<=id: )[\d.]+")

Change = Callable[["Mutator", bytes], bytes]


@cache
def recorded() -> tuple[tuple[bytes, ...], ...]:
    """The messages of every recording, without the blank line behind them."""
    files = [*sorted(FOLDER.glob("*.ami")), *sorted(FOLDER.glob("scenes/*.ami"))]
    return tuple(tuple(part for part in path.read_bytes().split(BLANK) if part) for path in files)


class Mutator:
    """Makes damaged messages; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self._all = [message for messages in recorded() for message in messages]
        self._fresh = 0

    def clean(self, many: int) -> Iterator[bytes]:
        """Whole recordings, one after the other, of now: each call has ids of its own."""
        while many > 0:
            messages = self.random.choice(recorded())[:many]
            self._fresh += 1
            yield from (_ID.sub(self._moved, message) + BLANK for message in messages)
            many -= len(messages)

    def damaged(self, many: int) -> Iterator[bytes]:
        """As `clean`, but every message lost, doubled, in another place, or changed once or more."""
        kept: bytes | None = None
        for message in self.clean(many):
            what = self.random.random()
            if what < 0.02:  # lost
                continue
            if what < 0.05:  # comes later
                kept, message = message, kept or message
            elif what < 0.08:
                message += message
            else:
                message = self._changed(message)
            yield message

    def _changed(self, message: bytes) -> bytes:
        for _ in range(self.random.choice((1, 1, 1, 2, 3))):
            message = self.random.choice(CHANGES)(self, message)
        return message

    def _moved(self, match: re.Match[bytes]) -> bytes:
        return match[0] + b"%d" % self._fresh


def flip(by: Mutator, message: bytes) -> bytes:
    """Some bytes are others."""
    data = bytearray(message)
    for _ in range(by.random.randint(1, _FLIPS) if data else 0):
        data[by.random.randrange(len(data))] = by.random.randrange(256)
    return bytes(data)


def cut(by: Mutator, message: bytes) -> bytes:
    """A piece is missing."""
    begin = by.random.randrange(len(message) + 1)
    return message[:begin] + message[begin + by.random.randint(1, 60) :]


def doubled_line(by: Mutator, message: bytes) -> bytes:
    lines = message.split(END)
    return END.join([by.random.choice(lines), *lines])


def lost_line(by: Mutator, message: bytes) -> bytes:
    lines = message.split(END)
    del lines[by.random.randrange(len(lines))]
    return END.join(lines)


def shuffled_lines(by: Mutator, message: bytes) -> bytes:
    lines = message.removesuffix(BLANK).split(END)
    by.random.shuffle(lines)
    return END.join(lines) + BLANK


def other_line(by: Mutator, message: bytes) -> bytes:
    """One line of another message replaces one of this."""
    lines = message.split(END)
    lines[by.random.randrange(len(lines))] = by.random.choice(by.random.choice(by._all).split(END))
    return END.join(lines)


def nasty_value(by: Mutator, message: bytes) -> bytes:
    lines = message.removesuffix(BLANK).split(END)
    place = by.random.randrange(len(lines))
    lines[place] = lines[place].partition(b":")[0] + b": " + by.random.choice(NASTY)
    return END.join(lines) + BLANK


def odd_line(by: Mutator, message: bytes) -> bytes:
    """A known key with a nasty value, a key in odd case, a line without one."""
    key = by.random.choice(KEYS)
    line = key + by.random.choice((b": ", b":", b" ", b" :\t")) + by.random.choice(NASTY)
    return by.random.choice((line, line.upper(), line.lower())) + END + message


def long_line(by: Mutator, message: bytes) -> bytes:
    key, size = by.random.choice(KEYS), by.random.randint(1, LONG)
    return key + b": " + b"x" * size + END + message


def other_event(by: Mutator, message: bytes) -> bytes:
    return b"Event: " + by.random.choice(EVENTS + ODD_EVENTS) + END + message


def other_ends(by: Mutator, message: bytes) -> bytes:
    return message.replace(END, by.random.choice((b"\r", b"\n", b"\r\r\n", b"\n\r")))


def no_end(_: Mutator, message: bytes) -> bytes:
    """Without its blank line it runs into the next one."""
    return message.removesuffix(END)


def other_id(by: Mutator, message: bytes) -> bytes:
    """An id of another call, or one nobody ever heard of."""
    found = _ID.search(by.random.choice(by._all))
    known = found[0] if found is not None and by.random.random() < 0.5 else b"9.%d" % by.random.randrange(10**9)
    return _ID.sub(known, message, count=by.random.randint(1, 3))


def again(by: Mutator, message: bytes) -> bytes:
    """A connection begins anew in the middle."""
    uptime = b"%d" % by.random.choice((0, 5, 10**6, 10**17))
    booted = b"Event: FullyBooted\r\nUptime: " + uptime + BLANK
    return b"Asterisk Call Manager/11.0.0\r\n" + (booted if by.random.random() < 0.5 else b"") + message


CHANGES: tuple[Change, ...] = (
    *(flip, cut, doubled_line, lost_line, shuffled_lines, other_line, nasty_value, odd_line, long_line, other_event),
    *(other_ends, no_end, other_id, again),
)
