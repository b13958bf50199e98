"""Reads what is whole of a damaged file: what SQLCipher cannot vouch for is left out, never served.

A table is read in the order of its keys. Where a page does not open, the next key that can be read is looked for by
steps that double and then by halves, each with a new connection: one that has met a damaged page gives no other.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from app.storage.engine import is_whole

Row = tuple[Any, ...]
LARGEST = {"rowid": (1 << 63) - 1, "blob": (1 << 128) - 1}
FIRST_STEP = {"rowid": 1, "blob": 1 << 40}
KEY_BYTES = 16
LONG = 200  # characters of up to four bytes; rows up to 980 bytes lie on one page


@dataclass(slots=True)
class Salvage:
    """One damaged file, only read; `holes` counts by table the places where something could not be read."""

    path: Path
    key: bytes
    holes: dict[str, int] = field(default_factory=dict)

    def columns(self, table: str) -> list[str]:
        """Return the columns of a table, none when there is no such table or nobody can tell."""
        try:
            with closing(self._connect()) as connection:
                return [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
        except sqlcipher.DatabaseError:
            return []

    def rows(self, table: str, columns: list[str], order: str = "rowid") -> Iterator[Row]:
        """Yield every row that can be read; `order` is "rowid", or the first column, 16 bytes, of a clustered table."""
        kind = "rowid" if order == "rowid" else "blob"
        names = ", ".join(f'"{name}"' for name in [order, *columns])
        query = f'SELECT {names} FROM "{table}" NOT INDEXED WHERE "{order}" >= ? ORDER BY "{order}"'  # noqa: S608
        at: int | None = 0
        while at is not None:
            last = at - 1
            try:
                with closing(self._connect()) as connection:
                    for row in connection.execute(query, (_bound(kind, at),)):
                        if _is_long(row) and not is_whole(connection):
                            raise sqlcipher.DatabaseError("part of a long value")
                        last = _number(kind, row[0])
                        yield row[1:]
                return
            except sqlcipher.DatabaseError:
                self.holes[table] = self.holes.get(table, 0) + 1
            # The driver reads one row ahead, so one before the hole may have been held back.
            if (row := self._first(query, kind, last + 1)) is not None:
                last = _number(kind, row[0])
                yield row[1:]
            at = self._next(query, kind, last)

    def _next(self, query: str, kind: str, last: int) -> int | None:
        """Return the smallest key behind `last` from which on a row can be read, None where there is none."""
        step = FIRST_STEP[kind]
        while not self._reads(query, kind, last + step):
            step *= 2
            if last + step > LARGEST[kind]:
                return None
        below, good = (last if step == FIRST_STEP[kind] else last + step // 2), last + step
        while good - below > 1:
            middle = (below + good) // 2
            if self._reads(query, kind, middle):
                good = middle
            else:
                below = middle
        return good

    def _reads(self, query: str, kind: str, key: int) -> bool:
        """Whether the row at or behind a key can be read; also where there is none."""
        try:
            self._row(query, kind, key)
        except sqlcipher.DatabaseError:
            return False
        return True

    def _first(self, query: str, kind: str, key: int) -> Row | None:
        """Return the row at or behind a key, None where there is none or it cannot be read."""
        try:
            return self._row(query, kind, key)
        except sqlcipher.DatabaseError:
            return None

    def _row(self, query: str, kind: str, key: int) -> Row | None:
        with closing(self._connect()) as connection:
            row: Row | None = connection.execute(f"{query} LIMIT 1", (_bound(kind, key),)).fetchone()
            if not is_whole(connection):
                raise sqlcipher.DatabaseError("part of a long value")
            return row

    def _connect(self) -> Any:
        connection = sqlcipher.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
        connection.execute(f"PRAGMA key = \"x'{self.key.hex()}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA writable_schema = ON")  # else a file that was cut off is not opened at all
        return connection


def _is_long(row: Row) -> bool:
    """Whether a row may go on upon further pages, of which SQLCipher would serve zeros when they are damaged."""
    return sum(len(value) for value in row if isinstance(value, (str, bytes))) > LONG


def _bound(kind: str, key: int) -> int | bytes:
    return key if kind == "rowid" else key.to_bytes(KEY_BYTES)


def _number(kind: str, key: Any) -> int:
    return int(key) if kind == "rowid" else int.from_bytes(key)
