"""`main.py replay FILE --port P`: an AMI server that plays a recording."""

from __future__ import annotations

import argparse
import json
import signal
import threading
from pathlib import Path

from app.telephony.replay_server import ReplayServer

_DESCRIPTION = """\
Play a recording as the PBX did: an AMI server on 127.0.0.1 that accepts any login, answers lists and pings with
the client's own ActionID, and then says the recorded events at the recorded times. What answered the recorded
client is left out. The play begins when a client is logged in, and again (with ids of its own) at the next login.

Prints {"port": N} when it listens; stays until it is interrupted."""
_EPILOG = """\
exit status:
  0  interrupted (Ctrl-C or a termination signal)
  2  the file is no recording, the port cannot be opened, or an argument is wrong; one sentence on stderr says which"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `replay` to the commands of main.py."""
    parser = subparsers.add_parser(
        "replay",
        help="play a recording of a PBX as an AMI server",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="the recording: NAME.ami or a JSON list")
    parser.add_argument("--port", metavar="P", type=_port, required=True, help="port to listen on; 0 takes a free one")
    parser.add_argument("--speed", metavar="S", type=_speed, default=1.0, help="times as fast as recorded (default: 1)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve until interrupted; KnownError where the file or the port is of no use."""
    server = ReplayServer([args.file], port=args.port, speed=args.speed)
    done = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: done.set())
    server.start()
    print(json.dumps({"port": server.port}), flush=True)  # noqa: T201 - the product of this command
    while not done.wait(0.5):
        pass
    server.stop()
    return 0


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text} is no port: 0 to 65535")
    return int(text)


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not 0 < speed <= 10_000:
        raise argparse.ArgumentTypeError(f"{text} is no speed: more than 0, at most 10000")
    return speed
