"""The one place where engines and adapters are chosen."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app import pbx_secret
from app import settings as settings_file
from app.calls.service import CallService
from app.cases.drafts import DraftService
from app.cases.service import CaseService
from app.customers.service import CustomerService
from app.errors import QT_TRANSLATE_NOOP, SignInWantedError
from app.events import CallEvent, Event, PbxHeard, PbxState
from app.follow_ups.service import FollowUpService
from app.settings import PbxSettings, Settings
from app.storage import keys, shared_folder
from app.storage.folder import DataFolder
from app.telephony.source import CallSource
from app.workflows.backups import Backups
from app.workflows.data_check import DataCheck
from app.workflows.incoming import Reads
from app.workflows.pbx_link import PbxLink
from app.workflows.wrap_up import WrapUpService

if TYPE_CHECKING:
    from app.storage.reader import Reader
    from app.storage.repair import Report as Report
    from app.storage.writer import Writer
    from app.sync.address import StoreAddress
    from app.sync.administration import Administration
    from app.sync.attention import AttentionReads
    from app.sync.audit import AuditLog
    from app.sync.postgres.store import PostgresStore
    from app.sync.records import Welcome
    from app.sync.settle import SettleService
    from app.sync.shared_store import SharedStore
    from app.sync.sqlite.store import SqliteSharedStore
    from app.telephony.replay_server import ReplayServer
    from app.workflows.shared_desk import Password, SharedDesk
    from app.workflows.signing_in import SignedIn

Post = Callable[[Event], None]


class CurrentSettings:
    """The settings in force; called, it returns them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._value = settings_file.load(folder)

    def __call__(self) -> Settings:
        return self._value

    def replace(self, value: Settings) -> None:
        """Write the new settings, then let them be in force."""
        settings_file.save(self._folder, value)
        self._value = value


@dataclass(frozen=True)
class Backend:
    """All a window or a command needs of one data folder; what no call needs is imported when it is first asked for."""

    folder: DataFolder
    writer: Writer
    settings: CurrentSettings
    reads: Reads
    customers: CustomerService
    calls: CallService
    follow_ups: FollowUpService
    drafts: DraftService
    wrap_up: WrapUpService
    pbx: PbxLink
    backups: Backups
    data_check: DataCheck
    demo_pbx: ReplayServer | None = None
    shared: SharedDesk | None = None
    administer: Callable[[], Administration] | None = None  # of a shared store; blocks on an import
    connect: Callable[[], SharedStore] | None = None  # anew to the shared store

    @property
    def is_demo(self) -> bool:
        return self.demo_pbx is not None

    @cached_property
    def attention(self) -> AttentionReads:
        from app.sync.attention import AttentionReads, cached_teams

        read = self.folder.reader, self.folder.outbox_reader
        return AttentionReads(*read) if self.shared is None else AttentionReads(*read, cached_teams)

    @cached_property
    def settle(self) -> SettleService:
        from app.sync.settle import SettleService

        return SettleService(self.writer, self.settings)

    @cached_property
    def audit(self) -> AuditLog:
        from app.sync.audit import AuditLog

        if self.shared is None:
            return AuditLog(self.folder.reader)
        return AuditLog(self.folder.reader, self.connect, self.shared.link.role)

    def unkept_recovery_key(self) -> str | None:
        """Return a recovery key to show, None when somebody has kept one; blocks on the disk."""
        key = self.folder.key
        if key.recovery_kept:
            return None
        return key.new_recovery_key or self.renew_recovery_key()

    def renew_recovery_key(self) -> str:
        """Make another recovery key, to be shown until it is acknowledged; blocks on the disk."""
        return str(keys.renew_recovery_key(self.folder.path, self.folder.key).new_recovery_key)

    def acknowledge_recovery_key(self) -> None:
        """Note that somebody has kept the newest recovery key; those before it open nothing any more."""
        keys.acknowledge(self.folder.path)

    def close(self) -> None:
        """Give up a check or backup on its way, say goodbye to the PBX, finish what was submitted, close the files."""
        if self.shared is not None:
            self.shared.link.stop()
        self.data_check.stop()
        self.backups.stop()
        self.pbx.stop()
        if self.demo_pbx is not None:
            self.demo_pbx.stop()
        self.folder.close()


def open_backend(path: Path, post: Post = lambda _: None) -> Backend:
    """Open the data folder at `path`, making it the first time; the PBX link waits for `pbx.start()`.

    Raises AppError when it cannot be opened; `post` is called from the writer's and the PBX link's threads.
    """
    folder = DataFolder(path)
    with _closed_on_failure(folder):
        return _compose(folder, CurrentSettings(path), post)


def open_demo(path: Path, post: Post = lambda _: None) -> Backend:
    """Open the demo's folder, filling it with the sample world the first time, and play its calls as a PBX would."""
    from app.sample import demo  # only the demo needs the sample world and a PBX of its own
    from app.telephony.replay_server import ReplayServer

    folder = DataFolder(path)
    with _closed_on_failure(folder):
        demo.fill_once(folder, datetime.now(UTC))
        pbx = ReplayServer(demo.recordings(), loop=True, pause=demo.PAUSE_SECONDS, fresh_ids=True)
        pbx.start()
        os.environ.setdefault(pbx_secret.VARIABLE, "demo")  # the PBX of the demo takes any
        settings = CurrentSettings(path)
        settings.replace(demo.settings(settings(), pbx.port))
        return replace(_compose(folder, settings, post), demo_pbx=pbx)


