"""`main.py trace FILE`: what a recording of a PBX means, one call event a line."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.events import CallEvent
from app.phone_numbers import check_region
from app.telephony.ami.recording import Recording, read
from app.telephony.tracker import Tracker

_DESCRIPTION = """\
Print what a recorded connection to an Asterisk means for the phones: one JSON object a line with the keys
t, extension, event, call, direction, number, e164, name, queue, transferred_from and outcome.

FILE holds the bytes the PBX sent (NAME.ami), or a JSON list of its events. NAME.times.jsonl beside it gives
the times (without it t is null), NAME.sent what the client asked for."""
_EPILOG = """\
exit status:
  0  the recording was read to its end (it may hold no call)
  2  the file cannot be read, is no recording, or an argument is wrong; one sentence on stderr says which"""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `trace` to the commands of main.py."""
    parser = subparsers.add_parser(
        "trace",
        help="print what a recording of a PBX means for the phones",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="the recording: NAME.ami or a JSON list")
    parser.add_argument("--extension", metavar="X", help="only the calls of this phone (default: of every phone)")
    parser.add_argument(
        "--region",
        metavar="CC",
        help="country in which national numbers are read, as ISO 3166 code, like TW (default: only international "
        "numbers get an e164)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the events; KnownError for a file or region that is of no use."""
    region = check_region(args.region) if args.region else None
    recording = read(args.file)
    try:
        for event in trace(recording, region, args.extension):
            print(as_json(event))  # noqa: T201 - the product of this command
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def trace(recording: Recording, region: str | None, extension: str | None = None) -> Iterator[CallEvent]:
    """The call events of a recording, in order."""
    tracker = Tracker(region, extension)
    for order in recording.orders:
        tracker.order(order.channel, order.number)
    at, t = _EPOCH, None
    for heard in recording.heard:
        t = heard.t
        at = _EPOCH + timedelta(seconds=t or 0)
        yield from tracker.feed(heard.message, at, t)
    yield from tracker.finish(at, t)


def as_json(event: CallEvent) -> str:
    """One event as the line this command prints."""
    return json.dumps(
        {
            "t": event.t,
            "extension": event.extension,
            "event": event.event,
            "call": event.call,
            "direction": event.direction,
            "number": event.number,
            "e164": event.e164,
            "name": event.name,
            "queue": event.queue,
            "transferred_from": event.transferred_from,
            "outcome": event.outcome,
        },
        ensure_ascii=False,
    )
