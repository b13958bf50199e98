"""The data the benchmarks run on: a sample world in an encrypted folder, whose people own the burst's numbers."""

from __future__ import annotations

import json
import sys
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

import platformdirs
from sqlalchemy import Connection, func, select

from app import settings
from app.bootstrap import Backend, open_backend
from app.sample import load
from app.sample.progress import Progress
from app.sample.world import Recipe, Size
from app.settings import Settings
from app.storage.folder import STORE, DataFolder
from app.storage.unfinished import is_unfinished
from models.base import utc_now
from models.case import CASE
from models.customer import CONTACT_POINT, CUSTOMER
from models.follow_up import FOLLOW_UP
from models.interaction import INTERACTION

REGION = "TW"
SEED = 1
COUNTED = (CUSTOMER, INTERACTION, CASE, FOLLOW_UP)
MEBIBYTE = 1 << 20
MADE = "benchmark.made"  # lies in the folder when all is in it
BURST_NUMBERS = [f"0900000{n:03}" for n in range(200)]


def folder_of(size: Size) -> Path:
    """Return where the world of a size is kept unless somebody says where."""
    name = f"{size.customers}-{size.interactions}-{size.cases}"
    return platformdirs.user_cache_path("ringbook") / "benchmarks" / name


def fill(path: Path, size: Size) -> Size:
    """Make the world at `path`, or go on with one that was stopped; one that is whole is taken as it is.

    Return how much it holds.
    """
    path.mkdir(parents=True, exist_ok=True)
    made = _made(path)
    if made is None:
        made = _make(path, size)
        (path / MADE).write_text(json.dumps(asdict(made)))
        sys.stderr.write(f"the data is kept in {path}\n")
    else:
        sys.stderr.write(f"using the data in {path}\n")
    if made != size:
        sys.stderr.write(
            f"it holds {made.customers:,} customers, {made.interactions:,} interactions, {made.cases:,} cases\n"
        )
    return made


def read_through(path: Path) -> None:
    """Read the store once, so that it does not matter what of it the system has in memory: a day is longer than that.

    What a search costs while most of the store is still on the disk says docs/performance.md.
    """
    with (path / STORE).open("rb", buffering=0) as file:
        while file.read(MEBIBYTE):
            pass


def _made(path: Path) -> Size | None:
    found = (path / MADE).read_text() if (path / MADE).exists() else ""
    return Size(**json.loads(found)) if found else None


def _make(path: Path, size: Size) -> Size:
    if not (path / settings.FILE_NAME).exists():
        settings.save(path, Settings(region=REGION, agent="Marta Puig", language="en", theme="light"))
    with closing(DataFolder(path, unfinished=True)) as folder:
        run = folder.reader.run
        if run(is_unfinished) or not run(load.has_data):
            progress = Progress()
            load.fill(folder, Recipe.of(SEED, REGION, utc_now(), size), progress)
            progress.end()
    with closing(open_backend(path)) as backend:
        _give_numbers(backend)
        backend.acknowledge_recovery_key()
        return backend.folder.reader.run(_count)


def _count(connection: Connection) -> Size:
    count = {row: connection.execute(select(func.count()).select_from(row)).scalar_one() for row in COUNTED}
    return Size(count[CUSTOMER], count[INTERACTION] - count[CASE] - count[FOLLOW_UP], count[CASE])


def _give_numbers(backend: Backend) -> None:
    """Give the numbers of the burst recording to people who have a history; those given before stay."""
    run = backend.folder.reader.run
    query = select(CUSTOMER.c.id).order_by(CUSTOMER.c.id).limit(len(BURST_NUMBERS))
    owners = run(lambda connection: connection.execute(query).scalars().all())
    given = select(CONTACT_POINT.c.value).where(CONTACT_POINT.c.customer_id.in_(owners))
    values = set(run(lambda connection: connection.execute(given).scalars().all()))
    for number, owner in zip(BURST_NUMBERS, owners, strict=False):
        if number not in values:
            backend.customers.add_phone(owner, number).result()
