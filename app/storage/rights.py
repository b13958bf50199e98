"""The one table of who may write which field; a shared store's own rules are made from it.

A store on PostgreSQL gets these rows when it is created or upgraded (`sync.entity`, `sync.field`), one in a file asks
`check` below. On one seat whoever opens the folder is its administrator.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from app.storage.operations import ENTITIES, FINAL, writable
from models.base import Key, UtcTime
from models.enums import Role


class Who(StrEnum):
    """Who may do something, beside supervisors of the row's team and administrators, who may do all but NOBODY's.

    MAKER is the login that made the row, for MAKER_MINUTES, as an undo; TEAM whoever is of the row's team.
    """

    ANYBODY = "anybody"
    TEAM = "team"
    MAKER = "maker"
    SUPERVISOR = "supervisor"
    NOBODY = "nobody"


class Check(StrEnum):
    """What else must hold of a value: it is the login's own name; or a time not older than MOST_DAYS nor to come."""

    NONE = "none"
    SELF = "self"
    PAST = "past"


MAKER_MINUTES = 60
MOST_DAYS = 35  # a desk may have been offline for a month
QUIET_DAYS = 7  # silent so long MOST_DAYS ago, a log may be of a store that was put back: times count from before
AHEAD_HOURS = 26  # its clock may be a day off


@dataclass(frozen=True, slots=True)
class EntityRule:
    """Who may create rows of a table (or log them), and who may edit them where a field says nothing else."""

    table: str
    create: Who
    edit: Who


@dataclass(frozen=True, slots=True)
class FieldRule:
    """One field: its kind as the wire has it, whether it may be empty, who may edit it, and what must hold of it."""

    table: str
    field: str
    kind: str  # text, integer, uuid, time, json
    nullable: bool
    edit: Who
    check: Check


RULES = {
    rule.table: rule
    for rule in (
        EntityRule("customer", Who.ANYBODY, Who.ANYBODY),
        EntityRule("contact_point", Who.ANYBODY, Who.ANYBODY),
        EntityRule("number_choice", Who.ANYBODY, Who.ANYBODY),
        EntityRule("call", Who.ANYBODY, Who.ANYBODY),
        EntityRule("call_leg", Who.ANYBODY, Who.ANYBODY),
        EntityRule("case", Who.ANYBODY, Who.TEAM),
        EntityRule("case_event", Who.ANYBODY, Who.NOBODY),
        EntityRule("follow_up", Who.ANYBODY, Who.TEAM),
        EntityRule("conflict", Who.NOBODY, Who.TEAM),
    )
}
EDITED_BY = {
    ("customer", "merged_into"): Who.SUPERVISOR,
    ("customer", "deleted_at"): Who.SUPERVISOR,
    ("case", "deleted_at"): Who.MAKER,
    ("follow_up", "deleted_at"): Who.MAKER,
    **dict.fromkeys(FINAL, Who.NOBODY),
    **{("conflict", field): Who.NOBODY for field in ("op_id", "entity", "table", "field", "base", "theirs", "mine")},
    **{("conflict", field): Who.NOBODY for field in ("at", "team", "login", "their_login", "their_at", "deleted_at")},
}
SELF = {"case_event.actor", "call_leg.agent", "conflict.settled_by"}
PAST = {
    *("call.began_at", "call_leg.began_at", "call_leg.answered_at", "call_leg.ended_at"),
    *("case.opened_at", "case.closed_at", "case_event.at", "follow_up.settled_at"),
    *("number_choice.chosen_at", "conflict.settled_at"),
}


@cache
def fields(table: str) -> Mapping[str, FieldRule]:
    """Return {field: rule} of a table, one for each column operations may name."""
    return {
        name: FieldRule(
            table,
            name,
            _kind(column.type),
            bool(column.nullable),
            EDITED_BY.get((table, name), RULES[table].edit),
            _check(f"{table}.{name}"),
        )
        for name, column in writable(table).items()
    }


def all_fields() -> list[FieldRule]:
    """Return the rules of all fields of all tables."""
    return [rule for table in ENTITIES for rule in fields(table).values()]


def may(who: Who, role: Role, *, is_of_team: bool, is_maker: bool) -> bool:
    """Whether a login may do what `who` says; `is_of_team` and `is_maker` say what it is to the row."""
    if who == Who.NOBODY:
        return False
    if role == Role.ADMINISTRATOR or who == Who.ANYBODY:
        return True
    if role == Role.SUPERVISOR:
        return is_of_team or who == Who.SUPERVISOR
    return (who == Who.TEAM and is_of_team) or (who == Who.MAKER and is_maker)


def _check(place: str) -> Check:
    return Check.SELF if place in SELF else Check.PAST if place in PAST else Check.NONE


def _kind(of: object) -> str:
    if isinstance(of, Key):
        return "uuid"
    if isinstance(of, UtcTime):
        return "time"
    return {"String": "text", "Integer": "integer", "JSON": "json"}[type(of).__name__]
