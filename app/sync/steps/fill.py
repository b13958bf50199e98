"""The first filling of a cache: the work of the desk's teams, then the customers it is about, a batch at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from app.sync.desk_files import DeskFiles
from app.sync.shared_store import SharedStore
from app.sync.steps.take import fetch, take

MOST_ROWS = 500
ALL = UUID(int=2**128 - 1)  # `filled_after` once all work of the teams is here
MOST_ASKED = 100  # customers a batch: about 1,500 rows


@dataclass(slots=True)
class Filling:
    """How far a filling is, for who watches: `total` is an estimate until the customers' turn comes."""

    done: int = 0
    total: int = 0
    _left: list[UUID] | None = field(default=None, repr=False)

    def step(self, store: SharedStore, files: DeskFiles) -> bool:
        """Bring one more batch; return whether there is more. What is in stays, wherever it is stopped.

        Raises what the store raises.
        """
        standing = files.run(lambda _, cache: cache.standing())
        if standing.is_filled:
            return False
        if standing.filled_after != ALL:
            self._add_work(store, files, standing.filled_after)
            return True
        if self._left is None:
            self._left = self._missing(store, files)
        batch, self._left = self._left[:MOST_ASKED], self._left[MOST_ASKED:]
        if batch:
            files.run(lambda _, cache: cache.hold(batch))
            fetch(store, files, batch, 0, max(standing.seq, 1))
            self.done += len(batch)
            return True
        files.run(lambda _, cache: cache.note(is_filled=True))
        return False

    def _add_work(self, store: SharedStore, files: DeskFiles, after: UUID | None) -> None:
        rows = store.team_rows(after, MOST_ROWS)
        last = rows[-1].id if len(rows) == MOST_ROWS else ALL
        take(files, rows, filled_after=last)

    def _missing(self, store: SharedStore, files: DeskFiles) -> list[UUID]:
        """Return the customers to bring; those of an earlier try are whole."""
        wanted = store.working_set()
        held = files.run(lambda _, cache: cache.held(wanted))
        missing = [of for of in wanted if not held.get(of)]
        self.done, self.total = len(wanted) - len(missing), len(wanted)
        return missing
