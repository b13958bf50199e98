"""The data the benchmarks run on: a sample world in an encrypted folder, whose people own the burst's numbers."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from app import settings
from app.bootstrap import Backend, open_backend
from app.commands.sample import Progress
from app.sample.ahead import chunks
from app.sample.load import load
from app.sample.world import Size
from app.settings import Settings
from app.storage.folder import STORE
from app.storage.keys import ABOUT
from models.base import utc_now
from models.customer import Customer

REGION = "TW"
SEED = 1
BURST_NUMBERS = [f"0900000{n:03}" for n in range(200)]


def fill(path: Path, size: Size) -> None:
    """Make the world at `path`; one that is there already is taken as it is."""
    if (path / ABOUT).exists() and (path / STORE).exists():
        sys.stderr.write(f"using the data in {path}\n")
        return
    path.mkdir(parents=True, exist_ok=True)
    settings.save(path, Settings(region=REGION, agent="Marta Puig", language="en", theme="light"))
    with closing(open_backend(path)) as backend:
        progress = Progress(size.customers)
        load(backend.folder, chunks(SEED, REGION, utc_now(), size), progress)
        progress.end()
        _give_numbers(backend)
        backend.acknowledge_recovery_key()
    sys.stderr.write(f"made {size.customers:,} customers, {size.interactions:,} interactions, {size.cases:,} cases\n")


def _give_numbers(backend: Backend) -> None:
    """Give the numbers of the burst recording to people who have a history."""
    query = select(Customer.id).order_by(Customer.id).limit(len(BURST_NUMBERS))
    owners = backend.folder.reader.run(lambda connection: connection.execute(query).scalars().all())
    for number, owner in zip(BURST_NUMBERS, owners, strict=False):
        backend.customers.add_phone(owner, number).result()
