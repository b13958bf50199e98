"""Who did what, page by page: the log of this computer's own store, or of a shared one by an own connection."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection

from app.storage.operations import RefusedOperationError, split_kind
from app.storage.reader import Reader
from app.sync import audit_lines
from app.sync.attention_records import Topic
from app.sync.records import AuditRow
from app.sync.shared_store import SharedStore
from app.sync.topics import Topics
from models.enums import Role


@dataclass(frozen=True, slots=True)
class AuditLine:
    """A line of the log with what it is about, as far as that is on this computer; `table` is "" of an unknown kind."""

    row: AuditRow
    table: str
    verb: str
    topic: Topic


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Lines, newest first, and the names of those that UUIDs in them stand for."""

    lines: Sequence[AuditLine]
    names: Mapping[str, str]


class AuditLog:
    """Each call blocks on the disk, or on the network; on one seat whoever opens the folder is its administrator."""

    def __init__(
        self, local: Reader, connect: Callable[[], SharedStore] | None = None,
        role: Callable[[], Role | None] = lambda: Role.ADMINISTRATOR,
    ) -> None:  # fmt: skip
        """Read by `connect` where there is a shared store; `role` is None as long as it is not known."""
        self._local, self._connect, self._role = local, connect, role

    def may_read(self) -> bool:
        """Whether this login may see the log at all; the store itself refuses anybody else too."""
        return self._role() == Role.ADMINISTRATOR

    def page(self, before_seq: int | None, most: int, login: str = "", entity: UUID | None = None) -> AuditPage:
        """Return up to `most` lines before a sequence (None: the newest), of a login and about a row where given.

        Raises KnownError for whoever may not see them, TransientError when a shared store does not answer.
        """
        if self._connect is None:
            rows = self._local.run(lambda connection: audit_lines.read(connection, before_seq, most, login, entity))
        else:
            with closing(self._connect()) as store:
                rows = store.audit(before_seq, most, login, entity)
        return self._local.run(lambda connection: told(connection, rows))


def told(connection: Connection, rows: Sequence[AuditRow]) -> AuditPage:
    """Return lines of the log with what they are about, as far as `connection` to this computer's rows knows."""
    topics = Topics(connection)
    return AuditPage([_line(topics, row) for row in rows], topics.names)


def _line(topics: Topics, row: AuditRow) -> AuditLine:
    try:
        table, verb = split_kind(row.kind)
    except RefusedOperationError:  # of a newer Ringbook
        return AuditLine(row, "", "", Topic("", row.entity))
    said = {name: pair.get("new") for name, pair in row.body.items()}
    for name, value in said.items():
        topics.name(name, value)
    return AuditLine(row, table, verb, topics.of(table, row.entity, said))
