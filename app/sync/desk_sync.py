"""What the window and the commands use of sync: start and stop, poke, the state, once over, sign out."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from filelock import FileLock, Timeout
from sqlalchemy import func, select

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.events import CaseEditors, DataTrouble, RowsChanged, SyncState
from app.storage import shared_folder, shared_outbox
from app.storage.folder import DataFolder
from app.sync.attention import AttentionReads, cached_teams
from app.sync.lookup import Lookup
from app.sync.loop import Surroundings, SyncLoop, Timing
from app.sync.machine import machine
from app.sync.records import Identity, SyncReport, Welcome
from app.sync.shared_store import SharedStore
from app.sync.steps.hello import Caller
from app.sync.steps.talk import Talk
from app.sync.writer_files import WriterFiles
from app.version import version
from models.base import utc_now
from models.cache import HELD
from models.enums import Role, SyncPhase

LOCK = "sync.lock"
Hear = Callable[[RowsChanged | DataTrouble], None]
KEPT = timedelta(days=30)  # an answered change stays here at least so long
LOOK_S = 2.0  # how often somebody else's lock is tried


class DeskSync:
    """Keeps an open data folder in step with its store; `connect` opens a connection and is called in a thread.

    Of several processes on one folder one syncs; the others save into the outbox, where it finds what they saved.
    """

    def __init__(
        self,
        folder: DataFolder,
        connect: Callable[[], SharedStore],
        on_state: Callable[[SyncState], None] = lambda _: None,
        on_change: Callable[[RowsChanged], None] = lambda _: None,
        on_welcome: Callable[[Welcome], None] = lambda _: None,
        on_editors: Callable[[CaseEditors], None] = lambda _: None,
        timing: Timing | None = None,
    ) -> None:
        self._folder, self._connect, self._on_welcome = folder, connect, on_welcome
        if folder.writer is None:
            raise RuntimeError("sync begins once the writer has")
        self._files = WriterFiles(folder.writer, on_change)
        self._lock = FileLock(folder.path / LOCK, thread_local=False)  # one thread takes it, another lets go
        self._identity: Identity | None = None
        around = Surroundings(connect, self._caller, self._counts, on_state, self._welcomed, on_editors)
        self._loop = SyncLoop(self._files, around, timing)
        self._starter = threading.Thread(target=self._start, name="sync lock", daemon=True)
        self._stopped = threading.Event()
        self.lookup = Lookup(connect, WriterFiles(folder.writer, on_change), self._is_online, self._tell_found)
        self._on_change = on_change

    def start(self) -> None:
        """Keep in step from now on, as soon as no other process does."""
        self._starter.start()

    def stop(self) -> None:
        """End; blocks until what is on its way has ended."""
        self._stopped.set()
        self.lookup.stop()
        if self._starter.is_alive():
            self._starter.join()
        self._loop.stop()
        self._lock.release()

    def poke(self) -> None:
        """Look at once."""
        self._loop.poke()

    def editing(self, case: UUID | None) -> None:
        """Let others know which case is in the form here, None for none."""
        self._loop.editing(case)

    def saved_then(
        self, post: Callable[[RowsChanged | DataTrouble], None]
    ) -> Callable[[RowsChanged | DataTrouble], None]:
        """Return what the writer tells of each save: it is sent, and `post` hears of it."""

        def changed(event: RowsChanged | DataTrouble) -> None:
            self._loop.saved()
            post(event)

        return changed

    def state(self) -> SyncState:
        return self._loop.state()

    def held(self) -> int:
        """Return how many customers this desk holds; blocks on the disk."""
        return self._folder.reader.run(
            lambda connection: connection.execute(select(func.count()).select_from(HELD)).scalar_one()
        )

    def sync_once(self) -> SyncReport:
        """Send all, fill and pull all, without a thread; raises TransientError, and KnownError when another syncs."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise KnownError(
                QT_TRANSLATE_NOOP("AppError", "Another process syncs this folder"),
                QT_TRANSLATE_NOOP("AppError", "{path} is open in another Ringbook, which sends and pulls by itself."),
                path=self._folder.path,
            ) from error
        try:
            return self._once()
        finally:
            self._lock.release()

    def sign_out(self) -> None:
        """Stop, and drop the customers this desk holds; what waits stays in the outbox. Blocks on the disk."""
        self.stop()
        self._files.run(lambda outbox, cache: cache.wipe(outbox.shown_from()))

    def _once(self) -> SyncReport:
        store = self._connect()
        pushed = pulled = 0
        try:
            talk = Talk(store, self._files, self._caller)
            self._welcomed(talk.welcome)
            more = True
            while more:
                sent = talk.send()
                pushed, more = pushed + sent.count, sent.more
            while talk.fill():
                pass
            more = True
            while more:
                page = talk.pull()
                pulled, more = pulled + page.rows, page.more
            pulled += talk.tidy()
        finally:
            store.close()
            self._files.report()
        return SyncReport(pushed, pulled, *self._counts())

    def _start(self) -> None:
        """Wait for the lock, then let the thread run."""
        while not self._stopped.is_set():
            try:
                self._lock.acquire(timeout=0)
            except Timeout:
                self._stopped.wait(LOOK_S)
                continue
            self._loop.start()
            return

    def _caller(self) -> Caller:
        facts = shared_folder.read(self._folder.path)
        known = facts.store if facts is not None else ""
        return Caller(machine(), version(), utc_now(), UUID(known) if known else None)

    def _welcomed(self, welcome: Welcome) -> None:
        """Note which store this is, and let go of what it has safe."""
        facts = shared_folder.read(self._folder.path)
        if facts is not None and not facts.store:
            shared_folder.write(self._folder.path, facts._replace(store=str(welcome.store)))
        self._identity = welcome.identity
        self._files.run(lambda outbox, _: outbox.purge(welcome.backup_seq, utc_now() - KEPT))
        self._on_welcome(welcome)

    def role(self) -> Role | None:
        """Return the role of this login, None before the store has said so."""
        return None if self._identity is None else self._identity.role

    def _counts(self) -> tuple[int, int]:
        """Return how many operations wait, and how many matters wait for a person."""
        waiting = self._folder.outbox_reader.run(shared_outbox.waiting)
        reads = AttentionReads(self._folder.reader, self._folder.outbox_reader, cached_teams)
        return waiting, reads.count()

    def _is_online(self) -> bool:
        return self._loop.state().phase in (SyncPhase.ONLINE, SyncPhase.FILLING)

    def _tell_found(self) -> None:
        """Somebody came who was not here: what asked for them is read again."""
        self._on_change(RowsChanged(frozenset({"customer", "contact_point"})))
