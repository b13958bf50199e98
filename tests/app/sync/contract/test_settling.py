"""Two desks change one field at a real shared store, and a person settles it: nothing is overwritten on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest

from app.settings import Settings
from app.storage.cache_store import CacheStore
from app.storage.engine import open_file
from app.storage.reader import Reader
from app.storage.shared_outbox import SharedOutbox
from app.storage.store_rows import Cursor
from app.storage.writer import Writer
from app.sync.attention import AttentionReads, cached_teams
from app.sync.attention_records import Disagreement
from app.sync.settle import SettleService
from tests.app.storage.desk import KEY, DeskFiles
from tests.app.sync.contract.desks import MOST, START, At

Sit = Callable[..., At]


class DeskAt:
    """A desk with its two files, which is brought into step when a test says so."""

    def __init__(self, folder: Path, sit: Sit, name: str) -> None:
        folder.mkdir()
        self.files = DeskFiles(folder)
        self.at = sit(name, device=self.files.outbox.device)
        self.cursor: Cursor = START
        outbox, cache = folder / "outbox.db", folder / "cache.db"
        self.writer = Writer(
            lambda: SharedOutbox(open_file(outbox, KEY, write=True, full=True)),
            lambda: CacheStore(open_file(cache, KEY, write=True)),
        )
        self.writer.start()
        self.settle = SettleService(self.writer, lambda: Settings(agent=name))
        self.reads = AttentionReads(Reader(open_file(cache, KEY)), Reader(open_file(outbox, KEY)), cached_teams)

    def sync(self) -> None:
        """Send what waits, then take what changed at the store."""
        operations = self.files.outbox.pending(MOST)
        if operations:
            self.files.outbox.answer(self.at.push(*operations))
        page = self.at.store.pull(self.cursor, MOST)
        self.cursor = page.cursor
        pending = self.files.outbox.pending_of({row.id: row.seq for row in page.rows})
        self.files.cache.take(page.rows, pending, cursor=page.cursor)

    def edit(self, case: UUID, **fields: tuple[object, object]) -> None:
        body = {name: {"base": base, "new": new} for name, (base, new) in fields.items()}
        self.writer.submit(lambda unit: unit.again("case.edit@1", case, body)).result(10)

    def waiting(self) -> list[Disagreement]:
        return list(self.reads.all().disagreements)

    def severity(self, case: UUID) -> str:
        return str(self.files.get("case", case).severity)

    def close(self) -> None:
        self.writer.close()
        self.files.close()


Desks = tuple[DeskAt, DeskAt, UUID]


@pytest.fixture
def desks(tmp_path: Path, sit: Sit) -> Iterator[Desks]:
    """Maria and Pere of team 1 both changed the severity of a case, Pere first; both desks know."""
    maria, pere = DeskAt(tmp_path / "maria", sit, "Maria"), DeskAt(tmp_path / "pere", sit, "Pere")
    case = sit("Pau").make("case", severity="normal")
    for desk in (maria, pere):
        desk.sync()
    pere.edit(case, severity=("normal", "high"))
    maria.edit(case, severity=("normal", "urgent"))
    assert maria.severity(case) == "urgent", "mine shows"
    for desk in (pere, maria, pere):
        desk.sync()
    yield maria, pere, case
    maria.close()
    pere.close()


def test_both_see_who_wrote_what_and_the_store_kept_the_first(desks: Desks) -> None:
    maria, pere, case = desks
    for desk in (maria, pere):
        (one,) = desk.waiting()
        assert (one.base, one.theirs, one.mine, one.now) == ("normal", "high", "urgent", "high")
        assert one.login and one.their_login and one.login != one.their_login and one.their_at
        assert one.topic.table == "case" and not one.changed_again
    assert maria.severity(case) == pere.severity(case) == "high"


@pytest.mark.parametrize(("value", "undone"), [("urgent", False), ("low", True)])
def test_what_one_settles_is_settled_for_all(desks: Desks, value: str, undone: bool) -> None:
    maria, pere, case = desks
    (one,) = maria.waiting()
    settled = maria.settle.write(one, value).result(10)
    assert maria.waiting() == [] and maria.severity(case) == value, "at once, before the store has heard of it"
    if undone:
        maria.sync()
        maria.settle.undo(settled).result(10)
    for desk in (maria, pere):
        desk.sync()
    assert [len(desk.waiting()) for desk in desks[:2]] == [int(undone)] * 2
    assert maria.severity(case) == pere.severity(case) == ("high" if undone else value)
    assert maria.reads.all().refused == ()


def test_a_change_nobody_had_seen_is_not_overwritten_by_settling(desks: Desks) -> None:
    maria, pere, case = desks
    (shown,) = maria.waiting()
    pere.edit(case, severity=("high", "low"))
    pere.sync()
    maria.settle.write(shown, "urgent").result(10)
    for desk in (maria, pere):
        desk.sync()
    (new,) = maria.waiting()
    assert new.id != shown.id and (new.base, new.now, new.mine) == ("high", "low", "urgent")
    assert maria.severity(case) == pere.severity(case) == "low"


def test_two_who_settle_the_same_leave_nothing_waiting(desks: Desks) -> None:
    maria, pere, case = desks
    maria.settle.write(maria.waiting()[0], "urgent").result(10)
    pere.settle.keep(pere.waiting()[0]).result(10)
    for desk in (maria, pere, maria):
        desk.sync()
    assert maria.waiting() == pere.waiting() == []
    assert maria.severity(case) == pere.severity(case) == "urgent"


def test_what_the_store_refuses_waits_with_its_text_until_it_is_put_away(desks: Desks) -> None:
    maria, _, case = desks
    maria.edit(case, reference=(maria.files.get("case", case).reference, "K7-00001-A"))
    maria.sync()
    (one,) = maria.reads.all().refused
    assert one.reason and maria.reads.count() == 2
    maria.settle.dismiss(one).result(10)
    assert maria.reads.all().refused == () and maria.reads.count() == 1
