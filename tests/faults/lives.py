"""What a child does until it is killed: saves as a desk does, runs a command, or types in a window."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

from app.bootstrap import Backend, open_backend
from app.cases.records import NewCase
from app.workflows.records import WrapUp
from models.enums import CaseKind
from tests.faults import moments, window_driver
from tests.faults.forks import say
from tests.faults.moments import AT_WORK, OPENING, Moment

SAVES = 25
LONGEST_TYPING = 1.2


def desk(data: Path, name: str, life: int, moment: Moment, chance: Random) -> None:
    """Keep a draft, save it as a case, and so on; each said only after its future was done."""
    if moment is not AT_WORK:
        moments.arm(moment, chance, moments.MOST_PASSES if moment in moments.MOMENTS else 1)
    backend = open_backend(data)
    say(restored={draft.key: draft.body["summary"] for draft in backend.drafts.all().result()})
    if moment is AT_WORK:
        moments.arm(moment, chance)
    for n in range(SAVES):
        keep_and_save(backend, name, f"{name} {life:05} {n:03}")
    backend.close()


def keep_and_save(backend: Backend, draft_key: str, summary: str) -> None:
    """Keep one draft and save it as a case, saying each once it is on the disk."""
    backend.drafts.keep(draft_key, {"summary": summary}).result()
    say(kept=summary)
    form = WrapUp(NewCase(CaseKind.COMPLAINT, summary, number="+34934445566"), draft_key=draft_key)
    say(reference=backend.wrap_up.save(form).result().reference, summary=summary)


def command(data: Path, summary: str, moment: Moment | None, chance: Random) -> None:
    """Run `case add` as the command line does; without a moment it lives."""
    import main

    if moment is not None:
        moments.arm(moment, chance, passes=0)
    sys.argv = [
        "main.py", "case", "add", "--data", str(data), "--number", "0934445566", "--kind", "complaint",
        "--summary", summary,
    ]  # fmt: skip
    code = main.main()
    sys.stdout.flush()
    sys.exit(code)


def window(data: Path, life: int, moment: Moment, chance: Random) -> None:
    """Open the console and type in it."""
    if moment in (OPENING, AT_WORK):
        window_driver.run(data, life, lambda: moments.arm(Moment(AT_WORK.name, LONGEST_TYPING), chance))
    else:
        moments.arm(moment, chance)
        window_driver.run(data, life)
