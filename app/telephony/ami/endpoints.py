"""Which endpoints are phones of agents and which lead to the world outside.

Judged by what the PBX says of the endpoint, strongest first, never by the number of who calls: a trunk can
send `1003` as its caller.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass

from app.telephony.ami.message import Message
from app.telephony.numbers import is_short, shown

MAX_ENDPOINTS = 20_000
PSEUDO = frozenset(
    [
        "local",
        "surrogate",
        "message",
        "cbann",
        "cbrec",
        "bridge",
        "announcer",
        "recorder",
        "asyncgoto",
        "parked",
        "multicastrtp",
        "unicastrtp",
        "audiosocket",
        "mock",
        "snoop",
        "voicemail",
        "agent",
        "bridgewait",
    ]
)
_LINES = frozenset(
    [
        "dahdi",
        "zap",
        "misdn",
        "dongle",
        "quectel",
        "motif",
        "khomp",
        "h323",
        "ooh323",
        "capi",
        "srx",
        "allogsm",
        "gtalk",
    ]
)
_OUTSIDE = re.compile(r"trunk|pstn|carrier|provider|inbound|incoming|outside|\bdid\b|_in\b|world|external", re.I)
_INSIDE = re.compile(r"internal|phone|extension|agent|user|account|office|local", re.I)
_SUFFIX = re.compile(r"-[0-9a-fA-F]+(;[12])?\Z")
_SHORT_NAME = 6


@dataclass(slots=True)
class _Evidence:
    hinted: bool = False
    context: str = ""
    dialled_itself: bool = False
    dialled_through: bool = False
    calls_as_itself: bool = False
    calls_as_others: bool = False


def split_name(channel: str) -> tuple[str, str]:
    """Return technology and endpoint of a channel's name: `PJSIP/1001-0000002a` → `PJSIP`, `1001`."""
    technology, _, rest = channel.partition("<")[0].partition("/")
    return technology, _SUFFIX.sub("", rest)


def is_pseudo(channel: str) -> bool:
    """Whether a channel is no telephone line at all: a Local half, a recorder, a zombie."""
    return split_name(channel)[0].casefold() in PSEUDO or "<" in channel or "/" not in channel


def dialled_number(dial_string: str, endpoint: str) -> str | None:
    """Return the number a dial string sends through `endpoint`; None where it calls the endpoint itself."""
    text = dial_string.split("!", 1)[0]
    for technology in ("PJSIP/", "SIP/", "IAX2/", "DAHDI/"):
        text = text.removeprefix(technology)
    text = text.split("&", 1)[0].split(",", 1)[0]
    if "@" in text and "sip:" not in text:
        number, _, behind = text.partition("@")
        return number if behind.split("/", 1)[0].split(":", 1)[0].casefold() == endpoint.casefold() else None
    _, slash, number = text.partition("/")
    number = re.sub(r"^sips?:", "", number).split("/", 1)[0].split("@", 1)[0].split(";", 1)[0]
    outside = slash and number != endpoint and not is_short(number) and number.lstrip("+").isdigit()
    return number if outside else None


class Endpoints:
    """What has been seen of every endpoint; `phones` are those that settings or a person named."""

    def __init__(self, phones: frozenset[str] = frozenset()) -> None:
        self._named = frozenset(name.casefold() for name in phones)
        self._seen: OrderedDict[str, _Evidence] = OrderedDict()

    def is_phone(self, technology: str, endpoint: str) -> bool:
        """Judge an endpoint by all that is known of it now."""
        name = endpoint.casefold()
        seen = self._seen.get(name) or _Evidence()
        if name in self._named or seen.hinted:
            return True
        if seen.dialled_through or technology.casefold() in _LINES or _OUTSIDE.search(seen.context):
            return False
        if seen.dialled_itself:
            return True
        if name.isascii() and name.isdigit():
            return len(name) <= _SHORT_NAME or seen.calls_as_itself or not seen.calls_as_others
        return bool(_INSIDE.search(seen.context))

    def knows_phone(self, number: str) -> bool:
        """Whether a phone of this name has been seen."""
        return number.casefold() in self._seen and self.is_phone("", number)

    def see_channel(self, endpoint: str, context: str, caller: str | None, calling: bool) -> None:
        """A channel was made: note the context its endpoint is set to, and as whom it calls."""
        seen = self._of(endpoint)
        seen.context = seen.context or context
        if calling and caller:
            seen.calls_as_itself |= caller == endpoint
            seen.calls_as_others |= caller != endpoint and (not is_short(caller) or shown(caller) is None)

    def see_dial(self, endpoint: str, dial_string: str) -> None:
        """The endpoint was dialled: itself, or a number through it."""
        if dialled_number(dial_string, endpoint) is not None:
            self._of(endpoint).dialled_through = True
        elif dial_string:
            self._of(endpoint).dialled_itself = True

    def see_event(self, message: Message) -> set[str]:
        """Hints and queue members name phones; return those that were not known by this before."""
        fresh: set[str] = set()
        for key in ("Hint", "StateInterface", "Interface", "Location"):
            for device in message.get(key).split("&"):
                if "/" in device and not is_pseudo(device) and not device.startswith("Custom:"):
                    endpoint = device.split("/", 1)[1].split("@", 1)[0]
                    if not self._of(endpoint).hinted:
                        fresh.add(endpoint)
                    self._of(endpoint).hinted = True
        return fresh

    def _of(self, endpoint: str) -> _Evidence:
        name = endpoint.casefold()
        seen = self._seen.setdefault(name, _Evidence())
        self._seen.move_to_end(name)
        if len(self._seen) > MAX_ENDPOINTS:
            self._seen.popitem(last=False)
        return seen
