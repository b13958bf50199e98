"""What a desk reads of a store in a file: rows by their sequence, by customer and by id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, bindparam, null, or_, select, union_all

from app.storage.apply import read_row
from app.storage.operations import ENTITIES, to_json
from app.storage.prepared import PreparedRead
from app.sync.records import Cursor, Identity, Page, Row
from models.case import CASE, CASE_EVENT
from models.customer import CUSTOMER
from models.follow_up import FOLLOW_UP
from models.operation import CONFLICT, OP_LOG
from models.shared import CHANGE, GONE

AT = PreparedRead(
    select(OP_LOG.c.op_id).where(OP_LOG.c.seq <= bindparam("seq")).order_by(OP_LOG.c.seq.desc()).limit(1),
    lambda op_id: op_id,
)
CHANGED: Select[Any] = select(  # type: ignore[assignment]
    CHANGE.c.seq, CHANGE.c.table, CHANGE.c.entity, CHANGE.c.customer_id
)
LINE = (CHANGE.c.seq, CHANGE.c.entity, CHANGE.c.team, CHANGE.c.customer_id)
LEFT = (GONE.c.seq, GONE.c.entity, GONE.c.team, GONE.c.customer_id)
BEHIND = [
    PreparedRead(
        select(*columns).where(columns[0] > bindparam("seq")).order_by(columns[0]).limit(bindparam("most")),
        lambda *line: line,
    )
    for columns in (LINE, LEFT)
]
STANDS = PreparedRead(
    select(CHANGE.c.table, CHANGE.c.team, CHANGE.c.customer_id).where(CHANGE.c.entity == bindparam("of")),
    lambda *stands: stands,
)
MOST_IN = 500


def op_at(connection: Connection, seq: int) -> UUID | None:
    """Return the operation that stands at a sequence or last before it."""
    return AT.first(connection, {"seq": seq})


def pull(connection: Connection, by: Identity, stands: int, cursor: Cursor, most: int) -> Page:
    """Return what changed behind a cursor; `stands` is the counter."""
    values = {"seq": cursor.seq, "most": most}
    changed, left = (read.all(connection, values) for read in BEHIND)
    lines = sorted([(*line, False) for line in changed] + [(*line, True) for line in left])[:most]
    seq = lines[-1][0] if len(lines) == most else max(stands, cursor.seq)
    touched = {customer_id: at for at, _, _, customer_id, _ in lines if customer_id is not None}
    rows = [
        row
        for at, entity, team, _, is_gone in lines
        if team in by.teams
        for row in [_pulled(connection, by, at, entity, is_gone)]
        if row is not None
    ]
    return Page(rows, touched, Cursor(seq, op_at(connection, seq)), seq < stands)


def _pulled(connection: Connection, by: Identity, seq: int, entity: UUID, is_gone: bool) -> Row | None:
    """Return a line of a page; a row that left one team of this login for another is not gone."""
    table, team, customer_id = STANDS.all(connection, {"of": entity})[0]
    if not is_gone:
        return row_at(connection, seq, table, entity, customer_id)
    return None if team in by.teams else Row(seq, table, entity, customer_id, None)


def row_at(connection: Connection, seq: int, table: str, entity: UUID, customer_id: UUID | None) -> Row:
    """Return a row as it stands."""
    found = read_row(connection, table, entity)
    return Row(seq, table, entity, customer_id, None if found is None else _values(table, found))


def _values(table: str, row: Any) -> dict[str, Any]:
    return {name: to_json(getattr(row, name)) for name in _names(table)}


@cache
def _names(table: str) -> tuple[str, ...]:
    return tuple(column.name for column in ENTITIES[table].columns if column.name != "id")


def rows(connection: Connection, entities: Sequence[UUID]) -> list[Row]:
    """Return single rows, in the order of their sequence."""
    return _of(connection, CHANGE.c.entity, entities)


def customers(connection: Connection, ids: Sequence[UUID], after_seq: int) -> list[Row]:
    """Return all rows about customers that changed behind a sequence, or left them since, as they stand now."""
    left = select(GONE.c.entity).where(GONE.c.customer_id.in_(ids), GONE.c.seq > after_seq)
    here = CHANGE.c.customer_id.in_(ids) & (CHANGE.c.seq > after_seq)
    return _read(connection, CHANGED.where(or_(here, CHANGE.c.entity.in_(left))))


def _of(connection: Connection, column: ColumnElement[Any], keys: Sequence[UUID]) -> list[Row]:
    return _read(connection, CHANGED.where(column.in_(keys))) if keys else []


def _read(connection: Connection, found: Select[Any]) -> list[Row]:
    lines: Iterable[Any] = connection.execute(found.order_by(CHANGE.c.seq)).all()
    return [row_at(connection, *line) for line in lines]


def team_rows(connection: Connection, by: Identity, after: UUID | None, most: int) -> list[Row]:
    """Return what is still work of the login's teams, by id, with what hangs on it."""
    cases = select(CASE.c.id).where(CASE.c.team.in_(by.teams), CASE.c.closed_at.is_(None), CASE.c.deleted_at.is_(None))
    promises = select(FOLLOW_UP.c.id).where(
        FOLLOW_UP.c.team.in_(by.teams), FOLLOW_UP.c.status == "open", FOLLOW_UP.c.deleted_at.is_(None)
    )
    conflicts = select(CONFLICT.c.id).where(
        CONFLICT.c.team.in_(by.teams), CONFLICT.c.settled_at.is_(None), CONFLICT.c.deleted_at.is_(None)
    )
    events = select(CASE_EVENT.c.id).where(CASE_EVENT.c.case_id.in_(cases))
    work = union_all(cases, promises, conflicts, events)
    found = CHANGED.where(CHANGE.c.entity.in_(work))
    if after is not None:
        found = found.where(CHANGE.c.entity > after)
    lines = connection.execute(found.order_by(CHANGE.c.entity).limit(most)).all()
    return [row_at(connection, *line) for line in lines]


