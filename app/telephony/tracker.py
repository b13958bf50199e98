"""A pure state machine: what an Asterisk says in, what happened to calls at extensions out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from app.events import CallEvent
from app.telephony.ami.calls import Calls
from app.telephony.ami.channels import Channel, Channels
from app.telephony.ami.endpoints import Endpoints
from app.telephony.ami.legs import Ledger
from app.telephony.ami.message import BANNER, Message
from app.telephony.ami.parties import Parties
from app.telephony.ami.snapshot import Snapshot

_Handler = Callable[[Message, Channel | None], None]


class Tracker:
    """Feeds on AMI messages of one PBX, over any number of connections, and never raises on what they hold.

    `region` (ISO 3166) reads national numbers; `extension` (`1001`, or the endpoint `PJSIP/1001`) limits the
    events to one phone, None gives those of every phone.
    """

    def __init__(self, region: str | None, extension: str | None = None) -> None:
        own = extension.rpartition("/")[2] if extension else None
        self._channels = Channels()
        self._endpoints = Endpoints(frozenset({own}) if own else frozenset())
        self._ledger = Ledger(region, own)
        self._calls = Calls(self._channels, Parties(self._channels, self._endpoints, region), self._ledger)
        self._snapshot = Snapshot(self._channels, self._endpoints, self._calls, self._ledger)
        self._handlers: dict[str, _Handler] = {
            "newchannel": self._new_channel,
            "newconnectedline": self._connected_line,
            "dialbegin": self._dial_begin,
            "dialstate": self._dial_state,
            "dialend": self._dial_end,
            "hangup": self._hangup,
            "hanguprequest": self._hangup_request,
            "softhanguprequest": self._soft_hangup,
            "hold": self._hold,
            "unhold": self._unhold,
            "bridgeenter": self._bridge_enter,
            "bridgeleave": self._bridge_leave,
            "blindtransfer": self._blind_transfer,
            "attendedtransfer": self._attended_transfer,
            "pickup": self._pickup,
            "localbridge": self._local_bridge,
            "rename": self._rename,
            "queuecallerjoin": self._queue_join,
            "join": self._queue_join,
            "queuecallerleave": self._queue_leave,
            "leave": self._queue_leave,
            "agentcalled": self._agent_called,
            "agentringnoanswer": self._agent_no_answer,
            "confbridgejoin": self._conference,
        }

    def feed(self, message: Message, at: datetime, t: float | None = None) -> list[CallEvent]:
        """Take one message, heard at `at` (`t` seconds into a recording), and return what it means."""
        self._ledger.clock(at, t)
        if message.get(BANNER):
            self._snapshot.connected()
        elif message.event:
            self._take(message, at)
        elif message.get("Message").casefold() == "channels will follow":
            self._snapshot.list_begins()
        return self._ledger.drain()

    def order(self, channel: str, number: str) -> None:
        """A client of ours asks the PBX to call `number` from `channel`: its future unique id, or `PJSIP/1001`."""
        self._calls.order(channel, number)

    def finish(self, at: datetime, t: float | None = None) -> list[CallEvent]:
        """A recording is at its end: what its last connection never confirmed is lost."""
        self._ledger.clock(at, t)
        self._snapshot.lose_doubtful()
        return self._ledger.drain()

    def _take(self, message: Message, at: datetime) -> None:
        event = message.event
        if event == "fullybooted":
            self._snapshot.booted(message, at)
        elif event == "shutdown":
            self._snapshot.lose_all()
        elif event in ("coreshowchannel", "status"):
            self._snapshot.list_channel(message)
        elif event in ("coreshowchannelscomplete", "statuscomplete"):
            self._snapshot.finish(complete=event == "coreshowchannelscomplete")
        elif event in ("extensionstatus", "queuemember", "queuememberstatus", "queuememberadded"):
            self._meet_phones(self._endpoints.see_event(message))
        else:
            self._channel_event(event, message)

    def _channel_event(self, event: str, message: Message) -> None:
        handler = self._handlers.get(event)
        if handler is None and not (message.get("Channel") and message.get("ChannelState")):
            return
        channel = self._channels.see(message)
        self._snapshot.confirm(channel)
        if handler is not None:
            handler(message, channel)
        if channel is not None:
            self._calls.state_seen(channel)
        for surplus in self._channels.surplus():
            self._remove(surplus, 0)

    def _meet_phones(self, endpoints: set[str]) -> None:
        """These endpoints turn out to be phones: what they do already is a call."""
        for channel in self._channels if endpoints else ():
            if channel.endpoint in endpoints:
                self._calls.state_seen(channel)

    def _new_channel(self, message: Message, channel: Channel | None) -> None:
        if channel is not None and not channel.is_pseudo:
            calling = message.get("ChannelState") == "4" or channel.exten not in ("", "s")
            self._endpoints.see_channel(channel.endpoint, message.get("Context"), channel.caller, calling)

    def _connected_line(self, _: Message, channel: Channel | None) -> None:
        if channel is not None:
            self._calls.connected_line_changed(channel)

    def _dial_begin(self, message: Message, channel: Channel | None) -> None:
        dest = self._dest(message)
        if dest is None:
            return
        dest.dial_string = message.get("DialString")
        dest.dial_status = ""
        if not dest.is_pseudo and dest.state == 0:
            self._endpoints.see_dial(dest.endpoint, dest.dial_string)
        self._channels.dial(channel, dest)
        self._calls.dial_begun(dest)

    def _dial_state(self, message: Message, channel: Channel | None) -> None:
        dest = self._dest(message)
        if dest is not None:
            self._took_over(channel, dest)
            self._calls.state_seen(dest)

    def _dial_end(self, message: Message, channel: Channel | None) -> None:
        dest = self._dest(message)
        if dest is None:
            return
        self._took_over(channel, dest)
        status = message.get("DialStatus").upper()
        dest.dial_status = dest.dial_status or status
        if status == "ANSWER":
            self._calls.answered(dest)
        elif status == "NOANSWER":
            self._calls.timed_out(dest)

    def _took_over(self, channel: Channel | None, dest: Channel) -> None:
        """Another channel dials now than at the beginning: it was transferred to a phone that still rings."""
        if channel is not None and not channel.gone and dest.dialer != channel.uid:
            self._channels.dial(channel, dest)

    def _dest(self, message: Message) -> Channel | None:
        dest = self._channels.see(message, "Dest")
        self._snapshot.confirm(dest)
        return None if dest is None or dest.gone else dest

    def _hangup(self, message: Message, channel: Channel | None) -> None:
        if channel is not None:
            self._remove(channel, message.number("Cause") or 0)

    def _remove(self, channel: Channel, cause: int) -> None:
        channel.cause = cause or channel.cause
        self._calls.ended(channel, cause)
        self._channels.remove(channel)

    def _hangup_request(self, message: Message, channel: Channel | None) -> None:
        if channel is not None:
            channel.asked_to_end = True
            channel.cause = message.number("Cause") or channel.cause

    def _soft_hangup(self, _: Message, channel: Channel | None) -> None:
        if channel is not None:
            channel.told_to_end = True

    def _hold(self, message: Message, channel: Channel | None) -> None:
        if channel is not None:
            self._calls.held(channel, message.get("Status").casefold() != "off")

    def _unhold(self, _: Message, channel: Channel | None) -> None:
        if channel is not None:
            self._calls.held(channel, False)

    def _bridge_enter(self, message: Message, channel: Channel | None) -> None:
        if channel is not None:
            bridge = message.get("BridgeUniqueid")
            room = message.get("BridgeCreator").casefold().startswith("confbridge")
            self._channels.enter(channel, bridge, conference=room)
            self._calls.bridge_changed(bridge)

    def _bridge_leave(self, _: Message, channel: Channel | None) -> None:
        if channel is not None:
            self._channels.leave(channel)

    def _blind_transfer(self, message: Message, _: Channel | None) -> None:
        transferer = self._channels.see(message, "Transferer")
        transferee = self._channels.see(message, "Transferee")
        if message.get("Result").casefold() != "success" or transferer is None:
            return
        if transferee is not None:
            transferee.transferred_from = transferer.endpoint
        self._calls.transferred(transferer)

    def _attended_transfer(self, message: Message, _: Channel | None) -> None:
        if message.get("Result").casefold() != "success":
            return
        for prefix in ("OrigTransferer", "SecondTransferer"):
            transferer = self._channels.see(message, prefix)
            if transferer is not None:
                self._calls.gave_away(transferer, first=prefix == "OrigTransferer")
        if message.get("DestType").casefold() == "app":
            self._transfer_while_ringing(message)

    def _transfer_while_ringing(self, message: Message) -> None:
        """The customer takes the transferer's place in a dial that is not answered yet."""
        second, transferee = self._channels.see(message, "SecondTransferer"), self._channels.see(message, "Transferee")
        if second is None or transferee is None or transferee.gone:
            return
        transferee.transferred_from = second.endpoint
        for uid in second.dialled:
            dest = self._channels.find(uid)
            if dest is not None and not dest.gone:
                self._channels.dial(transferee, dest)

    def _pickup(self, message: Message, channel: Channel | None) -> None:
        target = self._channels.see(message, "Target")
        if target is not None and channel is not None:
            target.was_picked_up = True
            channel.queue = channel.queue or target.queue

    def _local_bridge(self, message: Message, _: Channel | None) -> None:
        one, two = self._channels.see(message, "LocalOne"), self._channels.see(message, "LocalTwo")
        if one is not None and two is not None:
            self._channels.join_halves(one, two)

    def _rename(self, message: Message, channel: Channel | None) -> None:
        channel = channel or self._channels.named(message.get("Oldname"))
        name = message.get("Newname")
        if channel is not None and name and name != channel.name:
            self._calls.renamed(channel, name)
            self._channels.rename(channel, name)

    def _queue_join(self, message: Message, channel: Channel | None) -> None:
        if channel is not None:
            channel.queue = message.known("Queue")

    def _queue_leave(self, _: Message, channel: Channel | None) -> None:
        if channel is not None:
            channel.queue = None

    def _agent_called(self, message: Message, _: Channel | None) -> None:
        self._endpoints.see_event(message)
        dest = self._dest(message)
        if dest is not None:
            dest.queue = message.known("Queue")

    def _agent_no_answer(self, message: Message, _: Channel | None) -> None:
        dest = self._dest(message)
        if dest is not None:
            self._calls.timed_out(dest)

    def _conference(self, _: Message, channel: Channel | None) -> None:
        if channel is not None:
            self._calls.joined_conference(channel)
