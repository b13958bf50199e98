"""What needs a person: fields two people changed, and changes the store refused; values as JSON holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Topic:
    """What a change is about as people name it: a case, else a customer, else whatever row it is.

    `table` is "case", "customer" or the row's own; `title` is a summary, a name or a number, "" where nothing of it is
    known here. `kind` is a case's `CaseKind`.
    """

    table: str
    id: UUID
    title: str = ""
    reference: str = ""
    customer_id: UUID | None = None
    customer: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One field that two people changed, not settled yet.

    `base` is what `mine` was written over, `theirs` what stood there instead, and `now` what stands there today, which
    is another value where somebody changed it once more. `login` is whose `mine` is, `their_login` who wrote `theirs`
    at `their_at`; one seat knows neither. `is_gone` tells that the row itself is not here.
    """

    id: UUID
    topic: Topic
    table: str
    entity: UUID
    field: str
    base: Any
    theirs: Any
    mine: Any
    now: Any
    at: datetime
    login: str | None = None
    their_login: str | None = None
    their_at: datetime | None = None
    is_gone: bool = False

    @property
    def changed_again(self) -> bool:
        """Whether what stands there is neither what the conflict found nor what it wanted."""
        return self.now not in (self.theirs, self.mine)


@dataclass(frozen=True, slots=True)
class Refused:
    """A change that was saved here and that the store did not take: `body` is {field: {"base": old, "new": value}}."""

    op_id: UUID
    topic: Topic
    table: str
    verb: str
    kind: str
    entity: UUID
    at: datetime
    result: str
    reason: str
    body: Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Attention:
    """All that waits for a person, what belongs together side by side; `names` says who a UUID in a value is."""

    disagreements: tuple[Disagreement, ...] = ()
    refused: tuple[Refused, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return len(self.disagreements) + len(self.refused)
