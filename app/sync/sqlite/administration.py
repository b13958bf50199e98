"""What the window does for a store in a file: it has no logins to look after, only desks, its state and its copies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.errors import Phrase
from app.progress import Progress
from app.storage.reader import Reader
from app.sync import audit_lines
from app.sync.admin_records import LONG_PARKED, BackupRow, DeskRow, Standing, StoreBackup, Verified
from app.sync.audit import told
from app.sync.sqlite import upkeep
from models.base import utc_now

MOST_SHOWN = 200


class FileAdministration:
    """`StoreCare` and `CopyCare`; whoever has the password of the file may do all of it."""

    def __init__(self, path: Path, password: Callable[[], str | None], local: Reader) -> None:
        """`local` knows what rows are about, as far as they are on this computer."""
        self._path, self._password, self._local = path, password, local
        self._store: upkeep.FileStore | None = None

    def standing(self, progress: Progress) -> Standing:
        now, store = utc_now(), self._open()
        found: dict[str, Any] = upkeep.status(store)
        with store.connection() as connection:
            late = audit_lines.parked(connection, now - LONG_PARKED, MOST_SHOWN)
            crowd = upkeep.advice(connection, self._path, now)
        parked = self._local.run(lambda connection: told(connection, late))
        backup = found["last_backup"]
        return Standing(
            store=found["store"], version="", server="SQLite", size=found["bytes"], people=None, rows=found["rows"],
            operations=found["operations"], conflicts=found["conflicts"], waiting=found["parked"], parked=parked,
            desks=[_desk(device) for device in found["devices"]],
            last_backup=BackupRow(backup["made_at"], backup["file"]) if backup else None,
            advice=[Phrase(crowd.message, **crowd.values)] if crowd else [], deeds=(), can_make_logins=None, now=now,
        )  # fmt: skip

    def verify(self, progress: Progress) -> Verified:
        return upkeep.verify(self._open(), progress)

    def back_up(self, target: Path, progress: Progress) -> StoreBackup:
        return upkeep.back_up(self._open(), target, progress, force=True)

    def outgrown(self, progress: Progress) -> Phrase | None:
        with self._open().connection() as connection:
            crowd = upkeep.advice(connection, self._path, utc_now())
        return Phrase(crowd.message, **crowd.values) if crowd else None

    def _open(self) -> upkeep.FileStore:
        """Unlock the file once: that takes a moment by design."""
        if self._store is None:
            self._store = upkeep.unlock(self._path, self._password() or "")
        return self._store


def _desk(found: dict[str, Any]) -> DeskRow:
    return DeskRow(
        found["device"], found["login"], found["prefix"] or "", found["program"] or "", found["seen_at"],
        found["offset_ms"],
    )  # fmt: skip
