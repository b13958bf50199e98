"""What children were told, held against what is in the folder afterwards."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from app.bootstrap import open_backend
from app.storage import engine, folder
from models.case import CASE
from models.operation import DEVICE, OP_LOG, OPERATION
from tests.faults.forks import Child, Ended, Fact, say


@dataclass(slots=True)
class Ledger:
    """Acknowledged references and kept drafts of all children on one folder, and what is wrong with it."""

    data: Path
    acknowledged: dict[str, str] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    claims: list[str] = field(default_factory=list)  # a draft that did not come back must have become a case
    moments: Counter[str] = field(default_factory=Counter)
    told: int = 0
    killed: int = 0
    drafts_back: int = 0
    wrong: list[str] = field(default_factory=list)

    def take(self, name: str, ended: Ended) -> None:
        """Note what the child of the desk `name` said before it died."""
        self.killed += ended.was_killed
        if not ended.was_killed and ended.code:
            self.wrong.append(f"{name} failed with {ended.code}")
        for fact in ended.said:
            if ended.was_killed and "moment" in fact:
                self.moments[fact["moment"]] += 1
            if "restored" in fact:
                self._restored(name, fact["restored"])
            if "kept" in fact:
                self.kept[name] = fact["kept"].strip()  # as the list of drafts shows it
            if "reference" in fact:
                self._acknowledged(name, fact)

    def _restored(self, name: str, restored: dict[str, str] | list[str]) -> None:
        """The last draft that was said to be kept is back, or a later one, or it has become a case."""
        if (kept := self.kept.pop(name, None)) is None:
            return
        texts = restored if isinstance(restored, list) else [restored.get(name, "")]
        if any(text >= kept for text in texts):
            self.drafts_back += 1
        else:
            self.claims.append(kept)

    def _acknowledged(self, name: str, fact: Fact) -> None:
        reference = fact["reference"]
        if reference in self.acknowledged:
            self.wrong.append(f"{reference} was given twice")
        self.acknowledged[reference] = fact.get("summary", "")
        self.told += 1
        self.kept.pop(name, None)

    def move_to(self, data: Path) -> None:
        """Go on with another folder."""
        self.data = data
        self.acknowledged.clear()
        self.kept.clear()

    def check(self) -> None:
        """Open the folder as the next start would, in a process of its own, and compare."""
        ended = Child(lambda: say(**contents(self.data))).end()
        if not ended.said:
            self.wrong.append("the folder did not open")
            return
        found = ended.said[-1]
        self.wrong += found["wrong"]
        cases = found["cases"]
        self.wrong += [
            f"{reference} is lost or changed"
            for reference, summary in self.acknowledged.items()
            if not cases.get(reference, "").startswith(summary) or reference not in cases
        ]
        made = Counter(cases.values())
        self.wrong += [f"“{summary}” is there {n} times" for summary, n in made.items() if n > 1]
        self.wrong += [f"the draft “{text}” is lost" for text in self.claims if not _became(text, made)]
        self.claims.clear()


def _became(draft: str, made: Counter[str]) -> bool:
    return any(summary.startswith(draft) for summary in made)


def contents(data: Path) -> dict[str, Any]:
    """Return {reference: summary} of all cases, and what is wrong between and within the files."""
    backend = open_backend(data)
    cases: list[tuple[str, str]] = backend.folder.reader.run(
        lambda c: [(row.reference, row.summary) for row in c.execute(select(CASE.c.reference, CASE.c.summary))]
    )
    key = backend.folder.key
    backend.close()
    wrong = [] if len(dict(cases)) == len(cases) else ["a reference is there twice"]
    outbox = engine.open_file(data / folder.OUTBOX, key.for_file(folder.OUTBOX))
    store = engine.open_file(data / folder.STORE, key.for_file(folder.STORE))
    with outbox.connect() as mine, store.connect() as theirs:
        wrong += [*_broken(mine), *_broken(theirs)]
        device, next_n = mine.execute(select(DEVICE.c.id, DEVICE.c.next_n)).one()
        sent = mine.execute(select(OPERATION.c.n, OPERATION.c.op_id).order_by(OPERATION.c.n)).all()
        taken = theirs.execute(
            select(OP_LOG.c.n, OP_LOG.c.op_id).where(OP_LOG.c.device == device).order_by(OP_LOG.c.n)
        ).all()
        refused = theirs.execute(select(func.count()).select_from(OP_LOG).where(OP_LOG.c.result != "applied")).scalar()
    outbox.dispose()
    store.dispose()
    if [row.n for row in sent] != list(range(1, next_n)):
        wrong.append("the sequence has a gap")
    if sent != taken:
        wrong.append(f"the store took {len(taken)} operations of {len(sent)}")
    if refused:
        wrong.append(f"{refused} operations were refused")
    return {"cases": dict(cases), "wrong": wrong}


def _broken(connection: Any) -> list[str]:
    pages = connection.exec_driver_sql("PRAGMA cipher_integrity_check").fetchall()
    trees = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    return [str(row) for row in pages] + [text for text in trees if text != "ok"]
