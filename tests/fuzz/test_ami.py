"""A million damaged messages: no crash, no broken life of a call, no memory without end, no time lost."""

from __future__ import annotations

import asyncio
import gc
import random
import re
import time
from collections import OrderedDict
from datetime import UTC, datetime
from unittest.mock import Mock

import pytest

from app.events import CallEvent
from app.telephony.ami import channels, endpoints, heard, legs
from app.telephony.ami.link import MOST_KEPT, Link, Timings
from app.telephony.ami.parser import MAX_LINE, MAX_LINES, Parser
from app.telephony.tracker import Tracker
from tests.effort import FULL, effort, resident, said_seed
from tests.fuzz.mutation import BLANK, Mutator

AT = datetime(2026, 11, 21, tzinfo=UTC)
BATCH = 1000
WARM_UP = 100_000  # messages, until the tables of gone channels and ended calls are full
MOST_GROWTH = 24.0  # MB after the warm-up
MOST_LOST = 0.01  # of the time of clean messages
BEGINNINGS = {"ringing", "dialling", "answered", "party_changed"}


class Lives:
    """Watches that each call begins once, ends once and falls silent; remembers as long as the tracker does."""

    def __init__(self) -> None:
        self.up: set[str] = set()
        self.wrong: list[str] = []
        self._ended: OrderedDict[str, None] = OrderedDict()

    def take(self, event: CallEvent) -> None:
        begins = event.call not in self.up
        if event.call in self._ended or (begins and event.event not in BEGINNINGS):
            self.wrong.append(f"{event.call} says {event.event} after its end or before its beginning")
        if not begins and event.event in ("ringing", "dialling"):
            self.wrong.append(f"{event.call} begins again")
        if event.event == "ended":
            self.up.discard(event.call)
            self._ended[event.call] = None
            if len(self._ended) >= legs.MAX_ENDED:
                self._ended.popitem(last=False)
        else:
            self.up.add(event.call)


class Listener:
    """A parser and a tracker as an adapter has them, and the processor time both took."""

    def __init__(self) -> None:
        self.parser, self.tracker, self.lives = Parser(), Tracker("TW"), Lives()
        self.seconds, self.messages, self.calls = 0.0, 0, 0

    def take(self, data: bytes) -> None:
        begun = time.thread_time()
        messages = self.parser.feed(data)
        events = [event for message in messages for event in self.tracker.feed(message, AT)]
        self.seconds += time.thread_time() - begun
        self.messages += len(messages)
        self.calls += sum(event.event == "ended" for event in events)
        for event in events:
            self.lives.take(event)
        for message in messages:
            heard.line(message)

    def held(self) -> dict[str, int]:
        """How many entries each table holds."""
        tracker = self.tracker
        parts = (tracker._channels, tracker._endpoints, tracker._ledger, tracker._calls, tracker._snapshot)
        tables = {name: value for part in parts for name, value in vars(part).items() if hasattr(value, "__len__")}
        return {name: len(value) for name, value in tables.items() if name not in ("_region", "_extension")}


def unbounded(held: dict[str, int]) -> dict[str, int]:
    """The tables that hold more than they may: what belongs to live channels ends with them."""
    most = {"_gone": channels.MAX_GONE, "_ended": legs.MAX_ENDED, "_seen": endpoints.MAX_ENDPOINTS, "_named": 1}
    return {name: count for name, count in held.items() if count > most.get(name, channels.MAX_LIVE)}


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_damaged_messages_break_nothing_hold_no_memory_and_cost_no_more_than_clean_ones() -> None:
    seed, many = said_seed(), effort(6_000, 1_000_000)
    clean, damaged = Listener(), Listener()
    intact, broken = Mutator(seed), Mutator(seed)
    warm = 0.0
    for done in range(0, many, BATCH):
        clean.take(b"".join(intact.clean(BATCH)))
        damaged.take(b"".join(broken.damaged(BATCH)))
        assert damaged.lives.wrong == []
        assert unbounded(damaged.held()) == {}
        gc.collect()  # as the window does; tests/conftest.py has switched it off
        warm = resident() if done <= WARM_UP else warm
    assert clean.lives.wrong == [] and clean.parser.junk == 0
    up = damaged.tracker._channels
    assert all(up.find(uid) in list(up) for uid in damaged.tracker._ledger._legs), "a call whose channel is gone"
    assert damaged.calls > many / 100, "the damaged messages no longer reach the state machine"
    growth, lost = resident() - warm, damaged.seconds / clean.seconds - 1
    print(f"{many} messages: clean {1e6 * clean.seconds / many:.1f} µs, damaged {1e6 * damaged.seconds / many:.1f} µs")
    print(f"each, {lost:+.1%}; {damaged.calls} calls, {damaged.parser.junk} lines of junk, {growth:+.1f} MB, held:")
    print(damaged.held())
    if FULL:
        assert growth <= MOST_GROWTH
        assert lost <= MOST_LOST


