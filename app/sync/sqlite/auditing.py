"""The log of a store in a file, for administrators."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.sync import audit_lines
from app.sync.records import AuditRow, Identity
from models.enums import Role


def audit(
    connection: Connection, by: Identity, before_seq: int | None, most: int, login: str, entity: UUID | None
) -> list[AuditRow]:
    """Return lines before a sequence, newest first; raises KnownError for whoever is no administrator."""
    if by.role != Role.ADMINISTRATOR:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "Only administrators may do this"),
            QT_TRANSLATE_NOOP("AppError", "Sign in as an administrator of the store."),
        )
    return audit_lines.read(connection, before_seq, most, login, entity)
