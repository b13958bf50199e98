"""The life of a call at a phone: rings, dials, answers, changes party, ends."""

from __future__ import annotations

from app.telephony.ami import outcome
from app.telephony.ami.channels import RING, RINGING, UP, Channel, Channels
from app.telephony.ami.endpoints import split_name
from app.telephony.ami.legs import Ledger, Leg
from app.telephony.ami.parties import Parties, Party
from app.telephony.numbers import is_short, same
from models.enums import CallOutcome, CallStep, Direction

_FEATURE = ("*", "#")
_MAX_HOPS = 10


class Calls:
    """Turns what channels do into steps of calls."""

    def __init__(self, channels: Channels, parties: Parties, ledger: Ledger) -> None:
        self._channels = channels
        self._parties = parties
        self._ledger = ledger
        self._orders: dict[str, str] = {}

    def order(self, channel: str, number: str) -> None:
        """A client of ours asked the PBX to call `number` from `channel` (a unique id, or `PJSIP/1001`)."""
        self._orders[channel.removesuffix("/n")] = number

    def state_seen(self, channel: Channel) -> None:
        """The channel's state is known anew."""
        if channel.gone or channel.is_pseudo:
            return
        if channel.state == RINGING and self._parties.is_phone(channel):
            self._ring(channel)
        elif channel.state == RING and not channel.called and self._parties.is_phone(channel):
            self._dials_outside(channel)
        elif channel.state == UP and channel.called:
            self.answered(channel)

    def dial_begun(self, dest: Channel) -> None:
        """`dest` is being called: the phone that calls it, if one does, is dialling."""
        if dest.is_pseudo:
            return
        caller = self._parties.caller_of(dest)
        if caller is not None:
            caller.last_dest = dest.uid
        if caller is not None and self._calls_out(caller):
            leg = self._ledger.leg(caller.uid)
            party = self._parties.of_dialled(caller, dest)
            if leg is None:
                self._begin_outgoing(caller, party, CallStep.DIALLING)
            elif not leg.answered:
                self._correct(leg, party)
        if dest.state == UP:  # a pickup: the one who answers was called no earlier than now
            self.answered(dest)

    def answered(self, dest: Channel) -> None:
        """A called channel is up: answered there, and for the phone that called it."""
        if dest.has_answered or dest.is_pseudo:
            return
        dest.has_answered = True
        caller = self._parties.caller_of(dest)
        if caller is not None:
            caller.answers += 1
        if self._parties.is_phone(dest):
            self._answer_incoming(dest)
        if caller is not None and self._calls_out(caller):
            self._answer_outgoing(caller, dest)

    def connected_line_changed(self, channel: Channel) -> None:
        """The PBX says who is connected: news if that is somebody else."""
        leg = self._ledger.leg(channel.uid)
        if leg is None or leg.outgoing or channel.connected is None:
            return
        party = self._parties.of_connected(channel)
        same_line = party.far is not None and party.far.uid == leg.far
        named = leg.number is not None and leg.direction is not Direction.INTERNAL
        if same_line and named and not leg.answered:
            return  # another spelling of who rings
        self._change_party(leg, party)

    def bridge_changed(self, bridge: str | None) -> None:
        """Somebody joined: look anew at who faces each phone in the bridge and behind its Local channels."""
        seen: set[str] = set()
        waiting = [bridge]
        while waiting and len(seen) < _MAX_HOPS:
            current = waiting.pop()
            if current is None or current in seen:
                continue
            seen.add(current)
            crowd = self._channels.is_conference(current)  # asked once: a room may hold thousands
            for member in self._channels.members(current):
                mate = self._channels.mate(member) if member.is_local else None
                if mate is not None:
                    waiting.append(mate.bridge)
                elif not crowd and self._parties.is_phone(member):
                    self._faces(member)

    def joined_conference(self, channel: Channel) -> None:
        """A phone that dialled into a conference room talks to a room, not to a customer."""
        if self._parties.is_phone(channel) and not channel.called and self._ledger.may_begin(channel.uid):
            self._begin_outgoing(channel, Party(None, False, channel.exten or None, None), CallStep.DIALLING)
            leg = self._ledger.leg(channel.uid)
            if leg is not None:
                self._say_answered(leg)

    def held(self, channel: Channel, on: bool) -> None:
        """The agent put the other end on hold, or took it back."""
        leg = self._ledger.leg(channel.uid)
        if leg is not None and leg.held != on:
            leg.held = on
            self._ledger.say(leg, CallStep.HELD if on else CallStep.RESUMED)

    def transferred(self, channel: Channel) -> None:
        """The agent gave this call away."""
        leg = self._ledger.leg(channel.uid)
        if leg is not None and not leg.transferred:
            leg.transferred = True
            self._ledger.say(leg, CallStep.TRANSFERRED)

    def gave_away(self, channel: Channel, first: bool) -> None:
        """One of the two calls of an attended transfer: the customer's was given away, the question is just over."""
        leg = self._ledger.leg(channel.uid)
        if leg is None:
            return
        if first or leg.direction is not Direction.INTERNAL:
            self.transferred(channel)
        elif not leg.answered:
            leg.transferred = True

    def timed_out(self, channel: Channel) -> None:
        """The PBX stopped ringing this phone; if the caller is still there, nobody gave up."""
        leg = self._ledger.leg(channel.uid)
        caller = self._channels.find(leg.caller) if leg is not None else None
        if leg is not None and caller is not None and not caller.gone and not caller.asked_to_end:
            leg.timed_out = True

    def renamed(self, channel: Channel, name: str) -> None:
        """After a masquerade the channel is another line: a call of the old line ends there."""
        leg = self._ledger.leg(channel.uid)
        if leg is not None and split_name(name)[1] != leg.extension:
            self._ledger.end(leg, CallOutcome.TRANSFERRED if leg.answered or leg.transferred else CallOutcome.CANCELLED)

    def ended(self, channel: Channel, cause: int) -> None:
        """The channel is gone."""
        leg = self._ledger.leg(channel.uid)
        if leg is None:
            return
        if leg.outgoing:
            dest = self._channels.find(channel.last_dest)
            self._ledger.end(leg, outcome.of_outgoing(leg, channel, dest, cause))
        else:
            self._ledger.end(leg, outcome.of_incoming(leg, channel, self._channels.find(leg.caller), cause))

    def lost(self, leg: Leg) -> None:
        """The PBX went away with this call."""
        self._ledger.end(leg, CallOutcome.LOST)

    def up_in_snapshot(self, channel: Channel) -> None:
        """A phone that talked or dialled before we looked: its call begins as answered, or as dialling."""
        if not self._parties.is_phone(channel) or not self._ledger.may_begin(channel.uid):
            return
        if channel.called:
            self.answered(channel)
            return
        dest = self._channels.find(channel.last_dest)
        far = self._parties.across(channel)
        if dest is not None and dest.state == UP:
            self._answer_outgoing(channel, dest)
        elif far is not None:
            self._faces(channel)
        elif dest is not None:
            self._begin_outgoing(channel, self._parties.of_dialled(channel, dest), CallStep.DIALLING)

    def _ring(self, channel: Channel) -> None:
        if not self._ledger.may_begin(channel.uid):
            return
        if self._parties.is_originated(channel):
            self._ring_ordered(channel)
        else:
            channel.called = True  # also where the beginning of its dial was not heard
            self._begin_incoming(channel, CallStep.RINGING)

    def _ring_ordered(self, channel: Channel) -> None:
        """Click-to-dial: the agent's own phone rings first; whom it will call is what was ordered, or shown on it."""
        origin = self._channels.find(channel.linked_id)
        names = (channel.uid, channel.linked_id, _device(channel), _device(origin) if origin else "")
        ordered = next((self._orders.pop(name) for name in names if name in self._orders), None)
        channel.originated = True
        party = self._parties.of_dialled(channel, None)
        direct = not channel.called
        number = ordered or (channel.connected if direct else None)
        guess = Party(None, number is None or party.external or not is_short(number), number, party.name)
        self._begin_outgoing(channel, guess, CallStep.DIALLING)

    def _dials_outside(self, channel: Channel) -> None:
        """A phone calls what can only be an outside number: known before the PBX has found a line."""
        if is_short(channel.exten) or channel.exten.startswith(_FEATURE) or not self._ledger.may_begin(channel.uid):
            return
        party = self._parties.of_dialled(channel, None)
        if party.external:
            self._begin_outgoing(channel, party, CallStep.DIALLING)

    def _begin_outgoing(self, channel: Channel, party: Party, step: CallStep) -> None:
        if channel.gone:
            return  # a late word of its dial: a call that begins now would never end
        leg = Leg(channel.uid, channel.endpoint, channel.linked_id, outgoing=True)
        leg.take(party, is_outgoing=True)
        self._ledger.begin(leg, step)

    def _begin_incoming(self, channel: Channel, step: CallStep) -> None:
        party = self._parties.of_called(channel)
        leg = Leg(channel.uid, channel.endpoint, channel.linked_id, answered=step is CallStep.ANSWERED)
        leg.take(party, is_outgoing=False)
        self._describe_caller(leg, channel, party.far)
        self._ledger.begin(leg, step)

    def _describe_caller(self, leg: Leg, channel: Channel, caller: Channel | None) -> None:
        leg.queue = channel.queue
        half = self._channels.find(channel.dialer)
        for _ in range(_MAX_HOPS):
            if leg.queue or half is None or not half.is_local:
                break
            mate = self._channels.mate(half)
            leg.queue = half.queue or (mate.queue if mate else None)
            half = self._channels.find(mate.dialer) if mate else None
        if caller is not None:
            leg.caller = caller.uid
            leg.answers_before = caller.answers
            leg.queue = leg.queue or caller.queue
            leg.dialled = (caller.exten or None) if leg.direction is Direction.INBOUND else None
            leg.transferred_from = caller.transferred_from if caller.transferred_from != leg.extension else None

    def _answer_incoming(self, channel: Channel) -> None:
        leg = self._ledger.leg(channel.uid)
        if leg is None:
            if self._ledger.may_begin(channel.uid) and not self._parties.is_originated(channel):
                self._begin_incoming(channel, CallStep.ANSWERED)
        elif not leg.answered and not (leg.outgoing and channel.originated):
            if leg.outgoing:
                leg.outgoing = False
                leg.take(self._parties.of_called(channel), is_outgoing=False)
            self._say_answered(leg)

    def _answer_outgoing(self, channel: Channel, dest: Channel) -> None:
        party = self._parties.of_dialled(channel, dest)
        leg = self._ledger.leg(channel.uid)
        if leg is None:
            if self._ledger.may_begin(channel.uid):
                self._begin_outgoing(channel, party, CallStep.ANSWERED)
                begun = self._ledger.leg(channel.uid)
                if begun is not None:
                    begun.answered = True
        elif not leg.answered and leg.outgoing:
            leg.take(party, is_outgoing=True)
            self._say_answered(leg)

    def _calls_out(self, channel: Channel) -> bool:
        """Whether this is a phone that calls, by its own keys or by click-to-dial."""
        return self._parties.is_phone(channel) and (not channel.called or channel.originated)

    def _say_answered(self, leg: Leg) -> None:
        leg.answered = True
        self._ledger.say(leg, CallStep.ANSWERED)

    def _correct(self, leg: Leg, party: Party) -> None:
        """The line is known now: what was a guess is set right; a number that was not known at all is news."""
        unknown = leg.number is None
        leg.take(party, is_outgoing=True)
        if unknown and leg.number is not None:
            self._ledger.say(leg, CallStep.PARTY_CHANGED)

    def _faces(self, channel: Channel) -> None:
        """A phone is in a bridge with one other end."""
        far = self._parties.across(channel)
        if far is None:
            return
        leg = self._ledger.leg(channel.uid)
        if leg is None:
            self._took(channel, far)
        elif leg.outgoing and not leg.answered:
            if far.uid != channel.last_dest:
                leg.outgoing = channel.originated
                leg.take(self._parties.of_bridged(channel, far), is_outgoing=leg.outgoing)
                self._say_answered(leg)
        elif far.uid != leg.far:
            self._change_party(leg, self._parties.of_bridged(channel, far))

    def _took(self, channel: Channel, far: Channel) -> None:
        """A phone that rang for nobody faces somebody: a parked call taken back, a pickup by code."""
        if channel.state != UP or not self._ledger.may_begin(channel.uid) or channel.originated:
            return
        party = self._parties.of_bridged(channel, far)
        leg = Leg(channel.uid, channel.endpoint, far.linked_id, answered=True)
        leg.take(party, is_outgoing=False)
        self._describe_caller(leg, channel, far)
        self._ledger.begin(leg, CallStep.ANSWERED)

    def _change_party(self, leg: Leg, party: Party) -> None:
        """Somebody else is at the other end; the same person by another line or spelling is no news."""
        was_external = leg.direction is not Direction.INTERNAL
        old_far, old_phone = self._channels.find(leg.far), leg.far_phone
        if was_external == party.external and same(leg.number, party.number):
            leg.far = party.far.uid if party.far is not None else leg.far
            return
        if was_external and not party.external and old_far is not None and not old_far.gone:
            return  # a question asked of a colleague while the customer waits
        if party.external and party.number is None and was_external:
            return
        leg.take(party, is_outgoing=leg.direction is Direction.OUTBOUND)
        if party.far is not None:
            leg.caller, leg.answers_before = party.far.uid, party.far.answers
            leg.linked_id = party.far.linked_id
            leg.dialled = leg.dialled or party.far.exten or None
            leg.transferred_from = old_phone if old_phone != leg.extension else leg.transferred_from
        self._ledger.say(leg, CallStep.PARTY_CHANGED)


def _device(channel: Channel) -> str:
    return f"{channel.technology}/{channel.endpoint}"
