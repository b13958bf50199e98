"""What a desk asks a shared store for as a whole: its first sync, whom it may mean, digests, and the log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from app.errors import KnownError
from app.phone_numbers import parse
from app.storage.heaps import row_of
from app.sync.digest import digest
from models.base import utc_now, uuid7
from models.enums import Role
from tests.app.sync.contract.desks import At, Stores, moment, new

Sit = Callable[..., At]


def work(desk: At) -> dict[UUID, Any]:
    """Return the open work of a desk's teams by id, page by page."""
    found: dict[UUID, Any] = {}
    after = None
    while rows := desk.store.team_rows(after, 3):
        assert [row.id for row in rows] == sorted(row.id for row in rows) and not found.keys() & {
            row.id for row in rows
        }
        found |= {row.id: row for row in rows}
        after = rows[-1].id
    return found


def phone(desk: At, customer: UUID, number: str, **values: Any) -> UUID:
    read = parse(number, "ES")
    assert read is not None
    given = {"customer_id": customer, "value": number, "e164": read.e164, "suffix_key": read.suffix_key}
    return desk.make("contact_point", **given | values)


def whose(desk: At, number: str) -> set[UUID]:
    read = parse(number, "ES")
    assert read is not None
    return set(desk.store.whose(read.e164, read.suffix_key))


def test_all_about_customers_comes_in_heaps_as_it_comes_in_rows(maria: At) -> None:
    customers = [
        maria.make("customer", since=moment(2024, 2, 29, 23, 59, 59, 123456), name='Núria "N" 王') for _ in "12"
    ]
    point = maria.make("contact_point", customer_id=customers[0])
    maria.do("contact_point.edit", point, deleted_at=(None, utc_now()))
    call = uuid7()
    began_at = utc_now().replace(microsecond=1)
    maria.do("call.log", call, **new("call", customer_id=customers[0], began_at=began_at))
    maria.do("call_leg.log", uuid7(), **new("call_leg", call_id=call))
    case = maria.make("case", customer_id=customers[1])
    maria.make("case_event", case_id=case)
    maria.do("case.edit", case, owner=(None, "Maria"))
    assert maria.do("case.edit", case, owner=(None, "Noah")).result == "conflict"
    rows = maria.store.customers(customers)
    found = [row_of(heap, values) for heap in maria.store.whole(customers) for values in heap.dicts()]
    assert len(rows) == 8 and "conflict" in {row.table for row in rows}
    plain = {row.id: (row.seq, row.table, row.values) for row in rows}
    assert {row.id: (row.seq, row.table, row.values) for row in found} == plain
    assert maria.store.whole([uuid7()]) == []


def test_what_has_left_a_customer_for_another_comes_with_the_other(maria: At) -> None:
    before, after = maria.make("customer"), maria.make("customer")
    point = maria.make("contact_point", customer_id=before)
    maria.do("contact_point.edit", point, customer_id=(before, after))
    assert [heap.table for heap in maria.store.whole([before])] == ["customer"]
    assert sorted(heap.table for heap in maria.store.whole([after])) == ["contact_point", "customer"]


def test_a_first_sync_gets_the_open_work_of_its_teams(maria: At) -> None:
    customer = maria.make("customer")
    cases = [maria.make("case", customer_id=customer) for _ in range(4)]
    events = [maria.make("case_event", case_id=case) for case in cases]
    promises = [maria.make("follow_up") for _ in range(2)]
    maria.do("case.edit", cases[0], closed_at=(None, utc_now()), status=("received", "closed"))
    maria.do("follow_up.edit", promises[0], status=("open", "done"), settled_at=(None, utc_now()))
    maria.do("case.edit", cases[1], owner=(None, "Maria"))
    assert maria.do("case.edit", cases[1], owner=(None, "Noah")).result == "conflict"
    found = work(maria)
    conflicts = {id_ for id_, row in found.items() if row.table == "conflict"}
    assert len(conflicts) == 1
    assert set(found) == {*cases[1:], *events[1:], promises[1]} | conflicts
    assert all(found[id_].values == maria.fields(id_) for id_ in cases[1:])
    assert found[events[1]].customer_id == customer


