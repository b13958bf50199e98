"""What a new connection confirms, and what it does not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.events import CallEvent
from app.telephony.ami.message import Message
from app.telephony.tracker import Tracker
from tests.app.telephony.recordings import story

AT = datetime(2026, 11, 21, tzinfo=UTC)
RINGING = {"ChannelState": "5", "Channel": "PJSIP/1001-2", "Uniqueid": "9.2", "Linkedid": "9.1"}
TRUNK = {"ChannelState": "4", "Channel": "PJSIP/trunk-1", "Uniqueid": "9.1", "CallerIDNum": "0934445566"}


class Talk:
    """A tracker that is told what the PBX says, second by second."""

    def __init__(self, extension: str | None = None) -> None:
        self.tracker = Tracker("TW", extension)
        self.second = 0.0
        self.events: list[CallEvent] = []

    def hear(self, event: str, **values: str) -> list[CallEvent]:
        pairs = [("Event", event), *values.items()] if event != "Banner" else [("Banner", "x")]
        return self.keep(self.tracker.feed(Message(pairs), self.now))

    def keep(self, events: list[CallEvent]) -> list[CallEvent]:
        self.events += events
        return events

    @property
    def now(self) -> datetime:
        return AT + timedelta(seconds=self.second)

    def a_call_is_up(self) -> None:
        self.connect(uptime=1000)
        self.hear("Newchannel", **TRUNK, Exten="930000101")
        self.hear("Newchannel", **{**RINGING, "ChannelState": "0"})
        dest = {f"Dest{key}": value for key, value in RINGING.items()} | {"DestChannelState": "0"}
        self.hear("DialBegin", **TRUNK, **dest, DialString="1001")
        self.hear("Newstate", **RINGING)
        self.hear("Newstate", **{**RINGING, "ChannelState": "6"})
        assert story(self.events) == ["1001 ringing inbound 0934445566", "1001 answered inbound 0934445566"]
        self.events.clear()

    def connect(self, uptime: int | None = None) -> None:
        self.hear("Banner")
        self.hear("FullyBooted", **({} if uptime is None else {"Uptime": str(uptime)}))


LOST = ["1001 ended inbound 0934445566 lost"]


def test_a_long_uptime_confirms_what_was_up() -> None:
    talk = Talk()
    talk.a_call_is_up()
    talk.second = 60
    talk.connect(uptime=1060)
    talk.keep(talk.tracker.finish(talk.now))
    assert talk.events == []


def test_a_short_uptime_means_a_restart_and_every_call_is_lost_at_once() -> None:
    talk = Talk()
    talk.a_call_is_up()
    talk.second = 60
    talk.connect(uptime=3)
    assert story(talk.events) == LOST


def test_an_uptime_shorter_than_the_time_that_passed_means_a_restart_too() -> None:
    talk = Talk()
    talk.a_call_is_up()
    talk.second = 5000
    talk.connect(uptime=2000)
    assert story(talk.events) == LOST


def test_a_list_without_the_call_ends_it_lost_even_after_a_long_uptime() -> None:
    talk = Talk()
    talk.a_call_is_up()
    talk.second = 60
    talk.connect(uptime=1060)
    talk.hear("CoreShowChannelsComplete", ListItems="0")
    assert story(talk.events) == LOST


def test_a_list_with_the_call_keeps_it_and_its_end_is_told() -> None:
    talk = Talk()
    talk.a_call_is_up()
    talk.connect()
    up = {**RINGING, "ChannelState": "6", "Application": "AppDial"}
    talk.hear("CoreShowChannel", **up)
    talk.hear("CoreShowChannelsComplete", ListItems="1")
    assert talk.events == []
    talk.hear("Hangup", **up, Cause="16")
    assert story(talk.events) == ["1001 ended inbound 0934445566 answered"]


def test_neither_uptime_nor_list_loses_the_call_at_the_end_of_the_recording() -> None:
    talk = Talk()
    talk.a_call_is_up()
    talk.connect()
    assert talk.events == []
    talk.keep(talk.tracker.finish(talk.now))
    assert story(talk.events) == LOST


def test_a_call_that_rings_while_the_list_is_sent_is_not_lost_by_it() -> None:
    talk = Talk()
    talk.connect(uptime=10)
    talk.hear("Newchannel", **TRUNK)
    talk.hear("Newstate", **RINGING)
    talk.hear("CoreShowChannelsComplete", ListItems="0")
    assert story(talk.events) == ["1001 ringing inbound 0934445566"]


def test_the_status_of_one_channel_ends_no_other_call() -> None:
    talk = Talk()
    talk.a_call_is_up()
    talk.hear("Status", Channel="PJSIP/1002-9", Uniqueid="8.1", ChannelState="6", Linkedid="8.1")
    talk.hear("StatusComplete", Items="1")
    assert talk.events == []


def test_a_shutdown_loses_every_call_and_a_late_hang_up_says_no_more() -> None:
    talk = Talk()
    talk.a_call_is_up()
    talk.hear("Shutdown", Shutdown="Cleanly", Restart="True")
    talk.hear("Hangup", **RINGING, Cause="16")
    assert story(talk.events) == LOST


def test_calls_found_up_begin_as_answered_and_as_ringing() -> None:
    talk = Talk()
    talk.connect(uptime=500)
    talk.hear("CoreShowChannel", **{**TRUNK, "ChannelState": "6", "Linkedid": "9.1"}, Application="Dial")
    talk.hear("CoreShowChannel", **{**RINGING, "ChannelState": "6"}, Application="AppDial")
    second = {"Channel": "PJSIP/1002-4", "Uniqueid": "9.4", "Linkedid": "9.3", "ConnectedLineNum": "0955555555"}
    queued = {"Channel": "PJSIP/trunk-3", "Uniqueid": "9.3", "Linkedid": "9.3", "CallerIDNum": "0955555555"}
    talk.hear("CoreShowChannel", **second, ChannelState="5", Application="AppQueue")
    talk.hear("CoreShowChannel", **queued, ChannelState="6", Application="Queue", ApplicationData="support,tT")
    talk.hear("CoreShowChannelsComplete", ListItems="4")
    assert sorted(story(talk.events)) == ["1001 answered inbound 0934445566", "1002 ringing inbound 0955555555"]
    assert [event.queue for event in talk.events if event.extension == "1002"] == ["support"]


def test_a_phone_named_only_by_a_late_hint_rings_when_it_is_known() -> None:
    talk = Talk()
    talk.hear("Newchannel", **TRUNK)
    dest = {"DestChannel": "PJSIP/zoe-2", "DestUniqueid": "9.2", "DestLinkedid": "9.1", "DestChannelState": "0"}
    talk.hear("DialBegin", **TRUNK, **dest)
    talk.hear("Newstate", **{**RINGING, "Channel": "PJSIP/zoe-2"})
    assert talk.events == []
    talk.hear("ExtensionStatus", Exten="77", Hint="PJSIP/zoe&Custom:DND77")
    assert story(talk.events) == ["zoe ringing inbound 0934445566"]


def test_the_extension_of_the_settings_is_a_phone_whatever_its_name() -> None:
    talk = Talk(extension="PJSIP/front desk")
    talk.hear("Newchannel", **TRUNK)
    talk.hear("Newstate", **{**RINGING, "Channel": "PJSIP/front desk-2"})
    assert story(talk.events) == ["front desk ringing inbound 0934445566"]


def test_a_number_that_comes_after_the_ring_is_told() -> None:
    talk = Talk()
    talk.hear("Newstate", **RINGING)
    talk.hear("NewConnectedLine", **RINGING, ConnectedLineNum="0934445566")
    assert story(talk.events) == ["1001 ringing inbound -", "1001 party_changed inbound 0934445566"]


def test_a_phone_in_a_conference_room_talks_to_the_room() -> None:
    talk = Talk()
    phone = {"Channel": "PJSIP/1003-7", "Uniqueid": "9.7", "Linkedid": "9.7", "ChannelState": "4", "Exten": "6000"}
    room = {"BridgeUniqueid": "b1", "BridgeCreator": "ConfBridge"}
    talk.hear("Newchannel", **TRUNK, Exten="6000")
    talk.hear("BridgeEnter", **{**TRUNK, "ChannelState": "6"}, **room)
    talk.hear("Newchannel", **phone)
    talk.hear("Newstate", **{**phone, "ChannelState": "6"})
    talk.hear("ConfbridgeJoin", **{**phone, "ChannelState": "6"}, Conference="6000")
    talk.hear("BridgeEnter", **{**phone, "ChannelState": "6"}, **room)
    assert story(talk.events) == ["1003 dialling internal 6000", "1003 answered internal 6000"]
    talk.hear("Hangup", **{**phone, "ChannelState": "6"}, Cause="16")
    assert story(talk.events)[-1] == "1003 ended internal 6000 answered"
