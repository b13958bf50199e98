"""The shared store in one SQLite file: the embedded default and the small office."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, Engine, func, insert, select

from app.storage.apply import apply
from app.storage.operations import Operation, RefusedOperationError
from app.storage.shared_store import ClonedDeviceError, GapError, Pushed, Result
from models.base import utc_now
from models.operation import LoggedOperation


class SqliteStore:
    """A `SharedStore` on one file; one thread uses it at a time."""

    def __init__(self, engine: Engine) -> None:
        self._connection = engine.connect()

    def last_n(self, device: UUID) -> int:
        with self._connection.begin():
            return _last_n(self._connection, device)

    def push(self, device: UUID, operations: Sequence[Operation]) -> Pushed:
        pushed = Pushed()
        with self._connection.begin():
            last = _last_n(self._connection, device)
            for op in operations:
                known = _known(self._connection, op.op_id)
                if known is not None:
                    pushed.results.append(known)
                    continue
                _check_sequence(op.n, last)
                pushed.results.append(_take(self._connection, device, op, pushed))
                last = op.n
        return pushed

    def close(self) -> None:
        self._connection.close()
        self._connection.engine.dispose()


def _last_n(connection: Connection, device: UUID) -> int:
    query = select(func.max(LoggedOperation.n)).where(LoggedOperation.device == device)
    return connection.execute(query).scalar() or 0


def _known(connection: Connection, op_id: UUID) -> Result | None:
    query = select(LoggedOperation.result, LoggedOperation.reason).where(LoggedOperation.op_id == op_id)
    row = connection.execute(query).one_or_none()
    return None if row is None else Result(op_id, row.result, row.reason)


def _check_sequence(n: int, last: int) -> None:
    if n <= last:
        raise ClonedDeviceError(f"operation {n} was taken before under another id")
    if n != last + 1:
        raise GapError(last + 1)


def _take(connection: Connection, device: UUID, op: Operation, pushed: Pushed) -> Result:
    """Apply one operation and log it; a refused one leaves nothing but its reason, and uses up its number."""
    savepoint = connection.begin_nested()
    try:
        result = Result(op.op_id, apply(connection, op, pushed))
        savepoint.commit()
    except RefusedOperationError as error:
        savepoint.rollback()
        result = Result(op.op_id, "refused", str(error))
    connection.execute(
        insert(LoggedOperation).values(
            op_id=op.op_id, device=device, n=op.n, kind=op.kind, entity=op.entity, at=op.at, body=op.body,
            result=result.result, reason=result.reason, taken_at=utc_now(),
        )
    )  # fmt: skip
    return result
