"""How a store on PostgreSQL stands: version, people, desks, sizes, what waits, and its copies."""

from __future__ import annotations

from psycopg.rows import dict_row

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.sync.postgres import hardening
from app.sync.postgres.admin_link import Session, value
from models.base import utc_now

LONG_PARKED_HOURS = 24  # then an administrator shall look
_STORE = """
SELECT s.id AS store, v.version_num AS version, s.wire_oldest, s.wire_newest, c.seq, s.created_at, s.most_held,
    current_setting('server_version') AS server, pg_database_size(current_database()) AS bytes
FROM sync.store s, sync.counter c, sync.alembic_version v"""
_LOGINS = "SELECT role, count(*) FROM sync.login WHERE is_active GROUP BY role"
_TEAMS = """
SELECT t.id, t.name, (SELECT count(*) FROM app."case" c WHERE c.team = t.id AND c.closed_at IS NULL
    AND c.deleted_at IS NULL) AS open_cases FROM sync.team t ORDER BY t.id"""
_DEVICES = """
SELECT d.id AS device, d.login, d.prefix, d.program, d.wire, d.last_n, d.offset_ms, d.seen_at FROM sync.device d
ORDER BY d.seen_at DESC"""
_ROWS = """SELECT "table", count(*) FROM sync.change GROUP BY "table" ORDER BY "table" """
_PARKED = "SELECT count(*), min(taken_at) FROM sync.op_log WHERE result = 'parked'"
_RESULTS = "SELECT result, count(*) FROM sync.op_log GROUP BY result"
_BACKUP = """
SELECT made_at, seq, file, verified_at FROM sync.backup WHERE verified_at IS NOT NULL
ORDER BY seq DESC, id DESC LIMIT 1"""
_CONNECTED = """
SELECT count(*) FROM pg_stat_activity a JOIN sync.login l ON l.login = a.usename WHERE a.datname = current_database()"""
_REPLICAS = """
SELECT application_name AS name, state, sync_state,
    pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)::bigint AS lag_bytes
FROM pg_stat_replication ORDER BY 1"""


def check_store(session: Session) -> None:
    """Raise KnownError where there is no store."""
    if value(session.raw, "SELECT to_regclass('sync.store') IS NOT NULL") is not True:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "There is no store"),
            QT_TRANSLATE_NOOP("AppError", "{place} is no store of Ringbook. Make it one with “store create”."),
            place=session.address.shown(),
        )


def status(session: Session) -> dict[str, object]:
    """Return how the store stands, as names and values for JSON; `rows` and `operations` count by kind."""
    raw = session.raw
    parked, since = raw.execute(_PARKED).fetchone() or (0, None)
    backup = _rows(session, _BACKUP)
    found = _rows(session, _STORE)[0]
    return found | {
        "logins": dict(raw.execute(_LOGINS).fetchall()),
        "connected": value(raw, _CONNECTED),
        "teams": _rows(session, _TEAMS),
        "devices": _rows(session, _DEVICES),
        "rows": dict(raw.execute(_ROWS).fetchall()),
        "operations": dict(raw.execute(_RESULTS).fetchall()),
        "parked": parked,
        "parked_too_long": since is not None and (utc_now() - since).total_seconds() > LONG_PARKED_HOURS * 3600,
        "last_backup": backup[0] if backup else None,
        "replicas": _rows(session, _REPLICAS),
        "hardened": not hardening.open_functions(raw),
    }


def _rows(session: Session, query: str) -> list[dict[str, object]]:
    with session.raw.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(query.encode()).fetchall()
