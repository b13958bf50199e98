"""Several processes write one file at once, and whoever reads by the sequence misses none of it."""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

from app.sync.records import Cursor
from models.enums import Role
from tests import shared_file
from tests.app.sync.contract.desks import At, new
from tests.effort import FULL

WRITERS, PUSHES, MOST = (16, 200, 7) if FULL else (3, 12, 7)
WRITER = """
import sys
from pathlib import Path
from tests import shared_file
from tests.app.sync.contract.desks import At, new
from models.base import uuid7
store = shared_file.connect(Path(sys.argv[1]), "maria")
desk = At(store)
for n in range(int(sys.argv[2])):
    results = desk.push(*(desk.op("case.create", uuid7(), new("case")) for _ in range(1 + n % 3)))
    assert {result.result for result in results} == {"applied"}, results
store.close()
"""


def test_a_reader_beside_several_writers_misses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    shared_file.lay_out(path, "Everyone")
    shared_file.add_login(path, "maria", "Maria", Role.ADMINISTRATOR, 1)
    ids: list[int] = []
    with closing(shared_file.connect(path, "maria")) as store:
        command = [sys.executable, "-c", WRITER, str(path), str(PUSHES)]
        writers = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(WRITERS)]
        cursor, is_done = Cursor(0, None), False
        while not is_done:
            is_done = all(writer.poll() is not None for writer in writers)
            more = True
            while more:
                page = store.pull(cursor, MOST)
                cursor, more = page.cursor, page.more
                ids += [row.seq for row in page.rows]
        assert [writer.communicate()[1] for writer in writers] == [""] * WRITERS
    assert len(ids) == len(set(ids)) == WRITERS * sum(1 + n % 3 for n in range(PUSHES))
    assert ids == sorted(ids)


def test_a_desk_is_woken_by_what_another_writes_and_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    shared_file.lay_out(path, "Everyone")
    shared_file.add_login(path, "maria", "Maria", Role.ADMINISTRATOR, 1)
    with closing(shared_file.connect(path, "maria")) as one, closing(shared_file.connect(path, "maria")) as other:
        desk = At(other)
        assert one.wait(0)  # it saw somebody come
        assert not one.wait(0)
        desk.do("customer.create", desk.device, **new("customer"))
        assert one.wait(10)
        threading.Timer(0.05, one.interrupt).start()
        assert not one.wait(60)
