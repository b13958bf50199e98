"""What befalls a shared file: a full disk in mid-push, a process that dies while it holds the file."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import TransientError
from models.base import uuid7
from models.enums import Role
from tests import shared_file
from tests.app.sync.contract.desks import At, new

DIES = """
import os, sys
from pathlib import Path
from sqlalchemy import text
from tests import shared_file
store = shared_file.connect(Path(sys.argv[1]), "maria")
with store._write() as connection:
    connection.execute(text("PRAGMA cache_size = 1"))  # so that it writes before it commits
    connection.execute(text("UPDATE counter SET seq = seq + 1000"))
    connection.execute(text("CREATE TABLE big AS WITH RECURSIVE n(i) AS "
        "(SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) SELECT i, hex(randomblob(500)) AS t FROM n"))
    print("holds", flush=True)
    os.kill(os.getpid(), 9)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "office.db"
    shared_file.lay_out(path, "Everyone")
    shared_file.add_login(path, "maria", "Maria", Role.ADMINISTRATOR, 1)
    return path


def test_a_full_disk_takes_all_of_a_push_or_nothing_and_later_all(path: Path) -> None:
    with closing(shared_file.connect(path, "maria")) as store:
        desk = At(store)
        driver = store._writer.connection.driver_connection
        pages = driver.execute("PRAGMA page_count").fetchone()[0]
        driver.execute(f"PRAGMA max_page_count = {pages + 2}")
        operations = [desk.op("case.create", uuid7(), new("case", description="x" * 2000)) for _ in range(50)]
        with pytest.raises(TransientError, match="full"):
            desk.push(*operations)
        assert store.last_n(desk.device) == 0
        assert store.rows([op.entity for op in operations]) == []
        driver.execute("PRAGMA max_page_count = 1000000")
        assert {result.result for result in desk.push(*operations)} == {"applied"}
        assert len(store.rows([op.entity for op in operations])) == len(operations)


def test_what_a_process_began_that_died_is_taken_back_and_holds_up_nobody(path: Path) -> None:
    died = subprocess.run([sys.executable, "-c", DIES, str(path)], capture_output=True, text=True, check=False)
    assert died.stdout == "holds\n", died.stderr
    assert path.with_name(path.name + "-journal").exists()
    with closing(shared_file.connect(path, "maria")) as store:
        desk = At(store)
        assert desk.welcome.cursor.seq == 0
        assert desk.do("case.create", uuid7(), **new("case")).seq == 1
