"""Operations as api.push takes them, and what its functions answer as records of ours."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from app.storage.operations import ENTITIES, Operation, to_json
from app.sync.records import Cursor, Identity, Row, Welcome
from models.base import UtcTime
from models.enums import Role

NUL = "\\u0000"  # as JSON writes the one character that no text in PostgreSQL can hold
TIMES = {name: [c.name for c in table.columns if isinstance(c.type, UtcTime)] for name, table in ENTITIES.items()}
WHOLE = (25, 32)  # characters of a time as Python writes it: without and with microseconds


def encode(operations: Sequence[Operation]) -> str:
    """Return operations as JSON; a character of code 0 becomes "?"."""
    found = [
        {
            "op_id": str(op.op_id),
            "n": op.n,
            "kind": op.kind,
            "entity": str(op.entity),
            "at": to_json(op.at),
            "body": op.body,
        }
        for op in operations
    ]
    text = json.dumps(found, ensure_ascii=False)
    return json.dumps(without_nul(json.loads(text)), ensure_ascii=False) if NUL in text else text


def without_nul(value: Any) -> Any:
    """Return a value of JSON with "?" for each character of code 0."""
    if isinstance(value, str):
        return value.replace("\0", "?")
    if isinstance(value, dict):
        return {name: without_nul(one) for name, one in value.items()}
    return [without_nul(one) for one in value] if isinstance(value, list) else value


def row(seq: int, table: str, id_: UUID, customer_id: UUID | None, fields: dict[str, Any] | None) -> Row:
    """Return a line of type api.row as a record."""
    if fields is not None:
        del fields["id"]
        for name in TIMES[table]:
            fields[name] = _time(fields[name])
    return Row(seq, table, id_, customer_id, fields)


def _time(text: str | None) -> str | None:
    """PostgreSQL leaves away zeros behind the point of a second, Python does not."""
    return text if text is None or len(text) in WHOLE else datetime.fromisoformat(text).isoformat()


def welcome(found: Mapping[str, Any]) -> Welcome:
    """Return what api.hello answers as a record."""
    identity = Identity(found["login"], found["name"], Role(found["role"]), found["home"], tuple(found["teams"]))
    return Welcome(
        store=UUID(found["store"]),
        prefix=found["prefix"],
        identity=identity,
        team_names={int(team): name for team, name in found["team_names"].items()},
        clock=datetime.fromisoformat(found["clock"]).astimezone(UTC),
        cursor=Cursor(found["seq"], UUID(found["op_id"]) if found["op_id"] else None),
        is_restored=found["is_restored"],
        last_n=found["last_n"],
        wire=(found["wire_oldest"], found["wire_newest"]),
        backup_seq=found["backup_seq"],
        most_held=found["most_held"],
    )
