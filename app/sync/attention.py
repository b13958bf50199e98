"""Reads of what needs a person: conflicts of this login's teams, and what the store refused of this desk.

Conflicts are rows of the store, or of the cache of a shared one. What was refused stands in the store's log on one
seat, and in the outbox of a desk that has a shared store; whichever is empty adds nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, or_, select, text

from app.storage.operations import ENTITIES, RefusedOperationError, from_json, split_kind, to_json
from app.storage.reader import Reader
from app.sync.attention_records import Attention, Disagreement, Refused
from app.sync.topics import Topics
from models.operation import CONFLICT, DISMISSED, OP_LOG, OPERATION

MOST = 500  # rows of each sort that are shown at once
Teams = Collection[int] | None  # None: one seat, or who sees all teams
# Written out, as the conditions of their indexes are: with parameters SQLite would read the whole table.
NOT_TAKEN, REFUSED = text("result != 'applied' AND result IN ('refused', 'parked')"), text("result = 'refused'")
SHOWN = ("op_id", "kind", "entity", "at", "body", "result", "reason")


class AttentionReads:
    """What the attention page reads; each call blocks, so it runs in a worker."""

    def __init__(self, store: Reader, outbox: Reader, teams: Callable[[Connection], Teams] = lambda _: None) -> None:
        """Read; `teams` says whose conflicts wait here (`cached_teams` at a desk of a shared store)."""
        self._store, self._outbox, self._teams = store, outbox, teams

    def all(self) -> Attention:
        """Return all that waits, the oldest first, what is about the same thing side by side."""
        sent = self._outbox.run(_refused_of_outbox)
        done = self._outbox.run(_dismissed)
        return self._store.run(lambda connection: _attention(connection, self._teams(connection), sent, done))

    def count(self) -> int:
        """Return how many wait: what the badge shows."""
        done = self._outbox.run(_dismissed)
        sent = {row.op_id for row in self._outbox.run(_refused_of_outbox)}
        return self._store.run(lambda connection: count(connection, self._teams(connection), sent, done))


def cached_teams(cache: Connection) -> Teams:
    """Return the teams whose work is in the cache of a shared store; none before it was ever filled."""
    from models.cache import CURSOR  # one seat has no cache, and its start does without its tables

    teams = cache.execute(select(CURSOR.c.teams)).scalar()
    return tuple(json.loads(teams)) if teams else ()


def count(connection: Connection, teams: Teams, sent: Collection[UUID], done: Collection[UUID]) -> int:
    """Return how many conflicts of `teams` are not settled and how many refused operations nobody has dealt with."""
    conflicts = connection.execute(select(func.count()).select_from(CONFLICT).where(*_waiting(teams))).scalar_one()
    refused = set(sent) | set(connection.execute(select(OP_LOG.c.op_id).where(NOT_TAKEN)).scalars())
    return conflicts + len(refused - set(done))


def _waiting(teams: Teams) -> Iterator[ColumnElement[bool]]:
    """Conflicts about how another conflict was settled are nothing to decide: it is settled either way."""
    yield CONFLICT.c.settled_at.is_(None)
    yield CONFLICT.c.deleted_at.is_(None)
    yield CONFLICT.c.table != CONFLICT.name
    if teams is not None:
        yield or_(CONFLICT.c.team.is_(None), CONFLICT.c.team.in_(teams))


def _refused_of_outbox(connection: Connection) -> Sequence[Any]:
    columns = [OPERATION.c[name] for name in SHOWN]
    return connection.execute(select(*columns).where(REFUSED).order_by(OPERATION.c.n).limit(MOST)).all()


def _dismissed(connection: Connection) -> set[UUID]:
    return set(connection.execute(select(DISMISSED.c.op_id)).scalars())


def _attention(connection: Connection, teams: Teams, sent: Sequence[Any], done: Collection[UUID]) -> Attention:
    topics = Topics(connection)
    logged = _refused_of_log(connection)
    refused = {row.op_id: row for row in (*sent, *logged) if row.op_id not in done}
    return Attention(
        tuple(_disagreements(connection, topics, teams)),
        tuple(_refused(topics, row) for row in refused.values()),
        topics.names,
    )


def _refused_of_log(connection: Connection) -> Sequence[Any]:
    columns = [OP_LOG.c[name] for name in SHOWN]
    return connection.execute(select(*columns).where(NOT_TAKEN).order_by(OP_LOG.c.seq).limit(MOST)).all()


def _disagreements(connection: Connection, topics: Topics, teams: Teams) -> list[Disagreement]:
    rows = connection.execute(select(CONFLICT).where(*_waiting(teams)).order_by(CONFLICT.c.at).limit(MOST)).all()
    found = [_disagreement(connection, topics, row) for row in rows if row.table in ENTITIES]
    oldest: dict[UUID, int] = {}
    for place, one in enumerate(found):
        oldest.setdefault(one.topic.id, place)
    return sorted(found, key=lambda one: oldest[one.topic.id])


def _disagreement(connection: Connection, topics: Topics, row: Any) -> Disagreement:
    rows = ENTITIES[row.table]
    stands = connection.execute(select(rows).where(rows.c.id == row.entity)).mappings().one_or_none()
    now = row.theirs if stands is None else _now(row, stands[row.field])
    for value in (row.base, row.theirs, row.mine, now):
        topics.name(row.field, value)
    return Disagreement(
        row.id, topics.of(row.table, row.entity, {}), row.table, row.entity, row.field, row.base, row.theirs, row.mine,
        now, row.at, row.login, row.their_login, row.their_at, stands is None,
    )  # fmt: skip


def _now(row: Any, stands: Any) -> Any:
    """Return what stands there as JSON holds it, in the words of the conflict where it is one of its values."""
    for said in (row.theirs, row.mine):
        try:
            if from_json(row.table, row.field, said) == stands:
                return said
        except RefusedOperationError:  # it wanted what the field cannot hold
            continue
    return to_json(stands)


def _refused(topics: Topics, row: Any) -> Refused:
    try:
        table, verb = split_kind(row.kind)
    except RefusedOperationError:  # of a newer Ringbook that shared this folder
        table, verb = row.kind.partition("@")[0].split(".")[0], "edit"
    said = {name: pair.get("new") for name, pair in row.body.items()}
    for name, value in said.items():
        topics.name(name, value)
    return Refused(
        row.op_id, topics.of(table, row.entity, said), table, verb, row.kind, row.entity, row.at, row.result,
        row.reason or "", row.body,
    )  # fmt: skip
