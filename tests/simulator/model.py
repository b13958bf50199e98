"""The oracle's own idea of a shared store: dictionaries, and the rules of docs/sync.md told once more.

It shares no code with the stores, so that a rule that is broken there shows here. Values are as JSON has them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

Body = Mapping[str, Mapping[str, Any]]
NEEDED = ("reference", "kind", "severity", "summary", "status", "opened_at")  # of a case
FORBIDDEN = {"case": {"reference"}, "conflict": {"op_id", "entity", "table", "field", "base", "theirs", "mine"}}
OF_SUPERVISORS = {"customer": {"merged_into", "deleted_at"}}
OF_MAKERS = {"case": {"deleted_at"}, "follow_up": {"deleted_at"}}
OF_TEAM = {"case", "follow_up", "conflict"}
LOGGED = {"call", "call_leg", "number_choice"}
SELF = {("case_event", "actor"), ("call_leg", "agent"), ("conflict", "settled_by")}
PAST = {
    ("call", "began_at"), ("call_leg", "began_at"), ("call_leg", "answered_at"), ("call_leg", "ended_at"),
    ("case", "opened_at"), ("case", "closed_at"), ("case_event", "at"), ("follow_up", "settled_at"),
    ("number_choice", "chosen_at"), ("conflict", "settled_at"),
}  # fmt: skip


@dataclass(frozen=True)
class Person:
    """A login, as the simulator made it."""

    login: str
    name: str
    role: str
    home: int
    teams: frozenset[int]


@dataclass(frozen=True)
class Line:
    """An operation as the store has logged it."""

    seq: int
    op_id: UUID
    kind: str
    entity: UUID
    at: datetime
    body: Body
    result: str
    taken_at: datetime
    login: str


@dataclass
class Entry:
    """A row: its table and values, and who made it when."""

    table: str
    values: dict[str, Any]
    made_by: str
    made_at: datetime
    revision: int = 1


@dataclass
class Clash:
    """A field two people changed: what the store must have kept."""

    op_id: UUID
    entity: UUID
    field: str
    base: Any
    theirs: Any
    mine: Any
    login: str


MOST_MERGES = 100  # a chain of customers merged into each other; more are a ring


class RefusedError(Exception):
    """The rules do not allow it."""


@dataclass
class Model:
    """What the log makes of the rows; `results` is what each operation must have been answered at last.

    `conflict_ids` says which row the store made of a clash, as only it knows.
    """

    people: Mapping[str, Person]
    columns: Mapping[str, tuple[str, ...]]
    conflict_ids: Mapping[tuple[UUID, str], UUID]
    rows: dict[UUID, Entry] = field(default_factory=dict)
    clashes: list[Clash] = field(default_factory=list)
    results: dict[UUID, str] = field(default_factory=dict)
    waiting: list[Line] = field(default_factory=list)
    refusals: dict[UUID, str] = field(default_factory=dict)
    taken: list[datetime] = field(default_factory=list)

    def take(self, line: Line, now: datetime | None = None) -> None:
        """Do what an operation says, in the order of the log."""
        table, _, verb = line.kind.partition("@")[0].partition(".")
        if now is None:
            self.taken.append(line.taken_at)
        try:
            result = self._apply(table, verb, line, now or line.taken_at)
        except RefusedError as error:
            result, self.refusals[line.op_id] = "refused", str(error)
        self.results[line.op_id] = result
        if result == "parked":
            self.waiting.append(line)
        elif result == "applied" and verb != "edit":
            waiting = [one for one in self.waiting if one.entity == line.entity]
            self.waiting = [one for one in self.waiting if one.entity != line.entity]
            for one in waiting:
                self.take(one, line.taken_at)

    def customer(self, of: Any) -> Any:
        """Return whom a customer was merged into at last."""
        for _ in range(MOST_MERGES):
            row = None if of is None else self.rows.get(UUID(of))
            if row is None or not row.values["merged_into"]:
                break
            of = row.values["merged_into"]
        return of

    def _apply(self, table: str, verb: str, line: Line, now: datetime) -> str:
        person = self.people[line.login]
        self._check_values(table, verb, line.body, person, now)
        new = {name: pair["new"] for name, pair in line.body.items()}
        if new.get("customer_id") is not None:
            new["customer_id"] = self.customer(new["customer_id"])
        if verb == "edit":
            return self._edit(table, line, person, new, now)
        if verb == "create" and line.entity in self.rows:
            raise RefusedError("there already")
        if line.entity not in self.rows:
            self._create(table, line, person, new, now)
        else:
            row = self.rows[line.entity]
            fills = {name: value for name, value in new.items() if value is not None and row.values[name] is None}
            self._write(row, fills)
        return "applied"

    def _check_values(self, table: str, verb: str, body: Body, person: Person, now: datetime) -> None:
        if (table == "conflict" and verb != "edit") or (verb == "log" and table not in LOGGED):
            raise RefusedError("nobody may")
        for name, pair in body.items():
            if name not in self.columns[table]:
                raise RefusedError("no such field")
            value = pair["new"]
            if (table, name) in SELF and value not in (None, person.name):
                raise RefusedError("as somebody else")
            if (table, name) in PAST and value is not None:
                moment = datetime.fromisoformat(value)
                if not self._earliest(now) <= moment <= now + timedelta(hours=26):
                    raise RefusedError("when")

    def _earliest(self, now: datetime) -> datetime:
        """35 days ago; 35 days before a silence of more than a week that then was."""
        usual = now - timedelta(days=35)
        last = next((moment for moment in reversed(self.taken) if moment < usual), usual)
        return last - timedelta(days=35) if usual - last > timedelta(days=7) else usual

    def _create(self, table: str, line: Line, person: Person, new: dict[str, Any], now: datetime) -> None:
        values = dict.fromkeys(self.columns[table]) | new
        if table in ("case", "follow_up") and values["team"] is None:
            values["team"] = person.home
        if table == "case" and any(values[name] is None for name in NEEDED):
            raise RefusedError("not whole")
        if table == "case":
            given = {row.values["reference"] for row in self.rows.values() if row.table == "case"}
            wanted, again = values["reference"], 1
            while values["reference"] in given:
                again += 1
                values["reference"] = f"{wanted}/{again}"
        if table == "customer" and values["number"] is not None:
            self._check_number(values["number"], line.entity)
        if table == "number_choice" and any(
            row.table == table and row.values["number"] == values["number"] for row in self.rows.values()
        ):
            raise RefusedError("number")
        self.rows[line.entity] = Entry(table, values, person.login, now)

    def _check_number(self, number: str, of: UUID) -> None:
        for entity, row in self.rows.items():
            if row.table == "customer" and row.values["number"] == number and entity != of:
                raise RefusedError("number")

    def _edit(self, table: str, line: Line, person: Person, new: dict[str, Any], now: datetime) -> str:
        of = line.entity
        if table == "customer" and "merged_into" not in line.body:
            of = UUID(self.customer(str(of)))
        row = self.rows.get(of)
        if row is None or row.table != table:
            return "parked"
        for name in new:
            self._check_right(table, name, row, person, now)
        written, clashes = self._compare(line, of, row, new)
        if table == "customer" and written.get("merged_into") and self.customer(written["merged_into"]) == str(of):
            raise RefusedError("into itself")
        if "team" in written and written["team"] is None:
            raise RefusedError("no team")
        if table == "customer" and written.get("number") is not None:
            self._check_number(written["number"], of)
        self._write(row, written)
        for clash in clashes:
            self._keep(clash, row, person, now)
        return "conflict" if clashes else "applied"

    def _compare(self, line: Line, of: UUID, row: Entry, new: dict[str, Any]) -> tuple[dict[str, Any], list[Clash]]:
        """Return what is written, where the base still stands, and what two have changed."""
        written, clashes = {}, []
        for name, value in new.items():
            current, base, mine = row.values[name], line.body[name].get("base"), line.body[name]["new"]
            if current == base or (name == "customer_id" and current == self.customer(base)):
                if current != value:
                    written[name] = value
            elif current != value:
                clashes.append(Clash(line.op_id, of, name, base, current, mine, line.login))
        return written, clashes

    def _check_right(self, table: str, name: str, row: Entry, person: Person, now: datetime) -> None:
        is_of_team = row.values.get("team") in person.teams
        is_maker = row.made_by == person.login and now < row.made_at + timedelta(minutes=60)
        if table == "case_event" or name in FORBIDDEN.get(table, ()):
            raise RefusedError("final")
        if person.role == "administrator":
            return
        if name in OF_SUPERVISORS.get(table, ()):
            allowed = person.role == "supervisor"
        elif person.role == "supervisor":
            allowed = table not in OF_TEAM or is_of_team
        elif name in OF_MAKERS.get(table, ()):
            allowed = is_maker
        else:
            allowed = table not in OF_TEAM or is_of_team
        if not allowed:
            raise RefusedError("not theirs")

    def _write(self, row: Entry, values: Mapping[str, Any]) -> None:
        if values:
            row.values |= values
            row.revision += 1

    def _keep(self, clash: Clash, row: Entry, person: Person, now: datetime) -> None:
        self.clashes.append(clash)
        of = self.conflict_ids.get((clash.op_id, clash.field))
        if of is None:
            return
        team = self._team(clash.entity)
        values = dict.fromkeys(self.columns["conflict"]) | {
            "op_id": str(clash.op_id), "entity": str(clash.entity), "table": row.table, "field": clash.field,
            "base": clash.base, "theirs": clash.theirs, "mine": clash.mine, "login": person.login,
            "team": person.home if team is None else team,
        }  # fmt: skip
        self.rows[of] = Entry("conflict", values, person.login, now)

    def _team(self, of: UUID) -> Any:
        row = self.rows[of]
        if row.table == "case_event":
            return self._team(UUID(row.values["case_id"]))
        return row.values.get("team")
