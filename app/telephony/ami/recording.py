"""Recorded connections: the PBX's bytes (`NAME.ami`) with their times and the client's bytes, or JSON lists."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.telephony.ami.message import BANNER, Message
from app.telephony.ami.parser import Parser

MAX_BYTES = 512 * 1024 * 1024
_TITLE = QT_TRANSLATE_NOOP("AppError", "The recording cannot be read")
_BANNER = re.compile(rb"Asterisk Call Manager/[\w.\-]+\r\n(?=(?:\r\n)*(?:Response|Event|Message)[ ]?:|\Z)", re.I)
_FREESWITCH = (b"Content-Type: auth/request", b"Event-Name: ", b"Content-Type: text/event-")


@dataclass(frozen=True, slots=True)
class Heard:
    """One message and when it was complete, in seconds since the recording began (None where no times are kept)."""

    t: float | None
    message: Message


@dataclass(frozen=True, slots=True)
class Order:
    """What the recorded client asked the PBX to call: `channel` is its unique id where one was given."""

    channel: str
    number: str


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording read whole; a message with a banner begins a new connection."""

    heard: list[Heard] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)


def read(path: Path) -> Recording:
    """Read `NAME.ami` with `NAME.times.jsonl` and `NAME.sent` where they lie beside it, or a JSON list of events.

    Raises KnownError with one sentence where the file is missing or is no recording.
    """
    data = _bytes(path)
    begin = data.lstrip()
    if begin[:1] == b"[":
        return Recording([Heard(None, message) for message in _from_json(path, data)])
    if path.suffix == ".esl" or any(mark in data[:4096] for mark in _FREESWITCH):
        raise KnownError(
            _TITLE,
            QT_TRANSLATE_NOOP(
                "AppError", "{path} was recorded from a FreeSWITCH; only those of an Asterisk are read yet."
            ),
            path=path,
        )
    heard = list(_from_bytes(data, _times(path)))
    if not any(h.message.event or h.message.get(BANNER) for h in heard):
        raise _no_recording(path)
    return Recording(heard, list(_orders(_sent(path))))


def connections(data: bytes) -> list[bytes]:
    """Cut the bytes of several connections in one file at their banners, also where one broke off inside a line."""
    cuts = sorted({0, *(match.start() for match in _BANNER.finditer(data)), len(data)})
    return [data[begin:end] for begin, end in pairwise(cuts)]


def _from_bytes(data: bytes, times: list[tuple[int, float]]) -> Iterator[Heard]:
    begin = 0
    for part in connections(data):
        parser = Parser()
        for chunk, t in _chunks(part, begin, times):
            for message in parser.feed(chunk):
                yield Heard(t, message)
        begin += len(part)


def _chunks(part: bytes, begin: int, times: list[tuple[int, float]]) -> Iterator[tuple[bytes, float | None]]:
    """Cut one connection, which begins at `begin` of the file, where the recorder's reads ended."""
    done = 0
    t: float | None = None
    for end, moment in times:
        upto = min(end - begin, len(part))
        if upto > done:
            t = moment
            yield part[done:upto], t
            done = upto
    if done < len(part):
        yield part[done:], t


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _no_recording(path)
        return path.read_bytes()
    except OSError as error:
        raise KnownError(
            _TITLE,
            QT_TRANSLATE_NOOP("AppError", "{path} cannot be read: {reason}."),
            path=path,
            reason=error.strerror or error,
        ) from error


def _no_recording(path: Path) -> KnownError:
    return KnownError(
        _TITLE,
        QT_TRANSLATE_NOOP("AppError", "{path} is no recording of a PBX: no event of an Asterisk is in it."),
        path=path,
    )


def _times(path: Path) -> list[tuple[int, float]]:
    """Return where each read of the PBX's bytes ended, and when; nothing where the times are missing or damaged."""
    beside = path.with_suffix(".times.jsonl")
    ends: list[tuple[int, float]] = []
    try:
        for line in beside.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            if entry["dir"] == "<":
                ends.append((int(entry["offset"]) + int(entry["len"]), float(entry["t"])))
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return ends


def _sent(path: Path) -> list[Message]:
    try:
        return Parser().feed(path.with_suffix(".sent").read_bytes() + b"\r\n\r\n")
    except OSError:
        return []


def _orders(sent: list[Message]) -> Iterator[Order]:
    for message in sent:
        number = message.get("Exten")
        if message.get("Action").casefold() == "originate" and number:
            yield Order(message.get("ChannelId") or message.get("Channel"), number)


def _from_json(path: Path, data: bytes) -> Iterator[Message]:
    try:
        events = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _no_recording(path) from error
    messages = [Message(_pairs(event)) for event in events if isinstance(event, dict)]
    if not any(message.event for message in messages):
        raise _no_recording(path)
    return iter(messages)


def _pairs(event: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in event.items():
        if isinstance(value, dict):
            yield from ((str(key), f"{name}={text}") for name, text in value.items())
        elif isinstance(value, list):
            yield from ((str(key), str(item)) for item in value)
        elif value is not None:
            yield str(key), str(value)
