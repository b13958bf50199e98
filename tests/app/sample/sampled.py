"""A folder filled with the sample world, and all its customers in memory to compare with."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.sample import load
from app.sample.world import Recipe, Size
from app.settings import Settings
from app.storage.folder import DataFolder
from app.workflows.incoming import Reads
from models.case import CASE
from models.customer import CONTACT_POINT, CUSTOMER
from models.enums import ContactKind
from tests.app.sample.brute_force import Known, know

REGION = "TW"
FULL = bool(os.environ.get("RINGBOOK_FULL"))
NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)  # worlds differ by when they are made: not each has every kind of name
SIZE = Size(100_000, 100_000, 10_000) if FULL else Size(1_000, 500, 100)


@dataclass(frozen=True, slots=True)
class Sampled:
    """The filled folder's reads, and what is in it."""

    reads: Reads
    known: list[Known]
    names: dict[UUID, str]
    companies: list[str]
    phones: dict[str, set[UUID]]  # E.164 to who has it
    blocks: dict[str, UUID]
    references: list[str]

    def who(self, holds: Callable[[Known], bool]) -> set[UUID]:
        return {known.id for known in self.known if holds(known)}


def fill(path: Path) -> tuple[DataFolder, Sampled]:
    folder = DataFolder(path, unfinished=True)
    load.fill(folder, Recipe.of(11, REGION, NOW, SIZE))
    reads = Reads(folder.reader, lambda: Settings(region=REGION))
    return folder, folder.reader.run(lambda connection: _sampled(connection, reads))


def _sampled(connection: Any, reads: Reads) -> Sampled:
    points: dict[UUID, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    phones: dict[str, set[UUID]] = defaultdict(set)
    blocks: dict[str, UUID] = {}
    columns = (CONTACT_POINT.c.customer_id, CONTACT_POINT.c.kind, CONTACT_POINT.c.value, CONTACT_POINT.c.e164)
    for owner, kind, value, e164 in connection.execute(select(*columns)):
        points[owner][kind] += [value, e164] if e164 else [value]
        if kind == ContactKind.PHONE:
            phones[e164].add(owner)
        if kind == ContactKind.PREFIX:
            blocks[e164] = owner
    rows = connection.execute(select(CUSTOMER.c.id, CUSTOMER.c.name, CUSTOMER.c.company, CUSTOMER.c.number)).all()
    known = [
        know(r.id, r.name, r.company, r.number, points[r.id]["phone"] + points[r.id]["prefix"], points[r.id]["email"])
        for r in rows
    ]
    references = list(connection.execute(select(CASE.c.reference)).scalars())
    names = {row.id: row.name for row in rows}
    companies = sorted({row.company for row in rows if row.company})
    return Sampled(reads, known, names, companies, phones, blocks, references)
