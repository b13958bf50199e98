"""What a shared store tells of what changed: everything of a login's teams, in order, exactly as it stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from app.errors import KnownError
from app.sync.records import Cursor
from models.base import utc_now, uuid7
from models.enums import Role
from tests.app.sync.contract.desks import MOST, START, At, new

Sit = Callable[..., At]


def test_a_store_says_who_connects_and_where_it_stands(maria: At, sit: Sit) -> None:
    first = maria.welcome
    assert first.cursor == START and first.last_n == 0 and not first.is_restored
    assert first.identity.home == 1 and 1 in first.identity.teams and first.team_names[1]
    assert abs(first.clock - utc_now()) < timedelta(minutes=1)
    result = maria.do("customer.create", uuid7(), **new("customer"))
    again = maria.hello(first.cursor)
    assert (again.store, again.last_n, again.cursor.seq) == (first.store, 1, result.seq)
    assert again.cursor.op_id == result.op_id and not again.is_restored
    assert sit("Noah").welcome.store == first.store


def test_each_device_has_a_prefix_of_its_own_and_keeps_it(sit: Sit) -> None:
    desks = [sit() for _ in range(4)]
    assert desks[0].welcome.prefix == "K7"
    prefixes = [desk.welcome.prefix for desk in desks]
    assert len(set(prefixes)) == 4
    assert [desk.hello().prefix for desk in reversed(desks)] == prefixes[::-1]


def test_a_program_of_another_time_is_told_so(maria: At) -> None:
    oldest, newest = maria.welcome.wire
    for wire in (oldest - 1, newest + 1):
        with pytest.raises(KnownError):
            maria.hello(wire=wire)


def test_a_device_is_its_logins(maria: At, sit: Sit) -> None:
    with pytest.raises(KnownError):
        sit("Noah", device=maria.device)
    noah = sit("Noah")
    op = noah.op("customer.create", uuid7(), new("customer"))
    with pytest.raises(KnownError):
        noah.store.push(maria.device, [op])
    assert noah.store.answers(maria.device, 0, 10) == []


def test_a_cursor_of_a_life_the_store_has_not_lived_is_noticed(maria: At) -> None:
    maria.make("customer")
    now = maria.hello().cursor
    assert not maria.hello(now).is_restored
    assert not maria.hello(START).is_restored
    assert maria.hello(Cursor(now.seq + 1, now.op_id)).is_restored
    assert maria.hello(Cursor(now.seq, uuid7())).is_restored


def test_answers_come_in_order_behind_a_number(maria: At) -> None:
    results = maria.push(*(maria.op("customer.create", uuid7(), new("customer")) for _ in range(5)))
    found = maria.store.answers(maria.device, 1, 3)
    assert found == [(2, results[1]), (3, results[2]), (4, results[3])]
    assert maria.store.answers(maria.device, 5, 3) == []


def test_a_pull_gives_rows_of_the_team_and_whose_customers_rows_changed(maria: At, sit: Sit) -> None:
    noah = sit("Noah")
    customer = noah.make("customer")
    case = noah.make("case", customer_id=customer)
    event = noah.make("case_event", case_id=case)
    promise = noah.make("follow_up", customer_id=customer, case_id=case)
    rows, touched, cursor = maria.pull()
    assert set(rows) == {case, event, promise}
    assert rows[case].values == maria.fields(case) and rows[case].customer_id == customer
    assert rows[event].customer_id == customer
    assert set(touched) == {customer} and touched[customer] == rows[promise].seq
    assert cursor == maria.hello().cursor
    assert maria.pull(cursor) == ({}, {}, cursor)


def test_pages_of_any_size_together_miss_nothing(maria: At) -> None:
    customers = [maria.make("customer") for _ in range(5)]
    cases = [maria.make("case", customer_id=customer) for customer in customers]
    for most in (1, 2, 3, 100):
        cursor, more = START, True
        seqs: list[int] = []
        touched: dict[UUID, int] = {}
        while more:
            page = maria.store.pull(cursor, most)
            assert len(page.rows) <= most
            seqs += [row.seq for row in page.rows]
            touched |= page.touched
            cursor, more = page.cursor, page.more
        assert len(seqs) == len(cases) and seqs == sorted(seqs)
        assert set(touched) == set(customers)


def test_only_the_last_state_of_a_row_is_told(maria: At) -> None:
    case = maria.make("case", owner=None)
    _, _, cursor = maria.pull()
    for before, after in ((None, "A"), ("A", "B"), ("B", "C")):
        maria.do("case.edit", case, owner=(before, after))
    page = maria.store.pull(cursor, 100)
    assert [row.values["owner"] for row in page.rows if row.values] == ["C"]


def test_another_team_is_told_nothing(maria: At, sit: Sit) -> None:
    noah = sit("Noah", teams=(2,))
    customer = maria.make("customer")
    case = maria.make("case", customer_id=customer)
    rows, touched, _ = noah.pull()
    assert rows == {} and set(touched) == {customer}
    assert noah.fields(case)["team"] == 1  # but whoever has the customer on the phone may read


def test_work_is_of_the_home_team_of_who_adds_it(sit: Sit) -> None:
    noah = sit("Noah", teams=(2, 1))
    assert noah.fields(noah.make("case"))["team"] == 2
    assert noah.fields(noah.make("case", team=3))["team"] == 3
    assert noah.do("case.create", uuid7(), **new("case", team=99)).result == "refused"


def test_a_case_that_goes_to_another_team_is_gone_from_its_own(maria: At, sit: Sit) -> None:
    noah = sit("Noah", teams=(2,))
    both = sit("Sofia", Role.SUPERVISOR, teams=(1, 2))
    case = maria.make("case")
    event = maria.make("case_event", case_id=case)
    seen = {desk: desk.pull()[2] for desk in (maria, noah, both)}
    assert maria.do("case.edit", case, team=(1, 2)).result == "applied"
    rows, _, _ = maria.pull(seen[maria])
    assert {row.id: row.values for row in rows.values()} == {case: None, event: None}
    for desk in (noah, both):
        rows, _, _ = desk.pull(seen[desk])
        assert {row.id for row in rows.values() if row.values is not None} == {case, event}


def test_a_case_that_comes_back_is_there_again(maria: At, sit: Sit) -> None:
    noah = sit("Noah", teams=(2,))
    case = maria.make("case")
    maria.do("case.edit", case, team=(1, 2))
    noah.do("case.edit", case, team=(2, 1))
    rows, _, _ = maria.pull()
    assert rows[case].values is not None
    rows, _, _ = noah.pull()
    assert case not in rows or rows[case].values is None


def test_all_about_customers_comes_at_once_and_then_what_changed(maria: At) -> None:
    customer, other = maria.make("customer"), maria.make("customer")
    point = maria.make("contact_point", customer_id=customer)
    call = maria.make("call", customer_id=customer)
    leg = maria.make("call_leg", call_id=call)
    case = maria.make("case", customer_id=customer)
    event = maria.make("case_event", case_id=case)
    maria.make("case", customer_id=other)
    rows = maria.store.customers([customer])
    assert {row.id for row in rows} == {customer, point, call, leg, case, event}
    assert all(row.customer_id == customer for row in rows)
    after = max(row.seq for row in rows)
    assert maria.store.customers([customer], after) == []
    maria.do("contact_point.edit", point, label=(None, "home"))
    assert [row.id for row in maria.store.customers([customer, other], after)] != []
    assert point in {row.id for row in maria.store.customers([customer], after)}


def test_what_hangs_on_a_call_or_case_follows_it_to_its_customer(maria: At) -> None:
    first, second = maria.make("customer"), maria.make("customer")
    call = maria.make("call", customer_id=first)
    leg = maria.make("call_leg", call_id=call)
    case = maria.make("case", customer_id=first)
    event = maria.make("case_event", case_id=case)
    _, _, cursor = maria.pull()
    maria.do("call.edit", call, customer_id=(first, second))
    maria.do("case.edit", case, customer_id=(first, second))
    assert {row.id for row in maria.store.customers([second])} == {second, call, leg, case, event}
    assert {row.id for row in maria.store.customers([first]) if row.customer_id == first} == {first}
    left = {row.id: row for row in maria.store.customers([first], cursor.seq)}
    assert set(left) == {call, leg, case, event}
    assert all(row.values is None or row.customer_id == second for row in left.values())
    _, touched, _ = maria.pull(cursor)
    assert set(touched) == {first, second}


def test_what_came_before_the_call_or_case_it_hangs_on_follows_it(maria: At) -> None:
    customer = maria.make("customer")
    call, case = uuid7(), uuid7()
    leg = maria.make("call_leg", call_id=call)
    event = maria.make("case_event", case_id=case)
    maria.do("call.log", call, **new("call", customer_id=customer))
    maria.do("case.create", case, **new("case", customer_id=customer))
    assert {row.id for row in maria.store.customers([customer])} == {customer, call, leg, case, event}
    rows, _, _ = maria.pull()
    assert event in rows


def test_work_for_somebody_merged_goes_to_who_they_became(maria: At, sit: Sit) -> None:
    sofia = sit("Sofia", Role.SUPERVISOR)
    first, second, third = (maria.make("customer", name=name) for name in ("A", "B", "C"))
    assert sofia.do("customer.edit", first, merged_into=(None, second)).result == "applied"
    assert sofia.do("customer.edit", second, merged_into=(None, third)).result == "applied"
    case = maria.make("case", customer_id=first)
    assert maria.fields(case)["customer_id"] == str(third)
    assert maria.do("customer.edit", first, city=(None, "Girona")).result == "applied"
    assert maria.fields(third)["city"] == "Girona" and maria.fields(first)["city"] is None
    assert maria.do("case.edit", case, customer_id=(first, None)).result == "applied"
    assert sofia.do("customer.edit", third, merged_into=(None, first)).result == "refused"
    assert sofia.do("customer.edit", first, merged_into=(second, None)).result == "applied"


def test_rows_that_are_not_there_are_left_out(maria: At) -> None:
    case = maria.make("case")
    assert [row.id for row in maria.store.rows([case, uuid7()])] == [case]
    assert maria.store.rows([]) == []


@pytest.mark.parametrize("away", ["closed_at", "deleted_at"])
def test_a_case_that_is_work_again_brings_its_story_to_who_came_meanwhile(maria: At, away: str) -> None:
    case, then = maria.make("case"), utc_now()
    event = maria.make("case_event", case_id=case)
    maria.do("case.edit", case, **{away: (None, then)})
    cursor = maria.hello().cursor
    maria.do("case.edit", case, **{away: (then, None)})
    assert {row.id for row in maria.store.pull(cursor, MOST).rows} == {case, event}
