"""What the screen calls saved is saved, once, whatever dies in between."""

from __future__ import annotations

import logging
import shutil
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import OperationalError

from app.bootstrap import open_backend
from app.cases.records import NewCase
from app.errors import DamagedError, KnownError
from app.events import RowsChanged
from app.storage.folder import DataFolder
from app.storage.local_store import Pushed
from app.storage.operations import Operation
from app.storage.repair import repair
from app.storage.sqlite_store import SqliteStore
from app.storage.unit_of_work import UnitOfWork
from app.workflows.records import WrapUp
from models.customer import CUSTOMER
from models.enums import CaseKind
from models.operation import OP_LOG
from tests import laid_out
from tests.factories import NOON, add_customer, customer_in


def names(folder: DataFolder) -> list[str]:
    return folder.reader.run(lambda c: list(c.execute(select(CUSTOMER.c.name).order_by(CUSTOMER.c.id)).scalars()))


def test_what_is_saved_is_read_at_once(folder: DataFolder) -> None:
    add_customer(folder, "Maria", "934125580")
    assert names(folder) == ["Maria"]


def test_a_write_reports_the_tables_and_customers_it_changed(tmp_path: Path) -> None:
    changes: list[RowsChanged] = []
    folder = DataFolder(laid_out.folder(tmp_path / "data"))
    folder.start_writer(changes.append)
    customer_id = add_customer(folder, "Maria", "934125580")
    folder.close()
    assert changes == [RowsChanged(frozenset({"customer", "contact_point"}), frozenset({customer_id}))]


def test_work_that_raises_saves_nothing_and_uses_no_number(folder: DataFolder) -> None:
    def work(unit: UnitOfWork) -> None:
        customer_in(unit, "Half")
        unit.take_reference()
        raise ValueError("changed my mind")

    assert folder.writer is not None
    with pytest.raises(ValueError, match="changed my mind"):
        folder.writer.submit(work).result()
    reference = folder.writer.submit(lambda unit: unit.take_reference() and customer_in(unit, "Whole")).result()
    assert reference and names(folder) == ["Whole"]


def test_operations_left_in_the_outbox_by_a_crash_are_applied_once_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    folder = DataFolder(laid_out.folder(tmp_path / "data"))
    folder.start_writer()

    def fail(*_: Any) -> None:
        raise OperationalError("INSERT", {}, Exception("disk I/O error"))

    with monkeypatch.context() as broken, caplog.at_level(logging.ERROR):
        broken.setattr(SqliteStore, "push", fail)
        add_customer(folder, "Saved before the store failed")
    assert names(folder) == []
    folder.close()
    for _ in range(2):
        again = DataFolder(tmp_path / "data")
        again.start_writer()
        assert names(again) == ["Saved before the store failed"]
        again.close()


def test_two_writers_on_one_folder_share_the_sequence_and_lose_nothing(tmp_path: Path) -> None:
    first, second = DataFolder(tmp_path / "data"), DataFolder(tmp_path / "data")
    first.start_writer()
    second.start_writer()
    futures = [
        folder.writer.submit(lambda unit, i=i: (unit.take_reference(), customer_in(unit, f"Customer {i}")))
        for i in range(20)
        for folder in (first, second)
        if folder.writer is not None
    ]
    references = {future.result()[0] for future in futures}
    assert len(references) == 40 and len(names(first)) == 40
    taken = first.reader.run(lambda c: c.execute(select(OP_LOG.c.n).order_by(OP_LOG.c.n)).scalars().all())
    assert list(taken) == list(range(1, 41))
    first.close()
    second.close()


