"""Taking operations of one device into a store in a file: in order, each exactly once, all or none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select

from app.storage.local_store import ClonedDeviceError, GapError, Result
from app.storage.operations import Operation
from app.storage.prepared import PreparedRead, PreparedWrite
from app.sync.records import Identity
from app.sync.shared_store import MOST_PUSHED
from app.sync.sqlite.people import keep_device
from app.sync.sqlite.rules import Rules
from app.sync.sqlite.wire import check_kinds
from models.enums import OperationResult
from models.operation import OP_LOG

KNOWN = PreparedRead(
    select(*(OP_LOG.c[name] for name in ("op_id", "result", "reason", "seq", "taken_at"))).where(
        OP_LOG.c.op_id == bindparam("of"), OP_LOG.c.login == bindparam("by")
    ),
    Result,
)
LOG = PreparedWrite(insert(OP_LOG))


def push(
    connection: Connection, by: Identity, device: Any, operations: Sequence[Operation], now: datetime
) -> list[Result]:
    """Take operations within a transaction that holds the file; `device` is as `people.device_of` knows it."""
    if len(operations) > MOST_PUSHED:
        raise ValueError(f"at most {MOST_PUSHED} operations at once")
    check_kinds(operations)
    rules, last, results = Rules(connection, now), device.last_n, []
    for op in operations:
        result = KNOWN.first(connection, {"of": op.op_id, "by": by.login})
        if result is None:
            _check_sequence(op.n, last)
            result = _take(connection, rules, by, device, op, now)
        if op.n == last + 1:  # also where a copy of the disk had sent it: this device goes on behind it
            last = op.n
        results.append(result)
    if last != device.last_n:
        rules.keep()
        keep_device(connection, device.id, by.login, last_n=last)
    return results


def _check_sequence(n: int, last: int) -> None:
    if n <= last:
        raise ClonedDeviceError(f"operation {n} was taken before under another id")
    if n != last + 1:
        raise GapError(last + 1)


def _take(connection: Connection, rules: Rules, by: Identity, device: Any, op: Operation, now: datetime) -> Result:
    answer = rules.take(by, op)
    seq = rules.ledger.next() if answer.seq is None else answer.seq
    LOG.run(connection, {
        "seq": seq, "op_id": op.op_id, "device": device.id, "n": op.n, "kind": op.kind, "entity": op.entity,
        "at": op.at, "body": op.body, "result": answer.result, "reason": answer.reason, "taken_at": now,
        "login": by.login, "offset_ms": device.offset_ms,
    })  # fmt: skip
    if answer.result == OperationResult.APPLIED and ".edit@" not in op.kind:
        rules.replay(op.entity)
    return Result(op.op_id, answer.result, answer.reason, seq, now)
