"""The log of a store in a file, for administrators."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, select

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.sync.records import AuditRow, Identity
from models.enums import Role
from models.operation import OP_LOG

LINE = ("seq", "taken_at", "at", "offset_ms", "login", "device", "kind", "entity", "result", "reason", "body")


def audit(
    connection: Connection, by: Identity, before_seq: int | None, most: int, login: str, entity: UUID | None
) -> list[AuditRow]:
    """Return lines before a sequence, newest first; raises KnownError for whoever is no administrator."""
    if by.role != Role.ADMINISTRATOR:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "Only administrators may do this"),
            QT_TRANSLATE_NOOP("AppError", "Sign in as an administrator of the store."),
        )
    found = select(*(OP_LOG.c[name] for name in LINE)).order_by(OP_LOG.c.seq.desc()).limit(most)
    if before_seq is not None:
        found = found.where(OP_LOG.c.seq < before_seq)
    if login:
        found = found.where(OP_LOG.c.login == login)
    if entity is not None:
        found = found.where(OP_LOG.c.entity == entity)
    return [AuditRow(*line) for line in connection.execute(found).all()]
