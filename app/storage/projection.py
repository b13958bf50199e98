"""Rows derived from others when those are written: search tokens and the timeline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, delete, insert, select

from app.storage.search_index import all_tokens
from models.call import Call, CallLeg
from models.customer import ContactPoint, Customer, SearchToken
from models.enums import CallOutcome, ContactKind, InteractionKind
from models.interaction import Interaction

Values = dict[str, Any]
MOMENT = {"call": "began_at", "case": "opened_at", "follow_up": "due_at"}  # where each stands in the timeline


def refresh(connection: Connection, table: str, old: Row[Any] | None, new: Row[Any] | None) -> set[UUID]:
    """Bring what is derived from one row up to date; return the customers it concerns."""
    if table in ("customer", "contact_point"):
        owners = {row.id if table == "customer" else row.customer_id for row in (old, new) if row is not None}
        for owner in owners:
            _refresh_tokens(connection, owner)
        return owners
    if table == "call_leg":
        calls = {row.call_id for row in (old, new) if row is not None}
        return set().union(*(_refresh_call(connection, call_id) for call_id in calls))
    if table in MOMENT and new is not None:
        return _replace(connection, table, old or new, new)
    return {row.customer_id for row in (old, new) if row is not None and hasattr(row, "customer_id")} - {None}


def _refresh_call(connection: Connection, call_id: UUID) -> set[UUID]:
    """A leg came to a call or left it: it reads differently."""
    call = connection.execute(select(Call.__table__).where(Call.id == call_id)).one_or_none()
    return refresh(connection, "call", call, call)


def call_interaction(connection: Connection, call: Row[Any]) -> Values:
    """Return the timeline row of a call, merged from its legs."""
    legs = connection.execute(
        select(CallLeg.agent, CallLeg.extension, CallLeg.answered_at, CallLeg.ended_at, CallLeg.outcome)
        .where(CallLeg.call_id == call.id)
        .order_by(CallLeg.began_at, CallLeg.id)
    ).all()
    return merged_call(call, legs)


def merged_call(call: Any, legs: Sequence[Any]) -> Values:
    """Return the timeline row of a call from the fields of it and of its legs, these in order of their beginning."""
    talked = [leg for leg in legs if leg.answered_at is not None]
    seconds = [int((leg.ended_at - leg.answered_at).total_seconds()) for leg in talked if leg.ended_at]
    ended = [leg.outcome for leg in legs if leg.outcome is not None]
    return {
        "kind": InteractionKind.CALL,
        "at": call.began_at,
        "state": CallOutcome.ANSWERED if talked else (ended[-1] if len(ended) == len(legs) and ended else None),
        "direction": call.direction,
        "detail": call.queue or call.dialled,
        "seconds": sum(seconds) if seconds else None,
        "person": ", ".join(dict.fromkeys(leg.agent or leg.extension for leg in talked or legs)) or None,
    }


def case_interaction(case: Any) -> Values:
    """Return the timeline row of a case."""
    return {
        "kind": case.kind,
        "at": case.opened_at,
        "state": case.status,
        "reference": case.reference,
        "headline": case.summary,
        "detail": case.category,
        "severity": case.severity,
        "person": case.owner,
    }


def follow_up_interaction(promise: Any) -> Values:
    """Return the timeline row of a promise, at the time it is due."""
    return {
        "kind": InteractionKind.FOLLOW_UP,
        "at": promise.due_at,
        "state": promise.status,
        "headline": promise.what,
        "detail": promise.channel,
        "person": promise.owner,
    }


def _replace(connection: Connection, table: str, old: Row[Any], new: Row[Any]) -> set[UUID]:
    """Put the timeline row of one thing in the place of the one it had; a thing of nobody has none."""
    if old.customer_id is not None:
        moment = getattr(old, MOMENT[table])
        key = (Interaction.customer_id == old.customer_id, Interaction.at == moment, Interaction.id == old.id)
        connection.execute(delete(Interaction).where(*key))
    if new.customer_id is not None and new.deleted_at is None:
        values = timeline_values(connection, table, new)
        connection.execute(insert(Interaction).values(id=new.id, customer_id=new.customer_id, **values))
    return {row.customer_id for row in (old, new) if row.customer_id is not None}


def timeline_values(connection: Connection, table: str, row: Row[Any]) -> Values:
    """Return the timeline row of a call, case or follow-up, but for its id and customer."""
    if table == "call":
        return call_interaction(connection, row)
    return case_interaction(row) if table == "case" else follow_up_interaction(row)


def _refresh_tokens(connection: Connection, customer_id: UUID) -> None:
    connection.execute(delete(SearchToken).where(SearchToken.customer_id == customer_id))
    row = connection.execute(
        select(Customer.name, Customer.company, Customer.number, Customer.deleted_at, Customer.merged_into).where(
            Customer.id == customer_id
        )
    ).one_or_none()
    if row is None or row.deleted_at is not None or row.merged_into is not None:
        return
    points = connection.execute(
        select(ContactPoint.kind, ContactPoint.value, ContactPoint.e164).where(
            ContactPoint.customer_id == customer_id, ContactPoint.deleted_at.is_(None)
        )
    ).all()
    found = customer_tokens([row.name, row.company, row.number], [(p.kind, p.value, p.e164) for p in points])
    connection.execute(insert(SearchToken), [{"token": t, "customer_id": customer_id} for t in sorted(found)])


def customer_tokens(names: list[str | None], points: list[tuple[str, str, str | None]]) -> set[str]:
    """Return the tokens of a customer from its names and its contact points (kind, value, E.164)."""
    phones = [p for p in points if p[0] in (ContactKind.PHONE, ContactKind.PREFIX)]
    numbers = {number for _, value, e164 in phones for number in (value.split(";")[0], e164) if number}
    return all_tokens(names, numbers, [value for kind, value, _ in points if kind == ContactKind.EMAIL])