def test_a_first_sync_gets_no_other_teams_work(maria: At, sit: Sit) -> None:
    maria.make("case_event", case_id=maria.make("case"))
    case = sit("Noah", teams=(2,)).make("case")
    assert set(work(sit("Laia", teams=(2, 3)))) == {case}


def test_the_working_set_begins_with_ones_own_work(sit: Sit, stores: Stores) -> None:
    maria, noah = sit(), sit("Noah")
    own, team, late = (noah.make("customer", name=name) for name in ("own", "team", "late"))
    noah.make("case", customer_id=team, owner="Noah")
    noah.make("follow_up", customer_id=own, owner=maria.welcome.identity.name)
    noah.do("customer.edit", late, city=(None, "Girona"))
    found = maria.store.working_set()
    assert set(found[:2]) == {own, team} and found[2:] == [late]
    if stores.has_limits:  # who holds all of a file can do without this order
        assert found == [own, team, late]


CALLERS: dict[str, set[str]] = {
    "934 125 580": {"same"},  # the whole number beats what only ends so
    "+34 934125580": {"same"},
    "+33 1 34 12 55 80": {"seven"},
    "+34 972 11 22 33": {"block"},
    "1001": {"short"},
    "600 000 000": set(),
}


def test_who_calls_is_found_by_the_number(maria: At) -> None:
    who = {name: maria.make("customer", name=name) for name in ("same", "seven", "block", "short", "gone")}
    phone(maria, who["same"], "934 125 580")
    phone(maria, who["seven"], "+33 1 34 12 55 80")
    phone(maria, who["short"], "1001")
    maria.make("contact_point", customer_id=who["block"], kind="prefix", value="+34972112", e164="+34972112")
    phone(maria, who["gone"], "600 000 000", deleted_at=utc_now())
    names = {id_: name for name, id_ in who.items()}
    assert {asked: {names[id_] for id_ in whose(maria, asked)} for asked in CALLERS} == CALLERS


SEARCHES: dict[str, set[str]] = {
    "carmen": {"carmen"},
    "CÁRM ruí": {"carmen"},
    "ruiz carm": {"carmen"},
    "Ruiz Xavi": set(),
    "spitalet": set(),
    "hospi": {"llum"},
    "l'hosp": {"llum"},
    "llum": {"llum", "carmen"},
    "王": {"wang"},
    "小明": {"wang"},
    "王小明": {"wang"},
    "明王": set(),
    "卡門": {"wang"},
    "125 580": {"carmen"},
    "0034934125580": {"carmen"},
    "934-125": {"carmen"},
    "C-000123": {"carmen"},
    "c000123": {"carmen"},
    "000123": {"carmen"},
    "carmen@ex": {"carmen"},
    "example": {"carmen"},
    "ÇELİK": {"celik"},
    "Жуков": {"zhukov"},
    "жук": {"zhukov"},
    "k7-00042": {"carmen"},
    "K7-00042-X": {"carmen"},
    "": set(),
    "'; DROP": set(),
    ":* & | !": set(),
}


def test_customers_are_found_by_what_somebody_types(maria: At) -> None:
    who = {
        "carmen": maria.make("customer", name="Cármen Ruiz", company="Llum SA", number="C-000123"),
        "llum": maria.make("customer", name="Llum de L’Hospitalet", kind="organisation"),
        "wang": maria.make("customer", name="王小明", company="卡門電力"),
        "celik": maria.make("customer", name="Çelik"),
        "zhukov": maria.make("customer", name="ЖУКОВ"),
    }
    gone = maria.make("customer", name="Carmen Ruiz", deleted_at=utc_now())
    phone(maria, who["carmen"], "934 125 580")
    maria.make("contact_point", customer_id=who["carmen"], kind="email", value="Carmen@Example.org")
    maria.make("case", customer_id=who["carmen"], reference="K7-00042-X")
    names = {id_: name for name, id_ in who.items()} | {gone: "gone"}
    assert {typed: {names[id_] for id_ in maria.store.find(typed)} for typed in SEARCHES} == SEARCHES


