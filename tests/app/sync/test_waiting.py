"""What waits is told so that a person knows it again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, update

from app.bootstrap import Backend, open_backend
from app.cases.records import NewCase
from app.follow_ups.records import NewFollowUp
from app.storage.engine import open_file
from app.storage.shared_outbox import SharedOutbox
from app.sync.waiting import WaitingList, waiting
from app.workflows.records import WrapUp
from models.base import utc_now
from models.enums import CaseKind
from models.operation import OPERATION
from tests.factories import add_customer


@pytest.fixture
def backend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Backend]:
    monkeypatch.setenv("RINGBOOK_KEY", "5e" * 32)
    opened = open_backend(tmp_path / "data")
    yield opened
    opened.close()


def listed(backend: Backend, most: int = 100) -> WaitingList:
    """Return what waits once this seat has become a desk of a shared store."""
    with files(backend) as engine:
        SharedOutbox(engine).close()
    return waiting(backend.folder.reader, backend.folder.outbox_reader, most)


@contextmanager
def files(backend: Backend) -> Iterator[Engine]:
    engine = open_file(backend.folder.path / "outbox.db", backend.folder.key.for_file("outbox.db"), write=True)
    yield engine
    engine.dispose()


def rewrite(backend: Backend, n: int, **values: object) -> None:
    """Change a row of the outbox behind its back: an answer, or what another version wrote."""
    with files(backend) as engine, engine.begin() as connection:
        connection.execute(update(OPERATION).where(OPERATION.c.n == n).values(**values))


def test_a_complaint_with_its_promise_names_its_reference_and_customer(backend: Backend) -> None:
    anna = add_customer(backend, "Anna Vidal")
    case = NewCase(CaseKind.COMPLAINT, "Charged twice", customer_id=anna)
    promise = NewFollowUp("Confirm the refund", utc_now() + timedelta(days=1), "Europe/Madrid", customer_id=anna)
    saved = backend.wrap_up.save(WrapUp(case, promise), applied=True).result(10)
    told = listed(backend).changes
    assert [(c.n, c.table, c.verb, c.topic.reference, c.topic.kind, c.topic.customer) for c in told] == [
        (1, "customer", "create", "", "", "Anna Vidal"),
        (2, "case", "create", saved.reference, "complaint", "Anna Vidal"),
        (3, "case_event", "create", saved.reference, "complaint", "Anna Vidal"),
        (4, "follow_up", "create", saved.reference, "complaint", "Anna Vidal"),
    ]


def test_what_the_store_has_answered_waits_no_longer(backend: Backend) -> None:
    add_customer(backend, "Anna Vidal")
    add_customer(backend, "Bet Roca")
    rewrite(backend, 1, result="refused")
    found = listed(backend)
    assert (found.total, [c.n for c in found.changes]) == (1, [2])


def test_only_as_many_as_asked_for_are_read_and_all_are_counted(backend: Backend) -> None:
    for name in ("Anna", "Bet", "Carla"):
        add_customer(backend, name)
    found = listed(backend, most=2)
    assert (found.total, [c.n for c in found.changes]) == (3, [1, 2])


@pytest.mark.parametrize("kind", ["voucher.create@3", "", "case.edit@2"])
def test_a_kind_this_version_does_not_know_is_left_open(backend: Backend, kind: str) -> None:
    add_customer(backend, "Anna Vidal")
    rewrite(backend, 1, kind=kind, body={})
    (change,) = listed(backend).changes
    assert (change.table, change.verb, change.topic.title) == ("", "", "")
