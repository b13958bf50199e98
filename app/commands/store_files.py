"""`main.py store backup FILE` and `store restore FILE`: copies of a shared store."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.commands import folders
from app.commands.progress import Percent
from app.commands.store_access import EXIT, Verbs, add_verb, address_of, file_store, password_of
from app.sync.address import StoreAddress
from app.sync.admin_records import StoreBackup

_BACKUP = """\
Write all of a store into one FILE as it is at one moment, while desks work. It is read back before it gets its name,
and noted in the store: desks may forget what it holds. It needs no program of PostgreSQL. FILE is not encrypted: only
its owner may read it, and it belongs on an encrypted disk. Of a superuser's backup the logins keep their passwords.
A store in a file stays encrypted: its password or recovery key opens FILE too.

One JSON object is printed with the keys path, made_at, seq (the last change it holds), size, sha256 and rows."""
_RESTORE = """\
Make a store of the backup FILE, in a database that is missing or empty. It is checked to its last byte before. Desks
whose address leads there notice that the store is of an earlier day, and send again what it lacks.

One JSON object is printed with the keys store, made_at, seq, rows and without_password: the logins whose password FILE
does not hold; give them one with “store reset-password”."""


def add_parsers(verbs: Verbs[argparse.ArgumentParser]) -> None:
    """Add `store backup` and `store restore`."""
    backup = add_verb(verbs, "backup", back_up, about="write the store into one file", description=_BACKUP, epilog=EXIT)
    backup.add_argument("file", metavar="FILE", type=Path, help="the backup to write")
    backup.add_argument("--force", action="store_true", help="replace FILE if it is there")
    restore_ = add_verb(verbs, "restore", restore, about="make a store of a backup", description=_RESTORE, epilog=EXIT)
    restore_.add_argument("file", metavar="FILE", type=Path, help="the backup to restore")


def back_up(args: argparse.Namespace) -> int:
    """Make a backup; KnownError for what is in the way."""
    address = address_of(args)
    progress = Percent("Backup")
    try:
        made = _back_up(address, args, progress)
    finally:
        progress.end()
    folders.print_lines([{
        "path": made.path, "made_at": made.made_at, "seq": made.seq, "size": made.size, "sha256": made.sha256,
        "rows": made.rows,
    }])  # fmt: skip
    return 0


def _back_up(address: StoreAddress, args: argparse.Namespace, progress: Percent) -> StoreBackup:
    if address.kind == "file":
        from app.sync.sqlite import upkeep

        return upkeep.back_up(file_store(address), args.file, progress, force=args.force)
    from app.sync.postgres import dumping

    return dumping.back_up(address, password_of(address), args.file, progress, force=args.force)


def restore(args: argparse.Namespace) -> int:
    """Restore; KnownError for what is in the way."""
    address = address_of(args)
    if address.kind == "file":
        return _restore_file(address, args.file)
    from app.sync.postgres import restoring

    progress = Percent("Restore")
    try:
        done = restoring.restore(address, password_of(address), args.file, progress)
    finally:
        progress.end()
    manifest = done.manifest
    folders.print_lines([{
        "store": manifest.store, "made_at": manifest.made_at, "seq": manifest.seq,
        "rows": {name: table.rows for name, table in manifest.tables.items()},
        "without_password": done.without_password,
    }])  # fmt: skip
    return 0


def _restore_file(address: StoreAddress, backup: Path) -> int:
    from app.sync.sqlite import upkeep

    store = upkeep.restore(backup, Path(address.path), password_of(address) or "")
    row = upkeep.status(store)
    folders.print_lines([{"store": row["store"], "seq": row["seq"], "rows": row["rows"], "file": store.path}])
    return 0
