"""Lines of the log out of a file: of one seat's own store, or of one that a small office shares."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, select

from app.sync.records import AuditRow
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
    lines = (dict(zip(_LINE, line, strict=True)) for line in connection.execute(query))
    return [AuditRow(**line | {"login": line["login"] or ""}) for line in lines]  # one seat's own store has no logins
