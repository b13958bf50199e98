"""Two desks and a store come to say the same, whatever happened to any of the three."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.sync.steps.hello import say_hello
from app.sync.steps.pull import let_go, make_whole, pull
from app.sync.steps.push import push
from app.sync.steps.verify import Verdict, Verifier
from models.base import utc_now, uuid7
from models.enums import Role
from tests import shared_file
from tests.app.sync.steps.conftest import Open

CASE = {"kind": "complaint", "severity": "normal", "summary": "Late", "status": "open", "opened_at": utc_now()}


def test_what_one_desk_saves_the_other_shows(open_desk: Open) -> None:
    one, two = open_desk("one"), open_desk("two", "pau")
    of = uuid7()
    one.save("customer.create@1", of, kind="person", name="Maria Puig")
    one.save("case.create@1", uuid7(), customer_id=of, reference="A2-00001-K", **CASE)
    one.sync()
    two.sync()
    assert two.get("customer", of).name == "Maria Puig"
    assert one.outbox.waiting() == 0
    assert one.get("customer", of).revision == 1


def test_changes_to_a_customer_reach_whoever_holds_them(open_desk: Open) -> None:
    one, two = open_desk("one"), open_desk("two", "pau")
    of = uuid7()
    one.save("customer.create@1", of, kind="person", name="Maria Puig")
    one.sync()
    two.sync()
    point = uuid7()
    two.save("contact_point.create@1", point, customer_id=of, kind="phone", value="972 00 00 01")
    two.save("customer.edit@1", of, city=(None, "Olot"))
    two.sync()
    one.sync()
    assert (one.get("customer", of).city, one.get("contact_point", point).value) == ("Olot", "972 00 00 01")


def test_a_conflict_shows_what_the_store_has_on_both_desks(open_desk: Open) -> None:
    one, two = open_desk("one"), open_desk("two", "pau")
    of = uuid7()
    one.save("customer.create@1", of, kind="person", name="Maria Puig")
    one.sync()
    two.sync()
    one.save("customer.edit@1", of, city=(None, "Olot"), company=(None, "Puig SL"))
    two.save("customer.edit@1", of, city=(None, "Vic"))
    two.sync()
    one.sync()
    two.sync()
    assert {desk.get("customer", of).city for desk in (one, two)} == {"Vic"}
    assert {desk.get("customer", of).company for desk in (one, two)} == {"Puig SL"}


def test_a_refused_create_goes_and_a_refused_edit_shows_the_stores_value(open_desk: Open) -> None:
    one, two = open_desk("one"), open_desk("two", "pau", teams=(2,))
    case, bad = uuid7(), uuid7()
    one.save("case.create@1", case, reference="A2-00001-K", **CASE)
    one.sync()
    two.sync()
    two.save("case.create@1", bad, reference="B2-00001-K", **{**CASE, "opened_at": "long ago"})
    two.save("customer.create@1", bad, kind="person", name="Anna")
    two.sync()
    one.save("case.edit@1", case, reference=("A2-00001-K", "A2-00009-K"))
    one.sync()
    assert one.get("case", case).reference == "A2-00001-K"
    assert two.get("case", bad) is None
    assert two.get("customer", bad).name == "Anna"
    assert two.outbox.waiting() == one.outbox.waiting() == 0


def test_an_answer_that_was_lost_is_learned_at_the_next_hello(open_desk: Open) -> None:
    one = open_desk("one")
    of = uuid7()
    store = one.online()
    op = one.save("customer.create@1", of, kind="person", name="Maria")
    store.push(one.outbox.device, [op])
    one.close()
    again = open_desk("one")
    again.sync()
    assert again.outbox.waiting() == 0
    assert again.get("customer", of).revision == 1


def test_a_refusal_whose_answer_was_lost_shows_the_stores_value(open_desk: Open) -> None:
    one, two = open_desk("one"), open_desk("two", "pau", teams=(2,))
    of, made = uuid7(), uuid7()
    one.save("customer.create@1", of, kind="person", name="Maria Puig")
    one.save("case.create@1", made, customer_id=of, reference="A2-00001-K", **CASE)
    one.sync()
    two.sync()
    two.look_up(of)
    two.save("case.edit@1", made, summary=("Late", "Never mind"))
    assert two.store is not None
    (refused,) = two.store.push(two.outbox.device, two.outbox.pending(10))
    assert refused.result == "refused" and two.get("case", made).summary == "Never mind"
    two.store.close()
    two.store = None
    two.sync()
    assert (two.outbox.waiting(), two.get("case", made).summary) == (0, "Late")


def test_a_store_put_back_gets_again_what_it_lost_with_no_step_by_hand(
    open_desk: Open, office: Path, tmp_path: Path
) -> None:
    one, two = open_desk("one"), open_desk("two", "pau")
    kept, lost, edited = uuid7(), uuid7(), uuid7()
    one.save("customer.create@1", kept, kind="person", name="Kept")
    one.sync()
    two.sync()
    for desk in (one, two):
        desk.store.close()  # type: ignore[union-attr]
        desk.store = None
    shutil.copy(office, tmp_path / "backup.db")
    one.save("customer.create@1", lost, kind="person", name="Lost")
    one.sync()
    two.save("customer.create@1", edited, kind="person", name="Pau")
    two.sync()
    two.save("customer.edit@1", kept, city=(None, "Olot"))
    two.sync()
    for desk in (one, two):
        desk.store.close()  # type: ignore[union-attr]
        desk.store = None
    shutil.copy(tmp_path / "backup.db", office)
    two.sync()
    one.sync()
    two.sync()
    for desk in (one, two):
        desk.look_up(lost, edited)
        assert desk.get("customer", lost).name == "Lost"
        assert (desk.get("customer", kept).city, desk.get("customer", edited).name) == ("Olot", "Pau")
        assert desk.outbox.waiting() == 0


def test_a_copy_of_a_desk_becomes_another_device_and_loses_nothing(open_desk: Open, tmp_path: Path) -> None:
    one = open_desk("one")
    of = uuid7()
    one.save("customer.create@1", of, kind="person", name="Maria")
    one.sync()
    shared, mine, theirs = uuid7(), uuid7(), uuid7()
    one.save("customer.create@1", shared, kind="person", name="In both")
    one.close()
    shutil.copytree(tmp_path / "one", tmp_path / "copy")
    one, copy = open_desk("one"), open_desk("copy")
    one.save("customer.create@1", mine, kind="person", name="Mine")
    one.sync()
    copy.save("customer.create@1", theirs, kind="person", name="Theirs")
    copy.sync()
    one.sync()
    assert one.outbox.device != copy.outbox.device
    for desk in (one, copy):
        desk.look_up(mine, theirs)
        assert all(desk.get("customer", each).revision == 1 for each in (of, shared, mine, theirs))
        assert desk.outbox.waiting() == 0


def test_a_disk_in_another_machine_is_another_device_at_once(open_desk: Open) -> None:
    one = open_desk("one")
    one.save("customer.create@1", uuid7(), kind="person", name="Maria")
    one.sync()
    before = one.outbox.me()
    one.close()
    moved = open_desk("one", machine="b")
    moved.save("customer.create@1", uuid7(), kind="person", name="Pau")
    moved.sync()
    after = moved.outbox.me()
    assert (after.device != before.device, after.machine, moved.outbox.waiting()) == (True, "b", 0)


def test_a_desk_whose_outbox_was_put_back_goes_on_as_another_device(open_desk: Open, tmp_path: Path) -> None:
    one = open_desk("one")
    one.save("customer.create@1", uuid7(), kind="person", name="Maria")
    one.sync()
    one.close()
    shutil.copytree(tmp_path / "one", tmp_path / "older")
    one = open_desk("one")
    one.save("customer.create@1", uuid7(), kind="person", name="Pau")
    one.sync()
    older = open_desk("older")
    of = uuid7()
    older.sync()
    older.save("customer.create@1", of, kind="person", name="Anna")
    older.sync()
    one.look_up(of)
    assert one.get("customer", of).name == "Anna"
    assert older.outbox.waiting() == 0


def test_a_case_that_moves_to_another_team_goes_from_the_queue_and_stays_with_its_customer(open_desk: Open) -> None:
    one, two = open_desk("one"), open_desk("two", "pau", Role.SUPERVISOR, (1, 2))
    of, theirs, strange = uuid7(), uuid7(), uuid7()
    one.save("customer.create@1", of, kind="person", name="Maria")
    one.save("case.create@1", theirs, customer_id=of, reference="A2-00001-K", **CASE)
    one.save("case.create@1", strange, reference="A2-00002-K", **CASE)
    one.sync()
    two.sync()
    for case in (theirs, strange):
        two.save("case.edit@1", case, team=(1, 2))
    two.sync()
    one.sync()
    assert one.get("case", strange) is None
    assert one.get("case", theirs).team == 2


def test_what_differs_is_brought_again(open_desk: Open) -> None:
    one = open_desk("one")
    of, case = uuid7(), uuid7()
    one.save("customer.create@1", of, kind="person", name="Maria")
    one.save("case.create@1", case, customer_id=of, reference="A2-00001-K", **CASE)
    one.sync()
    verifier, store = Verifier(), one.online()
    assert verifier.step(store, one.files, one.welcome) == Verdict.SAME
    one.cache._driver.execute("DELETE FROM customer")
    assert Verifier().step(store, one.files, one.welcome) == Verdict.MENDED
    assert one.get("customer", of).name == "Maria"
    one.cache._driver.execute('DELETE FROM "case"')
    assert Verifier().step(store, one.files, one.welcome) == Verdict.DROPPED
    one.sync()
    assert one.get("case", case) is not None
    assert Verifier().step(store, one.files, one.welcome) == Verdict.SAME


def test_a_call_of_nobody_is_confirmed_though_no_page_brings_it(open_desk: Open) -> None:
    one = open_desk("one")
    call = uuid7()
    one.save("call.log@1", call, direction="in", began_at=utc_now())
    one.sync()
    assert one.get("call", call).revision == 1


def test_customers_over_the_limit_go_and_come_back_whole_when_they_are_held_again(open_desk: Open) -> None:
    one = open_desk("one")
    customers = [uuid7() for _ in range(5)]
    for of in customers:
        one.save("customer.create@1", of, kind="person", name="Maria")
    one.sync()
    let_go(one.files, 2)
    assert len(one.cache.held(customers)) == 2
    one.cache.hold(customers)
    assert make_whole(one.online(), one.files) >= 3
    assert all(one.get("customer", of) for of in customers)
    assert not one.cache.not_whole(9)


def test_a_customer_with_changes_on_many_pages_comes_once_and_is_trusted_for_one_connection_only(
    open_desk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = open_desk("one"), open_desk("two", "pau")
    of = uuid7()
    one.save("customer.create@1", of, kind="person", name="Maria Puig")
    one.sync()
    two.sync()
    for number in range(4):
        one.save("contact_point.create@1", uuid7(), customer_id=of, kind="phone", value=f"972 00 00 0{number}")
    one.sync()
    monkeypatch.setattr("app.sync.steps.pull.MOST_PULLED", 1)
    begun = two.cache.standing().seq
    rows = [pull(two.online(), two.files, two.welcome).rows for _ in range(2)]
    assert rows == [4, 0]
    assert two.cache.held([of])[of] == begun + 4 > two.cache.standing().seq
    say_hello(two.online(), two.files, two.caller)  # it may have been put back
    assert two.cache.held([of])[of] == two.cache.standing().seq
    two.sync()
    assert two.cache.held([of])[of] == begun + 4 == two.cache.standing().seq


def test_somebody_new_at_another_desk_is_here_too_while_there_is_room(open_desk: Open, office: Path) -> None:
    shared_file.hold_at_most(office, 2)
    one, two = open_desk("one"), open_desk("two", "pau")
    one.sync()
    customers = [uuid7() for _ in range(3)]
    for of in customers:
        two.save("customer.create@1", of, kind="person", name="Maria")
        two.sync()
        one.sync()
    assert [one.get("customer", of) is not None for of in customers] == [True, True, False]
    two.save("customer.edit@1", customers[0], city=(None, "Olot"))
    two.sync()
    one.sync()
    assert one.get("customer", customers[0]).city == "Olot" and len(one.cache.held(customers)) == 2


def test_what_is_not_shown_yet_is_not_sent(open_desk: Open) -> None:
    one = open_desk("one")
    store = one.online()
    one.outbox.save([lambda unit: unit.create("customer", {"kind": "person", "name": "Maria"})])
    assert push(store, one.files).count == 0
    one.cache.push(one.outbox.device, one.outbox.after(0, 9))
    assert push(store, one.files).count == 1
    assert pull(store, one.files, one.welcome).rows >= 1
