"""A case form saved: until the agent is told "saved", and until readers see it; and many at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from app.bootstrap import Backend
from app.cases.records import NewCase
from app.follow_ups.records import NewFollowUp
from app.workflows.records import WrapUp
from models.base import utc_now
from models.customer import CUSTOMER
from models.enums import CaseKind, Severity
from tests.benchmarks import bulk, raw
from tests.benchmarks.measuring import Row, compare

PATIENCE = 30
UNITS = 50
EACH = bulk.OPERATIONS_A_UNIT
MANY = UNITS * EACH
ROW_BYTES = 1200  # what the three operations of a case with a promise weigh as JSON


def rows(backend: Backend, rounds: int) -> Iterator[Row]:
    """Yield the rows of saving a case with a promise."""
    query = select(CUSTOMER.c.id).order_by(CUSTOMER.c.id).limit(rounds)
    owners = list(backend.folder.reader.run(lambda connection: connection.execute(query).scalars().all()))
    saver = raw.Saver(backend.folder.path, ROW_BYTES)
    writer = backend.folder.writer
    assert writer is not None

    def save(owner: UUID) -> None:
        backend.wrap_up.save(_form(owner)).result(PATIENCE)

    def save_and_apply(owner: UUID) -> None:
        backend.wrap_up.save(_form(owner), applied=True).result(PATIENCE)

    def save_many(number: int) -> None:
        units = [number * UNITS + n for n in range(UNITS)]
        for future in [writer.submit(lambda unit, n=n: bulk.one_unit(unit, n)) for n in units]:
            future.result(PATIENCE)

    def settle() -> None:
        """Let the store have all, as it has when an agent saves the next case."""
        writer.submit(lambda _: None).result(PATIENCE)

    def raw_save(_owner: UUID) -> None:
        saver.save()

    try:
        yield compare("save: until the agent is told", raw_save, save, owners, between=settle)
        yield compare("save: until readers see it", raw_save, save_and_apply, owners, between=settle)
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
