"""How many things of each kind a timeline holds, as far as a page tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.customers.records import TimelineRow
from models.enums import InteractionKind
from ui.panels.timeline_model import PAGE, Kinds
from ui.panels.timeline_text import CASES

if TYPE_CHECKING:
    from app.workflows.incoming import Reads

EVERYTHING: Kinds = ()
TABS: tuple[Kinds, ...] = (EVERYTHING, CASES, (InteractionKind.CALL,), (InteractionKind.FOLLOW_UP,))


def read(reads: Reads, customer: UUID) -> dict[Kinds, int]:
    """Count each kind up to a page's length; a millisecond a kind, so only in a worker."""
    return {kinds: len(reads.timeline(customer, kinds)) for kinds in TABS if kinds}


def of_page(page: Sequence[TimelineRow]) -> dict[Kinds, int] | None:
    """Count in a first page of all kinds; None when there is more than the page shows."""
    if len(page) >= PAGE:
        return None
    return {kinds: sum(row.kind in kinds for row in page) for kinds in TABS if kinds}


def titles(counts: Mapping[Kinds, int] | None) -> list[str]:
    """Return what the tabs say, "Cases 2", without numbers before they are known."""
    names = [
        QCoreApplication.translate("TimelinePanel", "Timeline"),
        QCoreApplication.translate("TimelinePanel", "Cases"),
        QCoreApplication.translate("TimelinePanel", "Calls"),
        QCoreApplication.translate("TimelinePanel", "Follow-ups"),
    ]
    return [f"{name}{_number(kinds, counts)}" for name, kinds in zip(names, TABS, strict=True)]


def _number(kinds: Kinds, counts: Mapping[Kinds, int] | None) -> str:
    if counts is None or kinds not in counts:
        return ""
    return f"  {PAGE}+" if counts[kinds] >= PAGE else f"  {counts[kinds]}"
