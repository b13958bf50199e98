"""Rows derived from others when those are written: search tokens and the timeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, NamedTuple, cast
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, select

from app.storage.prepared import PreparedRead, PreparedWrite, row_of
from app.storage.search_index import search_text, tokens
from models.call import CALL, CALL_LEG
from models.customer import CONTACT_POINT, CUSTOMER, SEARCH_TEXT, SEARCH_TOKEN
from models.enums import CallOutcome, ContactKind, InteractionKind
from models.interaction import INTERACTION

Values = dict[str, Any]
# As plain texts: an enum takes half a µs to tell its value, and a row of the timeline is made in four.
ANSWERED = CallOutcome.ANSWERED.value
CALL_KIND, FOLLOW_UP_KIND = InteractionKind.CALL.value, InteractionKind.FOLLOW_UP.value
PHONE, PREFIX, EMAIL = ContactKind.PHONE.value, ContactKind.PREFIX.value, ContactKind.EMAIL.value
Fields = Any  # a row, or what a row has become: its columns as attributes
TOKENED = {"customer", "contact_point"}  # what search texts are made of
# What the timeline shows of a case and of a promise, and which of their fields it is.
OF_CASE = {
    "kind": "kind",
    "at": "opened_at",
    "state": "status",
    "reference": "reference",
    "headline": "summary",
    "detail": "category",
    "severity": "severity",
    "person": "owner",
}
OF_FOLLOW_UP = {"at": "due_at", "state": "status", "headline": "what", "detail": "channel", "person": "owner"}
MOMENT = {"call": "began_at", "case": "opened_at", "follow_up": "due_at"}  # where each stands in the timeline

ONE_CALL = PreparedRead(select(CALL).where(CALL.c.id == bindparam("of")), row_of(CALL))
LEGS = PreparedRead(
    select(CALL_LEG).where(CALL_LEG.c.call_id == bindparam("of")).order_by(CALL_LEG.c.began_at, CALL_LEG.c.id),
    row_of(CALL_LEG),
)
AWAY = PreparedWrite(
    delete(INTERACTION).where(
        INTERACTION.c.customer_id == bindparam("of"),
        INTERACTION.c.at == bindparam("moment"),
        INTERACTION.c.id == bindparam("thing"),
    )
)
ADD = PreparedWrite(insert(INTERACTION))
SHOWN = ("name", "kind", "company", "city", "number")  # what a search shows of a customer, beside a phone
WHO = PreparedRead(
    select(*(CUSTOMER.c[name] for name in SHOWN)).where(
        CUSTOMER.c.id == bindparam("of"), CUSTOMER.c.deleted_at.is_(None), CUSTOMER.c.merged_into.is_(None)
    ),
    lambda *values: dict(zip(SHOWN, values, strict=True)),
)
POINTS = PreparedRead(
    select(CONTACT_POINT.c.kind, CONTACT_POINT.c.value, CONTACT_POINT.c.e164).where(
        CONTACT_POINT.c.customer_id == bindparam("of"), CONTACT_POINT.c.deleted_at.is_(None)
    ),
    lambda *point: point,
)
OF_CUSTOMER = SEARCH_TEXT.c.customer_id == bindparam("of")
TEXT = PreparedRead(
    select(SEARCH_TEXT).where(OF_CUSTOMER), lambda *values: dict(zip(SEARCH_TEXT.columns.keys(), values, strict=True))
)
ADD_TEXT = PreparedWrite(insert(SEARCH_TEXT))
TEXT_AWAY = PreparedWrite(delete(SEARCH_TEXT).where(OF_CUSTOMER))
TOKEN_AWAY = PreparedWrite(
    delete(SEARCH_TOKEN).where(SEARCH_TOKEN.c.token == bindparam("gone"), SEARCH_TOKEN.c.customer_id == bindparam("of"))
)
ADD_SOME = "INSERT OR IGNORE INTO search_token (token, customer_id) VALUES (?, ?)"
ADD_TOKENS = PreparedWrite(insert(SEARCH_TOKEN))
SOME_CUSTOMERS = select(CUSTOMER.c.id).where(CUSTOMER.c.id > bindparam("last")).order_by(CUSTOMER.c.id).limit(5000)


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
    call = ONE_CALL.first(connection, {"of": call_id})
    return set() if call is None else refresh(connection, "call", call, call)


class CallShown(NamedTuple):
    """What the timeline shows of a call; `at` as the call has it."""

    at: Any
    kind: str
    state: str | None
    direction: str
    detail: str | None
    seconds: int | None
    person: str | None


def call_interaction(connection: Connection, call: Fields) -> Values:
    """Return the timeline row of a call, merged from its legs."""
    return merged_call(call, LEGS.all(connection, {"of": call.id}))._asdict()


def merged_call(call: Any, legs: Sequence[Any]) -> CallShown:
    """Return what the timeline shows of a call, from fields of it and of its legs, these in order of their beginning.

    Times of legs are moments or microseconds.
    """
    talked = [leg for leg in legs if leg.answered_at is not None]
    state, seconds = None, None
    if talked:
        state = ANSWERED
        for leg in talked:
            if leg.ended_at is not None:
                seconds = (seconds or 0) + _seconds(leg.ended_at - leg.answered_at)
    elif legs and all(leg.outcome is not None for leg in legs):
        state = legs[-1].outcome
    people = {leg.agent or leg.extension: None for leg in talked or legs}
    person = ", ".join(people) or None
    detail = call.queue or call.dialled
    return CallShown(call.began_at, CALL_KIND, state, call.direction, detail, seconds, person)


def _seconds(between: timedelta | int) -> int:
    """Return whole seconds of a time, or of microseconds."""
    return int(between / 1_000_000 if isinstance(between, int) else between.total_seconds())


def case_interaction(case: Any) -> Values:
    """Return the timeline row of a case."""
    return {name: getattr(case, field) for name, field in OF_CASE.items()}


def follow_up_interaction(promise: Any) -> Values:
    """Return the timeline row of a promise, at the time it is due."""
    return {"kind": FOLLOW_UP_KIND} | {name: getattr(promise, of) for name, of in OF_FOLLOW_UP.items()}


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


def refresh_tokens(connection: Connection, *customer_ids: UUID) -> None:
    """Bring the search texts and tokens of customers up to date; one who is deleted or merged has none."""
    added: list[tuple[str, bytes]] = []
    for customer_id in customer_ids:
        old = TEXT.first(connection, {"of": customer_id})
        new = _entry_now(connection, customer_id)
        if old == new:
            continue
        if old is not None:
            TEXT_AWAY.run(connection, {"of": customer_id})
        if new is not None:
            ADD_TEXT.run(connection, new)
        before, after = tokens(old["text"]) if old else set(), tokens(new["text"]) if new else set()
        TOKEN_AWAY.run(connection, *({"gone": token, "of": customer_id} for token in sorted(before - after)))
        of = customer_id.bytes
        added += [(token, of) for token in after - before]
    added.sort()  # in the order of the table
    cast(Any, connection.connection.driver_connection).executemany(ADD_SOME, added)  # they are most of what is written


def rebuild_search(connection: Connection) -> None:
    """Make all search texts and tokens anew: what they are made of has not changed, but how."""
    connection.execute(delete(SEARCH_TOKEN))
    connection.execute(delete(SEARCH_TEXT))
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
    phones = [p for p in points if p[0] in (PHONE, PREFIX)]
    numbers = {number for _, value, e164 in phones for number in (value.split(";")[0], e164) if number}
    names = [customer.get(name) for name in ("name", "company", "number")]
    return {name: customer.get(name) for name in SHOWN} | {
        "phone": min((value for kind, value, _ in points if kind == PHONE), default=None),
        "text": search_text(names, numbers, [value for kind, value, _ in points if kind == EMAIL]),
    }
