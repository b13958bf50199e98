"""Who is at the other end of a channel, through Local channels, bridges, queues and transfers."""

from __future__ import annotations

from dataclasses import dataclass

from app.telephony.ami.channels import UP, Channel, Channels
from app.telephony.ami.endpoints import Endpoints, dialled_number
from app.telephony.numbers import is_short, same, shown, to_e164


@dataclass(frozen=True, slots=True)
class Party:
    """The other end as an agent should see it; `far` is its channel where it is known."""

    far: Channel | None
    external: bool
    number: str | None
    name: str | None


class Parties:
    """Reads the channels; changes nothing."""

    def __init__(self, channels: Channels, endpoints: Endpoints, region: str | None) -> None:
        self._channels = channels
        self._endpoints = endpoints
        self._region = region

    def is_phone(self, channel: Channel) -> bool:
        """Whether this is the line of an agent's phone."""
        return not channel.is_pseudo and self._endpoints.is_phone(channel.technology, channel.endpoint)

    def caller_of(self, channel: Channel) -> Channel | None:
        """The real channel that dialled this one, through any number of Local channels."""
        caller = self._real(self._channels.find(channel.dialer))
        if caller is None and channel.called and channel.linked_id != channel.uid:
            linked = self._channels.find(channel.linked_id)
            caller = None if linked is None or linked.is_pseudo else linked
        return None if caller is channel else caller

    def across(self, channel: Channel) -> Channel | None:
        """The real channel at the other side of the bridge; None where there is none, or several."""
        others = [member for member in self._channels.members(channel.bridge) if member is not channel]
        if len(others) != 1 or self._channels.is_conference(channel.bridge):
            return None
        far = self._real(others[0])
        return None if far is channel else far

    def is_originated(self, channel: Channel) -> bool:
        """Whether the PBX itself rang this phone, on somebody's order: click-to-dial."""
        if channel.originated:
            return True
        if self.caller_of(channel) is not None:
            return False
        if not channel.called:
            return channel.linked_id == channel.uid
        origin = self._channels.find(channel.linked_id)
        return origin is not None and origin.is_pseudo

    def of_called(self, channel: Channel) -> Party:
        """Who calls this ringing phone: its connected line; the caller's own number where that is not set yet."""
        far = self.caller_of(channel)
        number, name = shown(channel.connected), shown(channel.connected_name)
        if number is None and far is not None:
            number, name = shown(far.caller), shown(far.caller_name) or name
        return self._party(far, number, name, hidden=channel.connected_hidden)

    def of_bridged(self, channel: Channel, far: Channel) -> Party:
        """Who is at the other side of the bridge, by the number of that channel."""
        number = shown(far.caller) or shown(channel.connected)
        named = shown(channel.connected_name) if same(number, channel.connected) else None
        return self._party(far, number, shown(far.caller_name) or named)

    def of_connected(self, channel: Channel) -> Party:
        """Who the PBX now says is connected: the far end if it is its number, else whoever has that number."""
        far = self.across(channel) or self.caller_of(channel)
        if far is None or not same(far.caller, channel.connected):
            others = [c for c in self._channels if not c.is_pseudo and same(c.caller, channel.connected)]
            far = next(filter(self.is_phone, others), None) or next(iter(others), None)
        return self._party(far, shown(channel.connected), shown(channel.connected_name), channel.connected_hidden)

    def of_dialled(self, channel: Channel, dest: Channel | None) -> Party:
        """Whom this phone calls: the number dialled, or the one sent to the trunk where that is the better one."""
        if dest is None:
            number = shown(channel.exten) or shown(channel.connected)
            return Party(None, not self._seems_internal(number), number, shown(channel.connected_name))
        if self.is_phone(dest):
            return Party(dest, False, shown(channel.exten) or shown(dest.caller), shown(dest.caller_name))
        sent = dialled_number(dest.dial_string, dest.endpoint)
        choices = [shown(n) for n in (channel.exten, sent, dest.caller) if shown(n)]
        best = next((number for number in choices if to_e164(number, self._region)), None)
        return Party(dest, True, best or (choices[0] if choices else None), shown(channel.connected_name))

    def _party(self, far: Channel | None, number: str | None, name: str | None, hidden: bool = False) -> Party:
        external = not self._seems_internal(number) if far is None else not self.is_phone(far)
        if hidden or (external and far is not None and far.hidden):
            return Party(far, external, None, None)
        return Party(far, external, number, name)

    def _seems_internal(self, number: str | None) -> bool:
        """A guess for where the channel is not known: a phone's name, or a number too short for a subscriber."""
        return number is not None and (self._endpoints.knows_phone(number) or is_short(number))

    def _real(self, channel: Channel | None) -> Channel | None:
        seen: set[str] = set()
        while channel is not None and channel.is_pseudo and channel.uid not in seen:
            seen.add(channel.uid)
            channel = self._behind(channel)
        return None if channel is None or channel.is_pseudo else channel

    def _behind(self, half: Channel) -> Channel | None:
        """What lies behind one half of a Local channel: whom the other half is bridged with, dialled by, or dialled."""
        mate = self._channels.mate(half)
        if mate is None:
            return None
        others = [member for member in self._channels.members(mate.bridge) if member is not mate]
        if len(others) == 1:
            return others[0]
        if mate.dialer:
            return self._channels.find(mate.dialer)
        dialled = (self._channels.find(uid) for uid in reversed(mate.dialled))
        return next((dest for dest in dialled if dest is not None and dest.state == UP and not dest.gone), None)