def open_desk(path: Path, post: Post = lambda _: None, password: str | None = None) -> Backend:
    """Open a data folder for a window: a desk of a shared store is kept in step with it from now on.

    Raises SignInWantedError where the store wants a password that is neither given nor kept; else as `open_backend`.
    """
    facts = shared_folder.read(path)
    if facts is None:
        return open_backend(path, post)
    from app.sync import credentials, desk_folder  # one seat has no address, and no password

    address = desk_folder.address_in(facts)
    known = password or credentials.read(address)
    if known is None:
        raise SignInWantedError(
            QT_TRANSLATE_NOOP("AppError", "Sign in"),
            QT_TRANSLATE_NOOP("AppError", "{store} wants the password of {login}; {variable} may hold it."),
            store=address.shown(), login=address.login, variable=credentials.VARIABLE,
        )  # fmt: skip
    return _join(open_backend(path, post), address, known, post)


def sign_in(base: Path, address: StoreAddress, typed: str, *, remember: bool) -> SignedIn:
    """Sign in at a shared store with a typed or kept password, as `app.workflows.signing_in` says."""
    from app.sync import credentials
    from app.workflows import signing_in

    password = typed or credentials.read(address)
    return signing_in.sign_in(base, address, password, remember=remember, connect=connect_store)


def connect_store(
    address: StoreAddress, password: str | None, name: str = ""
) -> PostgresStore | SqliteSharedStore:  # fmt: skip
    """Connect to a shared store; raises KnownError and TransientError. `name` is what people see of a new login."""
    if address.kind == "file":
        from app.sync.sqlite import file

        return file.open(Path(address.path), address.login, password or "", name)
    from app.sync.postgres import store  # with psycopg, which one seat does without

    return store.connect(address, password)


def _join(backend: Backend, address: StoreAddress, known: str, post: Post) -> Backend:
    """Add to an open desk what keeps it in step with its store once `shared.link` is started."""
    from app.sync.desk_sync import DeskSync
    from app.workflows.shared_desk import Password, SharedDesk

    settings, password = backend.settings, Password(known)

    def connect() -> SharedStore:
        return connect_store(address, password.value, settings().agent)

    def welcomed(welcome: Welcome) -> None:
        _be_called(settings, welcome)
        shared.keep_unlock()

    folder = backend.folder
    link = DeskSync(folder, connect, post, post, welcomed, post)
    shared = SharedDesk(address, link, folder, password, _change_password)
    folder.on_change = link.saved_then(post)
    backend.reads.ask_online(link.lookup)
    return replace(
        backend, shared=shared, connect=connect,
        administer=cache(lambda: _administration(address, password, folder.reader)),
    )  # fmt: skip


def _administration(address: StoreAddress, password: Password, local: Reader) -> Administration:
    """Choose what an administrator of this store has in the window."""
    from app.sync.administration import Administration

    if address.kind == "file":
        from app.sync.sqlite.administration import FileAdministration

        file = FileAdministration(Path(address.path), lambda: password.value, local)
        return Administration(file, copies=file)
    from app.sync.postgres.administration import PostgresAdministration

    server = PostgresAdministration(address, lambda: password.value, local)
    return Administration(server, people=server)


def _change_password(address: StoreAddress, old: str, new: str) -> None:
    from app.sync.postgres import own_password

    own_password.change(address, old, new)


def _be_called(settings: CurrentSettings, welcome: Welcome) -> None:
    """Whoever signs in is called what the store calls them."""
    if settings().agent != welcome.identity.name:
        settings.replace(replace(settings(), agent=welcome.identity.name))


@contextmanager
def _closed_on_failure(folder: DataFolder) -> Iterator[None]:
    """Let somebody else open a folder that was opened in vain, whoever still looks at the error."""
    try:
        yield
    except BaseException:
        folder.close()
        raise


def _compose(folder: DataFolder, settings: CurrentSettings, post: Post) -> Backend:
    writer = folder.start_writer(post)
    follow_ups = FollowUpService(writer, settings)
    check = DataCheck(folder, post)

    def heard(event: CallEvent | PbxState | PbxHeard) -> None:
        if isinstance(event, CallEvent):
            check.hear(event)
        post(event)

    return Backend(
        folder,
        writer,
        settings,
        Reads(folder.reader, settings),
        CustomerService(writer, settings),
        CallService(writer, settings),
        follow_ups,
        DraftService(writer),
        WrapUpService(writer, CaseService(settings), follow_ups),
        PbxLink(_asterisk, settings, heard),
        Backups(folder, settings, post),
        check,
    )


def _asterisk(pbx: PbxSettings, secret: str, region: str) -> CallSource:
    from app.telephony.adapters.asterisk import AsteriskSource  # after the window can be used, so not with the rest

    return AsteriskSource(pbx, secret, region)


def repair(path: Path) -> Report:
    """Set aside what is damaged in a data folder and let what is whole go on; blocks on the disk.

    Raises KnownError; then all is as it was.
    """
    from app.storage import repair as repairing  # hardly any run needs it

    return repairing.repair(path)


def recover(path: Path, typed: str) -> None:
    """Have a data folder whose key is gone open again, by its recovery key; blocks on the disk and the keyring.

    Raises KnownError when it is not the recovery key of this folder.
    """
    keys.recover(path, typed)
