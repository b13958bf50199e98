"""The data the benchmarks run on: a sample world in an encrypted folder, whose people own the burst's numbers."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from app import settings
from app.bootstrap import Backend, open_backend
from app.sample import load
from app.sample.progress import Progress
from app.sample.world import Recipe, Size
from app.settings import Settings
from app.storage.folder import DataFolder
from app.storage.unfinished import is_unfinished
from models.base import utc_now
from models.customer import ContactPoint, Customer

REGION = "TW"
SEED = 1
MADE = "benchmark.made"  # lies in the folder when all is in it
BURST_NUMBERS = [f"0900000{n:03}" for n in range(200)]


def fill(path: Path, size: Size) -> None:
    """Make the world at `path`, or go on with one that was stopped; one that is whole is taken as it is."""
    path.mkdir(parents=True, exist_ok=True)
    if (path / MADE).exists():
        sys.stderr.write(f"using the data in {path}\n")
        return
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
    (path / MADE).touch()
    sys.stderr.write(f"made {size.customers:,} customers, {size.interactions:,} interactions, {size.cases:,} cases\n")


def _give_numbers(backend: Backend) -> None:
    """Give the numbers of the burst recording to people who have a history; those given before stay."""
    run = backend.folder.reader.run
    query = select(Customer.id).order_by(Customer.id).limit(len(BURST_NUMBERS))
    owners = run(lambda connection: connection.execute(query).scalars().all())
    given = select(ContactPoint.value).where(ContactPoint.customer_id.in_(owners))
    values = set(run(lambda connection: connection.execute(given).scalars().all()))
    for number, owner in zip(BURST_NUMBERS, owners, strict=False):
        if number not in values:
            backend.customers.add_phone(owner, number).result()
