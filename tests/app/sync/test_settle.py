"""A person settles a conflict in one step, nothing unseen is overwritten, and each step can be undone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, text

from app.bootstrap import Backend
from app.errors import KnownError
from app.sync.attention import AttentionReads
from app.sync.attention_records import Disagreement, Refused
from app.sync.settle import SettleService
from models.operation import CONFLICT
from tests.app.sync.conflicts import edit, make_conflict, refuse
from tests.factories import add_customer


class Desk:
    """A desk with one conflict about the city of a customer."""

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        assert backend.folder.writer is not None
        self.reads = AttentionReads(backend.folder.reader, backend.folder.outbox_reader)
        self.settle = SettleService(backend.folder.writer, backend.settings)
        self.customer = make_conflict(backend)

    def waiting(self) -> list[Disagreement]:
        return list(self.reads.all().disagreements)

    def refused(self) -> list[Refused]:
        return list(self.reads.all().refused)

    def value(self, entity: UUID, column: str = "city") -> Any:
        query = text(f"SELECT {column} FROM customer WHERE id = :id")
        return self.backend.folder.reader.run(lambda c: c.execute(query, {"id": entity.bytes}).scalar())

    def settled(self) -> list[tuple[Any, Any]]:
        query = select(CONFLICT.c.settled_at, CONFLICT.c.settled_by).order_by(CONFLICT.c.at)
        return self.backend.folder.reader.run(lambda c: [tuple(row) for row in c.execute(query)])


@pytest.fixture
def desk(backend: Backend) -> Desk:
    return Desk(backend)


def test_keeping_what_stands_settles_and_writes_nothing(desk: Desk) -> None:
    (one,) = desk.waiting()
    settled = desk.settle.keep(one).result()
    assert desk.value(desk.customer) == "Vic" and desk.waiting() == []
    assert desk.settled() == [(settled.at, None)]
    desk.settle.undo(settled).result()
    assert [again.id for again in desk.waiting()] == [one.id] and desk.value(desk.customer) == "Vic"


@pytest.mark.parametrize("value", ["Olot", "Girona i Vic", None])
def test_writing_mine_or_a_third_text_settles_and_can_be_undone(desk: Desk, value: str | None) -> None:
    (one,) = desk.waiting()
    settled = desk.settle.write(one, value).result()
    assert desk.value(desk.customer) == value and desk.waiting() == []
    desk.settle.undo(settled).result()
    (again,) = desk.waiting()
    assert (again, desk.value(desk.customer)) == (one, "Vic")


def test_what_changed_after_it_was_shown_is_not_overwritten_but_conflicts_anew(desk: Desk) -> None:
    (shown,) = desk.waiting()
    edit(desk.backend, "customer", desk.customer, city=("Vic", "Figueres"))
    desk.settle.write(shown, "Olot").result()
    (new,) = desk.waiting()
    assert new.id != shown.id and desk.value(desk.customer) == "Figueres"
    assert (new.base, new.theirs, new.mine) == ("Vic", "Figueres", "Olot")


def test_what_changed_before_it_was_shown_is_settled_over_what_was_shown(desk: Desk) -> None:
    edit(desk.backend, "customer", desk.customer, city=("Vic", "Figueres"))
    (shown,) = desk.waiting()
    desk.settle.write(shown, shown.mine).result()
    assert desk.waiting() == [] and desk.value(desk.customer) == "Olot"


def test_two_who_settle_at_once_leave_nothing_waiting_for_ever(desk: Desk) -> None:
    (one,) = desk.waiting()
    desk.settle.keep(one).result()
    desk.settle.keep(one).result()
    assert desk.waiting() == [] and desk.reads.count() == 0


def test_a_field_that_must_have_a_value_cannot_be_emptied_and_nothing_is_saved(desk: Desk) -> None:
    edit(desk.backend, "customer", desk.customer, name=("Núria Puig", "Núria Puig i Coll"))
    edit(desk.backend, "customer", desk.customer, name=("Núria Puig", "N. Puig"))
    one = next(one for one in desk.waiting() if one.field == "name")
    with pytest.raises(KnownError):
        desk.settle.write(one, None)
    assert len(desk.waiting()) == 2


def test_a_refused_change_is_let_go_and_brought_back(desk: Desk) -> None:
    refuse(desk.backend, desk.customer)
    (one,) = desk.refused()
    desk.settle.dismiss(one).result()
    assert desk.refused() == [] and desk.reads.count() == 1, "the conflict still waits"
    desk.settle.recall(one).result()
    assert [again.op_id for again in desk.refused()] == [one.op_id]


def test_a_refused_change_is_tried_again_as_a_new_operation(desk: Desk) -> None:
    late = add_customer(desk.backend, "Pere", number="C-1")
    edit(desk.backend, "customer", desk.customer, number=(None, "C-1"))
    (one,) = desk.refused()
    desk.settle.again(one).result()
    (still,) = desk.refused()
    assert still.op_id != one.op_id and still.body == one.body, "the number is given still"
    edit(desk.backend, "customer", late, number=("C-1", "C-2"))
    desk.settle.again(still).result()
    assert desk.refused() == [] and desk.value(desk.customer, "number") == "C-1"
