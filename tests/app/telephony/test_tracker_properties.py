"""Whatever is lost, doubled, reordered or damaged on the way: a call begins once and ends once."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.events import CallEvent
from app.telephony.ami import channels as channel_table
from app.telephony.ami.message import Message
from app.telephony.ami.parser import Parser
from app.telephony.ami.recording import Heard, Recording, read
from app.telephony.replay_script import Switchboard
from app.telephony.tracker import Tracker
from tests.app.telephony.recordings import FOLDER, NAMES, SCENES, broken_lives, events_of_recording
from tests.effort import effort

FILES = [FOLDER / f"{name}.ami" for name in NAMES if name not in ("p_burst", "h_number_formats")]
HEARD = {path.stem: read(path).heard for path in [*FILES, *sorted(SCENES.glob("*.ami"))]}
names = st.sampled_from(sorted(HEARD))
lenient = settings(max_examples=effort(25, 1000), deadline=None, suppress_health_check=[HealthCheck.too_slow])
AT = datetime(2026, 11, 21, tzinfo=UTC)


def traced(heard: list[Heard]) -> list[CallEvent]:
    return events_of_recording(Recording(heard))


@lenient
@given(names, st.data())
def test_lost_messages_break_no_life(name: str, data: st.DataObject) -> None:
    keep = data.draw(st.lists(st.booleans(), min_size=len(HEARD[name]), max_size=len(HEARD[name])))
    assert broken_lives(traced([h for h, kept in zip(HEARD[name], keep, strict=True) if kept])) == []


@lenient
@given(names, st.data())
def test_messages_in_any_order_and_doubled_break_no_life(name: str, data: st.DataObject) -> None:
    order = data.draw(st.lists(st.integers(0, len(HEARD[name]) - 1), max_size=len(HEARD[name]) * 2))
    assert broken_lives(traced([HEARD[name][index] for index in order])) == []


@lenient
@given(names, names, st.integers(0, 10_000), st.integers(0, 10_000))
def test_connections_cut_anywhere_break_no_life(one: str, other: str, first: int, second: int) -> None:
    cut, again = first % len(HEARD[one]), second % len(HEARD[other])
    assert broken_lives(traced(HEARD[one][:cut] + HEARD[other][again:] + HEARD[one][cut:])) == []


@lenient
@given(names, st.lists(st.tuples(st.integers(0, 10**6), st.binary(min_size=1, max_size=4)), max_size=40))
def test_damaged_bytes_break_no_life(name: str, damage: list[tuple[int, bytes]]) -> None:
    path = next(p for p in [*FILES, *SCENES.glob("*.ami")] if p.stem == name)
    data = bytearray(path.read_bytes())
    for place, noise in damage:
        data[place % len(data) : place % len(data) + len(noise)] = noise
    assert broken_lives(traced([Heard(None, message) for message in Parser().feed(bytes(data))])) == []


KEYS = [
    "Channel",
    "DestChannel",
    "Uniqueid",
    "DestUniqueid",
    "Linkedid",
    "ChannelState",
    "BridgeUniqueid",
    "DialStatus",
]
VALUES = [
    "PJSIP/1001-1",
    "PJSIP/trunk-2",
    "Local/1@x-3;1",
    "Local/1@x-3;2",
    "1.1",
    "1.2",
    "1.3",
    "4",
    "5",
    "6",
    "ANSWER",
]
EVENTS = [*sorted(Tracker("TW")._handlers), "newstate", "coreshowchannel", "coreshowchannelscomplete", "shutdown"]


@lenient
@given(
    st.lists(
        st.tuples(st.sampled_from(EVENTS), st.dictionaries(st.sampled_from(KEYS), st.sampled_from(VALUES))),
        max_size=60,
    )
)
def test_nonsense_of_the_right_form_breaks_no_life(said: list[tuple[str, dict[str, str]]]) -> None:
    heard = [Heard(None, Message([("Event", event), *values.items()])) for event, values in said]
    assert broken_lives(traced(heard)) == []


UNTOLD = ("i_", "i2", "i3", "ctd", "pickup", "park")  # who ordered, took or parked a call is in no list of channels
listed_names = st.sampled_from([name for name in sorted(HEARD) if not name.startswith(UNTOLD)])


def hear(tracker: Tracker, heard: list[Heard]) -> list[CallEvent]:
    return [event for h in heard for event in tracker.feed(h.message, AT)]


def reconnect(tracker: Tracker, board: Switchboard) -> list[CallEvent]:
    """A new connection to a PBX that has been up all along, and its list of channels."""
    said = [[("Banner", "x")], [("Event", "FullyBooted"), ("Uptime", "90000")], [("Message", "Channels will follow")]]
    said += [[("Event", "CoreShowChannel"), *channel.pairs] for channel in board.channels()]
    said += [[("Event", "CoreShowChannelsComplete"), ("ListItems", str(len(board.channels())))]]
    return hear(tracker, [Heard(None, Message(pairs)) for pairs in said])


def calls_up(tracker: Tracker) -> set[tuple[str, str, bool]]:
    """Which phones are in a call, and whether it was answered; not those that hang up at this moment."""
    legs = [(leg, tracker._channels.find(leg.uid)) for leg in tracker._ledger.legs()]
    return {
        (leg.uid, leg.extension, leg.answered) for leg, at in legs if at and (at.bridge or at.state != channel_table.UP)
    }


@lenient
@given(listed_names, st.data())
def test_after_a_reconnect_who_missed_a_part_knows_the_same_calls_as_who_heard_it_all(
    name: str, data: st.DataObject
) -> None:
    heard = HEARD[name]
    back = data.draw(st.integers(1, len(heard)))
    lost = data.draw(st.integers(0, back))
    order = data.draw(st.lists(st.integers(0, back - 1), max_size=lost))
    everything, part, late, board = Tracker("TW"), Tracker("TW"), Tracker("TW"), Switchboard()
    for h in heard[:back]:
        board.hear(h.message)
    hear(everything, heard[:back])
    before = hear(part, [heard[index] for index in order if index < lost])
    told = [reconnect(tracker, board) for tracker in (everything, part, late)]
    assert told[0] == [], "nothing was missed, so there is nothing to tell"
    assert calls_up(everything) == calls_up(late)
    assert {call[:2] for call in calls_up(part)} <= {call[:2] for call in calls_up(everything)}, "a ghost"
    assert all(reconnect(tracker, board) == [] for tracker in (everything, part, late)), "the same list is no news"
    rest = hear(part, heard[back:])
    assert broken_lives([*before, *told[1], *rest]) == []


def new_channel(number: int, state: int) -> Message:
    pairs = {
        "Event": "Newchannel",
        "Channel": f"PJSIP/1001-{number:08x}",
        "ChannelState": state,
        "Uniqueid": f"{number}.1",
    }
    return Message([(key, str(value)) for key, value in pairs.items()])


def test_channels_that_never_hang_up_take_no_endless_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(channel_table, "MAX_LIVE", 200)
    monkeypatch.setattr(channel_table, "MAX_GONE", 100)
    tracker = Tracker("TW")
    for number in range(2000):
        tracker.feed(new_channel(number, 0), AT)
    assert len(tracker._channels) == 200
    assert len(tracker._channels._gone) == 100


def test_no_name_of_an_endpoint_takes_endless_memory() -> None:
    tracker = Tracker("TW")
    for number in range(30_000):
        tracker._endpoints.see_dial(f"x{number}", "1@y")
    assert len(tracker._endpoints._seen) <= 20_000


def test_nothing_personal_is_in_the_name_of_a_message() -> None:
    message = HEARD["a_direct_answered"][5].message
    assert not re.search(r"0934445566|Maria", repr(message))
