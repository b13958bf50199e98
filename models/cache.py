"""The tables of `cache.db`: those of the store that a screen reads, and how far they are in step with it.

Nothing but a key is unique here: a desk shows its own row beside the store's until the store has answered, and two of
them may bear one reference for that long. The file is disposable, so it has no migrations: another SCHEMA is dropped.
"""

from __future__ import annotations

import zlib
from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, Index, MetaData, Named, Table, TypedColumns, UniqueConstraint
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from models.base import NAMING, Key, UtcTime
from models.call import CALL, CALL_LEG
from models.case import CASE, CASE_EVENT
from models.customer import CONTACT_POINT, CUSTOMER, NUMBER_CHOICE, SEARCH_TEXT, SEARCH_TOKEN
from models.follow_up import FOLLOW_UP
from models.interaction import INTERACTION
from models.operation import CONFLICT, OP_LOG

CACHE = MetaData(naming_convention=NAMING)
SEARCH_VERSION = 1  # of what search texts and tokens are made of


class HeldColumns(TypedColumns):
    """A customer this desk keeps in step: `seq` is up to where it is whole, 0 until all its rows have come."""

    customer_id: Named[UUID] = Column(Key, primary_key=True)
    seq: Named[int]
    used_at: Named[datetime] = Column(UtcTime, index=True)


HELD = Table("held", CACHE, HeldColumns, sqlite_with_rowid=False)


class CursorColumns(TypedColumns):
    """One row: which store this is a copy of, and how far.

    `seq` and `op_id` are the store's cursor, `applied_n` the last own operation that is shown. `lease_until` is until
    when the copy may be kept without a word from the store. `teams` are those whose work is here, as a list of ids.
    `filled_after` is the last row of the teams' work that came in a first filling, `is_filled` tells that it has ended,
    `is_indexing` that search tokens are going in whose search texts are not there yet.
    """

    one: Named[int] = Column(primary_key=True)
    store: Named[UUID | None] = Column(Key)
    seq: Named[int]
    op_id: Named[UUID | None] = Column(Key)
    applied_n: Named[int]
    lease_until: Named[datetime | None] = Column(UtcTime)
    teams: Named[str | None]
    filled_after: Named[UUID | None] = Column(Key)
    is_filled: Named[bool]
    is_indexing: Named[bool]


CURSOR = Table("cursor", CACHE, CursorColumns)
# By what all rows about a customer are found, to compare and to evict them.
ABOUT = {**dict.fromkeys(("number_choice", "call", "case", "follow_up"), "customer_id"), "conflict": "entity"}


def _copy(table: Table) -> Table:
    """Return a table of the store as the cache has it: what was unique is an index."""
    copied = table.to_metadata(CACHE)
    for constraint in [c for c in copied.constraints if isinstance(c, UniqueConstraint)]:
        copied.constraints.discard(constraint)
        Index(f"ix_{copied.name}_{'_'.join(constraint.columns.keys())}", *constraint.columns)
    for column in copied.columns:
        column.unique = None
    if copied.name in ABOUT:
        Index(f"ix_{copied.name}_{ABOUT[copied.name]}", copied.c[ABOUT[copied.name]])
    return copied


COPIES = tuple(
    _copy(table)
    for table in (
        *(CUSTOMER, CONTACT_POINT, NUMBER_CHOICE, CALL, CALL_LEG, CASE, CASE_EVENT, FOLLOW_UP, CONFLICT),
        *(SEARCH_TEXT, SEARCH_TOKEN, INTERACTION),
        OP_LOG,  # empty: whoever looks for what one seat's store refused finds nothing here
    )
)


def schema() -> int:
    """Return a number of 31 bits that is another when any table is."""
    of = sqlite.dialect()
    statements = [str(CreateTable(table).compile(dialect=of)) for table in CACHE.sorted_tables]
    indexes = [index for table in CACHE.sorted_tables for index in table.indexes]
    statements += sorted(str(CreateIndex(index).compile(dialect=of)) for index in indexes)
    return zlib.crc32("\n".join([*statements, str(SEARCH_VERSION)]).encode()) >> 1
