"""The channels of the PBX, who dialled whom and who is in a bridge with whom."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from app.telephony.ami.endpoints import is_pseudo, split_name
from app.telephony.ami.message import Message, unescape

RINGING, UP, RING = 5, 6, 4
MAX_LIVE = 20_000
MAX_GONE = 10_000
MAX_DIALLED = 200
_PRESENTATION = 0x60
_PROHIBITED = 0x20


@dataclass(slots=True, eq=False)
class Channel:
    """One channel as last seen; `dialer` and `mate` are unique ids of other channels."""

    uid: str
    name: str
    technology: str
    endpoint: str
    linked_id: str
    state: int = 0
    caller: str | None = None
    caller_name: str | None = None
    connected: str | None = None
    connected_name: str | None = None
    connected_hidden: bool = False
    hidden: bool = False
    exten: str = ""
    application: str = ""
    dial_string: str = ""
    dialer: str | None = None
    dialled: list[str] = field(default_factory=list)
    last_dest: str | None = None
    called: bool = False
    originated: bool = False
    mate: str | None = None
    queue: str | None = None
    bridge: str | None = None
    dial_status: str = ""
    answers: int = 0
    has_answered: bool = False
    was_picked_up: bool = False
    asked_to_end: bool = False
    told_to_end: bool = False
    cause: int = 0
    heard: int = 0
    transferred_from: str | None = None
    gone: bool = False

    @property
    def is_pseudo(self) -> bool:
        return is_pseudo(self.name)

    @property
    def is_local(self) -> bool:
        return self.technology.casefold() == "local"


class Channels:
    """Live channels by unique id, and the last ones that are gone: outcomes are judged after the caller left."""

    def __init__(self) -> None:
        self._live: OrderedDict[str, Channel] = OrderedDict()
        self._gone: OrderedDict[str, Channel] = OrderedDict()
        self._by_name: dict[str, str] = {}
        self._bridges: dict[str, list[str]] = {}
        self._conferences: set[str] = set()

    def __len__(self) -> int:
        return len(self._live)

    def __iter__(self) -> Iterator[Channel]:
        return iter(list(self._live.values()))

    def find(self, uid: str | None) -> Channel | None:
        """The channel of this unique id, live or gone."""
        return (self._live.get(uid) or self._gone.get(uid)) if uid else None

    def named(self, name: str) -> Channel | None:
        """The live channel of this name."""
        return self._live.get(self._by_name.get(name, ""))

    def see(self, message: Message, prefix: str = "") -> Channel | None:
        """Bring one channel up to date from the keys of `message` that begin with `prefix`.

        A channel that is gone stays gone. None where the message names no channel.
        """
        name = message.get(prefix + "Channel")
        uid = message.get(prefix + "Uniqueid")
        if not uid:
            return self.named(name)
        channel = self.find(uid)
        if channel is None and name:
            channel = self._add(uid, name, message.get(prefix + "Linkedid"))
        if channel is not None:
            _update(channel, message, prefix)
        return channel

    def rename(self, channel: Channel, name: str) -> None:
        """Give a channel another name: after a masquerade it is another line."""
        self._by_name.pop(channel.name, None)
        channel.name = name
        channel.technology, channel.endpoint = split_name(name)
        if not channel.gone:
            self._by_name[name] = channel.uid

    def remove(self, channel: Channel) -> None:
        """The channel hung up."""
        self.leave(channel)
        channel.gone = True
        self._live.pop(channel.uid, None)
        if self._by_name.get(channel.name) == channel.uid:
            del self._by_name[channel.name]
        self._gone[channel.uid] = channel
        while len(self._gone) > MAX_GONE:
            self._gone.popitem(last=False)

    def surplus(self) -> list[Channel]:
        """The oldest channels beyond what is kept: their hang-ups were never heard."""
        return list(islice(self._live.values(), max(0, len(self._live) - MAX_LIVE)))

    def enter(self, channel: Channel, bridge: str, conference: bool = False) -> None:
        """The channel joined a bridge."""
        self.leave(channel)
        if not bridge or channel.gone:
            return
        channel.bridge = bridge
        self._bridges.setdefault(bridge, []).append(channel.uid)
        if conference:
            self._conferences.add(bridge)

    def leave(self, channel: Channel) -> None:
        """The channel left its bridge, if it is in one."""
        members = self._bridges.get(channel.bridge or "", [])
        if channel.uid in members:
            members.remove(channel.uid)
        if not members and channel.bridge:
            self._bridges.pop(channel.bridge, None)
            self._conferences.discard(channel.bridge)
        channel.bridge = None

    def members(self, bridge: str | None) -> list[Channel]:
        """Who is in a bridge."""
        return [self._live[uid] for uid in self._bridges.get(bridge or "", []) if uid in self._live]

    def is_conference(self, bridge: str | None) -> bool:
        """Whether a bridge is a conference room: several parties, none of them the other end."""
        return bridge in self._conferences or len(self.members(bridge)) > 2

    def dial(self, dialer: Channel | None, dest: Channel) -> None:
        """`dialer` calls `dest`; no dialer where the PBX itself originates the call."""
        dest.called = dialer is not None
        dest.originated = dialer is None
        if dialer is not None:
            dest.dialer = dialer.uid
            dialer.dialled = [*dialer.dialled[1 - MAX_DIALLED :], dest.uid]

    def join_halves(self, one: Channel, two: Channel) -> None:
        """The two halves of a Local channel."""
        one.mate, two.mate = two.uid, one.uid

    def mate(self, half: Channel) -> Channel | None:
        """The other half of a Local channel, by its name where no event told."""
        known = self.find(half.mate)
        if known is None and half.name[-2:] in (";1", ";2"):
            known = self.named(half.name[:-1] + ("2" if half.name[-1] == "1" else "1"))
        return known

    def _add(self, uid: str, name: str, linked_id: str) -> Channel:
        technology, endpoint = split_name(name)
        channel = Channel(uid, name, technology, endpoint, linked_id or uid)
        self._live[uid] = channel
        self._by_name[name] = uid
        return channel


def _update(channel: Channel, message: Message, prefix: str) -> None:
    state = message.number(prefix + "ChannelState")
    if state is not None:
        channel.state = state
    channel.linked_id = message.known(prefix + "Linkedid") or channel.linked_id
    if message.get(prefix + "CallerIDNum"):
        channel.caller = message.known(prefix + "CallerIDNum")
        channel.caller_name = unescape(message.known(prefix + "CallerIDName") or "") or None
    if message.get(prefix + "ConnectedLineNum"):
        channel.connected = message.known(prefix + "ConnectedLineNum")
        channel.connected_name = unescape(message.known(prefix + "ConnectedLineName") or "") or None
    if not channel.exten:
        exten = message.get(prefix + "Exten") or message.get(prefix + "Extension")
        channel.exten = "" if exten == "s" else exten
    _note_presentation(channel, message, prefix)


def _note_presentation(channel: Channel, message: Message, prefix: str) -> None:
    """A caller may ask to be hidden though the PBX knows the number: `prohib…`, or 32 of the presentation."""
    for value in message.all(prefix + "ChanVariable"):
        name, _, text = value.rpartition("=")
        hides = text.strip().casefold().startswith("prohib")
        if name.strip().casefold() in ("callerid(num-pres)", "callerid(pres)"):
            channel.hidden = hides
        elif name.strip().casefold() in ("connectedline(num-pres)", "connectedline(pres)"):
            channel.connected_hidden = hides
    pres = message.get(prefix + "CID-CallingPres").split(" ", 1)[0]
    if pres.isascii() and pres.isdigit():
        channel.hidden = int(pres) & _PRESENTATION == _PROHIBITED
