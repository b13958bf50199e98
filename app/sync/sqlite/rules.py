"""What a shared store takes of an operation, and what it makes of it: `api.push` of PostgreSQL, for a file.

Field by field as on one seat (`app.storage.apply`); and beside that who may do what, whose work it is, who was merged,
what waits for a row that has not come, and the sequence of each row that is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Connection, bindparam, select, update

from app.storage import rights
from app.storage.apply import (
    Body,
    Fields,
    add_conflict,
    compare,
    empty_in,
    insert_row,
    read_row,
    values_of,
    write_row,
)
from app.storage.operations import Operation, RefusedOperationError, from_json, split_kind, to_json
from app.storage.prepared import PreparedRead, PreparedWrite, row_of
from app.storage.projection import TOKENED, refresh_tokens
from app.sync.records import Identity
from app.sync.sqlite.ledger import Ledger
from app.sync.sqlite.people import TEAMS, identity
from models.case import CASE
from models.customer import CUSTOMER
from models.enums import OperationResult
from models.operation import OP_LOG

LOGGED = {"call", "call_leg", "number_choice"}  # what several desks report of one thing
MOST_MERGES = 100
INTO = PreparedRead(select(CUSTOMER.c.merged_into).where(CUSTOMER.c.id == bindparam("of")), lambda into: into)
GIVEN = PreparedRead(select(CASE.c.id).where(CASE.c.reference == bindparam("of")), lambda id_: id_)
TAKEN = OP_LOG.c.result.in_([OperationResult.APPLIED, OperationResult.CONFLICT])
HISTORY = PreparedRead(
    select(OP_LOG.c.login, OP_LOG.c.taken_at, OP_LOG.c.kind, OP_LOG.c.body)
    .where(OP_LOG.c.entity == bindparam("of"), TAKEN)
    .order_by(OP_LOG.c.seq.desc()),
    lambda *line: line,
)
PARKED = PreparedRead(
    select(OP_LOG)
    .where(OP_LOG.c.entity == bindparam("of"), OP_LOG.c.result == OperationResult.PARKED)
    .order_by(OP_LOG.c.seq),
    row_of(OP_LOG),
)
REPLAYED = PreparedWrite(
    update(OP_LOG)
    .where(OP_LOG.c.seq == bindparam("of"))
    .values(result=bindparam("became"), reason=bindparam("because"))
)
BEFORE: PreparedRead[datetime] = PreparedRead(
    select(OP_LOG.c.taken_at).where(OP_LOG.c.taken_at < bindparam("then")).order_by(OP_LOG.c.seq.desc()).limit(1),
    lambda taken_at: taken_at,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of an operation; `seq` is that of its row, None when nothing was written."""

    result: OperationResult
    seq: int | None = None
    reason: str | None = None


def _is_away(case: Fields) -> bool:
    """Whether a case is nobody's work."""
    return case.closed_at is not None or case.deleted_at is not None


