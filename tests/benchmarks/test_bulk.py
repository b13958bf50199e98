"""The bulk writer that runs beside other measurements writes, counts and stops."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.storage.folder import DataFolder
from models.customer import CUSTOMER
from models.operation import OP_LOG
from tests.benchmarks.bulk import Bulk


def test_what_the_bulk_writer_counts_is_in_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)
    folder = DataFolder(tmp_path / "data")
    with Bulk(folder.start_writer()) as bulk:
        pass
    assert folder.writer is not None
    folder.writer.close()
    customers, operations = (
        folder.reader.run(lambda c, row=row: c.execute(select(func.count()).select_from(row)).scalar())
        for row in (CUSTOMER, OP_LOG)
    )
    folder.close()
    assert bulk.operations > 0 and (customers, operations) == (bulk.operations // 2, bulk.operations)
