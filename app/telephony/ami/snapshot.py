"""After a reconnect: what the PBX lists as up is up, what it does not list is lost."""

from __future__ import annotations

from datetime import datetime

from app.telephony.ami.calls import Calls
from app.telephony.ami.channels import RING, UP, Channel, Channels
from app.telephony.ami.endpoints import Endpoints
from app.telephony.ami.legs import Ledger
from app.telephony.ami.message import Message

_CALLED = frozenset({"appdial", "appdial2", "appqueue"})
_CALLERS = frozenset({"dial", "queue", "followme", "page"})
_UPTIME_SLACK = 5.0


class Snapshot:
    """Keeps what each connection confirms, from its banner to the end of a list of channels."""

    def __init__(self, channels: Channels, endpoints: Endpoints, calls: Calls, ledger: Ledger) -> None:
        self._channels = channels
        self._endpoints = endpoints
        self._calls = calls
        self._ledger = ledger
        self._beat = 0
        self._since: int | None = None
        self._listed: dict[str, Channel] = {}
        self._doubtful: set[str] = set()
        self._booted_at: float | None = None
        self._uptime: int | None = None

    def connected(self) -> None:
        """A new connection: nothing of the old one is certain."""
        self._listed.clear()
        self._since = self._beat
        self._doubtful = {leg.uid for leg in self._ledger.legs()}

    def booted(self, message: Message, at: datetime) -> None:
        """The PBX says how long it has been up: a restart took every call with it."""
        uptime = message.number("Uptime")
        moment = at.timestamp()
        booted_at = None if uptime is None else moment - uptime
        restarted = (
            uptime is not None
            and self._booted_at is not None
            and booted_at is not None
            and (uptime < (self._uptime or 0) or booted_at > self._booted_at + _UPTIME_SLACK)
        )
        if restarted:
            self.lose_all()
        elif uptime is not None and self._booted_at is not None:
            self._doubtful.clear()
        if uptime is not None:
            self._booted_at, self._uptime = booted_at, uptime

    def confirm(self, channel: Channel | None) -> None:
        """An event of this channel came: it is no leftover of an old connection."""
        if channel is not None:
            self._beat += 1
            channel.heard = self._beat
            self._doubtful.discard(channel.uid)

    def list_begins(self) -> None:
        """The PBX is about to list its channels."""
        self._listed.clear()
        if self._since is None:
            self._since = self._beat

    def list_channel(self, message: Message) -> None:
        """One channel of the list."""
        channel = self._channels.see(message)
        if channel is None or channel.gone:
            return
        self._listed[channel.uid] = channel
        channel.application = message.get("Application")
        channel.called |= channel.application.casefold() in _CALLED
        if channel.called and not channel.is_pseudo:
            self._endpoints.see_channel(channel.endpoint, message.get("Context"), None, calling=False)
        if channel.application.casefold() == "queue":
            channel.queue = (message.get("ApplicationData") or message.get("Data")).split(",")[0] or None
        bridge = message.get("BridgeId", channel.bridge or "")
        if bridge != (channel.bridge or ""):  # none at all: that it left was not heard
            self._channels.enter(channel, bridge)

    def finish(self, complete: bool) -> None:
        """The list is at its end: rebuild from it, and end what it does not hold.

        A list that may have been asked for one channel only (not `complete`) ends no more than what is in doubt.
        """
        listed = [channel for channel in self._listed.values() if not channel.gone]
        self._listed.clear()
        self._link(listed)
        for channel in listed:
            self._calls.state_seen(channel)
        for channel in listed:
            if channel.state in (RING, UP):
                self._calls.up_in_snapshot(channel)
        kept = {channel.uid for channel in listed}
        since, self._since = self._since, None
        for channel in self._channels:
            leftover = complete and since is not None and channel.heard <= since
            if channel.uid not in kept and (leftover or channel.uid in self._doubtful):
                self._lose(channel)
        self._doubtful.clear()

    def lose_all(self) -> None:
        """The PBX is gone and everything with it."""
        for channel in self._channels:
            self._lose(channel)
        self._doubtful.clear()

    def lose_doubtful(self) -> None:
        """Nothing more will come: what the last connection never confirmed is lost."""
        for uid in list(self._doubtful):
            channel = self._channels.find(uid)
            if channel is not None:
                self._lose(channel)
        self._doubtful.clear()

    def _lose(self, channel: Channel) -> None:
        leg = self._ledger.leg(channel.uid)
        if leg is not None:
            self._calls.lost(leg)
        self._channels.remove(channel)

    def _link(self, listed: list[Channel]) -> None:
        """Who dialled whom, as far as the linked id and the applications tell."""
        callers: dict[str, Channel] = {}
        for channel in listed:
            calls = channel.application.casefold() in _CALLERS and not channel.called
            if calls and (channel.linked_id not in callers or not channel.is_local):
                callers[channel.linked_id] = channel
        for channel in listed:
            caller = callers.get(channel.linked_id)
            if channel.called and channel.dialer is None and caller is not None and caller is not channel:
                self._channels.dial(caller, channel)
                caller.last_dest = channel.uid
