"""The demo's people are there when its recorded calls ring."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.bootstrap import Backend, open_backend
from app.sample import demo
from app.storage.folder import DataFolder
from models.enums import CaseKind

NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Backend]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RINGBOOK_KEY", "ab" * 32)
        path: Path = tmp_path_factory.mktemp("demo")
        folder = DataFolder(path)
        demo.fill_once(folder, NOW)
        demo.fill_once(folder, NOW)  # the second time it stays as it is
        folder.close()
        backend = open_backend(path)
        backend.settings.replace(demo.settings(backend.settings(), 5038))
        yield backend
        backend.close()


def test_the_first_caller_has_two_open_complaints_and_a_late_promise(filled: Backend) -> None:
    view = filled.reads.pop("0934445566").view
    assert view is not None and view.card.name == "Maria Ferrer i Soler"
    assert [case.kind for case in view.open_cases].count(CaseKind.COMPLAINT) == 2
    assert view.promises[0].due_at < NOW
    assert 15 <= len(view.timeline) <= 20


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("+886912345678", "王小明"),
        ("+34 93 412 55 80", "Jordi Ferrer i Soler"),
        ("00886-2-2771-1234", "和平物流股份有限公司"),
        ("02-2771-1299", "和平物流股份有限公司"),
    ],
)
def test_a_caller_is_known(filled: Backend, number: str, name: str) -> None:
    view = filled.reads.pop(number).view
    assert view is not None and view.card.name == name
    assert len(view.timeline) >= 8


def test_a_family_shares_a_telephone_and_a_stranger_is_unknown(filled: Backend) -> None:
    family = filled.reads.pop("0912 000 111")
    assert family.view is None and {c.name for c in family.candidates} == {"陳志豪", "陳美玲", "陳子軒"}
    assert not filled.reads.pop("0987 654 321").candidates


def test_promises_of_today_are_some_late_and_some_to_come(filled: Backend) -> None:
    midnight = NOW.astimezone().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    mine = [p for p in filled.reads.promises_due_before(midnight) if p.customer_name]
    late = [p for p in mine if p.due_at < NOW]
    assert len(late) >= 3
    assert len(mine) - len(late) >= 2 or midnight - NOW < timedelta(minutes=45)


def test_the_recordings_are_there_in_the_order_of_the_story() -> None:
    assert [path.name for path in demo.recordings()][:2] == ["a_direct_answered.ami", "l_call_waiting.ami"]
    assert demo.settings(demo.Settings(theme="dark"), 5038).theme == "dark"
