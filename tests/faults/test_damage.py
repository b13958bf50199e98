"""Bits that turned over, pages that went, files cut short or swapped: all found, and nothing unreadable served."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app import settings
from app.bootstrap import Backend, open_backend
from app.errors import AppError, DamagedError
from app.storage import folder
from app.storage.integrity import PAGE, check_file
from tests.faults import worlds

FULL = bool(os.environ.get("RINGBOOK_FULL"))
FLIPS = 4000 if FULL else 60
SERVED = 600 if FULL else 25
DATABASES = (folder.STORE, folder.OUTBOX)
pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]
Harm = Callable[[bytes, random.Random], bytes]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("whole") / "data"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RINGBOOK_KEY", "ab" * 32)
        worlds.make(data)
    return data


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)


def flipped(content: bytes, place: int, bit: int) -> bytes:
    harmed = bytearray(content)
    harmed[place] ^= 1 << bit
    return bytes(harmed)


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(1, len(content))]


def cut_at_a_page(content: bytes, chance: random.Random) -> bytes:
    return content[: PAGE * chance.randrange(1, len(content) // PAGE)]


def zeroed_page(content: bytes, chance: random.Random) -> bytes:
    at = PAGE * chance.randrange(len(content) // PAGE)
    return content[:at] + bytes(PAGE) + content[at + PAGE :]


def swapped_pages(content: bytes, chance: random.Random) -> bytes:
    first, second = sorted(chance.sample(range(len(content) // PAGE), 2))
    pages = [content[at : at + PAGE] for at in range(0, len(content), PAGE)]
    pages[first], pages[second] = pages[second], pages[first]
    return b"".join(pages)


def found(backend: Backend) -> list[str]:
    return [hit.name for hit in backend.reads.search("nuria").customers]


def emptied(_content: bytes, _chance: random.Random) -> bytes:
    return b""


def noise(content: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(len(content))


@pytest.mark.parametrize("name", DATABASES)
def test_every_single_bit_that_turned_over_is_found(name: str, whole: Path, tmp_path: Path) -> None:
    """On every page at least once: leaves and inner pages of tables and indexes, overflow, free pages, header, last."""
    key, content = worlds.key_of(whole, name), (whole / name).read_bytes()
    chance = random.Random(name)
    pages = len(content) // PAGE
    assert pages > 30
    places = [PAGE * page + chance.randrange(PAGE) for page in range(pages)]
    places += [chance.randrange(len(content)) for _ in range(max(0, FLIPS - pages))]
    missed = []
    for place in places if FULL else chance.sample(places, FLIPS):
        bit = chance.randrange(8)
        (tmp_path / name).write_bytes(flipped(content, place, bit))
        if not check_file(tmp_path / name, key, in_use=False):
            missed.append((place, bit))
        for log in tmp_path.glob(f"{name}-*"):
            log.unlink()
    print(f"{name}: {len(places)} flips, {len(missed)} missed")
    assert missed == []


@pytest.mark.parametrize("harm", [cut, cut_at_a_page, zeroed_page, swapped_pages, noise])
@pytest.mark.parametrize("name", DATABASES)
def test_cut_zeroed_swapped_and_foreign_pages_are_found(harm: Harm, name: str, whole: Path, tmp_path: Path) -> None:
    key, content = worlds.key_of(whole, name), (whole / name).read_bytes()
    chance = random.Random(name)
    for _ in range(40 if FULL else 4):
        (tmp_path / name).write_bytes(harm(content, chance))
        assert check_file(tmp_path / name, key, in_use=False)
        for log in tmp_path.glob(f"{name}-*"):
            log.unlink()


def test_no_damaged_page_is_served_as_data_or_as_nothing(whole: Path, tmp_path: Path) -> None:
    """Each read gives what is true or says that the data is damaged, also where a long value goes on upon the page.

    SQLCipher serves zeros for such a page and tells only who asks; without the question this test fails.
    """
    backend = open_backend(worlds.copy(whole, tmp_path / "true"))
    cases, customers = worlds.cases(backend), worlds.customers(backend)
    drafts = {draft.key: dict(draft.body) for draft in backend.drafts.all().result()}
    names = found(backend)
    backend.close()
    chance = random.Random(11)
    refused = 0
    for n in range(SERVED):
        data = worlds.copy(whole, tmp_path / "harmed")
        name = DATABASES[n % 2]
        content = (data / name).read_bytes()
        pages = len(content) // PAGE
        page = (n // 2) % pages if FULL else pages - 1 - n // 2 if n < 16 else chance.randrange(pages)
        (data / name).write_bytes(flipped(content, PAGE * page + chance.randrange(PAGE), chance.randrange(8)))
        try:
            backend = open_backend(data)
        except DamagedError:
            refused += 1
            continue
        reads = {
            "cases": (lambda b=backend: worlds.cases(b), cases),
            "customers": (lambda b=backend: worlds.customers(b), customers),
            "drafts": (lambda b=backend: {d.key: dict(d.body) for d in b.drafts.all().result()}, drafts),
            "search": (lambda b=backend: found(b), names),
        }
        for what, (read, truth) in reads.items():
            try:
                assert read() == truth, (what, name, page)
            except DamagedError:
                refused += 1
        backend.close()
    assert refused


@pytest.mark.parametrize("name", DATABASES)
@pytest.mark.parametrize("harm", [emptied, noise, None])
def test_a_file_that_is_empty_foreign_or_gone_is_said_and_not_made_anew(
    harm: Harm | None, name: str, whole: Path, tmp_path: Path
) -> None:
    data = worlds.copy(whole, tmp_path / "data")
    for log in data.glob(f"{name}*"):
        content = log.read_bytes()
        log.unlink()
        if log.name == name and harm is not None:
            log.write_bytes(harm(content, random.Random(1)))
    before = {path.name: path.read_bytes() for path in data.glob("*.db")}
    with pytest.raises(DamagedError, match=name):
        open_backend(data)
    assert {path.name: path.read_bytes() for path in data.glob("*.db")} == before


def test_the_store_of_another_folder_is_said(whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = worlds.copy(whole, tmp_path / "data")
    monkeypatch.setenv("RINGBOOK_KEY", "cd" * 32)
    open_backend(tmp_path / "other").close()
    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)
    shutil.copy(tmp_path / "other" / folder.STORE, data / folder.STORE)
    with pytest.raises(DamagedError, match=r"store\.db is damaged"):
        open_backend(data)


@pytest.mark.parametrize("name", ["ringbook.json", "settings.json"])
def test_a_turned_bit_in_the_small_files_is_said_or_harmless(name: str, whole: Path, tmp_path: Path) -> None:
    settings.save(whole, settings.Settings(region="ES", agent="Marta Puig"))
    content, chance = (whole / name).read_bytes(), random.Random(3)
    said = 0
    for _ in range(400 if FULL else 30):
        data = worlds.copy(whole, tmp_path / "harmed")
        (data / name).write_bytes(flipped(content, chance.randrange(len(content)), chance.randrange(8)))
        try:
            open_backend(data).close()
        except AppError:
            said += 1
    assert said
