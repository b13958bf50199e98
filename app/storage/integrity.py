"""Reads every page of an encrypted file and says what is damaged.

SQLCipher's own `cipher_integrity_check` can neither be stopped nor tell how far it is, and takes three times as long,
so the pages are checked here: a page of 4096 bytes ends in its IV and an HMAC-SHA512 of its ciphertext, IV and number
(https://www.zetetic.net/sqlcipher/design/). What the pages say is SQLite's to check (`quick_check`).
"""

from __future__ import annotations

import hashlib
import hmac
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from app.errors import QT_TRANSLATE_NOOP, Phrase
from app.progress import CancelledError, Progress

PAGE = 4096
SALT, MAC = 16, 64
CHUNK_PAGES = 64
MOST_NAMED, MOST_COUNTED = 10, 1000
TRIES, TRY_AGAIN_SECONDS = 5, 0.02  # a page that a checkpoint is writing at this moment is whole a moment later
STEPS = 2_000  # of SQLite between two looks at whether to go on: about a millisecond

IsWhole = Callable[[int, bytes | memoryview], bool]  # number of a page from 1, its bytes
_held: dict[tuple[int, int], int] = {}
_reading = threading.Lock()


@dataclass(frozen=True, slots=True)
class _Source:
    """A part of an open file."""

    file: int
    start: int
    size: int

    def read(self, size: int, offset: int) -> bytes:
        with _reading:
            os.lseek(self.file, self.start + offset, os.SEEK_SET)
            return os.read(self.file, max(0, min(size, self.size - offset)))


def check_file(
    path: Path, key: bytes, progress: Progress = lambda done, total: None, *, in_use: bool = True
) -> list[str]:
    """Return what is wrong with an encrypted file, an English sentence each; nothing when it is whole.

    `key` is 32 raw bytes; with another one all pages are damaged. The file may be written meanwhile, unless `in_use` is
    False, which says that no connection of this process has it open. `progress` is told of pages and may raise
    CancelledError, which comes through. Raises OSError when the file cannot be read at all.
    """
    with _opened(path, in_use) as file:
        source = _Source(file, 0, os.fstat(file).st_size)
        problems = _check_pages(source, path.name, key, progress, TRIES if in_use else 0)
    return problems or _check_structure(path, key, progress)


def check_copy(file: int, start: int, size: int, name: str, key: bytes, progress: Progress) -> list[str]:
    """Return which pages are damaged in the copy of a file of `size` bytes that lies at `start` of an open one."""
    return _check_pages(_Source(file, start, size), name, key, progress, 0)


def page_checker(key: bytes, salt: bytes) -> IsWhole:
    """Return what tells whether a page is as SQLCipher wrote it; `salt` is the first 16 bytes of the file."""
    mac_salt = bytes(byte ^ 0x3A for byte in salt)
    mac = hmac.new(hashlib.pbkdf2_hmac("sha512", key, mac_salt, 2, 32), digestmod="sha512")

    def is_whole(number: int, page: bytes | memoryview) -> bool:
        of_page = mac.copy()
        of_page.update(page[SALT if number == 1 else 0 : PAGE - MAC])
        of_page.update(number.to_bytes(4, "little"))
        return of_page.digest() == page[PAGE - MAC :]

    return is_whole


def _check_pages(file: _Source, name: str, key: bytes, progress: Progress, tries: int) -> list[str]:
    whole, rest = divmod(file.size, PAGE)
    bad = _still_bad(file, key, _bad_pages(file, key, whole, progress), tries)
    one = QT_TRANSLATE_NOOP("AppError", "page {number} of {file} is damaged")
    problems: list[str] = [Phrase(one, number=number, file=name) for number in bad[:MOST_NAMED]]
    if len(bad) > MOST_NAMED:
        many = QT_TRANSLATE_NOOP(
            "AppError", "{number} of the {all} pages of {file} are damaged, or the key is another one"
        )
        if len(bad) >= MOST_COUNTED:  # where it stopped counting
            many = QT_TRANSLATE_NOOP(
                "AppError", "{number} pages of {file} or more are damaged, or the key is another one"
            )
        problems.append(Phrase(many, number=len(bad), all=whole, file=name))
    if rest or not whole:
        cut = QT_TRANSLATE_NOOP("AppError", "{file} was cut off: its {number} bytes are not whole pages")
        problems.append(Phrase(cut, number=file.size, file=name))
    return problems


def _bad_pages(file: _Source, key: bytes, pages: int, progress: Progress) -> list[int]:
    """Return the numbers of damaged pages; it gives up once there are very many."""
    is_whole = page_checker(key, file.read(SALT, 0))
    bad: list[int] = []
    for first in range(0, pages, CHUNK_PAGES):
        chunk = memoryview(file.read(CHUNK_PAGES * PAGE, first * PAGE))
        numbers = range(first + 1, first + len(chunk) // PAGE + 1)
        bad += [n for at, n in enumerate(numbers) if not is_whole(n, chunk[at * PAGE : (at + 1) * PAGE])]
        progress(min(first + CHUNK_PAGES, pages), pages)
        if len(bad) >= MOST_COUNTED:
            break
    return bad


def _still_bad(file: _Source, key: bytes, bad: list[int], tries: int) -> list[int]:
    """Look again at what may have been read while it was written."""
    for _ in range(tries):
        if not bad:
            break
        time.sleep(TRY_AGAIN_SECONDS)
        is_whole = page_checker(key, file.read(SALT, 0))
        bad = [number for number in bad if not is_whole(number, file.read(PAGE, (number - 1) * PAGE))]
    return bad


def _check_structure(path: Path, key: bytes, progress: Progress) -> list[str]:
    """Let SQLite walk through all tables and indexes."""
    stopped: list[CancelledError] = []

    def look() -> int:
        try:
            progress(1, 1)
        except CancelledError as error:
            stopped.append(error)
        return len(stopped)

    connection = sqlcipher.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.set_progress_handler(look, STEPS)
        found = [str(row[0]) for row in connection.execute(f"PRAGMA quick_check({MOST_NAMED})")]
    except sqlcipher.Error as error:
        if stopped:
            raise stopped[0] from None
        return [f"{path.name}: {error}"]
    finally:
        connection.close()
    return [f"{path.name}: {line}" for line in found if line != "ok"]


@contextmanager
def _opened(path: Path, in_use: bool) -> Iterator[int]:
    """Open a file; one in use stays open as long as this process.

    To close it would drop all locks SQLite holds on the file in this process (POSIX), and another process could then
    take the write-ahead log away from under it (https://www.sqlite.org/howtocorrupt.html, 2.2).
    """
    status = path.stat()
    inode = (status.st_dev, status.st_ino)
    file = _held.get(inode, -1)
    if file < 0:
        file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        if in_use:
            _held[inode] = file
    try:
        yield file
    finally:
        if not in_use and inode not in _held:
            os.close(file)
