"""Loads tables of a store in bulk: without indexes, which are made again behind it, and with what follows from rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from psycopg import sql

from app.sync.postgres.admin_link import Raw

_INDEXES = """
SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
WHERE c.relnamespace IN ('app'::regnamespace, 'sync'::regnamespace) AND c.relkind = 'r'
    AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
    AND (%s::text IS NULL OR i.indrelid = %s::regclass)"""
_IDENTITIES = """
SELECT c.oid::regclass::text, a.attname, pg_get_serial_sequence(c.oid::regclass::text, a.attname)
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
WHERE c.relnamespace = 'sync'::regnamespace AND a.attidentity <> '' AND NOT a.attisdropped"""


@contextmanager
def without_indexes(raw: Raw, table: str | None = None) -> Iterator[None]:
    """Take the indexes of a table, or of all, away that hold no constraint, and make them again at the end."""
    indexes = raw.execute(_INDEXES, (table, table)).fetchall()
    for name, _ in indexes:
        raw.execute(sql.SQL("DROP INDEX {}").format(sql.SQL(name)))
    yield
    for _, definition in indexes:
        raw.execute(definition)
    raw.execute("ANALYZE")


def copy_in(raw: Raw, table: str, columns: Iterable[str], chunks: Iterable[bytes]) -> int:
    """Load what COPY wrote into a table such as "app.case", and return how many rows there were."""
    with raw.cursor() as cursor:
        with cursor.copy(copying(table, columns)) as copy:
            for chunk in chunks:
                copy.write(chunk)
        return cursor.rowcount


def copying(table: str, columns: Iterable[str]) -> sql.Composed:
    """Return the statement that loads a table such as "app.case"."""
    return sql.SQL("COPY {table} ({columns}) FROM STDIN").format(
        table=sql.Identifier(*table.split(".")), columns=sql.SQL(", ").join(map(sql.Identifier, columns))
    )


def renew_identities(raw: Raw) -> None:
    """Have numbers that are given go on behind those that were loaded."""
    for table, column, sequence in raw.execute(_IDENTITIES).fetchall():
        query = sql.SQL("SELECT setval({sequence}, (SELECT coalesce(max({column}), 0) + 1 FROM {table}), false)")
        raw.execute(query.format(sequence=sql.Literal(sequence), column=sql.Identifier(column), table=sql.SQL(table)))
