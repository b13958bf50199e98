"""Rows derived from others when those are written: search tokens and the timeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, delete, insert, select

from app.storage.prepared import PreparedRead, PreparedWrite, row_of
from app.storage.search_index import search_text, tokens
from models.call import Call, CallLeg
from models.customer import ContactPoint, Customer, SearchText, SearchToken
from models.enums import CallOutcome, ContactKind, InteractionKind
from models.interaction import Interaction

Values = dict[str, Any]
Fields = Any  # a row, or what a row has become: its columns as attributes
TOKENED = {"customer", "contact_point"}  # what search texts are made of
MOMENT = {"call": "began_at", "case": "opened_at", "follow_up": "due_at"}  # where each stands in the timeline

TIMELINE = cast(Table, Interaction.__table__)
TEXTS, TOKENS = cast(Table, SearchText.__table__), cast(Table, SearchToken.__table__)
CALLS, CALL_LEGS = cast(Table, Call.__table__), cast(Table, CallLeg.__table__)
CALL = PreparedRead(select(CALLS).where(CALLS.c.id == bindparam("of")), row_of(CALLS))
LEGS = PreparedRead(
    select(CALL_LEGS).where(CALL_LEGS.c.call_id == bindparam("of")).order_by(CALL_LEGS.c.began_at, CALL_LEGS.c.id),
    row_of(CALL_LEGS),
)
AWAY = PreparedWrite(
    delete(TIMELINE).where(
        TIMELINE.c.customer_id == bindparam("of"),
        TIMELINE.c.at == bindparam("moment"),
        TIMELINE.c.id == bindparam("thing"),
    )
)
ADD = PreparedWrite(insert(TIMELINE))
SHOWN = ("name", "kind", "company", "city", "number")  # what a search shows of a customer, beside a phone
WHO = PreparedRead(
    select(*(getattr(Customer, name) for name in SHOWN)).where(
        Customer.id == bindparam("of"), Customer.deleted_at.is_(None), Customer.merged_into.is_(None)
    ),
    lambda *values: dict(zip(SHOWN, values, strict=True)),
)
POINTS = PreparedRead(
    select(ContactPoint.kind, ContactPoint.value, ContactPoint.e164).where(
        ContactPoint.customer_id == bindparam("of"), ContactPoint.deleted_at.is_(None)
    ),
    lambda *point: point,
)
OF_CUSTOMER = TEXTS.c.customer_id == bindparam("of")
TEXT = PreparedRead(
    select(TEXTS).where(OF_CUSTOMER), lambda *values: dict(zip(TEXTS.columns.keys(), values, strict=True))
)
ADD_TEXT = PreparedWrite(insert(TEXTS))
TEXT_AWAY = PreparedWrite(delete(TEXTS).where(OF_CUSTOMER))
TOKEN_AWAY = PreparedWrite(
    delete(TOKENS).where(TOKENS.c.token == bindparam("gone"), TOKENS.c.customer_id == bindparam("of"))
)
ADD_TOKENS = PreparedWrite(insert(TOKENS))
SOME_CUSTOMERS = select(Customer.id).where(Customer.id > bindparam("last")).order_by(Customer.id).limit(5000)


def refresh(connection: Connection, table: str, old: Fields | None, new: Fields) -> set[UUID]:
    """Bring the timeline up to date with one row; return the customers it concerns.

    `old` is the row before, None where it is new. Search tokens are `refresh_tokens`' part.
    """
    if table == "customer":
        return {new.id}
    if table == "call_leg":
        calls = {row.call_id for row in (old, new) if row is not None}
        return set().union(*(_refresh_call(connection, call_id) for call_id in calls))
    if table in MOMENT:
        return _replace(connection, table, old, new)
    return {row.customer_id for row in (old, new) if row is not None and hasattr(row, "customer_id")} - {None}


def _refresh_call(connection: Connection, call_id: UUID) -> set[UUID]:
    """A leg came to a call or left it: it reads differently."""
    call = CALL.first(connection, {"of": call_id})
    return set() if call is None else refresh(connection, "call", call, call)


def call_interaction(connection: Connection, call: Fields) -> Values:
    """Return the timeline row of a call, merged from its legs."""
    return merged_call(call, LEGS.all(connection, {"of": call.id}))


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


def _replace(connection: Connection, table: str, old: Fields | None, new: Fields) -> set[UUID]:
    """Put the timeline row of one thing in the place of the one it had; a thing of nobody has none."""
    if old is not None and old.customer_id is not None:
        moment = getattr(old, MOMENT[table])
        AWAY.run(connection, {"of": old.customer_id, "moment": moment, "thing": old.id})
    if new.customer_id is not None and new.deleted_at is None:
        values = timeline_values(connection, table, new)
        ADD.run(connection, values | {"id": new.id, "customer_id": new.customer_id})
    return {row.customer_id for row in (old, new) if row is not None} - {None}


def timeline_values(connection: Connection, table: str, row: Fields) -> Values:
    """Return the timeline row of a call, case or follow-up, but for its id and customer."""
    if table == "call":
        return call_interaction(connection, row)
    return case_interaction(row) if table == "case" else follow_up_interaction(row)


def refresh_tokens(connection: Connection, customer_id: UUID) -> None:
    """Bring the search text and tokens of a customer up to date; one who is deleted or merged has none."""
    old = TEXT.first(connection, {"of": customer_id})
    new = _entry_now(connection, customer_id)
    if old == new:
        return
    if old is not None:
        TEXT_AWAY.run(connection, {"of": customer_id})
    if new is not None:
        ADD_TEXT.run(connection, new)
    before, after = tokens(old["text"]) if old else set(), tokens(new["text"]) if new else set()
    TOKEN_AWAY.run(connection, *({"gone": token, "of": customer_id} for token in sorted(before - after)))
    ADD_TOKENS.run(connection, *({"token": token, "customer_id": customer_id} for token in sorted(after - before)))


def rebuild_search(connection: Connection) -> None:
    """Make all search texts and tokens anew: what they are made of has not changed, but how."""
    connection.execute(delete(TOKENS))
    connection.execute(delete(TEXTS))
    last = UUID(int=0)
    while page := connection.execute(SOME_CUSTOMERS, {"last": last}).scalars().all():
        entries = [entry for of in page if (entry := _entry_now(connection, of)) is not None]
        ADD_TEXT.run(connection, *entries)
        found = sorted(  # in the order of the table
            (token, entry["customer_id"]) for entry in entries for token in tokens(entry["text"])
        )
        ADD_TOKENS.run(connection, *({"token": token, "customer_id": of} for token, of in found))
        last = page[-1]


def _entry_now(connection: Connection, customer_id: UUID) -> Values | None:
    customer = WHO.first(connection, {"of": customer_id})
    if customer is None:
        return None
    return {"customer_id": customer_id} | search_entry(customer, POINTS.all(connection, {"of": customer_id}))


def search_entry(customer: Mapping[str, Any], points: Sequence[tuple[str, str, str | None]]) -> Values:
    """Return the search text of a customer and what is shown of it, from its fields and its contact points.

    These are tuples of kind, value and E.164. The customer's id is the caller's to add.
    """
    phones = [p for p in points if p[0] in (ContactKind.PHONE, ContactKind.PREFIX)]
    numbers = {number for _, value, e164 in phones for number in (value.split(";")[0], e164) if number}
    names = [customer.get(name) for name in ("name", "company", "number")]
    return {name: customer.get(name) for name in SHOWN} | {
        "phone": min((value for kind, value, _ in points if kind == ContactKind.PHONE), default=None),
        "text": search_text(names, numbers, [value for kind, value, _ in points if kind == ContactKind.EMAIL]),
    }
