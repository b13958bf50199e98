"""A data folder with something in every table and on pages of every sort, made once, and copies of it to harm."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from app.bootstrap import Backend, open_backend
from app.cases.records import NewCase
from app.follow_ups.records import NewFollowUp
from app.storage.keys import open_folder
from app.workflows.records import WrapUp
from models.case import CASE
from models.customer import CUSTOMER
from models.enums import CaseKind
from tests.factories import add_customer

LATER = datetime(2100, 1, 1, 9, tzinfo=UTC)
CASES = 90
CUSTOMERS = 12
LONG = "she told it at length, " * 400  # more than a page


def make(data: Path) -> None:
    """Fill a new folder by operations alone: customers, cases with stories longer than a page, promises, drafts."""
    backend = open_backend(data)
    ids = [add_customer(backend, f"Núria Puig {n}", f"09344455{n:02}") for n in range(CUSTOMERS)]
    for n in range(CASES):
        promise = NewFollowUp("call back", LATER, "Europe/Madrid", customer_id=ids[n % CUSTOMERS])
        case = NewCase(
            CaseKind.COMPLAINT, f"case {n:03}", description=LONG if n % 20 == 0 else f"text {n}",
            customer_id=ids[n % CUSTOMERS],
        )  # fmt: skip
        backend.wrap_up.save(WrapUp(case, promise if n % 3 == 0 else None), applied=True).result()
    for n in range(5):
        backend.drafts.keep(f"call:{n}", {"summary": f"draft {n}", "description": LONG}).result()
    backend.close()


def copy(whole: Path, to: Path) -> Path:
    """Return a fresh copy of a folder."""
    shutil.rmtree(to, ignore_errors=True)
    return Path(shutil.copytree(whole, to))


def key_of(data: Path, name: str) -> bytes:
    return open_folder(data).for_file(name)


def cases(backend: Backend) -> dict[str, tuple[str, str | None]]:
    """Return {reference: (summary, description)} as readers get them."""
    rows = select(CASE.c.reference, CASE.c.summary, CASE.c.description)
    return backend.folder.reader.run(lambda c: {row[0]: (row[1], row[2]) for row in c.execute(rows)})


def customers(backend: Backend) -> dict[UUID, str]:
    return backend.folder.reader.run(
        lambda c: {row[0]: row[1] for row in c.execute(select(CUSTOMER.c.id, CUSTOMER.c.name))}
    )


def save(backend: Backend, summary: str, description: str = "", *, applied: bool = True) -> str:
    """Save a case, wait until readers see it (unless `applied` is False), and return its reference."""
    form = WrapUp(NewCase(CaseKind.ENQUIRY, summary, description=description, number="+34934445566"))
    return backend.wrap_up.save(form, applied=applied).result().reference
