"""The contract of a shared store, on the one in a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from app.storage.engine import open_file
from app.storage.local_store import ClonedDeviceError, GapError
from app.storage.operations import Operation
from app.storage.sqlite_store import SqliteStore
from models.base import utc_now, uuid7
from models.case import CASE
from models.customer import CUSTOMER
from models.operation import CONFLICT, OP_LOG
from tests import laid_out

DEVICE = uuid7()
KEY = bytes(32)


class Store:
    """A store with a desk that counts."""

    def __init__(self, path: Path) -> None:
        laid_out.file(path, "store", KEY)
        self.engine = open_file(path, KEY, write=True)
        self.store = SqliteStore(self.engine)
        self.reads = open_file(path, KEY)
        self.n = 0

    def op(self, kind: str, entity: UUID, /, **fields: Any) -> Operation:
        self.n += 1
        body = {
            name: {"base": pair[0], "new": pair[1]} if isinstance(pair, tuple) else {"base": None, "new": pair}
            for name, pair in fields.items()
        }
        return Operation(uuid7(), self.n, kind, entity, utc_now(), body)

    def push(self, *ops: Operation) -> list[str]:
        return [result.result for result in self.store.push(DEVICE, ops).results]

    def customer(self, entity: UUID) -> Any:
        with self.reads.connect() as connection:
            return connection.execute(select(CUSTOMER).where(CUSTOMER.c.id == entity)).one_or_none()

    def all(self, what: Any) -> list[Any]:
        with self.reads.connect() as connection:
            return list(connection.execute(select(what)))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "store.db")
    yield opened
    opened.store.close()
    opened.reads.dispose()


def test_an_operation_sent_twice_is_applied_once_and_answers_the_same(store: Store) -> None:
    op = store.op("customer.create@1", uuid7(), kind="person", name="Maria")
    assert store.push(op) == store.push(op) == ["applied"]
    assert len(store.all(CUSTOMER)) == len(store.all(OP_LOG)) == 1


def test_a_gap_takes_nothing_and_says_what_is_expected(store: Store) -> None:
    first = store.op("customer.create@1", uuid7(), kind="person", name="A")
    store.op("customer.create@1", uuid7(), kind="person", name="lost on the way")
    third = store.op("customer.create@1", uuid7(), kind="person", name="C")
    with pytest.raises(GapError) as caught:
        store.push(first, third)
    assert caught.value.expected == 2 and store.all(CUSTOMER) == []


def test_a_used_number_under_another_id_is_a_cloned_device(store: Store) -> None:
    store.push(store.op("customer.create@1", uuid7(), kind="person", name="A"))
    store.n = 0
    with pytest.raises(ClonedDeviceError):
        store.push(store.op("customer.create@1", uuid7(), kind="person", name="B"))


def test_an_edit_whose_base_still_stands_is_written_and_counts_the_revision(store: Store) -> None:
    who = uuid7()
    store.push(
        store.op("customer.create@1", who, kind="person", name="Maria"),
        store.op("customer.edit@1", who, name=("Maria", "Maria López"), city=(None, "Girona")),
        store.op("customer.edit@1", who, city=("Girona", None)),
    )
    row = store.customer(who)
    assert (row.name, row.city, row.revision) == ("Maria López", None, 3)


def test_an_edit_on_a_changed_field_writes_the_other_fields_and_keeps_a_conflict(store: Store) -> None:
    who = uuid7()
    store.push(
        store.op("customer.create@1", who, kind="person", name="Maria"),
        store.op("customer.edit@1", who, name=("Maria", "Theirs")),
        store.op("customer.edit@1", who, name=("Maria", "Mine"), city=(None, "Girona")),
    )
    row, conflicts = store.customer(who), store.all(CONFLICT)
    assert (row.name, row.city) == ("Theirs", "Girona")
    assert [(c.field, c.base, c.theirs, c.mine) for c in conflicts] == [("name", "Maria", "Theirs", "Mine")]


def test_an_edit_to_what_stands_already_is_no_conflict(store: Store) -> None:
    who = uuid7()
    store.push(
        store.op("customer.create@1", who, kind="person", name="Maria"),
        store.op("customer.edit@1", who, name=("Maria", "Same")),
        store.op("customer.edit@1", who, name=("Maria", "Same")),
    )
    assert store.all(CONFLICT) == []


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("customer.create@1", {"kind": "person", "name": None}),
        ("customer.create@1", {"kind": "person", "name": 7}),
        ("customer.create@1", {"kind": "person", "name": "A", "wings": "two"}),
        ("customer.create@1", {"kind": "person", "name": "A", "since": "yesterday"}),
        ("customer.create@1", {"kind": "person", "name": "A", "merged_into": "not an id"}),
        ("customer.create@1", {"kind": "person", "name": "A", "revision": 9}),
        ("customer.create@9", {"kind": "person", "name": "A"}),
        ("customer.drop@1", {}),
        ("op_log.create@1", {}),
    ],
)
def test_a_refused_operation_keeps_its_reason_uses_its_number_and_blocks_nothing(
    store: Store, kind: str, fields: dict[str, Any]
) -> None:
    refused, fine = store.op(kind, uuid7(), **fields), store.op("customer.create@1", uuid7(), kind="person", name="B")
    assert store.push(refused, fine) == ["refused", "applied"]
    assert [bool(row.reason) for row in store.all(OP_LOG)] == [True, False]
    assert store.store.last_n(DEVICE) == 2


def test_a_create_whose_id_exists_is_refused(store: Store) -> None:
    who = uuid7()
    create = [store.op("customer.create@1", who, kind="person", name=name) for name in ("A", "B")]
    assert store.push(*create) == ["applied", "refused"]
    assert store.customer(who).name == "A"


def test_a_log_fills_what_is_empty_and_overwrites_nothing(store: Store) -> None:
    call = uuid7()
    began = utc_now().isoformat()
    store.push(
        store.op("call.log@1", call, direction="inbound", began_at=began, number="1"),
        store.op("call.log@1", call, direction="outbound", began_at=began, number="2", queue="support"),
    )
    with store.reads.connect() as connection:
        row = connection.exec_driver_sql('SELECT direction, number, queue FROM "call"').one()
    assert tuple(row) == ("inbound", "1", "support")


def test_a_reference_that_was_read_out_cannot_be_edited(store: Store) -> None:
    case = uuid7()
    fields = {"reference": "K7-00001-A", "kind": "complaint", "severity": "low", "summary": "x", "status": "received"}
    ops = [
        store.op("case.create@1", case, **fields, opened_at=utc_now().isoformat()),
        store.op("case.edit@1", case, reference=("K7-00001-A", "K7-00002-B")),
    ]
    assert store.push(*ops) == ["applied", "refused"]
    assert [row.reference for row in store.all(CASE)] == ["K7-00001-A"]


def test_a_second_case_with_the_same_reference_is_refused(store: Store) -> None:
    fields = {"reference": "K7-00001-A", "kind": "complaint", "severity": "low", "summary": "x", "status": "received"}
    ops = [store.op("case.create@1", uuid7(), **fields, opened_at=utc_now().isoformat()) for _ in range(2)]
    assert store.push(*ops) == ["applied", "refused"]


def test_an_edit_of_an_unknown_row_is_parked_not_lost(store: Store) -> None:
    assert store.push(store.op("customer.edit@1", uuid7(), name=("A", "B"))) == ["parked"]
    assert [row.result for row in store.all(OP_LOG)] == ["parked"]


def test_an_edit_that_would_double_a_customer_number_is_refused_and_blocks_nothing(store: Store) -> None:
    one, two = uuid7(), uuid7()
    store.push(store.op("customer.create@1", one, kind="person", name="A", number="C-1"))
    store.push(store.op("customer.create@1", two, kind="person", name="B"))
    edits = store.op("customer.edit@1", two, number=(None, "C-1")), store.op("customer.edit@1", two, name=("B", "C"))
    assert store.push(*edits) == ["refused", "applied"]
    assert (store.customer(two).number, store.customer(two).name) == (None, "C")
