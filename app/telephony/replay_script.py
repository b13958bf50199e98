"""What a recording lets a server say again: its events with their times, its lists, and who is on the line when."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from app.telephony.ami.message import BANNER, Message
from app.telephony.ami.recording import Heard, Recording, read

STEP = 0.02
_IDS = re.compile(r"(uniqueid|linkedid)\Z", re.I)
_EPOCH = re.compile(r"(.*?)(\d{9,10})(\.\d+)\Z")
_LISTED = {
    "coreshowchannels": ("coreshowchannel",),
    "queuestatus": ("queueparams", "queuemember", "queueentry"),
    "queuesummary": ("queuesummary",),
    "devicestatelist": ("devicestatechange",),
    "bridgelist": ("bridgelistitem",),
}
_CHANNEL_KEYS = (
    *("Channel", "ChannelState", "ChannelStateDesc", "CallerIDNum", "CallerIDName"),
    *("ConnectedLineNum", "ConnectedLineName", "Language", "AccountCode"),
    *("Context", "Exten", "Priority", "Uniqueid", "Linkedid"),
)


@dataclass(slots=True)
class Part:
    """One connection of a recording: what to say when, and the lists its client asked for."""

    heard: list[Heard] = field(default_factory=list)
    lists: dict[str, list[Message]] = field(default_factory=dict)
    uptime: int | None = None
    began: float = 0.0

    def delay(self, index: int) -> float:
        """Seconds from the beginning of this connection to a message; evenly spaced where no times were kept."""
        t = self.heard[index].t
        return index * STEP if t is None else max(0.0, t - self.began)


def load(path: Path) -> list[Part]:
    """Read a recording and keep what a server says by itself; KnownError where it is none."""
    return parts(read(path))


def parts(recording: Recording) -> list[Part]:
    """Split a recording at its banners and leave out what answered the recorded client."""
    found = [Part()]
    for heard in recording.heard:
        if heard.message.get(BANNER):
            if found[-1].heard or found[-1].lists:
                found.append(Part())
            found[-1].began = heard.t or 0.0
        else:
            _sort(heard, found[-1])
    return found


def _sort(heard: Heard, part: Part) -> None:
    """Keep an event; what bears an ActionID answered the recorded client: of that, only the lists."""
    message, event = heard.message, heard.message.event
    if event == "fullybooted":
        part.uptime = message.number("Uptime")
    elif not message.get("ActionID"):
        if event:
            part.heard.append(heard)
    else:
        for action, items in _LISTED.items():
            if event in items:
                part.lists.setdefault(action, []).append(message)


def renewed(message: Message, shift: int) -> Message:
    """The same message with all unique and linked ids moved by `shift` seconds: another call, at another time."""
    if not shift:
        return message
    return Message((key, _moved(value, shift) if _IDS.search(key) else value) for key, value in message.pairs)


def shift_to_now(part: Part) -> int:
    """Seconds by which the ids of a recording must move to be of now."""
    for heard in part.heard:
        match = _EPOCH.match(heard.message.get("Uniqueid") or heard.message.get("DestUniqueid"))
        if match:
            return int(time.time()) - int(match[2])
    return int(time.time())


def _moved(value: str, shift: int) -> str:
    match = _EPOCH.match(value)
    if match:
        return f"{match[1]}{int(match[2]) + shift}{match[3]}"
    return f"{value}-{shift}" if value and value != "<unknown>" else value


class Switchboard:
    """Which channels are up at this moment of a replay, so that it can list them as a PBX does."""

    def __init__(self) -> None:
        self._channels: dict[str, Message] = {}
        self._application: dict[str, str] = {}
        self._bridge: dict[str, str] = {}

    def restart(self, listed: Iterable[Message]) -> None:
        """Begin a connection with what its recording lists as up."""
        for message in listed:
            uid = message.get("Uniqueid")
            self._channels[uid] = message
            self._application[uid] = message.get("Application")
            self._bridge[uid] = message.get("BridgeId")

    def clear(self) -> None:
        """Nothing is up."""
        for table in (self._channels, self._application, self._bridge):
            table.clear()

    def hear(self, message: Message) -> None:
        """Bring the list up to date with one event."""
        uid = message.get("Uniqueid")
        if message.event == "hangup":
            for table in (self._channels, self._application, self._bridge):
                table.pop(uid, None)
        elif uid and message.get("ChannelState"):
            self._channels[uid] = Message((key, message.get(key)) for key in _CHANNEL_KEYS)
        if message.event == "bridgeenter":
            self._bridge[uid] = message.get("BridgeUniqueid")
        elif message.event == "bridgeleave":
            self._bridge.pop(uid, None)
        elif message.event == "dialbegin":
            self._dialled(message, uid)

    def channels(self) -> list[Message]:
        """Every channel that is up, as `CoreShowChannel` lists them."""
        return [self._listed(uid, message) for uid, message in self._channels.items()]

    def _dialled(self, message: Message, uid: str) -> None:
        dest = message.get("DestUniqueid")
        self._application[dest] = "AppDial"
        self._application.setdefault(uid, "Dial")
        if dest:
            self._channels[dest] = Message((key, message.get("Dest" + key)) for key in _CHANNEL_KEYS)

    def _listed(self, uid: str, message: Message) -> Message:
        extra = {"Application": self._application.get(uid, ""), "BridgeId": self._bridge.get(uid, "")}
        return Message([*((k, v) for k, v in message.pairs if k in _CHANNEL_KEYS), *extra.items()])