class Rules:
    """One transaction of a store in a file; `now` is its time."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self.ledger = Ledger(connection)
        self._connection = connection
        self._now = now
        self._searched: set[UUID] = set()  # customers who are to be found by something else now

    def take(self, by: Identity, op: Operation) -> Answer:
        """Apply one operation; one that can never be applied is answered "refused", and nothing of it is left."""
        seq = self.ledger.seq
        try:
            with _savepoint(self._connection):
                return self._apply(by, op)
        except RefusedOperationError as error:
            self.ledger.seq = seq
            return Answer(OperationResult.REFUSED, reason=str(error))

    def replay(self, entity: UUID) -> None:
        """Take up what waited for a row that has come, with the rights its senders have now."""
        for waiting in PARKED.all(self._connection, {"of": entity}):
            sender = identity(self._connection, waiting.login)
            if sender is None:
                answer = Answer(OperationResult.REFUSED, reason="its login is no longer of this store")
            else:
                op = Operation(waiting.op_id, waiting.n, waiting.kind, entity, waiting.at, waiting.body)
                answer = self.take(sender, op)
            REPLAYED.run(self._connection, {"of": waiting.seq, "became": answer.result, "because": answer.reason})

    def keep(self) -> None:
        """Write what is due once for all operations."""
        for customer_id in self._searched:
            refresh_tokens(self._connection, customer_id)
        self.ledger.keep()

    def _apply(self, by: Identity, op: Operation) -> Answer:
        table, verb = split_kind(op.kind)
        self._check(table, verb, by, op.body)
        if verb == "edit":
            return self._edit(table, by, op)
        old = None if verb == "create" else read_row(self._connection, table, op.entity)
        values = values_of(table, op.body)
        if values.get("customer_id") is not None:
            values["customer_id"] = self._merged(values["customer_id"])
        if old is None:
            return Answer(OperationResult.APPLIED, self._create(table, by, op.entity, values))
        return Answer(OperationResult.APPLIED, self._write(table, old, empty_in(old, values)))

    def _check(self, table: str, verb: str, by: Identity, body: Body) -> None:
        """Refuse what cannot be taken wherever the row stands."""
        if verb == "log" and table not in LOGGED:
            raise RefusedOperationError(f"a {table} is not logged")
        if verb != "edit" and not rights.may(rights.RULES[table].create, by.role, is_of_team=True, is_maker=True):
            raise RefusedOperationError(f"nobody may make a {table}")
        for name, pair in body.items():
            self._check_field(table, name, by, pair)
        team = body["team"]["new"] if "team" in body else None
        if team is not None and team not in (known for known, _ in TEAMS.all(self._connection, {})):
            raise RefusedOperationError("there is no such team")

    def _check_field(self, table: str, name: str, by: Identity, pair: Any) -> None:
        rule = rights.fields(table).get(name)
        if rule is None:
            raise RefusedOperationError(f"{table} has no field {name[:60]}")
        if not isinstance(pair, dict) or "new" not in pair:
            raise RefusedOperationError(f"{table}.{name} has no new value")
        value = from_json(table, name, pair["new"])
        if value is None:
            return
        if rule.check == rights.Check.SELF and value != by.name:
            raise RefusedOperationError(f"{table}.{name} is not who sent it")
        if rule.check == rights.Check.PAST and not self._may_have_been(value):
            raise RefusedOperationError(f"{table}.{name} is too long ago or still to come")

    def _may_have_been(self, moment: datetime) -> bool:
        if moment > self._now + timedelta(hours=rights.AHEAD_HOURS):
            return False
        return moment >= self._now - timedelta(days=rights.MOST_DAYS) or moment >= self._earliest

    @cached_property
    def _earliest(self) -> datetime:
        """How far back a time may lie.

        Where the log was silent for long MOST_DAYS ago, nobody was at work, or the store was put back to a copy made
        then, and desks send again what it lost: it counts from before the silence.
        """
        usual = self._now - timedelta(days=rights.MOST_DAYS)
        before = BEFORE.first(self._connection, {"then": usual})
        if before is not None and before < usual - timedelta(days=rights.QUIET_DAYS):
            return before - timedelta(days=rights.MOST_DAYS)
        return usual

    def _create(self, table: str, by: Identity, entity: UUID, values: dict[str, Any]) -> int:
        if read_row(self._connection, table, entity) is not None:
            raise RefusedOperationError(f"this {table} exists already")
        if table in ("case", "follow_up") and values.get("team") is None:
            values["team"] = by.home
        if table == "case" and "reference" in values:
            values["reference"] = self._free_reference(values["reference"])
        row = insert_row(self._connection, table, entity, values)
        return self._note(table, None, row)

    def _free_reference(self, wanted: str) -> str:
        """Keep apart what two copies of one desk gave, so that a search for what was said on the phone finds both."""
        reference, again = wanted, 1
        while GIVEN.first(self._connection, {"of": reference}) is not None:
            again += 1
            reference = f"{wanted}/{again}"
        return reference

    def _edit(self, table: str, by: Identity, op: Operation) -> Answer:
        of = op.entity if table != "customer" or "merged_into" in op.body else self._merged(op.entity)
        row = read_row(self._connection, table, of)
        if row is None:
            return Answer(OperationResult.PARKED)
        for name in op.body:
            self._check_right(table, name, by, row)
        body = self._followed(op.body, row)
        changed, clashes = compare(table, row, body)
        written = {name: value for name, value in changed.items() if value != getattr(row, name)}
        self._check_edit(table, row, written)
        seq = self._write(table, row, written)
        if seq is None and not clashes and _names_another(op.body, body):
            seq = self._note(table, row, row)  # its sender shows it with whom it named, and takes it as it stands
        for name in clashes:
            self._conflict(table, by, op, row, name)
        return Answer(OperationResult.CONFLICT if clashes else OperationResult.APPLIED, seq)

    def _check_right(self, table: str, name: str, by: Identity, row: Fields) -> None:
        rule = rights.fields(table)[name]
        is_maker = rule.edit == rights.Who.MAKER and self._is_maker(by, row.id)
        if not rights.may(rule.edit, by.role, is_of_team=getattr(row, "team", None) in by.teams, is_maker=is_maker):
            raise RefusedOperationError(f"this login may not change {name} of this {table}")

    def _is_maker(self, by: Identity, entity: UUID) -> bool:
        """Whether the login made the row, not longer ago than one may undo it."""
        since = self._now - timedelta(minutes=rights.MAKER_MINUTES)
        history = HISTORY.all(self._connection, {"of": entity})
        return any(
            login == by.login and ".create@" in kind and taken_at > since for login, taken_at, kind, _ in history
        )

    def _check_edit(self, table: str, row: Fields, written: dict[str, Any]) -> None:
        into = written.get("merged_into")
        if table == "customer" and into is not None and self._merged(into) == row.id:
            raise RefusedOperationError("a customer cannot be merged into itself")
        if "team" in written and written["team"] is None:
            raise RefusedOperationError(f"team of a {table} cannot be empty")

    def _write(self, table: str, old: Fields, values: dict[str, Any]) -> int | None:
        row = write_row(self._connection, table, old, values)
        return None if row is old else self._note(table, old, row)

    def _note(self, table: str, old: Fields | None, row: Fields) -> int:
        if table in TOKENED:
            at = "id" if table == "customer" else "customer_id"
            self._searched.update(getattr(one, at) for one in (old, row) if one is not None)
        given = self.ledger.note(table, row)
        if table == "case" and old is not None and _is_away(old) and not _is_away(row):
            self.ledger.take_along(table, row.id)  # desks that came meanwhile have not got its story
        return given

    def _conflict(self, table: str, by: Identity, op: Operation, row: Fields, name: str) -> None:
        history = HISTORY.all(self._connection, {"of": row.id})
        login, at = next(((login, at) for login, at, _, body in history if name in body), (None, None))
        team = self.ledger.place(row.id).team
        made = add_conflict(
            self._connection, table, op, row, name,
            at=self._now, team=by.home if team is None else team, login=by.login, their_login=login, their_at=at,
        )  # fmt: skip
        self.ledger.note("conflict", made)

    def _followed(self, body: Body, row: Fields) -> Body:
        """Return a body in which whoever was merged is the customer they became, unless the row still names them."""
        pair = body.get("customer_id")
        if pair is None:
            return body
        base, new = pair.get("base"), pair["new"]
        if base != to_json(row.customer_id):
            base = self._followed_id(base)
        return {**body, "customer_id": {"base": base, "new": self._followed_id(new)}}

    def _followed_id(self, value: str | None) -> str | None:
        return None if value is None else str(self._merged(from_json("case", "customer_id", value)))

    def _merged(self, customer_id: UUID) -> UUID:
        """Return the customer somebody was merged into at last; of whoever was not, the same."""
        for _ in range(MOST_MERGES):
            into = INTO.first(self._connection, {"of": customer_id})
            if into is None:
                break
            customer_id = into
        return customer_id


def _names_another(said: Body, meant: Body) -> bool:
    """Whether an edit names somebody who was merged into the customer that is meant."""
    return "customer_id" in said and said["customer_id"]["new"] != meant["customer_id"]["new"]


@contextmanager
def _savepoint(connection: Connection) -> Iterator[None]:
    run: Callable[[str], Any] = cast(Any, connection.connection.driver_connection).execute
    run("SAVEPOINT one")
    try:
        yield
    except RefusedOperationError:
        run("ROLLBACK TO one")
        run("RELEASE one")
        raise
    run("RELEASE one")
