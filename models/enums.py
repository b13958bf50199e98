"""The field's words as enumerations; standard library only, so that every layer may import them."""

from enum import StrEnum


class CallStep(StrEnum):
    """What happened to a call at one extension."""

    RINGING = "ringing"
    DIALLING = "dialling"
    ANSWERED = "answered"
    HELD = "held"
    RESUMED = "resumed"
    PARTY_CHANGED = "party_changed"
    TRANSFERRED = "transferred"
    ENDED = "ended"


class Direction(StrEnum):
    """Who called whom, seen from the centre."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"
    INTERNAL = "internal"


class CallOutcome(StrEnum):
    """How a call ended at one extension."""

    ANSWERED = "answered"
    MISSED = "missed"
    ANSWERED_ELSEWHERE = "answered_elsewhere"
    REJECTED = "rejected"
    BUSY = "busy"
    NO_ANSWER = "no_answer"
    CANCELLED = "cancelled"
    FAILED = "failed"
    TRANSFERRED = "transferred"
    LOST = "lost"


class PbxStatus(StrEnum):
    """The link to the PBX."""

    OFF = "off"
    CONNECTING = "connecting"
    CONNECTED = "connected"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"


class CustomerKind(StrEnum):
    """A customer is a person or an organisation."""

    PERSON = "person"
    ORGANISATION = "organisation"


class ContactKind(StrEnum):
    """How a customer is reached; a prefix is a block of numbers that belongs to an organisation."""

    PHONE = "phone"
    PREFIX = "prefix"
    EMAIL = "email"
    ADDRESS = "address"


class MatchReason(StrEnum):
    """Why a customer is a candidate for a number, best first."""

    CHOSEN = "chosen"
    SAME_NUMBER = "same_number"
    SAME_NATIONAL = "same_national"
    LAST_SEVEN = "last_seven"
    ORGANISATION = "organisation"


class CaseKind(StrEnum):
    """What a customer brings."""

    COMPLAINT = "complaint"
    SUGGESTION = "suggestion"
    ENQUIRY = "enquiry"


class Severity(StrEnum):
    """Safety first, then impact."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"


class CaseStatus(StrEnum):
    """The life of a case; suggestions use received, reviewed, accepted, declined and done."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    INVESTIGATING = "investigating"
    WAITING = "waiting"
    ANSWERED = "answered"
    REVIEWED = "reviewed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DONE = "done"
    CLOSED = "closed"


class FollowUpStatus(StrEnum):
    """The life of a promise; late is derived from the due time."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


class FollowUpChannel(StrEnum):
    """How the promise is kept."""

    CALL = "call"
    EMAIL = "email"
    VISIT = "visit"


class InteractionKind(StrEnum):
    """What a row of the timeline stands for."""

    CALL = "call"
    COMPLAINT = "complaint"
    SUGGESTION = "suggestion"
    ENQUIRY = "enquiry"
    FOLLOW_UP = "follow_up"
    NOTE = "note"


class Role(StrEnum):
    """What a login of the shared store may do; each may do what those before it may."""

    AGENT = "agent"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"


class SyncPhase(StrEnum):
    """The link to the shared store; ALONE is one seat, which has none."""

    ALONE = "alone"
    CONNECTING = "connecting"
    FILLING = "filling"
    ONLINE = "online"
    OFFLINE = "offline"
    REFUSED = "refused"


class OperationResult(StrEnum):
    """What became of an operation. Of a conflict the fields nobody else had changed are written."""

    APPLIED = "applied"
    CONFLICT = "conflict"
    PARKED = "parked"
    REFUSED = "refused"
