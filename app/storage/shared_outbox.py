"""The outbox of a desk that has a shared store: what waits for an answer, and what was answered."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Connection, Engine, and_, bindparam, delete, exists, func, insert, or_, select, text, update

from app.storage import faults, references
from app.storage.heaps import Heap
from app.storage.local_store import Result
from app.storage.operations import Operation
from app.storage.outbox import Outbox
from app.storage.prepared import PreparedRead, PreparedWrite
from models.base import uuid7
from models.enums import OperationResult
from models.operation import DEVICE, DISMISSED, OPERATION

NAMES = ("op_id", "n", "kind", "entity", "at", "body")
COLUMNS = [OPERATION.c[name] for name in NAMES]
THIS = select(DEVICE.c.id).scalar_subquery()
ADD = PreparedWrite(insert(OPERATION).values({name: bindparam(name) for name in NAMES} | {"device": THIS}))
# Written out, as the conditions of their indexes are.
WAITS = text("result IS NULL AND device IS NOT NULL")
PENDING = PreparedRead(
    select(*COLUMNS)
    .where(WAITS, OPERATION.c.n > bindparam("after"), OPERATION.c.n <= bindparam("until"))
    .order_by(OPERATION.c.n)
    .limit(bindparam("most")),
    Operation,
)
FROM = PreparedRead(
    select(*COLUMNS).where(OPERATION.c.n >= bindparam("first")).order_by(OPERATION.c.n).limit(bindparam("most")),
    Operation,
)
ABOUT = PreparedRead(
    select(*COLUMNS)
    .where(
        OPERATION.c.entity == bindparam("of"),
        OPERATION.c.device.is_not(None),
        or_(
            OPERATION.c.result.is_(None),
            and_(OPERATION.c.result == OperationResult.APPLIED, OPERATION.c.seq > bindparam("seq")),
        ),
    )
    .order_by(OPERATION.c.n),
    Operation,
)
IN_HEAP = """
SELECT o.entity, j.value->>0 FROM json_each(?) j CROSS JOIN operation o
ON o.entity = unhex(j.value->>1, '-') AND o.device IS NOT NULL
    AND (o.result IS NULL OR (o.result = 'applied' AND o.seq > j.value->>0))
