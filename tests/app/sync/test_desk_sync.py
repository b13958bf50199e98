"""A desk opened as the window opens it, kept in step with a store in a file by its thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from uuid import UUID

import pytest

from app import bootstrap
from app.cases.records import NewCase
from app.customers.records import NewCustomer
from app.events import CaseEditors, RowsChanged, SyncState
from app.storage.local_store import Result
from app.storage.operations import Operation
from app.sync.address import StoreAddress
from app.sync.desk_files import DeskFiles
from app.sync.desk_sync import DeskSync
from app.sync.shared_store import SharedStore
from app.sync.sqlite.store import SqliteSharedStore
from app.sync.steps import fill, push
from app.workflows.records import WrapUp
from models.base import uuid7
from models.enums import CaseKind, Role, SyncPhase
from tests import shared_file
from tests.app.sync.seats import PATIENCE_S, Seat, Sit


def test_what_one_desk_saves_is_on_the_other_by_itself(sit: Sit) -> None:
    maria, pau = sit("maria"), sit("pau")
    maria.link.start()
    pau.link.start()
    of = maria.add("Anna Vidal")
    maria.backend.wrap_up.save(WrapUp(NewCase(CaseKind.COMPLAINT, "Late", customer_id=of))).result()
    pau.until(lambda: pau.knows(of))
    assert any(isinstance(event, RowsChanged) and of in event.customers for event in pau.events)
    maria.until(lambda: maria.link.state().waiting == 0 and maria.link.state().phase == SyncPhase.ONLINE)


def test_without_a_link_all_is_saved_and_sent_when_it_is_back(sit: Sit) -> None:
    maria = sit("maria")
    maria.is_cut = True
    maria.link.start()
    maria.until(lambda: maria.link.state().phase == SyncPhase.OFFLINE)
    customers = [maria.add(f"Somebody {at}") for at in range(5)]
    maria.until(lambda: maria.link.state().waiting >= 5)
    assert maria.link.state().error is not None
    maria.is_cut = False
    maria.link.poke()
    maria.until(lambda: maria.link.state().phase == SyncPhase.ONLINE and maria.link.state().waiting == 0)
    pau = sit("pau")
    assert pau.link.sync_once().waiting == 0
    assert all(pau.knows(of) for of in customers)


def test_a_long_backlog_is_counted_down_while_it_is_sent(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(push, "MOMENT_S", 0.0)
    maria = sit("maria")
    assert maria.backend.folder.writer is not None
    values = {"kind": "person", "name": "Somebody"}
    maria.backend.folder.writer.submit(lambda unit: [unit.create("customer", values) for _ in range(450)]).result()
    maria.link.start()
    maria.until(lambda: maria.link.state().phase == SyncPhase.ONLINE and maria.link.state().waiting == 0)
    states = [event for event in maria.events if isinstance(event, SyncState)]
    assert [s.waiting for s in states if s.phase == SyncPhase.ONLINE and s.waiting] == [250, 50]


def test_once_over_says_what_it_did(sit: Sit) -> None:
    maria, pau = sit("maria"), sit("pau")
    of = maria.add("Anna Vidal")
    report = maria.link.sync_once()
    assert (report.pushed >= 2, report.waiting, report.attention) == (True, 0, 0)
    pau.link.sync_once()
    assert pau.knows(of)
    assert pau.link.held() == 1


def test_who_signs_out_leaves_no_customer_behind_and_loses_nothing_that_waits(sit: Sit) -> None:
    maria = sit("maria")
    of = maria.add("Anna Vidal")
    maria.link.sync_once()
    later = maria.add("Ot Soler")
    maria.link.sign_out()
    assert (maria.knows(of), maria.knows(later), maria.link.held()) == (False, False, 0)
    maria.backend.close()
    again = Seat(maria.backend.folder.path, maria.office, "maria")
    assert again.link.sync_once().pushed >= 1
    assert again.knows(of)
    assert again.knows(later)
    again.close()


def test_somebody_who_is_not_held_is_asked_for_and_comes(sit: Sit) -> None:
    maria, pau = sit("maria"), sit("pau")
    shared_file.hold_at_most(pau.office, 1)
    maria.backend.customers.add(NewCustomer("Ot Soler")).result()
    maria.link.sync_once()
    pau.link.start()
    pau.backend.reads.ask_online(pau.link.lookup)
    pau.until(lambda: pau.link.state().phase == SyncPhase.ONLINE)
    maria.add("Anna Vidal")
    maria.link.sync_once()
    assert pau.backend.reads.pop("972 00 00 01").view is None
    pau.until(lambda: pau.backend.reads.pop("972 00 00 01").view is not None)
    assert any(isinstance(event, RowsChanged) and "contact_point" in event.tables for event in pau.events)


def test_a_search_brings_whom_this_desk_does_not_hold(sit: Sit) -> None:
    maria, pau = sit("maria"), sit("pau")
    shared_file.hold_at_most(pau.office, 1)
    maria.backend.customers.add(NewCustomer("Ot Soler")).result()
    maria.link.sync_once()
    pau.link.start()
    pau.backend.reads.ask_online(pau.link.lookup)
    pau.until(lambda: pau.link.state().phase == SyncPhase.ONLINE)
    of = maria.add("Anna Vidal")
    maria.link.sync_once()
    pau.backend.reads.search("vidal")
    pau.until(lambda: [hit.customer_id for hit in pau.backend.reads.search("vidal").customers] == [of])


def test_a_damaged_cache_is_dropped_and_filled_anew(sit: Sit) -> None:
    maria = sit("maria")
    of = maria.add("Anna Vidal")
    maria.link.sync_once()
    waiting = maria.add("Ot Soler")
    folder = maria.backend.folder.path
    maria.close()
    cache = folder / "cache.db"
    cache.write_bytes(cache.read_bytes()[: 4096 * 2])
    again = Seat(folder, maria.office, "maria")
    assert (again.knows(of), again.knows(waiting)) == (False, True)
    again.link.sync_once()
    assert again.knows(of)
    again.close()


def test_a_second_process_on_the_folder_saves_and_the_first_sends(sit: Sit) -> None:
    maria = sit("maria")
    maria.link.start()
    maria.until(lambda: maria.link.state().phase == SyncPhase.ONLINE)
    beside = bootstrap.open_backend(maria.backend.folder.path)
    beside.customers.add(NewCustomer("Anna Vidal")).result()
    beside.close()
    pau = sit("pau")

    def came() -> bool:
        pau.link.sync_once()
        return pau.link.held() == 1

    pau.until(came)


def test_a_second_window_on_the_folder_does_not_say_what_waits_as_the_first_may_have_sent_it(sit: Sit) -> None:
    maria = sit("maria")
    maria.is_cut = True
    maria.link.start()
    maria.until(lambda: maria.link.state().phase == SyncPhase.OFFLINE)
    beside = Seat(maria.backend.folder.path, maria.office, "maria")
    beside.link.start()
    beside.add("Anna Vidal")
    for timer in [thread for thread in threading.enumerate() if isinstance(thread, threading.Timer)]:
        timer.join()
    told = [event for event in beside.events if isinstance(event, SyncState)]
    beside.close()
    assert told == []


def test_the_state_is_told_as_it_changes(sit: Sit) -> None:
    maria = sit("maria")
    maria.link.start()
    maria.until(lambda: maria.link.state().phase == SyncPhase.ONLINE)
    states = [event for event in maria.events if isinstance(event, SyncState)]
    assert states[-1].since is not None
    assert all(one != two for one, two in pairwise(states))


def test_what_is_saved_is_said_to_wait_while_the_store_takes_long_to_answer(
    sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    maria, answers = sit("maria"), threading.Event()
    maria.link.start()
    maria.until(lambda: maria.link.state().phase == SyncPhase.ONLINE)
    send = SqliteSharedStore.push

    def late(store: SqliteSharedStore, device: UUID, operations: Sequence[Operation]) -> list[Result]:
        assert answers.wait(PATIENCE_S)
        return send(store, device, operations)

    monkeypatch.setattr(SqliteSharedStore, "push", late)
    maria.add("Anna Vidal")
    maria.until(lambda: maria.link.state().waiting == 2)
    assert maria.link.state().phase == SyncPhase.ONLINE
    answers.set()
    maria.until(lambda: maria.link.state().waiting == 0)


def test_whom_a_first_sync_brought_that_was_killed_is_found_by_name_without_a_link(
    sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    maria, pau = sit("maria"), sit("pau")
    of = maria.add("Anna Vidal")
    maria.link.sync_once()

    def killed(_: DeskFiles) -> Iterator[None]:
        raise KeyboardInterrupt

    with monkeypatch.context() as killing, pytest.raises(KeyboardInterrupt):
        killing.setattr(fill, "make_searchable", killed)
        pau.link.sync_once()
    assert (pau.knows(of), pau.backend.reads.search("vidal").customers) == (True, ())
    pau.is_cut = True
    pau.link.start()
    pau.until(lambda: [hit.customer_id for hit in pau.backend.reads.search("vidal").customers] == [of])
    assert pau.link.state().phase == SyncPhase.OFFLINE


def test_a_desk_opened_for_a_window_is_called_what_the_store_calls_its_login(
    sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = tmp_path / "office.db"
    sit("maria").close()
    monkeypatch.setenv("RINGBOOK_STORE_PASSWORD", "whatever")

    def connect(_address: StoreAddress, _password: str | None, _name: str = "") -> SharedStore:
        return shared_file.connect(office, "maria")

    monkeypatch.setattr(bootstrap, "connect_store", connect)
    backend = bootstrap.open_desk(tmp_path / "maria")
    assert backend.shared is not None
    link = backend.shared.link
    assert isinstance(link, DeskSync)
    link.sync_once()
    assert backend.settings().agent == "Maria"
    assert link.role() == Role.ADMINISTRATOR
    backend.close()


def test_a_desk_that_was_closed_is_kept_in_step_when_it_opens_again(sit: Sit) -> None:
    maria = sit("maria")
    maria.link.start()
    maria.until(lambda: maria.link.state().phase == SyncPhase.ONLINE)
    maria.close()
    again = Seat(maria.backend.folder.path, maria.office, "maria")
    again.add("Anna Vidal")
    assert again.link.sync_once().waiting == 0
    again.close()


def test_two_who_have_one_case_in_a_form_hear_of_each_other_until_one_leaves_it_or_the_link_is_gone(sit: Sit) -> None:
    maria, pau, case = sit("maria"), sit("pau"), uuid7()
    for desk in (maria, pau):
        desk.link.start()
        desk.link.editing(case)
    for desk, other in ((maria, "Pau"), (pau, "Maria")):
        desk.until(lambda desk=desk, other=other: CaseEditors(case, (other,)) in desk.events)  # type: ignore[misc]
    pau.link.editing(None)
    maria.until(lambda: told(maria)[-1:] == [CaseEditors(case)])
    pau.link.editing(case)
    maria.until(lambda: told(maria)[-1:] == [CaseEditors(case, ("Pau",))])
    maria.is_cut = True
    maria.link.stop()
    assert told(maria)[-1] == CaseEditors(case)


def told(desk: Seat) -> list[CaseEditors]:
    return [event for event in desk.events if isinstance(event, CaseEditors)]