def test_a_full_disk_is_a_sentence_and_saves_nothing(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = folder.writer
    assert writer is not None

    def limit(outbox: Any) -> None:
        pages = outbox._connection.execute(text("PRAGMA page_count")).scalar()
        outbox._connection.execute(text(f"PRAGMA max_page_count = {pages}"))
        outbox._connection.rollback()

    writer.with_outbox(limit).result()
    with pytest.raises(KnownError) as caught:
        for i in range(200):
            add_customer(folder, f"Customer {i} " + "x" * 2000)
    assert caught.value.title == "Not saved"
    saved = names(folder)
    writer.with_outbox(
        lambda o: (o._connection.execute(text("PRAGMA max_page_count = 100000")), o._connection.rollback())
    )
    add_customer(folder, "After making room")
    assert [*saved, "After making room"] == names(folder)


def test_drafts_are_kept_replaced_and_dropped_with_what_they_became(folder: DataFolder) -> None:
    writer = folder.writer
    assert writer is not None
    writer.with_outbox(lambda outbox: outbox.save_draft("call:1", {"summary": "a"})).result()
    writer.with_outbox(lambda outbox: outbox.save_draft("call:1", {"summary": "ab"})).result()
    writer.with_outbox(lambda outbox: outbox.save_draft("call:2", {"summary": "c"})).result()

    def save(unit: UnitOfWork) -> None:
        customer_in(unit, "Maria")
        unit.drop_draft("call:2")

    writer.submit(save).result()
    drafts = writer.with_outbox(lambda outbox: outbox.drafts()).result()
    assert {key: body for key, (body, _) in drafts.items()} == {"call:1": {"summary": "ab"}}


def test_the_files_hold_no_readable_name(folder: DataFolder) -> None:
    add_customer(folder, "Unmistakable Name", "934125580")
    folder.close()
    files = [path for path in folder.path.iterdir() if path.is_file()]
    assert {"outbox.db", "store.db"} <= {path.name for path in files}
    assert not any(b"Unmistakable" in path.read_bytes() for path in files)


def test_the_number_of_operations_logged_is_the_number_saved(folder: DataFolder) -> None:
    add_customer(folder, "Maria", "934125580", "600111222")
    count = folder.reader.run(lambda c: c.execute(select(func.count()).select_from(OP_LOG)).scalar())
    assert count == 3


def test_an_outbox_put_back_from_an_older_copy_loses_nothing_and_repeats_no_reference(tmp_path: Path) -> None:
    references = []
    for turn in range(3):
        backend = open_backend(tmp_path / "data")
        saved = backend.wrap_up.save(WrapUp(NewCase(CaseKind.COMPLAINT, f"Case {turn}")), applied=True).result()
        references.append(saved.reference)
        found = [backend.reads.search(reference).cases for reference in references]
        backend.close()
        assert [len(cases) for cases in found] == [1] * (turn + 1)
        if turn == 0:
            shutil.copy(tmp_path / "data" / "outbox.db", tmp_path / "older.db")
        if turn == 1:
            shutil.copy(tmp_path / "older.db", tmp_path / "data" / "outbox.db")
    assert len(set(references)) == 3


def test_a_lost_outbox_begins_a_prefix_nobody_has(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    assert folder.writer is not None
    monkeypatch.setattr("app.storage.references.all_prefixes", lambda: ["K7", "M4"])
    fields = {"kind": "complaint", "severity": "low", "summary": "x", "status": "received", "opened_at": NOON}
    folder.writer.submit(lambda unit: unit.create("case", fields | {"reference": "K7-00001-A"})).result()
    folder.close()
    (folder.path / "outbox.db").unlink()
    with pytest.raises(DamagedError, match="missing"):
        DataFolder(folder.path)
    repair(folder.path)
    again = DataFolder(folder.path)
    assert again.start_writer().submit(lambda unit: unit.take_reference()).result().startswith("M4-00001-")
    again.close()


class SlowStore(SqliteStore):
    """Takes nothing before it is let."""

    may_go = threading.Event()

    def push(self, device: UUID, operations: Sequence[Operation]) -> Pushed:
        assert self.may_go.wait(10)
        return super().push(device, operations)


@pytest.fixture
def slow_store(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    monkeypatch.setattr(SlowStore, "may_go", threading.Event())
    monkeypatch.setattr("app.storage.folder.SqliteStore", SlowStore)
    return SlowStore.may_go


def test_saved_is_said_before_the_store_has_it_and_applied_only_then(
    slow_store: threading.Event, folder: DataFolder
) -> None:
    writer = folder.writer
    assert writer is not None
    applied = writer.submit(lambda unit: customer_in(unit, "Maria"))
    writer.submit(lambda unit: customer_in(unit, "Jordi"), applied=False)
    later = writer.submit(lambda _: None)
    assert not applied.done() and names(folder) == []
    slow_store.set()
    applied.result(10)
    later.result(10)
    assert sorted(names(folder)) == ["Jordi", "Maria"]


def test_what_was_saved_while_the_store_was_slow_is_in_the_store_after_closing(
    slow_store: threading.Event, folder: DataFolder
) -> None:
    writer = folder.writer
    assert writer is not None
    writer.submit(lambda unit: customer_in(unit, "Maria"), applied=False).result(10)
    threading.Timer(0.1, slow_store.set).start()
    writer.close()
    assert names(folder) == ["Maria"]


def test_of_saves_that_share_a_transaction_only_the_one_that_raises_is_not_saved(folder: DataFolder) -> None:
    def work(unit: UnitOfWork) -> None:
        customer_in(unit, "Half")
        unit.drop_draft("call:1")
        unit.take_reference()
        raise ValueError("changed my mind")

    writer, go = folder.writer, threading.Event()
    assert writer is not None
    writer.with_outbox(lambda outbox: (outbox.save_draft("call:1", {}), go.wait(10)))
    before = writer.submit(lambda unit: (customer_in(unit, "Before"), unit.take_reference())[1])
    raising = writer.submit(work)
    after = writer.submit(lambda unit: (customer_in(unit, "After"), unit.take_reference())[1])
    drafts = writer.with_outbox(lambda outbox: outbox.drafts())
    go.set()
    assert isinstance(raising.exception(10), ValueError)
    assert int(after.result()[3:8]) == int(before.result()[3:8]) + 1
    assert sorted(names(folder)) == ["After", "Before"] and list(drafts.result()) == ["call:1"]


def test_what_the_store_did_not_take_goes_in_an_idle_moment(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.storage.writer.IDLE_SECONDS", 0.02)
    writer, changed = folder.writer, threading.Event()
    assert writer is not None
    writer.on_change = lambda _: changed.set()
    with monkeypatch.context() as broken:
        broken.setattr(SqliteStore, "push", lambda *_: 1 / 0)
        add_customer(folder, "Maria")
        assert names(folder) == []
    assert changed.wait(10) and names(folder) == ["Maria"]


def test_a_unit_of_any_size_is_applied_whole(folder: DataFolder) -> None:
    writer = folder.writer
    assert writer is not None
    many = [writer.submit(lambda unit: [customer_in(unit, f"{n}") for n in range(450)]) for _ in range(3)]
    assert [len(future.result(30)) for future in many] == [450] * 3
    assert len(names(folder)) == 1350


class SteppedStore(SqliteStore):
    """Takes one push for each permit."""

    permits = threading.Semaphore(0)
    asked = threading.Semaphore(0)

    def push(self, device: UUID, operations: Sequence[Operation]) -> Pushed:
        self.asked.release()
        assert self.permits.acquire(timeout=10)
        return super().push(device, operations)


def test_a_save_is_told_between_two_pushes_of_a_bulk_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SteppedStore, "permits", threading.Semaphore(0))
    monkeypatch.setattr(SteppedStore, "asked", threading.Semaphore(0))
    monkeypatch.setattr("app.storage.folder.SqliteStore", SteppedStore)
    folder = DataFolder(laid_out.folder(tmp_path / "data"))
    writer = folder.start_writer()
    bulk = writer.submit(lambda unit: [customer_in(unit, f"{n}") for n in range(350)])
    assert SteppedStore.asked.acquire(timeout=10)
    saved = writer.submit(lambda unit: customer_in(unit, "Maria"), applied=False)
    assert not saved.done()
    SteppedStore.permits.release()
    saved.result(10)
    assert not bulk.done()
    SteppedStore.permits.release(20)
    bulk.result(10)
    writer.close()
    assert len(names(folder)) == 351
    folder.close()


def test_a_listener_that_fails_does_not_end_the_writer(folder: DataFolder, caplog: pytest.LogCaptureFixture) -> None:
    writer = folder.writer
    assert writer is not None
    writer.on_change = lambda _: 1 / 0  # type: ignore[assignment,return-value]
    for name in ("Maria", "Jordi"):
        writer.submit(lambda unit, name=name: customer_in(unit, name)).result(10)
    writer.close()
    assert sorted(names(folder)) == ["Jordi", "Maria"] and "nobody could be told" in caplog.text
