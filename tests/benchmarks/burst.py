"""The PBX of the benchmark, a process of its own as a real one is: plays the burst recording.

Prints its port, then each number as it rings at our extension with the time its bytes were sent (of `perf_counter`,
which the processes of a machine share on Linux). Ends when its input does.
"""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from app.events import CallEvent
from app.telephony.ami.message import Message
from app.telephony.replay_server import ReplayServer
from app.telephony.tracker import Tracker
from models.enums import CallStep
from tests.benchmarks.world import REGION

BURST = Path(__file__).parents[1] / "data" / "ami" / "p_burst.ami"
EXTENSION = "1001"


class TimedServer(ReplayServer):
    """Prints when it begins to send what makes a number ring at our extension.

    Calls that are answered are left out, since a ring leaves the call somebody talks on on the screen: here each ring
    brings another card.
    """

    def __init__(self, speed: float) -> None:
        super().__init__([BURST], speed=speed, loop=True, fresh_ids=True)
        self._tracker = Tracker(REGION, EXTENSION)
        self._answered = {event.number for event in self.events() if event.event == CallStep.ANSWERED}
        self._left_out: set[str] = set()

    def events(self) -> list[CallEvent]:
        """Return what the recording means at all extensions."""
        heard = [message.message for play in self._plays for part in play for message in part.heard]
        return _events(Tracker(REGION), heard)

    def _broadcast(self, messages: list[Message]) -> None:
        kept = [message for message in messages if not self._is_left_out(message)]
        rings = [event for event in _events(self._tracker, kept) if event.event == CallStep.RINGING]
        now = time.perf_counter()
        super()._broadcast(kept)
        for event in rings:
            print(event.number, now, flush=True)

    def _is_left_out(self, message: Message) -> bool:
        call = message.get("Linkedid") or message.get("DestLinkedid")
        if call == message.get("Uniqueid") and message.get("CallerIDNum") in self._answered:
            self._left_out.add(call)
        return call in self._left_out


def numbers() -> list[str]:
    """Return who calls in the recording, in E.164."""
    return sorted({event.e164 for event in TimedServer(1.0).events() if event.e164})


def _events(tracker: Tracker, messages: list[Message]) -> list[CallEvent]:
    return [event for message in messages for event in tracker.feed(message, datetime.now(UTC))]


def main() -> int:
    server = TimedServer(float(sys.argv[1]))
    server.start()
    print(server.port, flush=True)
    sys.stdin.read()
    server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
