"""What a change is about, as people name it: a case by its reference, a customer by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from app.storage.operations import ENTITIES
from app.sync.attention_records import Topic

NAMED = {
    "customer_id": "customer",
    "merged_into": "customer",
    "case_id": "case",
}  # fields whose UUID people know by name
TITLES = {"case": "summary", "customer": "name", "follow_up": "what", "call": "number", "contact_point": "value"}


class Topics:
    """Looks up what changes are about in the rows that are here, and in what a change itself says."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[tuple[str, UUID], Mapping[str, Any] | None] = {}
        self.names: dict[str, str] = {}  # {UUID as text: the customer's name, the case's reference}

    def name(self, field: str, value: Any) -> None:
        """Note the name of whom a value stands for, where it is a UUID that people know by name."""
        if field in NAMED and isinstance(value, str) and value not in self.names:
            row = self._row(NAMED[field], _uuid(value))
            if row is not None:
                self.names[value] = row["reference"] if NAMED[field] == "case" else row["name"]

    def of(self, table: str, entity: UUID, said: Mapping[str, Any]) -> Topic:
        """Return what a row is about; `said` is what a change would have written to one that is not here."""
        row = self._row(table, entity) or {name: _read(name, value) for name, value in said.items()}
        case_id = entity if table == "case" else row.get("case_id")
        customer_id = entity if table == "customer" else row.get("customer_id")
        if table == "call_leg" and customer_id is None:
            customer_id = (self._row("call", row.get("call_id")) or {}).get("customer_id")
        if case_id is not None:
            case = row if table == "case" else self._row("case", case_id) or {}
            owner = self._row("customer", customer_id or case.get("customer_id")) or {}
            return Topic(
                "case", case_id, case.get("summary") or "", case.get("reference") or "",
                customer_id or case.get("customer_id"), owner.get("name") or "", case.get("kind") or "",
            )  # fmt: skip
        if customer_id is not None:
            who = row if table == "customer" else self._row("customer", customer_id) or {}
            name = who.get("name") or ""
            return Topic("customer", customer_id, name, "", customer_id, name)
        return Topic(table, entity, str(row.get(TITLES.get(table, "")) or row.get("number") or ""))

    def _row(self, table: str, entity: UUID | None) -> Mapping[str, Any] | None:
        if entity is None or table not in ENTITIES:
            return None
        if (table, entity) not in self._rows:
            rows = ENTITIES[table]
            found = self._connection.execute(select(rows).where(rows.c.id == entity)).mappings().one_or_none()
            self._rows[table, entity] = None if found is None else dict(found)
        return self._rows[table, entity]


def _read(field: str, value: Any) -> Any:
    return _uuid(value) if field.endswith("_id") and isinstance(value, str) else value


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
