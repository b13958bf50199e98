"""What waits for a shared store, what it answered, and what becomes of a desk that turns out to be a copy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.storage.local_store import Result
from app.storage.operations import Operation
from models.base import utc_now, uuid7
from tests.app.storage.desk import DeskFiles


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeskFiles]:
    opened = DeskFiles(tmp_path)
    yield opened
    opened.close()


def add(desk: DeskFiles, most: int = 1) -> list[Operation]:
    return [desk.save("customer.create@1", uuid7(), kind="person", name=f"Somebody {at}") for at in range(most)]


def answer(desk: DeskFiles, operations: list[Operation], result: str = "applied", seq: int = 1) -> None:
    at = utc_now() - timedelta(days=40)
    desk.outbox.answer([Result(op.op_id, result, None, seq + place, at) for place, op in enumerate(operations)])


def test_what_was_saved_waits_in_order_until_it_is_answered(desk: DeskFiles) -> None:
    operations = add(desk, 3)
    assert (desk.outbox.pending(9), desk.outbox.waiting()) == (operations, 3)
    answer(desk, operations[:2])
    assert (desk.outbox.pending(9), desk.outbox.waiting()) == (operations[2:], 1)
    assert not desk.outbox.pending(9, until_n=2)


def test_a_store_that_was_put_back_is_told_again_what_it_lost(desk: DeskFiles) -> None:
    operations = add(desk, 3)
    answer(desk, operations)
    assert desk.outbox.forget_answers_after(1, desk.outbox.device) == 2
    assert desk.outbox.pending(9) == operations[1:]


def test_a_copy_becomes_another_device_with_the_same_operations_and_another_prefix(desk: DeskFiles) -> None:
    operations = add(desk, 2)
    answer(desk, operations[:1])
    before = desk.outbox.me()
    desk.outbox.renew("another machine")
    after = desk.outbox.me()
    assert (before.device, before.prefix) != (after.device, after.prefix)
    assert (after.machine, after.next_n, desk.outbox.device) == ("another machine", before.next_n, after.device)
    assert [op.n for op in desk.outbox.pending(9)] == [2]
    assert desk.outbox.devices() == [before.device]


def test_the_prefix_a_store_gives_begins_its_own_count_and_is_kept_with_the_machine(desk: DeskFiles) -> None:
    (first,) = desk.outbox.save([lambda unit: unit.take_reference()])
    desk.outbox.save([lambda unit: unit.create("customer", {"kind": "person", "name": unit.take_reference()})])
    desk.outbox.keep("Y7", "this one")
    desk.outbox.keep("Y7", "this one")
    (second,) = desk.outbox.save([lambda unit: unit.take_reference()])
    assert first.result != second.result
    assert second.result.startswith("Y7-00001-")
    assert desk.outbox.me().machine == "this one"


def test_only_what_a_backup_of_the_store_has_and_is_old_is_let_go(desk: DeskFiles) -> None:
    operations = add(desk, 4)
    answer(desk, operations[:3])
    month = utc_now() - timedelta(days=30)
    assert desk.outbox.purge(2, utc_now() - timedelta(days=50)) == 0
    assert desk.outbox.purge(2, month) == 2
    assert [op.n for op in desk.outbox.from_n(1, 9)] == [3, 4]


def test_a_refused_change_stays_until_a_person_has_dealt_with_it(desk: DeskFiles) -> None:
    (op,) = add(desk)
    answer(desk, [op], "refused")
    assert desk.outbox.purge(9, utc_now()) == 0
    desk.outbox.save([lambda unit: unit.dismiss(op.op_id)])
    assert desk.outbox.purge(9, utc_now()) == 1


def test_an_outbox_that_was_one_seats_sends_all_it_has(tmp_path: Path) -> None:
    from app.storage.outbox import Outbox

    desk = DeskFiles(tmp_path)
    alone = Outbox(desk.outbox._connection.engine)
    alone.save([lambda unit: unit.create("customer", {"kind": "person", "name": "Maria"})])
    assert desk.outbox.waiting() == 0
    from app.storage.shared_outbox import SharedOutbox

    assert SharedOutbox(desk.outbox._connection.engine).waiting() == 1
    desk.close()
