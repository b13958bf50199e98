"""What needs a person is found in both files, put into groups, and counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from app.bootstrap import Backend, open_backend
from app.cases.records import NewCase
from app.storage.engine import open_file
from app.storage.reader import Reader
from app.storage.store_rows import Row
from app.sync.attention import AttentionReads, Teams, cached_teams
from app.workflows.records import WrapUp
from models.base import utc_now, uuid7
from models.enums import CaseKind
from tests.app.storage.desk import TEAM, DeskFiles, row
from tests.app.sync.conflicts import edit, make_conflict, refuse
from tests.factories import add_customer


@pytest.fixture
def reads(backend: Backend) -> AttentionReads:
    return AttentionReads(backend.folder.reader, backend.folder.outbox_reader)


def add_case(backend: Backend, customer: UUID | None, summary: str) -> UUID:
    return (
        backend.wrap_up.save(WrapUp(NewCase(CaseKind.COMPLAINT, summary, customer_id=customer)), applied=True)
        .result()
        .id
    )


def test_where_everything_was_taken_nothing_waits(backend: Backend, reads: AttentionReads) -> None:
    customer = add_customer(backend, "Núria Puig")
    edit(backend, "customer", customer, city=(None, "Girona"))
    assert (reads.count(), reads.all().count) == (0, 0)


def test_two_processes_on_one_folder_make_a_conflict_that_waits_with_all_three_values(
    backend: Backend, reads: AttentionReads
) -> None:
    customer = add_customer(backend, "Núria Puig", city="Girona")
    other = open_backend(backend.folder.path)
    edit(other, "customer", customer, city=("Girona", "Vic"))
    other.close()
    edit(backend, "customer", customer, city=("Girona", "Olot"), company=(None, "Puig SL"))
    (one,) = reads.all().disagreements
    assert (one.base, one.theirs, one.mine, one.now) == ("Girona", "Vic", "Olot", "Vic")
    assert (one.table, one.field, one.entity) == ("customer", "city", customer)
    assert (one.topic.table, one.topic.title, one.login, one.their_login) == ("customer", "Núria Puig", None, None)
    assert not one.changed_again and reads.count() == 1


def test_what_changed_once_more_since_is_told(backend: Backend, reads: AttentionReads) -> None:
    customer = make_conflict(backend)
    edit(backend, "customer", customer, city=("Vic", "Figueres"))
    (one,) = reads.all().disagreements
    assert (one.theirs, one.now, one.changed_again) == ("Vic", "Figueres", True)


def test_what_is_about_one_case_stands_side_by_side_whatever_came_between(
    backend: Backend, reads: AttentionReads
) -> None:
    customer = add_customer(backend, "Núria Puig")
    first, second = add_case(backend, customer, "Charged twice"), add_case(backend, None, "No line")
    for case, severity in ((first, "low"), (second, "high")):
        edit(backend, "case", case, severity=("normal", severity))
        edit(backend, "case", case, severity=("normal", "urgent"))
    edit(backend, "case", first, summary=("Charged twice", "Charged three times"))
    edit(backend, "case", first, summary=("Charged twice", "Charged again"))
    found = reads.all().disagreements
    assert [(one.topic.id, one.field) for one in found] == [
        (first, "severity"), (first, "summary"), (second, "severity"),
    ]  # fmt: skip
    assert found[0].topic.reference and found[0].topic.customer == "Núria Puig"
    assert (found[2].topic.customer, found[2].topic.title) == ("", "No line")


def test_only_conflicts_of_ones_own_teams_wait_and_those_of_none(backend: Backend) -> None:
    make_conflict(backend)
    teams: list[Teams] = [None]
    reads = AttentionReads(backend.folder.reader, backend.folder.outbox_reader, lambda _: teams[0])
    assert reads.count() == 1
    teams[0] = (7,)
    assert reads.count() == 1, "one seat knows no teams"
    with backend.folder.store_engine().begin() as connection:
        connection.execute(text("UPDATE conflict SET team = 8"))
    assert (reads.count(), reads.all().count) == (0, 0)
    teams[0] = (7, 8)
    assert (reads.count(), reads.all().count) == (1, 1)


def test_a_conflict_about_how_a_conflict_was_settled_is_nothing_to_decide(
    backend: Backend, reads: AttentionReads
) -> None:
    make_conflict(backend)
    (one,) = reads.all().disagreements
    for who in ("Marta", "Pere"):
        edit(
            backend,
            "conflict",
            one.id,
            settled_by=(None, who),
            settled_at=(None, f"2026-11-2{len(who) - 4}T12:00:00+00:00"),
        )
    assert (reads.count(), reads.all().count) == (0, 0)


def test_what_the_store_refused_on_one_seat_waits_with_what_was_meant(backend: Backend, reads: AttentionReads) -> None:
    customer = add_customer(backend, "Núria Puig")
    refuse(backend, customer)
    (one,) = reads.all().refused
    assert (one.table, one.verb, one.entity, one.result) == ("customer", "create", customer, "refused")
    assert one.body["name"]["new"] == "The same again" and "UNIQUE" in one.reason
    assert reads.count() == 1


def test_what_is_about_a_row_that_is_not_there_waits_too(backend: Backend, reads: AttentionReads) -> None:
    edit(backend, "case", uuid7(), severity=("normal", "high"))
    (one,) = reads.all().refused
    assert (one.result, one.topic.table, one.topic.title) == ("parked", "case", "")


def test_what_a_shared_store_refused_is_found_in_the_outbox(backend: Backend, reads: AttentionReads) -> None:
    customer = add_customer(backend, "Núria Puig")
    add_case(backend, customer, "Charged twice")
    with backend.folder._write_engine("outbox.db").begin() as connection:
        connection.execute(text("UPDATE operation SET result = 'applied'"))
        connection.execute(text("UPDATE operation SET result = 'refused', reason = 'why' WHERE kind LIKE 'case.%'"))
    (one,) = reads.all().refused
    assert (one.table, one.verb, one.reason, one.topic.title) == ("case", "create", "why", "Charged twice")
    assert one.topic.customer == "Núria Puig" and reads.all().names == {str(customer): "Núria Puig"}
    assert reads.count() == 1


def test_values_that_are_ids_are_told_by_name(backend: Backend, reads: AttentionReads) -> None:
    anna, pere, call = add_customer(backend, "Anna"), add_customer(backend, "Pere"), uuid7()
    edit(backend, "call", call, verb="log", direction=(None, "inbound"), began_at=(None, "2026-11-21T12:00:00+00:00"))
    edit(backend, "call", call, customer_id=(None, str(anna)))
    edit(backend, "call", call, customer_id=(None, str(pere)))
    found = reads.all()
    assert found.names == {str(anna): "Anna", str(pere): "Pere"}
    assert found.disagreements[0].topic.title == "Anna", "a call is its customer's"


def test_the_log_is_not_read_through_for_what_was_refused(backend: Backend) -> None:
    from app.sync import attention

    plans: list[str] = []
    for reader, query in (
        (backend.folder.reader, attention._refused_of_log),
        (backend.folder.outbox_reader, attention._refused_of_outbox),
    ):
        plans += reader.run(lambda connection, query=query: plan_of(connection, query))
    assert all("USING INDEX" in plan or "USING COVERING INDEX" in plan for plan in plans), plans


def plan_of(connection: object, query: Callable[..., object]) -> list[str]:
    """Return how SQLite runs the selects of a read."""
    seen: list[str] = []

    class Spy:
        def execute(self, statement: object) -> object:
            compiled = statement.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})  # type: ignore[attr-defined]
            seen.extend(row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}"))  # type: ignore[attr-defined]
            return connection.execute(statement)  # type: ignore[attr-defined]

    query(Spy())
    return seen


def test_a_desk_of_a_shared_store_sees_the_conflicts_of_the_teams_its_cache_is_of(tmp_path: Path) -> None:
    files = DeskFiles(tmp_path)
    case, other = uuid7(), uuid7()
    teams = ((case, TEAM), (other, TEAM + 1))
    both = {"field": "severity", "base": "low", "theirs": "high", "mine": "urgent", "at": utc_now()}
    both |= {"op_id": uuid7(), "login": "marta", "their_login": "pere", "their_at": utc_now()}
    files.take(
        row("case", case, 1, team=TEAM, severity="high"),
        *(about_case(row("conflict", uuid7(), 2, entity=of, team=team, **both)) for of, team in teams),
    )
    key = bytes(32)
    reads = AttentionReads(
        Reader(open_file(tmp_path / "cache.db", key)), Reader(open_file(tmp_path / "outbox.db", key)), cached_teams
    )
    (one,) = reads.all().disagreements
    assert (one.entity, one.now, one.login, one.their_login) == (case, "high", "marta", "pere")
    assert reads.count() == 1
    files.close()


def about_case(conflict: Row) -> Row:
    return replace(conflict, values={**(conflict.values or {}), "table": "case"})
