"""Bytes of the PBX to messages: incremental, bounded, and never surprised by what comes."""

from __future__ import annotations

import re

from app.telephony.ami.message import BANNER, Message

MAX_LINE = 64 * 1024
MAX_LINES = 1000
MAX_MESSAGE = 512 * 1024
MAX_KEY = 128
_END = b"\r\n"
_BANNER = re.compile(rb"Asterisk Call Manager/[\w.\-]+\Z")


class Parser:
    """Cuts the stream at CRLF (a bare LF is part of a value) and gathers lines up to the blank one.

    `junk` counts what was not understood and left out: lines with no key, lines or messages beyond their
    bounds, bytes that are no UTF-8.
    """

    def __init__(self) -> None:
        self.junk = 0
        self._rest = b""
        self._pairs: list[tuple[str, str]] = []
        self._size = 0
        self._overlong_line = False
        self._overlong_message = False

    def feed(self, data: bytes) -> list[Message]:
        """Take the next bytes and return the messages they complete."""
        *lines, self._rest = (self._rest + data).split(_END)
        messages: list[Message] = []
        for line in lines:
            if self._overlong_line:
                self._overlong_line = False
            elif len(line) > MAX_LINE:
                self.junk += 1
            else:
                self._take(line, messages)
        if len(self._rest) > MAX_LINE:
            self.junk += not self._overlong_line
            self._overlong_line = True
            self._rest = self._rest[-1:]
        return messages

    def _take(self, line: bytes, messages: list[Message]) -> None:
        if not line:
            self._finish(messages)
        elif _BANNER.match(line):
            self.junk += bool(self._pairs)
            self._forget()
            messages.append(Message([(BANNER, self._text(line))]))
        elif not self._overlong_message:
            self._add(line)

    def _add(self, line: bytes) -> None:
        key, colon, value = line.partition(b":")
        if not colon or not key.strip() or len(key) > MAX_KEY:
            self.junk += 1
            return
        self._size += len(line)
        if len(self._pairs) >= MAX_LINES or self._size > MAX_MESSAGE:
            self.junk += 1
            self._pairs.clear()
            self._overlong_message = True
            return
        self._pairs.append((self._text(key).strip(), self._text(value).strip(" \t")))

    def _finish(self, messages: list[Message]) -> None:
        if self._pairs:
            messages.append(Message(self._pairs))
        self._forget()

    def _forget(self) -> None:
        self._pairs = []
        self._size = 0
        self._overlong_message = False

    def _text(self, raw: bytes) -> str:
        """Decode; a character cut at the end is dropped, anything else that is no UTF-8 is marked."""
        try:
            return raw.decode()
        except UnicodeDecodeError as error:
            self.junk += 1
            if error.reason == "unexpected end of data":
                raw = raw[: error.start]
            return raw.decode(errors="replace")
