"""What must hold when all desks have come to rest: nothing lost, doubled, diverged or silently overwritten."""

from __future__ import annotations

import traceback
from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from app.storage.engine import open_file
from app.storage.operations import ENTITIES, to_json
from models.cache import HELD
from models.operation import CONFLICT, OP_LOG, OPERATION
from tests import shared_file
from tests.simulator.desk import SimulatedDesk
from tests.simulator.model import Line, Model
from tests.simulator.world import PEOPLE, World

COLUMNS = {
    name: tuple(column.name for column in table.columns if column.name not in ("id", "revision"))
    for name, table in ENTITIES.items()
}
NOT_MODELLED = {"at", "their_login", "their_at"}  # of a conflict: the store's own time, and who was there before
Rows = dict[UUID, tuple[str, dict[str, Any], int]]


@dataclass
class Truth:
    """What is in the store's file."""

    rows: Rows
    log: list[Line]


def sins(world: World) -> list[str]:
    """Return what is wrong, each beginning with its kind; empty when nothing is."""
    with open_file(world.path, shared_file.KEY, journal="DELETE").connect() as connection:
        truth = Truth(_rows(connection), _log(connection))
    model = _model(truth)
    found = [*world.sins, *_lost(world, truth), *_doubled(world, truth), *_wrong(truth, model)]
    for desk in world.desks:
        found += _untold(desk, truth)
        found += _diverged(desk, truth)
    return found


def _rows(connection: Connection) -> Rows:
    found: Rows = {}
    for name, table in ENTITIES.items():
        for row in connection.execute(select(table)):
            values = {column: to_json(value) for column, value in row._mapping.items()}
            del values["id"]
            found[row.id] = (name, values, values.pop("revision"))
    return found


def _log(connection: Connection) -> list[Line]:
    names = ("seq", "op_id", "kind", "entity", "at", "body", "result", "taken_at", "login")
    lines = connection.execute(select(*(OP_LOG.c[name] for name in names)).order_by(OP_LOG.c.seq))
    return [Line(*line) for line in lines]


def _model(truth: Truth) -> Model:
    made = {
        (UUID(values["op_id"]), values["field"]): of
        for of, (table, values, _) in truth.rows.items()
        if table == CONFLICT.name
    }
    model = Model({person.login: person for person in PEOPLE}, COLUMNS, made)
    for line in truth.log:
        model.take(line)
    return model


def _lost(world: World, truth: Truth) -> list[str]:
    taken = {line.op_id for line in truth.log}
    waiting = {op.op_id for desk in world.desks for op in desk.outbox.pending(100_000)}
    lost = {op.op_id: op for _, op in world.saved if op.op_id not in taken | world.forgiven}
    found = [f"lost: {op.kind} {of}{' waits for ever' if of in waiting else ''}" for of, op in lost.items()]
    return found + [f"lost: {of} waits for ever" for of in waiting - lost.keys() - world.forgiven - taken]


def _doubled(world: World, truth: Truth) -> list[str]:
    saved = {op.op_id for _, op in world.saved}
    counts = Counter(line.op_id for line in truth.log)
    found = [f"doubled: {of} was taken {count} times" for of, count in counts.items() if count > 1]
    return found + [
        f"doubled: the store took {line.kind}, which nobody saved" for line in truth.log if line.op_id not in saved
    ]


def _wrong(truth: Truth, model: Model) -> list[str]:
    """Replay the log by the model: results, rows and conflicts must come out the same."""
    found = [
        f"wrong: {line.kind} {line.op_id} was {line.result}, not {model.results[line.op_id]}"
        f" ({model.refusals.get(line.op_id, '')})"
        for line in truth.log
        if line.result != model.results[line.op_id]
    ]
    kept = [
        (UUID(v["op_id"]), UUID(v["entity"]), v["field"], v["base"], v["theirs"], v["mine"], v["login"])
        for table, v, _ in truth.rows.values()
        if table == CONFLICT.name
    ]
    expected = [(c.op_id, c.entity, c.field, c.base, c.theirs, c.mine, c.login) for c in model.clashes]
    for one in expected:
        if one not in kept:
            found.append(f"overwritten: nobody is told that {one[2]} of {one[1]} was changed by two")
        else:
            kept.remove(one)
    found += [f"wrong: a conflict about {one[2]} that was none" for one in kept]
    for of in truth.rows.keys() | model.rows.keys():
        found += _row(of, truth, model)
    return found


