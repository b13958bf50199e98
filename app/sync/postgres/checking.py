"""Whether a store on PostgreSQL is whole: rows against the lines that place them, desks without holes, rights."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from app.errors import QT_TRANSLATE_NOOP, Phrase
from app.progress import Progress
from app.storage.operations import ENTITIES
from app.storage.rights import RULES, all_fields
from app.sync.admin_records import Verified
from app.sync.postgres import hardening
from app.sync.postgres.admin_link import Door, Session, owner_of, value
from app.sync.postgres.checking_rights import rights
from models.base import utc_now

# What sync.check_log finds wrong lines by, and what is said of them.
_LOG = {
    "ahead": QT_TRANSLATE_NOOP("AppError", "{count} lines stand at a sequence the counter has not given"),
    "twice": QT_TRANSLATE_NOOP("AppError", "{count} sequences were given to two lines"),
    "holes": QT_TRANSLATE_NOOP("AppError", "{count} desks have holes in their operations"),
    "beyond": QT_TRANSLATE_NOOP("AppError", "{count} desks have sent more than their last number says"),
    "nobody": QT_TRANSLATE_NOOP("AppError", "{count} operations are of a login that is not there"),
    "search": QT_TRANSLATE_NOOP("AppError", "{count} customers are found by nothing, or found though they are gone"),
}
_UNPLACED = QT_TRANSLATE_NOOP("AppError", "{count} rows of {table} are without a right line in sync.change")
_MISPLACED = QT_TRANSLATE_NOOP("AppError", "{count} rows of {table} are of a wrong place")
_OTHER_RULES = QT_TRANSLATE_NOOP("AppError", "{table} is not what this program says: upgrade the store, or the program")
STEPS = len(ENTITIES) + len(_LOG) + 1
_SETTINGS = {
    "fsync": ("on", QT_TRANSLATE_NOOP("AppError", "an acknowledged save may be lost when the power goes")),
    "full_page_writes": ("on", QT_TRANSLATE_NOOP("AppError", "a page may be torn when the power goes")),
    "password_encryption": (
        "scram-sha-256", QT_TRANSLATE_NOOP("AppError", "passwords that are changed are kept in a weaker form")
    ),
    "max_prepared_transactions": (
        "0", QT_TRANSLATE_NOOP("AppError", "a login could hold the counter through a transaction nobody sees")
    ),
}  # fmt: skip
_SETTING = QT_TRANSLATE_NOOP("AppError", "{name} is {found} instead of {wanted}: {why}")
_ASYNCHRONOUS = QT_TRANSLATE_NOOP(
    "AppError", "synchronous_commit is off: an acknowledged save may be lost when the server stops"
)
_NOT_HARDENED = QT_TRANSLATE_NOOP(
    "AppError", "{count} functions of the system that no desk needs are open to every login; upgrade as superuser"
)
_SUPERUSER = QT_TRANSLATE_NOOP(
    "AppError", "The owner of the database is a superuser: what api does is done with all rights"
)
_CLEAR = QT_TRANSLATE_NOOP("AppError", "ssl is off: passwords and customers cross the network in clear text")
_NO_BACKUP = QT_TRANSLATE_NOOP("AppError", "There is no verified backup of the last two days")
OLD_BACKUP = timedelta(days=2)
_SYNCHRONOUS = ("on", "local", "remote_write", "remote_apply")


def verify(session: Session) -> Verified:
    """Check a store as its owner, who also sees who may what; `session` is one that sees all at one moment."""
    found = check_data(session, lambda done, total: None)
    backup = session.call("status")[0][0]["last_backup"]
    hints = list(advice(session))
    if backup is None or utc_now() - datetime.fromisoformat(backup["verified_at"]) > OLD_BACKUP:
        hints.append(Phrase(_NO_BACKUP))
    return Verified([*found.problems, *rights(session)], hints, found.rows)


def check_data(door: Door, progress: Progress) -> Verified:
    """Check the rows of a store, which may be in use, the log, and the rules; each step sees one moment."""
    problems, rows = [], {}
    for step, table in enumerate(ENTITIES):
        progress(step, STEPS)
        rows[table], unplaced, misplaced = door.call("check_rows", table)[0]
        for count, said in ((unplaced, _UNPLACED), (misplaced, _MISPLACED)):
            if count:
                problems.append(Phrase(said, count=count, table=table))
    for step, (name, said) in enumerate(_LOG.items(), len(ENTITIES)):
        progress(step, STEPS)
        if count := door.call("check_log", name)[0][0]:
            problems.append(Phrase(said, count=count))
    problems += _rules(door)
    progress(STEPS, STEPS)
    return Verified(problems, [], rows)


def _rules(door: Door) -> Iterator[Phrase]:
    """Whether the store's rules are this program's, which it may be newer or older than."""
    found = {name: {tuple(row) for row in rows or ()} for name, rows in door.call("rules")[0][0].items()}
    if found["entity"] != {(rule.table, str(rule.create), str(rule.edit)) for rule in RULES.values()}:
        yield Phrase(_OTHER_RULES, table="sync.entity")
    if found["field"] != {(f.table, f.field, f.kind, f.nullable, str(f.edit), str(f.check)) for f in all_fields()}:
        yield Phrase(_OTHER_RULES, table="sync.field")


def advice(door: Door) -> Iterator[Phrase]:
    """What had better be otherwise at the server; none of it makes the data wrong. Any login may ask this much."""
    raw = door.raw
    for name, (wanted, why) in _SETTINGS.items():
        found = value(raw, "SELECT current_setting(%s)", (name,))
        if found != wanted:
            yield Phrase(_SETTING, name=name, found=found, wanted=wanted, why=Phrase(why))
    if value(raw, "SELECT current_setting('synchronous_commit')") not in _SYNCHRONOUS:
        yield Phrase(_ASYNCHRONOUS)
    if open_ := hardening.open_functions(raw):
        yield Phrase(_NOT_HARDENED, count=len(open_))
    if value(raw, "SELECT rolsuper FROM pg_roles WHERE rolname = %s", (owner_of(raw),)):
        yield Phrase(_SUPERUSER)
    if not door.address.is_near() and value(raw, "SELECT current_setting('ssl')") != "on":
        yield Phrase(_CLEAR)
