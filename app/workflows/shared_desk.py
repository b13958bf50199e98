"""A desk of a shared store as the window knows it: how it is, what waits, and its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from sqlalchemy import Connection, select

from app.events import SyncState
from app.storage.folder import DataFolder
from app.sync import credentials, unlock
from app.sync.address import StoreAddress
from app.sync.records import SyncReport
from app.sync.waiting import WaitingList, waiting
from models.enums import Role
from models.operation import DEVICE

ChangePassword = Callable[[StoreAddress, str, str], None]
"""Gives the login of an address another password: (address, old, new)."""


class DeskLink(Protocol):
    """The thread that keeps this desk in step with its store (`app.sync.desk_sync.DeskSync`)."""

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def poke(self) -> None:
        """Have it look at once, whatever it waits for."""
        ...

    def editing(self, case: UUID | None) -> None:
        """Let others know which case is in the form here, None for none; returns at once."""
        ...

    def state(self) -> SyncState: ...

    def role(self) -> Role | None:
        """Return the role of this login, None before the store has said so."""
        ...

    def sign_out(self) -> None:
        """Stop, and drop the customers this desk holds; what waits stays in the outbox. Blocks on the disk."""
        ...

    def sync_once(self) -> SyncReport:
        """Send and pull all, without the thread; raises TransientError, and KnownError when another process syncs."""
        ...

    def held(self) -> int:
        """Return how many customers this desk holds; blocks on the disk."""
        ...


@dataclass(frozen=True, slots=True)
class DeskFacts:
    """Who this desk is to its store; `held` is how many customers are on this computer."""

    store: str
    login: str
    device: UUID
    prefix: str
    held: int


@dataclass(slots=True)
class Password:
    """The password in use: whoever connects asks for it each time, as it may be changed while the desk is open."""

    value: str | None = field(default=None, repr=False)


class SharedDesk:
    """What the window asks of a desk in a shared store; all but `state`, `sync_now` and `editing` block on the disk."""

    def __init__(
        self, address: StoreAddress, link: DeskLink, folder: DataFolder, password: Password, change: ChangePassword
    ) -> None:
        self.address = address
        self.link = link
        self._folder, self._password, self._change = folder, password, change
        self._unlocks: str | None = None

    def state(self) -> SyncState:
        return self.link.state()

    def sync_now(self) -> None:
        self.link.poke()

    def editing(self, case: UUID | None) -> None:
        """Let colleagues know which case is in the form here, None for none; who else has it comes as an event."""
        self.link.editing(case)

    def sync_once(self) -> SyncReport:
        """Send and pull all, one time over; blocks on the network. Raises AppError."""
        return self.link.sync_once()

    def can_change_password(self) -> bool:
        """Whether the login has a password of its own; that of a file is everybody's."""
        return self.address.kind == "postgres"

    def change_password(self, old: str, new: str) -> None:
        """Change the login's password, also where this computer keeps it; blocks on the network. Raises AppError."""
        self._change(self.address, old, new)
        self._password.value = new
        if credentials.kept_in(self.address) == "keyring":
            credentials.store(self.address, new)
        self.keep_unlock()

    def keep_unlock(self) -> None:
        """Note that the store has taken the password in use, so that this desk opens by it while nobody answers."""
        password = self._password.value
        if password not in (None, self._unlocks):  # to note it costs as long as to try one
            unlock.keep(self._folder.path, self._folder.key, password)
            self._unlocks = password

    def sign_out(self) -> None:
        """Leave this desk: the next start asks for the password again. What waits is sent when it comes back."""
        self.link.sign_out()
        credentials.forget(self.address)

    def facts(self) -> DeskFacts:
        device, prefix = self._folder.outbox_reader.run(_device)
        return DeskFacts(self.address.shown(), self.address.login, device, prefix, self.link.held())

    def waiting(self, most: int) -> WaitingList:
        """Return what waits for the store, up to `most` of it."""
        return waiting(self._folder.reader, self._folder.outbox_reader, most)


def _device(connection: Connection) -> tuple[UUID, str]:
    row = connection.execute(select(DEVICE.c.id, DEVICE.c.prefix)).one()
    return row.id, row.prefix