@pytest.mark.slow
def test_a_new_connection_that_lists_nothing_clears_what_damage_left() -> None:
    listener = Listener()
    listener.take(b"".join(Mutator(said_seed(1)).damaged(effort(2000, 50_000))))
    listener.take(b"\r\n\r\nAsterisk Call Manager/11.0.0\r\nEvent: FullyBooted\r\n\r\n")
    listener.take(b"Event: CoreShowChannelsComplete\r\nListItems: 0\r\n\r\n")
    assert listener.lives.up == set() and listener.lives.wrong == []
    left = {name: count for name, count in listener.held().items() if name not in ("_gone", "_ended", "_seen")}
    assert set(left.values()) == {0}


@pytest.mark.slow
def test_where_the_reads_end_makes_no_difference_to_damaged_bytes() -> None:
    seed = said_seed(2)
    data, chance = b"".join(Mutator(seed).damaged(effort(1000, 50_000))), random.Random(seed)
    whole, parts = Parser(), Parser()
    messages = []
    begin = 0
    while begin < len(data):
        end = begin + chance.choice((1, 7, 100, 1448, 65_536))
        messages += parts.feed(data[begin:end])
        begin = end
    assert [message.pairs for message in messages] == [message.pairs for message in whole.feed(data)]
    assert parts.junk == whole.junk


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_a_flood_of_channels_that_never_hang_up_with_endless_values_stays_in_bounds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(channels, "MAX_LIVE", effort(300, channels.MAX_LIVE))
    monkeypatch.setattr(channels, "MAX_GONE", effort(150, channels.MAX_GONE))
    listener, mutator, before = Listener(), Mutator(said_seed(3)), resident()
    quiet = re.compile(rb"Event: (Hangup|Shutdown|FullyBooted|CoreShow\w+)\r|Asterisk Call Manager")
    long = re.compile(rb"(Name|Num|Exten|Linkedid|DialString|Queue|BridgeUniqueid): ")
    for _ in range(effort(6, 400)):
        flood = b"".join(message for message in mutator.clean(BATCH) if not quiet.search(message))
        listener.take(long.sub(rb"\1: " + b"y" * 3000, flood))
        assert unbounded(listener.held()) == {}
        assert len(listener.tracker._channels) <= channels.MAX_LIVE
    growth = resident() - before
    print(f"{listener.held()}: {growth:+.0f} MB, {1e6 * listener.seconds / listener.messages:.0f} µs a message")
    assert growth <= effort(60, 400)


def test_a_room_of_thousands_is_no_trap() -> None:
    listener = Listener()
    begin = time.thread_time()
    for number in range(effort(600, 5000)):
        lines = (
            "Event: BridgeEnter",
            f"Channel: PJSIP/1001-{number:08x}",
            f"Uniqueid: 7.{number}",
            "BridgeUniqueid: b",
        )
        listener.take("\r\n".join([*lines, "ChannelState: 6", "", ""]).encode())
    print(f"{1e3 * (time.thread_time() - begin):.0f} ms for a room of {number + 1}")
    assert len(listener.tracker._channels.members("b")) == number + 1


def test_a_flood_instead_of_an_answer_to_the_login_ends_the_connection() -> None:
    async def log_in() -> int:
        reader = asyncio.StreamReader()
        reader.feed_data(b"Event: X\r\n\r\n" * effort(MOST_KEPT + 10, MOST_KEPT * 10))
        writer = Mock(spec=asyncio.StreamWriter)
        one = Link(reader, writer, Timings())
        with pytest.raises(ConnectionResetError, match="flood"):
            await one.log_in("console", "secret", in_clear=True)
        return writer.write.call_count  # type: ignore[no-any-return]

    assert asyncio.run(log_in()) == 1


@pytest.mark.parametrize("line", [b"Event: Newchannel\r\n", b"Uniqueid: " + b"9" * MAX_LINE + b"\r\n", b"\r", b"\n"])
def test_a_message_without_an_end_is_left_out_and_the_next_one_heard(line: bytes) -> None:
    listener = Listener()
    for _ in range(effort(MAX_LINES * 2, MAX_LINES * 40)):
        listener.take(line)
    held = listener.parser._size + len(listener.parser._rest) + len(listener.parser._pairs)
    assert held <= MAX_LINE * 12
    listener.take(BLANK + b"Event: Newchannel\r\nChannel: PJSIP/1001-1\r\nUniqueid: 1.1\r\nChannelState: 5\r\n\r\n")
    assert [channel.uid for channel in listener.tracker._channels] == ["1.1"]
