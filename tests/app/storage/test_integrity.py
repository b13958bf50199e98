"""Every page is read, every flipped bit found, and a file in use raises no false alarm."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from app.progress import CancelledError
from app.storage.folder import OUTBOX, STORE, DataFolder
from app.storage.integrity import PAGE, check_file
from tests.factories import add_customer

FLIPS = 60
KEY = bytes(range(32))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An encrypted file of some hundred pages that nobody has open."""
    path = tmp_path / "store.db"
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    connection.execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT, UNIQUE (b, a))")
    rows = ((f"name {n} " * 8,) for n in range(8000))
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO t (b) VALUES (?)", rows)
    connection.execute("COMMIT")
    connection.execute("DELETE FROM t WHERE a % 3 = 0 OR a > 7000")  # leaves free pages
    connection.close()
    return path


def flip(path: Path, bit: int) -> None:
    data = bytearray(path.read_bytes())
    data[bit // 8] ^= 1 << bit % 8
    path.write_bytes(data)


def test_a_whole_file_has_no_problem(file: Path) -> None:
    assert check_file(file, KEY, in_use=False) == []


def test_every_flipped_bit_is_found_also_where_no_table_is(file: Path) -> None:
    chance = random.Random(1)
    bits = file.stat().st_size * 8
    for _ in range(FLIPS):
        bit = chance.randrange(bits)
        flip(file, bit)
        first = bit // 8 // PAGE + 1
        problems = check_file(file, KEY, in_use=False)
        salt_is_hit = bit // 8 < 16  # then no page has its key
        assert problems and (salt_is_hit or problems == [f"page {first} of store.db is damaged"])
        flip(file, bit)


@pytest.mark.parametrize("cut", [1, PAGE - 1, PAGE, 10 * PAGE])
def test_a_file_that_was_cut_off_is_found(file: Path, cut: int) -> None:
    file.write_bytes(file.read_bytes()[:-cut])
    assert check_file(file, KEY, in_use=False)


def test_an_empty_file_is_a_problem(file: Path) -> None:
    file.write_bytes(b"")
    assert "cut off" in check_file(file, KEY, in_use=False)[0]


def test_another_key_is_a_problem_of_few_lines(file: Path) -> None:
    assert 0 < len(check_file(file, bytes(32), in_use=False)) < 20


def test_progress_reaches_the_end_and_a_cancel_comes_through(file: Path) -> None:
    told: list[tuple[int, int]] = []
    check_file(file, KEY, lambda done, total: told.append((done, total)), in_use=False)
    pages = file.stat().st_size // PAGE
    assert (pages, pages) in told

    def stop_at(place: Callable[[int, int], bool]) -> None:
        def progress(done: int, total: int) -> None:
            if place(done, total):
                raise CancelledError

        with pytest.raises(CancelledError):
            check_file(file, KEY, progress, in_use=False)

    stop_at(lambda done, total: done < total)
    stop_at(lambda done, total: total == 1)  # in SQLite's part


def test_a_folder_that_is_written_meanwhile_raises_no_false_alarm(folder: DataFolder) -> None:
    stop = threading.Event()

    def write() -> None:
        n = 0
        while not stop.is_set():
            add_customer(folder, f"Customer {n} " + "x" * 500, "934125580")
            n += 1

    thread = threading.Thread(target=write)
    thread.start()
    try:
        for _ in range(15):
            for name in (OUTBOX, STORE):
                assert check_file(folder.path / name, folder.key.for_file(name)) == []
    finally:
        stop.set()
        thread.join()


def test_a_check_leaves_the_locks_of_the_open_file(folder: DataFolder) -> None:
    """Another process that ends must not take the write-ahead log away; the lock on the file tells it not to."""
    add_customer(folder, "Maria")
    inode = (folder.path / STORE).stat().st_ino
    before = locks_on(inode)
    check_file(folder.path / STORE, folder.key.for_file(STORE))
    assert before and locks_on(inode) == before


def locks_on(inode: int) -> int:
    table = Path("/proc/locks")
    if not table.exists():
        pytest.skip("this system does not list its locks")
    return sum(f":{inode} " in line for line in table.read_text().splitlines())