def test_who_was_renamed_is_found_by_the_new_name_alone(maria: At) -> None:
    customer = maria.make("customer", name="Carmen Ruiz")
    point = phone(maria, customer, "934 125 580")
    maria.do("customer.edit", customer, name=("Carmen Ruiz", "Laia Puig"))
    maria.do("contact_point.edit", point, deleted_at=(None, utc_now()))
    assert maria.store.find("carmen") == [] and maria.store.find("934125580") == []
    assert maria.store.find("puig") == [customer]


def test_digests_of_what_is_held_agree(maria: At) -> None:
    customers = [maria.make("customer") for _ in range(3)]
    for customer in customers:
        maria.make("case_event", case_id=maria.make("case", customer_id=customer))
        maria.make("follow_up", customer_id=customer)
    maria.do("customer.edit", customers[0], city=(None, "Girona"))
    found = maria.store.customer_digests(customers)
    for customer in customers:
        rows = [(row.id, row.values["revision"]) for row in maria.store.customers([customer]) if row.values]
        assert found[customer] == digest(rows) and found[customer].rows == 4
    assert maria.store.customer_digests([nobody := uuid7()]) == {nobody: digest(())}
    rows = [(r.id, r.values["revision"]) for r in work(maria).values() if r.table in ("case", "follow_up")]
    assert maria.store.open_digest() == digest(rows)
    maria.make("case")
    assert maria.store.open_digest() != digest(rows)


def test_administrators_read_the_log_newest_first(sit: Sit) -> None:
    adam, maria = sit("Adam", Role.ADMINISTRATOR), sit("Maria")
    customer = maria.make("customer", name="Carmen")
    result = maria.do("customer.edit", customer, name=("Carmen", None))
    adam.make("customer")
    lines = adam.store.audit(None, 2)
    assert [line.seq for line in lines] == sorted((line.seq for line in lines), reverse=True) and len(lines) == 2
    refused = lines[1]
    assert (refused.seq, refused.result, refused.reason) == (result.seq, "refused", result.reason)
    assert (refused.device, refused.kind, refused.entity) == (maria.device, "customer.edit@1", customer)
    assert refused.body == {"name": {"base": "Carmen", "new": None}}
    assert refused.login == maria.welcome.identity.login
    assert refused.taken_at == result.taken_at and refused.offset_ms is not None and abs(refused.offset_ms) < 60_000
    assert [line.kind for line in adam.store.audit(refused.seq, 9)] == ["customer.create@1"]
    of_maria = adam.store.audit(None, 9, login=refused.login, entity=customer)
    assert [line.kind for line in of_maria] == ["customer.edit@1", "customer.create@1"]


def test_nobody_else_reads_the_log(sit: Sit) -> None:
    for desk in (sit("Maria"), sit("Sofia", Role.SUPERVISOR)):
        with pytest.raises(KnownError):
            desk.store.audit(None, 10)


@pytest.mark.parametrize("stores", ["postgres"], indirect=True)  # whoever has the file has all of it
def test_who_looks_up_too_many_strangers_is_stopped(maria: At, sit: Sit, stores: Stores) -> None:
    held = maria.make("customer")
    strangers = [maria.make("customer") for _ in range(70)]
    stores.let_pass(days=40, but=held)
    noah = sit("Noah", teams=(2,))
    assert noah.store.customers(strangers[:50])
    with pytest.raises(KnownError):
        noah.store.customers(strangers[50:])
    assert noah.store.customers([held])
    for n in range(10):
        noah.store.find(f"nobody {n}")
    with pytest.raises(KnownError):
        noah.store.whose("+34934125580", "085521439")
    assert sit("Sofia", Role.SUPERVISOR).store.customers(strangers[:65])
    assert maria.store.customers(strangers[:1])  # each login has a limit of its own


def test_a_clock_that_is_off_is_measured(maria: At, sit: Sit) -> None:
    maria.hello(clock=utc_now() + timedelta(hours=3))
    maria.make("customer")
    [line] = sit("Adam", Role.ADMINISTRATOR).store.audit(None, 1)
    assert line.offset_ms is not None and abs(line.offset_ms - 3 * 3600 * 1000) < 60_000


def test_a_desk_holds_what_it_wrote_itself(maria: At) -> None:
    customer = maria.make("customer")
    assert maria.do("case.create", uuid7(), **new("case", customer_id=customer)).result == "applied"
    assert maria.store.working_set() == [customer]
