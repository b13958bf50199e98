"""Many desks at once lose nothing: `python -m tests.load` is the same at any size."""

from __future__ import annotations

import pytest

from tests.load import backlog, run
from tests.postgres_server import Server


@pytest.mark.slow
def test_what_many_desks_save_at_once_is_all_there_once_and_seen_by_their_teams(postgres_server: Server) -> None:
    done = run.work_at(postgres_server, desks=12, seconds=2, saves=180, customers=20)
    assert done.wrong == []
    assert sum(len(one.saved) for one in done.desks) > 12


@pytest.mark.slow
def test_a_backlog_is_drained_whole_and_a_desk_filled_from_it(postgres_server: Server) -> None:
    facts = backlog.run(postgres_server, 700)
    assert facts["results"] == {"applied": 700}
    assert facts["rows"] == 600  # an edit is no row