"""
BETWEEN = PreparedRead(
    select(OPERATION.c.entity).where(
        OPERATION.c.seq > bindparam("after"),
        OPERATION.c.seq <= bindparam("until"),
        OPERATION.c.seq.is_not(None),
        OPERATION.c.result == OperationResult.APPLIED,
    ),
    lambda entity: entity,
)
ANSWER = PreparedWrite(
    update(OPERATION)
    .where(OPERATION.c.op_id == bindparam("of"))
    .values({name: bindparam(name) for name in ("result", "reason", "seq", "taken_at")} | {"device": THIS})
)
_LATER = exists().where(OPERATION.c.seq > bindparam("seq"), OPERATION.c.seq.is_not(None))
BEHIND = PreparedRead(select(or_(exists().select_from(OPERATION).where(WAITS), _LATER)), bool)
ANSWERED = [OPERATION.c[name] for name in ("n", "op_id", "result", "reason", "seq", "taken_at")]
COUNT = PreparedRead(select(func.count()).select_from(OPERATION).where(WAITS), int)


@dataclass(frozen=True, slots=True)
class Me:
    """Who this desk is: `next_n` is the sequence its next operation gets."""

    device: UUID
    prefix: str
    machine: str | None
    next_n: int


def waiting(connection: Connection) -> int:
    """Return how many operations of an outbox its store has not answered."""
    return COUNT.all(connection, {})[0]


ME = PreparedRead(select(DEVICE.c.id, DEVICE.c.prefix, DEVICE.c.machine, DEVICE.c.next_n), Me)


class SharedOutbox(Outbox):
    """An `Outbox` that knows what a shared store answered; nothing in it is forgotten before a backup there has it."""

    _add = ADD

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        with faults.told(faults.writing, self.path), self._connection.begin():  # saved when this was one seat's own
            adopted = OPERATION.c.device.is_(None)
            self._connection.execute(update(OPERATION).where(adopted).values(device=THIS))

    def catch_up(self, last_n: int) -> None:
        """What is shown has no say in the sequence: a cache is never newer than its outbox (`DataFolder`)."""

    def me(self) -> Me:
        """Return who this desk is now; another process of the folder may have renewed it."""
        with faults.told(faults.reading, self.path, self._connection), self._connection.begin():
            (me,) = ME.all(self._connection, {})
        self.device = me.device
        return me

    def pending(self, most: int, until_n: int = 2**62, *, after_n: int = 0) -> list[Operation]:
        """Return the first operations up to sequence `until_n` that the store has not answered, in order.

        `after_n` is up to where they have been sent, and their answers are on the way.
        """
        with faults.told(faults.reading, self.path, self._connection), self._connection.begin():
            return PENDING.all(self._connection, {"after": after_n, "until": until_n, "most": most})

    def from_n(self, n: int, most: int) -> list[Operation]:
        """Return operations from sequence `n` on, answered or not."""
        with faults.told(faults.reading, self.path, self._connection), self._connection.begin():
            return FROM.all(self._connection, {"first": n, "most": most})

    def pending_of(self, rows: Mapping[UUID, int]) -> list[Operation]:
        """Return what rows {id: sequence} of the store may lack of this desk: unanswered, or taken behind that."""
        with faults.told(faults.reading, self.path, self._connection), self._connection.begin():
            if not self._anything_behind(min(rows.values(), default=0)):
                return []
            found = [op for of, seq in rows.items() for op in ABOUT.all(self._connection, {"of": of, "seq": seq})]
        return sorted(found, key=lambda op: op.n)

    def pending_in(self, heaps: Iterable[Heap]) -> list[Operation]:
        """Return what rows of the store in heaps may lack of this desk."""
        found: dict[UUID, int] = {}
        with faults.told(faults.reading, self.path, self._connection), self._connection.begin():
            if self._anything_behind(0):
                driver = cast(Any, self._connection.connection.driver_connection)
                for heap in heaps:
                    lines = driver.execute(IN_HEAP, (json.dumps(list(heap.some("seq", "id"))),))
                    found |= {UUID(bytes=of): seq for of, seq in lines}
        return self.pending_of(found) if found else []

    def taken_between(self, after_seq: int, until_seq: int) -> set[UUID]:
        """Return the rows that operations of this desk have changed behind a sequence, up to another."""
        with faults.told(faults.reading, self.path, self._connection), self._connection.begin():
            return set(BETWEEN.all(self._connection, {"after": after_seq, "until": until_seq}))

    def waiting(self) -> int:
        """Return how many operations the store has not answered."""
        with faults.told(faults.reading, self.path, self._connection), self._connection.begin():
            return waiting(self._connection)

    def shown_from(self) -> int:
        """Return the sequence behind which a new cache has to show operations again."""
        with faults.told(faults.reading, self.path, self._connection), self._connection.begin():
            first = PENDING.first(self._connection, {"after": 0, "until": 2**62, "most": 1})
            return (first.n if first else self._connection.execute(select(DEVICE.c.next_n)).scalar_one()) - 1

    def answer(self, results: Sequence[Result]) -> None:
        """Keep what the store said, under the device this desk is now."""
        with faults.told(faults.writing, self.path), self._connection.begin():
            ANSWER.run(self._connection, *(
                {"of": r.op_id, "result": r.result, "reason": r.reason, "seq": r.seq, "taken_at": r.taken_at}
                for r in results
            ))  # fmt: skip

    def is_answered_after(self, n: int, device: UUID) -> bool:
        """Whether the store has answered operations of a device behind sequence `n`."""
        answered = select(OPERATION.c.n).where(OPERATION.c.n > n, OPERATION.c.device == device)
        with faults.told(faults.reading, self.path, self._connection), self._connection.begin():
            found = self._connection.execute(answered.where(OPERATION.c.result.is_not(None)).limit(1))
            return found.first() is not None

    def forget_answers_after(self, n: int, device: UUID) -> int:
        """Let the store answer again what it no longer knows of a device behind sequence `n`; return how many."""
        with faults.told(faults.writing, self.path), self._connection.begin():
            lost = (OPERATION.c.n > n) & (OPERATION.c.device == device) & OPERATION.c.result.is_not(None)
            nothing = dict.fromkeys(("result", "reason", "seq", "taken_at"))
            return self._connection.execute(update(OPERATION).where(lost).values(nothing)).rowcount

    def last_answer(self, device: UUID, until_n: int) -> tuple[int, Result] | None:
        """Return the last operation of a device up to sequence `until_n` that the store has answered."""
        of = (OPERATION.c.device == device, OPERATION.c.n <= until_n, OPERATION.c.seq.is_not(None))
        last = select(*ANSWERED).where(*of).order_by(OPERATION.c.n.desc()).limit(1)
        with faults.told(faults.reading, self.path, self._connection), self._connection.begin():
            row = self._connection.execute(last).first()
        return None if row is None else (row[0], Result(*row[1:]))

    def correct(self, device: UUID, answers: Mapping[int, Result]) -> int:
        """Take answers {sequence: answer} of another life of the store; return how many must be answered anew.

        Those are the operations in whose place that has another.
        """
        lost = 0
        of = (OPERATION.c.device == device, OPERATION.c.n.in_(answers), OPERATION.c.seq.is_not(None))
        with faults.told(faults.writing, self.path), self._connection.begin():
            for n, op_id in self._connection.execute(select(OPERATION.c.n, OPERATION.c.op_id).where(*of)).all():
                answer = answers[n] if answers[n].op_id == op_id else None
                lost += answer is None
                values = {name: getattr(answer, name, None) for name in ("result", "reason", "seq", "taken_at")}
                self._connection.execute(update(OPERATION).where(OPERATION.c.op_id == op_id).values(values))
        return lost

    def devices(self) -> list[UUID]:
        """Return under which devices operations were answered."""
        with faults.told(faults.reading, self.path, self._connection), self._connection.begin():
            answered = select(OPERATION.c.device).where(OPERATION.c.seq.is_not(None)).distinct()
            return [of for of in self._connection.execute(answered).scalars() if of is not None]

    def renew(self, machine: str | None = None) -> UUID:
        """Become another device, with the same operations; references begin anew under a prefix of its own."""
        fresh = uuid7()
        with faults.told(faults.writing, self.path), self._connection.begin():
            known = self._connection.execute(select(DEVICE.c.prefix)).scalar_one()
            prefix = references.free_prefix(lambda given: given == known)
            values = {"id": fresh, "prefix": prefix, "next_reference": 1}
            self._connection.execute(update(DEVICE).values(values | ({"machine": machine} if machine else {})))
            self._connection.execute(update(OPERATION).where(WAITS).values(device=fresh))
        self.device = fresh
        return fresh

    def keep(self, prefix: str, machine: str) -> None:
        """Take over the prefix the store gave, and note on which machine this is."""
        with faults.told(faults.writing, self.path), self._connection.begin():
            known = self._connection.execute(select(DEVICE.c.prefix, DEVICE.c.machine)).one()
            if known.prefix != prefix:
                self._connection.execute(update(DEVICE).values(prefix=prefix, next_reference=1))
            if known.machine != machine:
                self._connection.execute(update(DEVICE).values(machine=machine))

    def purge(self, covered_seq: int, before: datetime) -> int:
        """Let go what was answered before a moment and a verified backup of the store has; return how many.

        A refused change stays until a person has dealt with it.
        """
        dealt_with = exists().where(DISMISSED.c.op_id == OPERATION.c.op_id)
        old = OPERATION.c.seq.is_not(None) & (OPERATION.c.seq <= covered_seq) & (OPERATION.c.taken_at < before)
        settled = or_(OPERATION.c.result != OperationResult.REFUSED, dealt_with)
        with faults.told(faults.writing, self.path), self._connection.begin():
            return self._connection.execute(delete(OPERATION).where(old, settled)).rowcount

    def _anything_behind(self, seq: int) -> bool:
        """Whether any operation could matter to rows that are at least of this sequence."""
        return BEHIND.all(self._connection, {"seq": seq})[0]
