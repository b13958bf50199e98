"""How a call ended at one extension; the cause code is weak and asked last."""

from __future__ import annotations

from app.telephony.ami.channels import Channel
from app.telephony.ami.legs import Leg
from models.enums import CallOutcome

ANSWERED_ELSEWHERE = 26
BUSY, REJECTED = 17, 21
NO_USER, NO_ANSWER = 18, 19
NOT_REACHED = frozenset({1, 2, 3, 6, 20, 22, 27, 28, 34, 38, 41, 42, 44, 58, 66, 88})
_OUTGOING = {
    "BUSY": CallOutcome.BUSY,
    "NOANSWER": CallOutcome.NO_ANSWER,
    "CANCEL": CallOutcome.CANCELLED,
    "CONGESTION": CallOutcome.FAILED,
    "CHANUNAVAIL": CallOutcome.FAILED,
    "": CallOutcome.CANCELLED,
}
_INCOMING = {
    "BUSY": CallOutcome.REJECTED,
    "NOANSWER": CallOutcome.NO_ANSWER,
    "CONGESTION": CallOutcome.FAILED,
    "CHANUNAVAIL": CallOutcome.FAILED,
}


def of_incoming(leg: Leg, channel: Channel, caller: Channel | None, cause: int) -> CallOutcome:
    """How a ring ended; `caller` is the channel that rang this phone."""
    if leg.transferred:
        return CallOutcome.TRANSFERRED
    if leg.answered:
        return CallOutcome.ANSWERED
    if _was_taken(leg, channel, caller, cause):
        return CallOutcome.ANSWERED_ELSEWHERE
    if channel.asked_to_end:
        return CallOutcome.NO_ANSWER if cause in (NO_USER, NO_ANSWER) else CallOutcome.REJECTED
    if cause in (BUSY, REJECTED) and channel.dial_status != "CANCEL":
        return CallOutcome.REJECTED
    if caller is not None and (caller.gone or caller.asked_to_end or caller.told_to_end) and not leg.timed_out:
        return CallOutcome.MISSED
    return _INCOMING.get(channel.dial_status, CallOutcome.MISSED)


def of_outgoing(leg: Leg, channel: Channel, dest: Channel | None, cause: int) -> CallOutcome:
    """How a call from this phone ended; `dest` is what it dialled last."""
    if leg.transferred:
        return CallOutcome.TRANSFERRED
    if leg.answered:
        return CallOutcome.ANSWERED
    if dest is None:
        return _own_ring(channel, cause) if channel.originated else CallOutcome.CANCELLED
    if dest.cause in NOT_REACHED:
        return CallOutcome.FAILED
    if channel.asked_to_end and dest.dial_status in ("", "CANCEL", "NOANSWER"):
        return CallOutcome.CANCELLED
    return _OUTGOING.get(dest.dial_status, CallOutcome.FAILED)


def _own_ring(channel: Channel, cause: int) -> CallOutcome:
    """Click-to-dial that did not get beyond the agent's own phone."""
    if channel.dial_status == "BUSY" or cause in (BUSY, REJECTED):
        return CallOutcome.REJECTED
    if not channel.dial_status and cause in (NO_USER, NO_ANSWER):
        return CallOutcome.NO_ANSWER
    return _OUTGOING.get(channel.dial_status, CallOutcome.CANCELLED)


def _was_taken(leg: Leg, channel: Channel, caller: Channel | None, cause: int) -> bool:
    answered_meanwhile = caller is not None and caller.answers > leg.answers_before
    return cause == ANSWERED_ELSEWHERE or channel.was_picked_up or answered_meanwhile
