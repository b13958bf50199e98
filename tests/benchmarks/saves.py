"""A case form saved: until the agent is told "saved", and until the store and so the screen have it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from app.bootstrap import Backend
from app.cases.records import NewCase
from app.follow_ups.records import NewFollowUp
from app.workflows.records import WrapUp
from models.base import utc_now
from models.customer import Customer
from models.enums import CaseKind, Severity
from tests.benchmarks import bulk, raw
from tests.benchmarks.measuring import Row, compare

PATIENCE = 30
UNITS = 10
EACH = bulk.OPERATIONS_A_UNIT
MANY = UNITS * EACH
ROW_BYTES = 1200  # what the three operations of a case with a promise weigh as JSON


def rows(backend: Backend, rounds: int) -> Iterator[Row]:
    """Yield the rows of saving a case with a promise."""
    query = select(Customer.id).order_by(Customer.id).limit(rounds)
    owners = list(backend.folder.reader.run(lambda connection: connection.execute(query).scalars().all()))
    saver = raw.Saver(backend.folder.path, ROW_BYTES)
    stored = threading.Event()
    writer = backend.folder.writer
    assert writer is not None
    writer.on_change = lambda _: stored.set()

    def save_and_see(owner: UUID) -> None:
        stored.clear()
        backend.wrap_up.save(_form(owner)).result(PATIENCE)
        assert stored.wait(PATIENCE)

    def save(owner: UUID) -> None:
        backend.wrap_up.save(_form(owner)).result(PATIENCE)

    def save_many(number: int) -> None:
        units = [number * UNITS + n for n in range(UNITS)]
        for future in [writer.submit(lambda unit, n=n: bulk.one_unit(unit, n)) for n in units]:
            future.result(PATIENCE)

    try:
        yield compare("save: until durable", lambda _: saver.save(), save, owners)
        stored.wait(PATIENCE)
        yield compare("save: until in the store", lambda _: saver.save(), save_and_see, owners)
        many = range(max(rounds // 20, 3))
        yield compare(f"save: {MANY:,} operations in bulk", lambda _: saver.save_many(UNITS, EACH), save_many, many)
    finally:
        saver.close()


def _form(owner: UUID) -> WrapUp:
    case = NewCase(
        CaseKind.COMPLAINT, "Charged twice in October", Severity.HIGH, "billing/charge/double",
        "The same amount left the account on two days; wants it back before the weekend.", owner,
    )  # fmt: skip
    promise = NewFollowUp("Call back about the refund", utc_now() + timedelta(days=1), "Asia/Taipei", customer_id=owner)
    return WrapUp(case, promise)
