"""Say who connects, and bring desk and store to one mind about what the store has: after a crash, a copy, a restore."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.storage.cache_store import CacheStore
from app.storage.local_store import Result
from app.storage.operations import Operation
from app.storage.shared_outbox import SharedOutbox
from app.sync.desk_files import DeskFiles
from app.sync.records import Cursor, Desk, Welcome
from app.sync.shared_store import SharedStore
from app.sync.steps.answers import kept

log = logging.getLogger(__name__)
LEASE = timedelta(days=30)
MOST_ANSWERS = 1000
MOST_SHOWN = 50  # operations shown again in a transaction
TRIES = 3


@dataclass(frozen=True, slots=True)
class Caller:
    """What a desk says of itself beside its outbox: a hash of the machine, the program's version, the time now, UTC.

    `store` is the store this desk is of, None before it was first reached.
    """

    machine: str
    program: str
    now: datetime
    store: UUID | None = None


def say_hello(store: SharedStore, files: DeskFiles, caller: Caller) -> Welcome:
    """Connect a desk; afterwards its pending operations follow what the store has of it.

    The cache is dropped where it is of another life of the store, or of other teams. Raises KnownError when this is
    another store than the desk's.
    """
    me = files.run(lambda outbox, _: outbox.me())
    if me.machine not in (None, caller.machine):
        log.warning("this disk was on another machine: the desk becomes another device")
        files.run(lambda outbox, _: outbox.renew(caller.machine))
    standing = files.run(lambda _, cache: cache.standing())
    for _ in range(TRIES):
        welcome = _greet(store, files, caller, standing.cursor)
        _check_same(caller, welcome)
        _forget_lost_answers(store, files)  # also where the cursor still fits: what was lost may have come behind it
        if _align(store, files, welcome):
            break
        files.run(lambda outbox, _: outbox.renew(caller.machine))
    else:
        raise RuntimeError("the store knows more of each new device than it can")
    _settle_cache(files, welcome)
    files.run(lambda _, cache: cache.note(lease_until=caller.now + LEASE))
    return welcome


def become_another(store: SharedStore, files: DeskFiles, caller: Caller) -> Welcome:
    """Go on as a new device: another copy of this one has used its numbers."""
    log.warning("another copy of this desk has sent other changes: it becomes another device")
    me = files.run(lambda outbox, _: outbox.me())
    _learn(store, files, me.device)
    files.run(lambda outbox, _: outbox.renew(caller.machine))
    return say_hello(store, files, caller)


def _greet(store: SharedStore, files: DeskFiles, caller: Caller, cursor: Cursor | None) -> Welcome:
    me = files.run(lambda outbox, _: outbox.me())
    desk = Desk(me.device, me.prefix, caller.machine, caller.program, caller.now)
    welcome = store.hello(desk, cursor)
    files.run(lambda outbox, _: outbox.keep(welcome.prefix, caller.machine))
    return welcome


def _check_same(caller: Caller, welcome: Welcome) -> None:
    if caller.store not in (None, welcome.store):
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "This is another store"),
            QT_TRANSLATE_NOOP(
                "AppError",
                "At its address there is another store than the one this desk belongs to. What you saved is kept here. "
                "Ask your administrator to put the right one back.",
            ),
        )


def _forget_lost_answers(store: SharedStore, files: DeskFiles) -> None:
    """What the store was put back to before has to be sent again, whichever device it came from."""
    for device in files.run(lambda outbox, _: outbox.devices()):
        last_n = store.last_n(device)
        lost = files.run(partial(_forget_after, last_n=last_n, device=device))
        lost += _correct_answers(store, files, device, last_n)
        if lost:
            log.warning("the store was put back: %s changes of this desk are sent again", lost)


def _forget_after(outbox: SharedOutbox, cache: CacheStore, *, last_n: int, device: UUID) -> int:
    if not outbox.is_answered_after(last_n, device):
        return 0
    cache.note(store=None)  # first: should it end between the two, the cache is still known to be of another life
    return outbox.forget_answers_after(last_n, device)


def _correct_answers(store: SharedStore, files: DeskFiles, device: UUID, last_n: int) -> int:
    """Learn again what the store answered where its last answer is another; return how many operations it lacks.

    It was put back then, and a copy of this desk has sent others in their places since.
    """
    known = files.run(lambda outbox, _: outbox.last_answer(device, last_n))
    if known is None or _is_same(known, store.answers(device, known[0] - 1, 1)):
        return 0
    files.run(lambda _, cache: cache.note(store=None))  # first, as above
    lost, n = 0, 0
    while found := store.answers(device, n, MOST_ANSWERS):
        lost += files.run(partial(_correct, device=device, answers=dict(found)))
        n = found[-1][0]
    return lost


def _is_same(known: tuple[int, Result], found: Sequence[tuple[int, Result]]) -> bool:
    """Whether the store has an operation as it was answered, or (of one that another device sent first) none there."""
    n, mine = known
    if not found or found[0][0] != n:
        return True
    theirs = found[0][1]
    return (theirs.op_id, theirs.seq, theirs.taken_at) == (mine.op_id, mine.seq, mine.taken_at)


def _correct(outbox: SharedOutbox, _: CacheStore, *, device: UUID, answers: Mapping[int, Result]) -> int:
    return outbox.correct(device, answers)


def _align(store: SharedStore, files: DeskFiles, welcome: Welcome) -> bool:
    """Have the store's last operation of this device be the one before the first that waits.

    Returns False when only another device can go on: this one's numbers were used by a copy, or lie beyond what is
    known there.
    """
    me = files.run(lambda outbox, _: outbox.me())
    if welcome.last_n > files.run(lambda outbox, _: outbox.shown_from()):
        _learn(store, files, me.device)  # it took them, and its answer was lost
    first = files.run(lambda outbox, _: outbox.shown_from())
    if welcome.last_n == first:
        return True
    if welcome.last_n == 0:
        store.begin_after(me.device, first)
        return True
    return False


def _learn(store: SharedStore, files: DeskFiles, device: UUID) -> None:
    """Keep what the store has answered of a device and this desk has not heard, and show what it made of that."""
    n = files.run(lambda outbox, _: outbox.shown_from())
    while found := store.answers(device, n, MOST_ANSWERS):
        operations, seq = files.run(partial(_sent_after, n=n))
        files.changed(files.run(kept(store, operations, [result for _, result in found], seq)))
        n = found[-1][0]


def _sent_after(outbox: SharedOutbox, cache: CacheStore, *, n: int) -> tuple[list[Operation], int]:
    return outbox.from_n(n + 1, MOST_ANSWERS), cache.standing().seq


def _settle_cache(files: DeskFiles, welcome: Welcome) -> None:
    """Begin the cache anew where it cannot be gone on with."""
    standing = files.run(lambda _, cache: cache.standing())
    teams = tuple(sorted(welcome.identity.teams))
    if standing.store == welcome.store and standing.teams == teams and not welcome.is_restored:
        files.run(lambda _, cache: cache.trust_up_to(standing.seq))
        return
    begin_anew(files, welcome)


def begin_anew(files: DeskFiles, welcome: Welcome) -> None:
    """Drop all rows and show again what waits; the next steps fill it."""

    def drop(outbox: SharedOutbox, cache: CacheStore) -> None:
        cache.begin(welcome.store, welcome.cursor, welcome.identity.teams, outbox.shown_from())

    files.run(drop)
    while files.run(_show_some):
        pass


def _show_some(outbox: SharedOutbox, cache: CacheStore) -> bool:
    operations = outbox.after(cache.last_n(outbox.device), MOST_SHOWN)
    if operations:
        cache.push(outbox.device, operations)
    return bool(operations)
