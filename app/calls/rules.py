"""One record for one call, whatever rang: pure rules."""

from __future__ import annotations

from uuid import UUID, uuid5

from app.events import CallEvent

CALLS = UUID("0e0e6b1c-8f0c-4d0e-9d0b-6a1b2f7c9a55")


def call_id(pbx: str, event: CallEvent) -> UUID:
    """Return the key of the whole call: desks that rang together come to the same one by themselves."""
    return uuid5(CALLS, f"{pbx}/{event.linked_id}")


def leg_id(pbx: str, event: CallEvent) -> UUID:
    """Return the key of this call at this extension."""
    return uuid5(CALLS, f"{pbx}/{event.extension}/{event.call}")
