"""How far a bulk load is: written in the store, in the transaction of what it tells of, and gone at the end."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

from sqlalchemy import Connection, text

from app.sample.world import Recipe
from app.storage.unfinished import STATE, is_unfinished

TOKENS = "unfinished_token"  # search tokens as they come; they are put into their clustered table in order, at the end
NEW_STATE = text(f"CREATE TABLE {STATE} (state TEXT NOT NULL)")
NEW_TOKENS = text(f"CREATE TABLE {TOKENS} (token TEXT NOT NULL, customer_id BLOB NOT NULL)")
READ = text(f"SELECT state FROM {STATE}")  # noqa: S608 - a constant
CLEAR = text(f"DELETE FROM {STATE}")  # noqa: S608 - a constant
WRITE = text(f"INSERT INTO {STATE} VALUES (:state)")  # noqa: S608 - a constant
END = text(f"DROP TABLE {STATE}")
# Indexes of constraints have no text: they stay, and take rows in nearly the order in which those come.
INDEXES = text("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name")


@dataclass(slots=True)
class State:
    """The recipe, how many chunks are in, the rows of each table, and indexes still to build as {name: SQL}."""

    recipe: Recipe
    chunks: int = 0
    rows: Counter[str] = field(default_factory=Counter)
    tokens_are_in: bool = False
    indexes: dict[str, str] = field(default_factory=dict)

    @classmethod
    def begin(cls, connection: Connection, recipe: Recipe) -> State:
        """Take the indexes away and note how they come back."""
        state = cls(recipe, indexes={row.name: row.sql for row in connection.execute(INDEXES)})
        for name in state.indexes:
            connection.exec_driver_sql(f'DROP INDEX "{name}"')
        connection.execute(NEW_STATE)
        connection.execute(NEW_TOKENS)
        state.write(connection)
        return state

    @classmethod
    def read(cls, connection: Connection) -> State | None:
        """Return the state of a load that has not come to its end, None where there is none."""
        if not is_unfinished(connection):
            return None
        raw: dict[str, Any] = json.loads(connection.execute(READ).scalar_one())
        recipe, rows = Recipe.from_dict(raw.pop("recipe")), Counter(raw.pop("rows"))
        return cls(recipe=recipe, rows=rows, **raw)

    def write(self, connection: Connection) -> None:
        connection.execute(CLEAR)
        raw = {
            "recipe": asdict(self.recipe), "chunks": self.chunks, "rows": dict(self.rows),
            "tokens_are_in": self.tokens_are_in, "indexes": self.indexes,
        }  # fmt: skip
        connection.execute(WRITE, {"state": json.dumps(raw)})

    @staticmethod
    def end(connection: Connection) -> None:
        connection.execute(END)
