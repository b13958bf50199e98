"""What may be saved as a case, and which open case a new one looks like: pure rules."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.cases.records import CaseRow, NewCase
from app.errors import QT_TRANSLATE_NOOP, KnownError

LONGEST_SUMMARY = 200
LONGEST_DESCRIPTION = 20_000
ALIKE = 0.5  # share of the shorter summary's words from which one looks like another
FEWEST_SHARED = 2  # one word in common is chance
SHORTEST_WORD = 3


def check_new(new: NewCase) -> NewCase:
    """Return what is to be saved; raises KnownError with what is missing or too long."""
    summary = " ".join(new.summary.split())
    if not summary:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The summary is missing"),
            QT_TRANSLATE_NOOP("AppError", "Write in a few words what the customer wants."),
        )
    if len(summary) > LONGEST_SUMMARY:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The summary is too long"),
            QT_TRANSLATE_NOOP("AppError", "It has {length} characters of at most {most}; the rest belongs below."),
            length=len(summary), most=LONGEST_SUMMARY,
        )  # fmt: skip
    if len(new.description) > LONGEST_DESCRIPTION:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The description is too long"),
            QT_TRANSLATE_NOOP("AppError", "It has {length} characters of at most {most}."),
            length=len(new.description), most=LONGEST_DESCRIPTION,
        )  # fmt: skip
    return new._replace(summary=summary, description=new.description.strip())


def most_alike(summary: str, category: str, open_cases: Iterable[CaseRow]) -> CaseRow | None:
    """Return the open case a new one looks like: the same category, or many of the same words."""
    scored = [(_likeness(summary, category, case), case.opened_at, case) for case in open_cases]
    best = max(scored, default=None, key=lambda s: s[:2])
    return best[2] if best is not None and best[0] >= ALIKE else None


def _likeness(summary: str, category: str, case: CaseRow) -> float:
    ours, theirs = _words(summary), _words(case.summary)
    shared = len(ours & theirs)
    share = shared / min(len(ours), len(theirs)) if shared >= FEWEST_SHARED else 0.0
    return share + (ALIKE if category and category == case.category else 0.0)


def _words(text: str) -> set[str]:
    """Return words of Latin text and pairs of characters of Chinese, whatever the case."""
    folded = text.casefold()
    pairs = {run[i : i + 2] for run in re.findall(r"[\u3400-\u9fff]{2,}", folded) for i in range(len(run) - 1)}
    return pairs | {word for word in re.findall(r"[^\W\u3400-\u9fff]+", folded) if len(word) >= SHORTEST_WORD}
