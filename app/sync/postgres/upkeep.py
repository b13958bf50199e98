"""How a store on PostgreSQL stands: version, people, desks, sizes, what waits, and its copies."""

from __future__ import annotations

from psycopg.rows import dict_row

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.sync.postgres import hardening
from app.sync.postgres.admin_link import Door, value

_REPLICAS = """
SELECT application_name AS name, state, sync_state,
    pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)::bigint AS lag_bytes
FROM pg_stat_replication ORDER BY 1"""


def check_store(door: Door) -> None:
    """Raise KnownError where there is no store."""
    if value(door.raw, "SELECT to_regnamespace('api') IS NOT NULL AND to_regnamespace('sync') IS NOT NULL") is not True:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "There is no store"),
            QT_TRANSLATE_NOOP("AppError", "{place} is no store of Ringbook. Make it one with “store create”."),
            place=door.address.shown(),
        )


def status(door: Door) -> dict[str, object]:
    """Return how the store stands, as names and values for JSON; `rows` and `operations` count by kind."""
    found: dict[str, object] = door.call("status")[0][0]
    with door.raw.cursor(row_factory=dict_row) as cursor:
        replicas = cursor.execute(_REPLICAS).fetchall()
    return found | {"replicas": replicas, "hardened": not hardening.open_functions(door.raw)}
