"""The two files of a desk of a shared store, and rows as such a store sends them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.storage.cache_store import CacheStore
from app.storage.engine import open_file
from app.storage.local_store import Pushed
from app.storage.operations import ENTITIES, Operation, to_json
from app.storage.projection import INTERACTION
from app.storage.shared_outbox import SharedOutbox
from app.storage.store_rows import Cursor, Row
from models.base import utc_now, uuid7
from models.customer import SEARCH_TOKEN
from tests import laid_out

KEY = bytes(32)
TEAM = 1
EMPTY: dict[str, dict[str, Any]] = {
    "customer": {"kind": "person", "name": "Maria Puig"},
    "contact_point": {"kind": "phone", "value": "972 00 00 01"},
    "case": {
        "reference": "A2-00001-K", "kind": "complaint", "severity": "normal", "summary": "Late", "status": "open",
        "opened_at": utc_now(),
    },
    "case_event": {"kind": "opened", "at": utc_now()},
    "call": {"direction": "in", "began_at": utc_now()},
    "call_leg": {"extension": "101", "began_at": utc_now()},
    "follow_up": {
        "what": "Ring back", "channel": "phone", "due_at": utc_now(), "time_zone": "Europe/Madrid", "status": "open",
    },
}  # fmt: skip


def row(table: str, of: UUID, seq: int, customer: UUID | None = None, revision: int = 1, **values: Any) -> Row:
    """Return a row as a store sends it; what is not given is as in EMPTY, or nothing."""
    names = [column.name for column in ENTITIES[table].columns if column.name != "id"]
    given = EMPTY.get(table, {}) | ({"customer_id": customer} if "customer_id" in names else {}) | values
    found = {name: to_json(given.get(name)) for name in names} | {"revision": revision}
    return Row(seq, table, of, of if table == "customer" else customer, found)


def gone(table: str, of: UUID, seq: int, customer: UUID | None = None) -> Row:
    return Row(seq, table, of, customer, None)


class OpenFiles:
    """An outbox and a cache, opened as the writer does; new ones where there are none."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        fresh = [kind for kind in ("outbox", "cache") if not (folder / laid_out.NAMES[kind]).exists()]
        for kind in fresh:
            laid_out.file(folder / laid_out.NAMES[kind], kind, KEY)
        self.outbox = SharedOutbox(open_file(folder / "outbox.db", KEY, write=True, full=True))
        self.cache = CacheStore(open_file(folder / "cache.db", KEY, write=True))
        self.reads = open_file(folder / "cache.db", KEY)
        if "cache" in fresh:
            self.cache.note(applied_n=self.outbox.shown_from())

    def save(self, kind: str, entity: UUID, /, **fields: Any) -> Operation:
        """Save one operation and show it; a pair is (base, new)."""
        body = {
            name: {"base": to_json(pair[0]), "new": to_json(pair[1])}
            if isinstance(pair, tuple)
            else {"base": None, "new": to_json(pair)}
            for name, pair in fields.items()
        }
        ((saved),) = self.outbox.save([lambda unit: unit.again(kind, entity, body)])
        self.cache.push(self.outbox.device, saved.operations)
        return saved.operations[0]

    def get(self, table: str, of: UUID) -> Any:
        rows = ENTITIES[table]
        with self.reads.connect() as connection:
            return connection.execute(select(rows).where(rows.c.id == of)).one_or_none()

    def close(self) -> None:
        self.cache.close()
        self.outbox.close()
        self.reads.dispose()


class DeskFiles(OpenFiles):
    """The files of a desk that was let in and has yet to take its first row."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.cache.begin(uuid7(), Cursor(0, None), {TEAM}, self.outbox.shown_from())

    def take(self, *rows: Row, hold: Collection[UUID] = (), whole: Mapping[UUID, int] | None = None) -> Pushed:
        self.cache.hold(hold)
        return self.cache.take(rows, self.outbox.pending_of({row.id: row.seq for row in rows}), whole=whole)

    def timeline(self, customer: UUID) -> list[Any]:
        with self.reads.connect() as connection:
            found = select(INTERACTION).where(INTERACTION.c.customer_id == customer).order_by(INTERACTION.c.at)
            return list(connection.execute(found))

    def finds(self, token: str) -> set[UUID]:
        with self.reads.connect() as connection:
            return set(
                connection.execute(select(SEARCH_TOKEN.c.customer_id).where(SEARCH_TOKEN.c.token == token)).scalars()
            )
