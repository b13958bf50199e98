"""What a shared store does with operations: each taken exactly once, in order, and never a silent overwrite."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.storage.local_store import ClonedDeviceError, GapError
from app.sync.shared_store import MOST_PUSHED, NewerOperationError
from models.base import utc_now, uuid7
from models.enums import Role
from tests.app.sync.contract.desks import At, Stores, moment, new

Sit = Callable[..., At]


def test_a_row_is_made_with_its_values_and_revision_one(maria: At) -> None:
    since = moment(2020, 5, 1, 12, 30, 15, 120000)
    customer = maria.make("customer", name="卡門·魯伊斯", city="Girona", since=since)
    row = maria.read(customer)
    assert (row.table, row.id, row.customer_id) == ("customer", customer, customer)
    assert row.values == {
        "kind": "person", "name": "卡門·魯伊斯", "number": None, "company": None, "city": "Girona", "language": None,
        "time_zone": None, "segment": None, "source": None, "since": "2020-05-01T12:30:15.120000+00:00",
        "merged_into": None, "revision": 1, "deleted_at": None,
    }  # fmt: skip


def test_sequences_rise_and_say_when_the_store_took_it(maria: At) -> None:
    first, second = (maria.do("customer.create", uuid7(), **new("customer")) for _ in range(2))
    assert first.seq is not None and second.seq is not None and first.seq < second.seq
    assert first.taken_at is not None and abs(first.taken_at - utc_now()) < timedelta(minutes=1)


def test_an_operation_sent_twice_is_taken_once(maria: At) -> None:
    customer = uuid7()
    op = maria.op("customer.create", customer, new("customer"))
    first = maria.push(op)
    assert maria.push(op) == first
    edit = maria.op("customer.edit", customer, {"city": (None, "Girona")})
    both = maria.push(op, edit)
    assert both[0] == first[0]
    assert maria.push(op, edit) == both
    assert maria.fields(customer)["revision"] == 2


def test_one_push_is_taken_whole_with_up_to_the_most_operations(maria: At) -> None:
    ops = [maria.op("customer.create", uuid7(), new("customer", name=f"C {n}")) for n in range(MOST_PUSHED)]
    assert [result.result for result in maria.push(*ops)] == ["applied"] * MOST_PUSHED
    assert maria.store.last_n(maria.device) == MOST_PUSHED


def test_a_gap_is_told_and_nothing_of_the_push_is_taken(maria: At) -> None:
    customer = uuid7()
    first = maria.op("customer.create", customer, new("customer"))
    third = maria.op("customer.edit", customer, {"city": (None, "Girona")}, n=3)
    with pytest.raises(GapError) as error:
        maria.push(first, third)
    assert error.value.expected == 2
    assert maria.store.last_n(maria.device) == 0
    assert maria.store.rows([customer]) == []


def test_numbers_used_by_another_copy_of_the_disk_are_noticed(maria: At) -> None:
    maria.make("customer")
    with pytest.raises(ClonedDeviceError):
        maria.push(maria.op("customer.create", uuid7(), new("customer"), n=1))
    assert maria.store.last_n(maria.device) == 1


def test_a_copy_goes_on_as_a_new_device_with_its_numbers(maria: At) -> None:
    maria.make("customer")
    copy = uuid7()
    maria.store.begin_after(copy, 7)
    maria.store.begin_after(copy, 7)
    assert maria.store.last_n(copy) == 7
    maria.device, maria.n = copy, 7
    assert maria.hello().last_n == 7
    assert maria.do("customer.create", uuid7(), **new("customer")).result == "applied"
    with pytest.raises(ClonedDeviceError):
        maria.store.begin_after(copy, 3)


def test_a_copy_goes_on_behind_what_the_other_copy_had_sent(maria: At) -> None:
    maria.make("customer")
    shared, own = (maria.op("customer.create", uuid7(), new("customer")) for _ in range(2))
    (taken,) = maria.push(shared)
    copy = uuid7()
    maria.store.begin_after(copy, 1)
    assert maria.store.push(copy, [shared])[0] == taken
    assert maria.store.last_n(copy) == 2
    assert maria.store.push(copy, [shared, own])[1].result == "applied"
    assert maria.store.last_n(copy) == 3


def test_a_kind_of_a_later_version_waits_and_nothing_is_taken(maria: At) -> None:
    customer = uuid7()
    known = maria.op("customer.create", customer, new("customer"))
    for kind in ("customer.edit@2", "article.create@1", "customer.erase@1"):
        with pytest.raises(NewerOperationError):
            maria.push(known, maria.op(kind, customer, {"city": (None, "Girona")}, n=2))
    assert maria.store.last_n(maria.device) == 0
    assert maria.store.rows([customer]) == []


def test_a_create_whose_id_exists_is_refused(maria: At) -> None:
    customer = maria.make("customer", name="Carmen Ruiz")
    result = maria.do("customer.create", customer, **new("customer", name="Somebody else"))
    assert result.result == "refused" and result.reason
    assert maria.fields(customer)["name"] == "Carmen Ruiz"


def test_a_refused_operation_uses_up_its_number_and_blocks_none_behind_it(maria: At) -> None:
    customer = uuid7()
    wrong = maria.op("customer.create", uuid7(), new("customer") | {"name": None})
    right = maria.op("customer.create", customer, new("customer"))
    results = maria.push(wrong, right)
    assert [result.result for result in results] == ["refused", "applied"]
    assert maria.push(wrong, right) == results
    assert maria.store.last_n(maria.device) == 2


CANNOT_HOLD: list[tuple[str, str, object]] = [
    ("customer", "name", None),
    ("customer", "name", 5),
    ("customer", "no_such_field", "x"),
    ("customer", "revision", 9),
    ("customer", "id", "0194f0aa-0000-7000-8000-000000000001"),
    ("customer", "since", "tomorrow"),
    ("customer", "since", "infinity"),
    ("customer", "since", "2026-13-45T00:00:00+00:00"),
    ("customer", "since", "0001-01-01T00:00:00+14:00"),
    ("customer", "since", "9999-12-31T23:59:59-12:00"),
    ("customer", "merged_into", "nobody"),
    ("customer", "city", True),
    ("customer", "city", ["Girona"]),
    ("case", "team", "one"),
    ("case", "team", 1.5),
    ("case", "team", 10**12),
    ("case", "customer_id", 7),
]


def test_what_a_field_cannot_hold_is_refused(maria: At) -> None:
    for table, field, value in CANNOT_HOLD:
        made = maria.do(f"{table}.create", uuid7(), **new(table) | {field: value})
        assert made.result == "refused" and made.reason, (table, field, value)
        entity = maria.make(table)
        edited = maria.do(f"{table}.edit", entity, **{field: (None, value)})
        assert edited.result == "refused" and edited.reason, (table, field, value)
        assert maria.fields(entity)["revision"] == 1


def test_a_customer_number_is_given_once(maria: At) -> None:
    maria.make("customer", number="C-000123")
    assert maria.do("customer.create", uuid7(), **new("customer", number="C-000123")).result == "refused"
    other = maria.make("customer", number="C-000124")
    assert maria.do("customer.edit", other, number=("C-000124", "C-000123")).result == "refused"
    assert maria.fields(other)["number"] == "C-000124"


def test_an_edit_writes_where_its_base_stands_and_null_is_a_value(maria: At) -> None:
    customer = maria.make("customer", city="Girona", company="Llum SA")
    result = maria.do("customer.edit", customer, city=("Girona", None), segment=(None, "gold"))
    assert result.result == "applied"
    now = maria.fields(customer)
    assert (now["city"], now["segment"], now["company"], now["revision"]) == (None, "gold", "Llum SA", 2)


def test_an_edit_to_what_stands_already_changes_nothing(maria: At) -> None:
    customer = maria.make("customer", city="Girona")
    assert maria.do("customer.edit", customer, city=("Lleida", "Girona")).result == "applied"
    assert maria.fields(customer)["revision"] == 1


def test_times_are_compared_as_moments(maria: At) -> None:
    promise = maria.make("follow_up", due_at=moment(2026, 12, 1, 9))
    result = maria.do("follow_up.edit", promise, due_at=("2026-12-01T10:00:00+01:00", "2026-12-02T10:00:00+01:00"))
    assert result.result == "applied"
    assert maria.fields(promise)["due_at"] == "2026-12-02T09:00:00+00:00"


def test_a_field_somebody_else_changed_is_a_conflict_and_the_others_are_written(maria: At, sit: Sit) -> None:
    noah = sit("Noah")
    case = maria.make("case", summary="No light", owner="Maria")
    maria.do("case.edit", case, summary=("No light", "No power"), severity=("normal", "high"))
    result = noah.do(
        "case.edit", case, summary=("No light", "Dark"), severity=("normal", "low"), owner=("Maria", "Noah")
    )
    assert result.result == "conflict"
    now = noah.fields(case)
    assert (now["summary"], now["severity"], now["owner"]) == ("No power", "high", "Noah")
    rows, _, _ = maria.pull()
    conflicts = {row.values["field"]: row.values for row in rows.values() if row.table == "conflict" and row.values}
    assert set(conflicts) == {"summary", "severity"}
    found = conflicts["summary"]
    assert (found["base"], found["theirs"], found["mine"]) == ("No light", "No power", "Dark")
    assert (found["entity"], found["table"], found["team"]) == (str(case), "case", 1)
    assert (found["settled_at"], found["settled_by"]) == (None, None)


def test_a_conflict_goes_along_when_its_row_moves_to_another_customer(maria: At, sit: Sit) -> None:
    one, other = maria.make("customer"), maria.make("customer")
    case = maria.make("case", customer_id=one, summary="No light")
    maria.do("case.edit", case, summary=("No light", "Dark"))
    assert sit("Pol").do("case.edit", case, summary=("No light", "Darker")).result == "conflict"
    maria.do("case.edit", case, customer_id=(one, other))
    assert [row.customer_id for row in maria.store.customers([other]) if row.table == "conflict"] == [other]


def test_an_operation_that_conflicted_is_not_tried_again(maria: At, sit: Sit) -> None:
    noah = sit("Noah")
    case = maria.make("case", owner=None)
    maria.do("case.edit", case, owner=(None, "Maria"))
    op = noah.op("case.edit", case, {"owner": (None, "Noah")})
    assert noah.push(op) == noah.push(op)
    rows, _, _ = maria.pull()
    assert sum(row.table == "conflict" for row in rows.values()) == 1


def test_an_edit_of_what_is_not_there_yet_waits_for_it(maria: At, sit: Sit) -> None:
    noah = sit("Noah")
    case = uuid7()
    early = noah.do("case.edit", case, owner=(None, "Noah"))
    assert early.result == "parked"
    assert noah.do("customer.create", uuid7(), **new("customer")).result == "applied"
    maria.do("case.create", case, **new("case"))
    assert maria.fields(case)["owner"] == "Noah"
    assert dict(noah.store.answers(noah.device, 0, 10))[1].result == "applied"


def test_a_reference_given_twice_is_kept_apart_and_neither_case_is_lost(maria: At, sit: Sit) -> None:
    noah = sit("Noah")
    cases = [desk.make("case", reference="K7-00042-X") for desk in (maria, noah, noah)]
    assert [maria.fields(case)["reference"] for case in cases] == ["K7-00042-X", "K7-00042-X/2", "K7-00042-X/3"]


def test_a_reference_never_changes(maria: At) -> None:
    case = maria.make("case", reference="K7-00042-X")
    assert maria.do("case.edit", case, reference=("K7-00042-X", "K7-00043-X")).result == "refused"


def test_what_happened_to_a_case_is_never_edited(maria: At) -> None:
    event = maria.make("case_event", note="called back")
    assert maria.do("case_event.edit", event, note=("called back", "")).result == "refused"


def test_a_call_is_logged_once_and_filled_where_it_is_empty(maria: At, sit: Sit) -> None:
    noah = sit("Noah")
    call = uuid7()
    began = utc_now()
    maria.do("call.log", call, **new("call", queue="billing", began_at=began))
    result = noah.do("call.log", call, **new("call", number="111", queue="sales", name="Carmen", began_at=began))
    assert result.result == "applied"
    now = maria.fields(call)
    assert (now["number"], now["queue"], now["name"], now["revision"]) == ("934125580", "billing", "Carmen", 2)


def test_only_calls_and_choices_are_logged(maria: At) -> None:
    assert maria.do("customer.log", uuid7(), **new("customer")).result == "refused"


def test_nobody_makes_a_conflict(maria: At) -> None:
    body = {
        "op_id": uuid7(), "entity": uuid7(), "table": "case", "field": "owner", "base": 1, "theirs": 2, "mine": 3,
        "at": utc_now(),
    }  # fmt: skip
    assert maria.do("conflict.create", uuid7(), **body).result == "refused"


def test_what_happened_happened_within_the_last_weeks(maria: At) -> None:
    for days, expected in ((-36, "refused"), (-34, "applied"), (1, "applied"), (2, "refused")):
        opened = utc_now() + timedelta(days=days)
        assert maria.do("case.create", uuid7(), **new("case", opened_at=opened)).result == expected, days


def test_what_a_store_that_was_put_back_lost_long_ago_is_taken_again(stores: Stores, maria: At) -> None:
    maria.make("customer")
    stores.age(60)  # the newest thing it knows, as if it was put back to a copy of that day
    opened = [maria.op("case.create", uuid7(), new("case", opened_at=utc_now() - timedelta(days=n))) for n in (90, 50)]
    assert [result.result for result in maria.push(*opened)] == ["applied", "applied"]
    too_old = new("case", opened_at=utc_now() - timedelta(days=97))
    assert maria.do("case.create", uuid7(), **too_old).result == "refused"
    stores.age(36)  # so long after it was put back all have sent again what they had
    assert maria.do("case.create", uuid7(), **new("case", opened_at=utc_now() - timedelta(days=50))).result == "refused"


def test_nobody_speaks_for_somebody_else(maria: At) -> None:
    assert maria.do("case_event.create", uuid7(), **new("case_event", actor="Noah")).result == "refused"
    name = maria.welcome.identity.name
    assert maria.do("case_event.create", uuid7(), **new("case_event", actor=name)).result == "applied"
    assert maria.do("case_event.create", uuid7(), **new("case_event", actor=None)).result == "applied"


def test_a_character_no_text_can_hold_blocks_nothing(maria: At) -> None:
    customer = maria.make("customer", name="Carmen\0 Ruiz \ud800")
    assert "\0" not in maria.fields(customer)["name"]


def test_a_value_too_long_for_an_index_blocks_nothing(maria: At) -> None:
    long = "".join(chr(0x4E00 + n) for n in range(20_000))
    result = maria.do("customer.create", uuid7(), **new("customer", number=long))
    assert result.result in ("applied", "refused")
    assert maria.do("customer.create", uuid7(), **new("customer", name=long)).result == "applied"
    assert maria.do("customer.create", uuid7(), **new("customer")).result == "applied"


def test_a_row_moved_to_somebody_merged_into_its_customer_is_sent_again_as_it_stands(sit: Sit) -> None:
    maria = sit(role=Role.SUPERVISOR)
    gone, stays = maria.make("customer"), maria.make("customer")
    point = maria.make("contact_point", customer_id=stays)
    assert maria.do("customer.edit", gone, merged_into=(None, stays)).result == "applied"
    moved = maria.do("contact_point.edit", point, customer_id=(stays, gone))
    (row,) = maria.store.rows([point])
    assert (moved.result, row.customer_id, row.seq) == ("applied", stays, moved.seq)
