"""What a desk shows of a shared store: the store's rows, and on top what this desk saved and the store may lack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.storage.cache_pour import Lot
from app.storage.heaps import heaps_of
from app.storage.local_store import GapError, Result
from app.storage.store_rows import Cursor
from models.base import utc_now, uuid7
from tests.app.storage.desk import TEAM, DeskFiles, gone, row


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeskFiles]:
    opened = DeskFiles(tmp_path)
    yield opened
    opened.close()


def test_what_is_saved_shows_at_once_and_is_no_revision_of_the_store(desk: DeskFiles) -> None:
    of = uuid7()
    desk.save("customer.create@1", of, kind="person", name="Maria Puig")
    assert (desk.get("customer", of).name, desk.get("customer", of).revision) == ("Maria Puig", 0)
    assert desk.finds("maria") == {of}


def test_an_edit_shows_over_a_value_it_never_saw_since_only_the_store_says_what_a_conflict_is(desk: DeskFiles) -> None:
    of = uuid7()
    desk.take(row("customer", of, 1, city="Vic"), hold=[of])
    desk.save("customer.edit@1", of, city=("Girona", "Olot"))
    assert (desk.get("customer", of).city, desk.get("customer", of).revision) == ("Olot", 1)


def test_what_the_store_has_not_answered_stays_on_top_of_what_others_wrote(desk: DeskFiles) -> None:
    of = uuid7()
    desk.take(row("customer", of, 1), hold=[of])
    desk.save("customer.edit@1", of, city=(None, "Olot"))
    desk.take(row("customer", of, 2, revision=2, company="Puig SL"))
    assert (desk.get("customer", of).city, desk.get("customer", of).company) == ("Olot", "Puig SL")


def test_an_answered_edit_stays_until_the_row_that_has_it_comes_and_not_after(desk: DeskFiles) -> None:
    of = uuid7()
    desk.take(row("customer", of, 1), hold=[of])
    op = desk.save("customer.edit@1", of, city=(None, "Olot"))
    desk.outbox.answer([Result(op.op_id, "applied", seq=5, taken_at=utc_now())])
    desk.take(row("customer", of, 4, revision=2, company="Puig SL"))
    assert desk.get("customer", of).city == "Olot"
    desk.take(row("customer", of, 6, revision=4, city="Vic"))
    assert desk.get("customer", of).city == "Vic"


def test_a_refused_edit_shows_no_more_once_the_store_says_what_the_row_is(desk: DeskFiles) -> None:
    of = uuid7()
    desk.take(row("customer", of, 1), hold=[of])
    op = desk.save("customer.edit@1", of, city=(None, "Olot"))
    desk.outbox.answer([Result(op.op_id, "refused", "not yours", 5, utc_now())])
    desk.take(row("customer", of, 1))
    assert desk.get("customer", of).city is None


def test_a_row_older_than_the_one_here_is_left_out(desk: DeskFiles) -> None:
    of = uuid7()
    desk.take(row("customer", of, 9, revision=3, name="Maria Vila"), hold=[of])
    desk.take(row("customer", of, 5, revision=2))
    assert desk.get("customer", of).name == "Maria Vila"
    assert desk.finds("vila") == {of}
    assert not desk.finds("puig")


def test_rows_about_customers_that_are_not_held_come_only_as_work_of_the_team(desk: DeskFiles) -> None:
    ours, theirs, event, stray = uuid7(), uuid7(), uuid7(), uuid7()
    somebody = uuid7()
    desk.take(
        row("case", ours, 1, somebody, team=TEAM), row("case", theirs, 2, somebody, team=TEAM + 1),
        row("case_event", event, 3, somebody, case_id=ours), row("case_event", stray, 4, somebody, case_id=theirs),
        row("customer", somebody, 5),
    )  # fmt: skip
    assert [desk.get(*what) is not None for what in (("case", ours), ("case", theirs), ("customer", somebody))] == [
        True, False, False,
    ]  # fmt: skip
    assert (desk.get("case_event", event) is not None, desk.get("case_event", stray)) == (True, None)


def test_a_case_that_left_the_team_goes_and_stays_where_its_customer_is_held_and_newer(desk: DeskFiles) -> None:
    case, of = uuid7(), uuid7()
    desk.take(row("case", case, 1, of, team=TEAM))
    desk.take(gone("case", case, 2, of))
    assert desk.get("case", case) is None
    assert not desk.timeline(of)
    desk.take(row("case", case, 8, of, revision=2, team=9), hold=[of], whole={of: 8})
    desk.take(gone("case", case, 3, of))
    assert desk.get("case", case) is not None


def test_a_row_that_moved_to_another_customer_is_not_taken_away_by_the_line_it_left(desk: DeskFiles) -> None:
    case, before, after = uuid7(), uuid7(), uuid7()
    desk.take(row("case", case, 1, before, team=TEAM), hold=[before, after])
    desk.take(row("case", case, 5, after, revision=2, team=TEAM))
    desk.take(gone("case", case, 4, before))
    assert desk.get("case", case).customer_id == after
    assert [len(desk.timeline(of)) for of in (before, after)] == [0, 1]


def test_what_the_store_made_of_an_edit_stays_whatever_older_line_of_the_row_comes_behind_it(desk: DeskFiles) -> None:
    case, merged, winner = uuid7(), uuid7(), uuid7()
    desk.take(row("case", case, 1, team=TEAM), hold=[merged, winner])
    op = desk.save("case.edit@1", case, customer_id=(None, merged))
    desk.outbox.answer([Result(op.op_id, "applied", seq=5, taken_at=utc_now())])
    desk.take(row("case", case, 5, winner, revision=2, team=9), whole={winner: 5})
    for older in (gone("case", case, 4, winner), row("case", case, 3, team=TEAM)):
        desk.take(older)
        assert desk.get("case", case).customer_id == winner


def test_a_call_reads_the_same_in_whatever_order_its_legs_come(desk: DeskFiles) -> None:
    of, call, leg = uuid7(), uuid7(), uuid7()
    now = utc_now()
    desk.take(row("call_leg", leg, 1, of, call_id=call, agent="Júlia", answered_at=now, ended_at=now), hold=[of])
    desk.take(row("call", call, 2, of))
    assert [(line.person, line.state) for line in desk.timeline(of)] == [("Júlia", "answered")]
    desk.take(row("call_leg", uuid7(), 3, of, call_id=call, agent="Pau", answered_at=now, ended_at=now))
    assert [line.person for line in desk.timeline(of)] == ["Júlia, Pau"]


def test_two_cases_may_bear_one_reference_until_the_store_has_given_another(desk: DeskFiles) -> None:
    mine, theirs, of = uuid7(), uuid7(), uuid7()
    values = {"kind": "complaint", "severity": "normal", "summary": "Mine", "status": "open", "opened_at": utc_now()}
    desk.save("case.create@1", mine, reference="A2-00001-K", **values)
    desk.take(row("case", theirs, 1, of, team=TEAM))
    assert desk.get("case", mine).reference == desk.get("case", theirs).reference


def test_a_create_the_store_refused_is_dropped_and_one_it_has_is_not(desk: DeskFiles) -> None:
    mine, stored = uuid7(), uuid7()
    desk.save("customer.create@1", mine, kind="person", name="Maria Puig")
    desk.take(row("customer", stored, 1), hold=[stored])
    desk.cache.drop_own([mine, stored])
    assert (desk.get("customer", mine), desk.get("customer", stored) is not None) == (None, True)
    assert desk.finds("maria") == {stored}
    assert not desk.cache.held([mine])


def test_operations_are_shown_in_order_and_each_once(desk: DeskFiles) -> None:
    of = uuid7()
    first = desk.save("customer.create@1", of, kind="person", name="Maria")
    desk.save("customer.edit@1", of, name=("Maria", "Núria"))
    desk.cache.push(desk.outbox.device, [first])
    assert desk.get("customer", of).name == "Núria"
    (later,) = desk.outbox.save([lambda unit: unit.create("customer", {"kind": "person", "name": "Pau"})])
    (last,) = desk.outbox.save([lambda unit: unit.create("customer", {"kind": "person", "name": "Ot"})])
    with pytest.raises(GapError) as gap:
        desk.cache.push(desk.outbox.device, last.operations)
    assert gap.value.expected == later.operations[0].n


@pytest.mark.parametrize("table", ["call", "case", "follow_up"])
def test_of_rows_about_a_customer_what_is_nobodys_or_taken_back_is_kept_and_not_in_the_timeline(
    desk: DeskFiles, table: str
) -> None:
    of, nobodys, back = uuid7(), uuid7(), uuid7()
    rows = [row("customer", of, 1), row(table, nobodys, 2), row(table, back, 3, of, deleted_at=utc_now())]
    sent = heaps_of([replace(one, customer_id=of) for one in rows], [of])
    desk.cache.pour(Lot.of([of], sent), (), 3)
    desk.cache.settle()
    assert None not in (desk.get(table, nobodys), desk.get(table, back))
    assert desk.timeline(of) == []


def test_the_customers_unused_for_longest_go_with_all_that_is_about_them_but_not_those_with_work(
    desk: DeskFiles,
) -> None:
    busy, idle, used = uuid7(), uuid7(), uuid7()
    call, leg = uuid7(), uuid7()
    desk.take(
        *(row("customer", of, 1) for of in (busy, idle, used)),
        row("case", uuid7(), 2, busy, team=TEAM), row("call", call, 3, idle),
        row("call_leg", leg, 4, idle, call_id=call),
        hold=[busy, idle, used],
    )  # fmt: skip
    desk.cache.use([used])
    desk.cache.evict(1)
    assert set(desk.cache.held([busy, idle, used])) == {busy}
    assert [desk.get(*what) for what in (("customer", idle), ("call", call), ("call_leg", leg))] == [None] * 3
    assert desk.finds("maria") == {busy}


def test_to_begin_anew_drops_all_rows_and_shows_again_what_waits(desk: DeskFiles) -> None:
    of, mine, store = uuid7(), uuid7(), uuid7()
    desk.take(row("customer", of, 1), hold=[of], whole={of: 1})
    op = desk.save("customer.create@1", mine, kind="person", name="Núria")
    desk.cache.begin(store, Cursor(7, None), {TEAM, 2}, desk.outbox.shown_from())
    assert desk.get("customer", of) is None
    standing = desk.cache.standing()
    assert (standing.store, standing.seq, standing.teams, standing.is_filled) == (store, 7, (TEAM, 2), False)
    desk.cache.push(desk.outbox.device, desk.outbox.after(standing.applied_n, 9))
    assert desk.get("customer", mine).name == "Núria"
    assert op.n == standing.applied_n + 1
