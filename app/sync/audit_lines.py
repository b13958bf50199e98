"""Lines of the log out of a file: of one seat's own store, or of one that a small office shares."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, select

from app.sync.records import AuditRow
from models.enums import OperationResult
from models.operation import OP_LOG

_LINE = ("seq", "taken_at", "at", "offset_ms", "login", "device", "kind", "entity", "result", "reason", "body")
_LINES = select(*(OP_LOG.c[name] for name in _LINE)).order_by(OP_LOG.c.seq.desc())


def read(connection: Connection, before_seq: int | None, most: int, login: str, entity: UUID | None) -> list[AuditRow]:
    """Return the last `most` lines before a sequence (None: of all), newest first; of a login and a row where given."""
    query = _LINES.limit(most)
    if before_seq is not None:
        query = query.where(OP_LOG.c.seq < before_seq)
    if login:
        query = query.where(OP_LOG.c.login == login)
    if entity is not None:
        query = query.where(OP_LOG.c.entity == entity)
    return _rows(connection, query)


def parked(connection: Connection, before: datetime, most: int) -> list[AuditRow]:
    """Return what has waited since before a moment for a row that has not come, the oldest first."""
    waits = (OP_LOG.c.result == OperationResult.PARKED, OP_LOG.c.taken_at < before)
    query = select(*(OP_LOG.c[name] for name in _LINE)).where(*waits).order_by(OP_LOG.c.seq).limit(most)
    return _rows(connection, query)


def _rows(connection: Connection, query: Select[Any]) -> list[AuditRow]:
    lines = (dict(zip(_LINE, line, strict=True)) for line in connection.execute(query))
    return [AuditRow(**line | {"login": line["login"] or ""}) for line in lines]  # one seat's own store has no logins