def working_set(connection: Connection, by: Identity, most: int) -> list[UUID]:
    """Return customers: those with work of the login's teams, then the touched last; a small office holds all."""
    busy = working(connection, by, None)
    last = CHANGE.c.customer_id, CHANGE.c.seq
    found: dict[UUID | None, None] = dict.fromkeys(busy)
    lines = connection.execute(select(*last).where(last[0].is_not(null())).order_by(last[1].desc()))
    for customer_id, _ in lines:
        if len(found) >= most:
            break
        found.setdefault(customer_id)
    known = set(connection.execute(select(CUSTOMER.c.id).where(CUSTOMER.c.deleted_at.is_(None))).scalars())
    return [one for one in found if one is not None and one in known][:most]


def working(connection: Connection, by: Identity, of: Sequence[UUID] | None) -> list[UUID]:
    """Return the customers (of those given) with open work of the login's teams, the newest work first."""
    found: dict[UUID | None, None] = {}
    for table, is_open in ((CASE, CASE.c.closed_at.is_(None)), (FOLLOW_UP, FOLLOW_UP.c.status == "open")):
        busy = select(table.c.customer_id).where(table.c.team.in_(by.teams), is_open, table.c.deleted_at.is_(None))
        busy = busy.where(table.c.customer_id.is_not(None))
        if of is not None:
            busy = busy.where(table.c.customer_id.in_(of))
        found.update(dict.fromkeys(connection.execute(busy.order_by(table.c.id.desc())).scalars()))
    return [one for one in found if one is not None]


def open_work(connection: Connection, by: Identity) -> list[tuple[UUID, int]]:
    """Return (id, revision) of the open cases and promises of the login's teams."""
    found: list[tuple[UUID, int]] = []
    for table, is_open in ((CASE, CASE.c.closed_at.is_(None)), (FOLLOW_UP, FOLLOW_UP.c.status == "open")):
        of = select(table.c.id, table.c.revision).where(
            table.c.team.in_(by.teams), is_open, table.c.deleted_at.is_(None)
        )
        found += [(id_, revision) for id_, revision in connection.execute(of)]
    return found


def revisions_of(connection: Connection, customer_id: UUID) -> list[tuple[UUID, int]]:
    """Return (id, revision) of all rows about a customer."""
    of = select(CHANGE.c.entity, CHANGE.c.revision).where(CHANGE.c.customer_id == customer_id)
    return [(id_, revision) for id_, revision in connection.execute(of)]
