"""The log is read page by page, on one seat from its store and else from the shared one, by administrators."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.bootstrap import Backend
from app.errors import KnownError
from app.storage.operations import Operation
from app.sync.audit import AuditLog
from app.sync.records import Desk
from app.sync.sqlite import file
from app.sync.sqlite.store import SqliteSharedStore
from models.base import utc_now, uuid7
from models.enums import Role
from tests.app.sync.conflicts import edit, make_conflict, refuse
from tests.factories import add_customer

PASSWORD = "correct horse battery"
Connect = Callable[[], SqliteSharedStore]


def test_one_seat_reads_its_own_log_newest_first_and_on_behind_a_line(backend: Backend) -> None:
    customer = make_conflict(backend)
    refuse(backend, customer)
    page = backend.audit.page(None, 3)
    assert [(line.row.seq, line.row.result) for line in page.lines] == [
        (4, "refused"), (3, "conflict"), (2, "applied"),
    ]  # fmt: skip
    assert [line.row.seq for line in backend.audit.page(2, 3).lines] == [1]
    assert [line.topic.title for line in page.lines] == ["Núria Puig"] * 3
    assert (page.lines[0].table, page.lines[0].verb, page.lines[0].row.login) == ("customer", "create", "")


def test_only_what_is_about_one_row(backend: Backend) -> None:
    anna, pere = add_customer(backend, "Anna"), add_customer(backend, "Pere")
    edit(backend, "customer", anna, city=(None, "Vic"))
    assert [line.row.seq for line in backend.audit.page(None, 9, entity=anna).lines] == [3, 1]
    assert [line.row.seq for line in backend.audit.page(None, 9, entity=pere).lines] == [2]


def test_an_operation_of_a_newer_version_is_a_line_too(backend: Backend) -> None:
    edit(backend, "invoice", uuid7(), total=(None, 3))
    (line,) = backend.audit.page(None, 9).lines
    assert (line.table, line.row.kind, line.row.result) == ("", "invoice.edit@1", "refused")


@pytest.fixture
def connect(tmp_path: Path) -> Connect:
    """A store in a file with what Maria did at a desk whose clock is ten seconds ahead."""
    path = tmp_path / "office.ringbook"
    file.create(path, PASSWORD, "Office")
    device = uuid7()
    with_desk = file.open(path, "maria", PASSWORD, "Maria Puig")
    ahead = datetime.now(UTC) + timedelta(seconds=10)
    with_desk.hello(Desk(device, "K7", "machine", "0.1.0", ahead), None)
    body = {"kind": {"base": None, "new": "person"}, "name": {"base": None, "new": "Anna"}}
    with_desk.push(device, [Operation(uuid7(), 1, "customer.create@1", uuid7(), utc_now(), body)])
    with_desk.close()
    return lambda: file.open(path, "pere", PASSWORD, "Pere Soler")


def test_a_shared_store_tells_login_offset_and_both_times(backend: Backend, connect: Connect) -> None:
    log = AuditLog(backend.folder.reader, connect, lambda: Role.ADMINISTRATOR)
    (line,) = log.page(None, 9).lines
    assert (line.row.login, line.row.result, line.topic.title) == ("maria", "applied", "Anna")
    assert line.row.offset_ms is not None and abs(line.row.offset_ms - 10_000) < 5_000
    assert log.page(None, 9, login="maria").lines == [line] and log.page(None, 9, login="pere").lines == []
    assert log.page(line.row.seq, 9).lines == []


def test_whoever_is_no_administrator_is_shown_nothing(backend: Backend, connect: Connect) -> None:
    for role in (Role.AGENT, Role.SUPERVISOR, None):
        assert not AuditLog(backend.folder.reader, connect, lambda role=role: role).may_read()
    assert AuditLog(backend.folder.reader, connect, lambda: Role.ADMINISTRATOR).may_read() and backend.audit.may_read()


def test_a_store_that_cannot_be_reached_is_said(backend: Backend, tmp_path: Path) -> None:
    log = AuditLog(backend.folder.reader, lambda: file.open(tmp_path / "away", "maria", PASSWORD))
    with pytest.raises(Exception, match="not there") as caught:
        log.page(None, 9)
    assert not isinstance(caught.value, KnownError), "it may pass by itself"