def _row(of: UUID, truth: Truth, model: Model) -> list[str]:
    if of not in truth.rows or of not in model.rows:
        where = "is not there" if of not in truth.rows else "should not be there"
        return [f"overwritten: {(model.rows.get(of) or truth.rows[of])} {where}"[:200]]
    table, values, revision = truth.rows[of]
    expected = model.rows[of]
    names = [name for name in values if not (table == CONFLICT.name and name in NOT_MODELLED)]
    found = [
        f"overwritten: {table}.{name} of {of} is {values[name]!r}, not {expected.values[name]!r}"
        for name in names
        if values[name] != expected.values[name]
    ]
    if not found and revision != expected.revision:
        found = [f"wrong: {table} {of} is of revision {revision}, not {expected.revision}"]
    return found


def _untold(desk: SimulatedDesk, truth: Truth) -> list[str]:
    """Return the operations a desk thinks came out otherwise than they did; what was parked is told by its row."""
    log = {line.op_id: line.result for line in truth.log}
    with desk.outbox._connection.begin():
        kept = desk.outbox._connection.execute(select(OPERATION.c.op_id, OPERATION.c.result)).all()
    return [
        f"untold: {desk.name} believes {of} was {result}, and it was {log.get(of)}"
        for of, result in kept
        if of in log and result != log[of] and result != "parked"
    ]


def _diverged(desk: SimulatedDesk, truth: Truth) -> list[str]:
    connection = desk.cache._connection
    with connection.begin():
        cached = _rows(connection)
        held = set(connection.execute(select(HELD.c.customer_id)).scalars())
    found = []
    for of in cached.keys() | truth.rows.keys():
        sin = _compare(desk, of, cached, truth, held)
        if sin:
            found.append(f"diverged: {desk.folder.name} ({desk.name}) {sin}")
    return found


def _compare(desk: SimulatedDesk, of: UUID, cached: Rows, truth: Truth, held: set[UUID]) -> str:
    if of not in truth.rows:
        return f"has {cached[of][0]} {of}, which nobody has"
    table, values, _ = truth.rows[of]
    team, customer = _place(of, truth.rows)
    is_ours, is_held = team in desk.person.teams, customer in held
    if of not in cached:
        return f"has not {table} {of}" if (is_ours and _is_work(of, truth.rows)) or is_held else ""
    if not is_ours and not is_held:
        # What this desk wrote of nobody for others stays as it left it: they do not tell what became of it.
        return f"keeps {table} {of} of another team" if _place(of, cached)[1] is not None else ""
    if cached[of] != truth.rows[of]:
        names = [name for name in values if values[name] != cached[of][1][name]] or ["revision"]
        return f"has another {names} of {table} {of}: {[cached[of][1].get(n, cached[of][2]) for n in names]}"
    return ""


def _place(of: UUID, rows: Rows) -> tuple[int | None, UUID | None]:
    """Return whose work a row is and whom it is about."""
    if of not in rows:
        return None, None
    table, values, _ = rows[of]
    if table == "customer":
        return None, of
    if table == "case_event":
        return _place(UUID(values["case_id"]), rows)
    if table == "call_leg":
        return None, _place(UUID(values["call_id"]), rows)[1]
    if table == "conflict":
        return values["team"], _place(UUID(values["entity"]), rows)[1]
    return values.get("team"), UUID(values["customer_id"]) if values["customer_id"] else None


def _is_work(of: UUID, rows: Rows) -> bool:
    table, values, _ = rows[of]
    if values["deleted_at"] is not None:
        return False
    if table == "case_event":
        parent = UUID(values["case_id"])
        return parent in rows and _is_work(parent, rows)
    if table == "case":
        return values["closed_at"] is None
    if table == "follow_up":
        return bool(values["status"] == "open")
    return table == "conflict" and values["settled_at"] is None


def verdict(world: World) -> list[str]:
    """Let the world live and come to rest, and say what is wrong with it; what is raised on the way is wrong too."""
    try:
        world.live()
        world.settle()
        return sins(world)
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        return [f"raised: {type(error).__name__} {error} in {where.name}, {where.filename}:{where.lineno}"]
