"""A desk of a shared store as the window knows it: how it is, what waits, and its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from sqlalchemy import Connection, select

from app.events import SyncState
from app.storage.folder import DataFolder
from app.sync.address import StoreAddress
from app.sync.waiting import WaitingList, waiting
from models.operation import DEVICE


class DeskLink(Protocol):
    """The thread that keeps this desk in step with its store (`app.sync.desk_sync.DeskSync`)."""

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def poke(self) -> None:
        """Have it look at once, whatever it waits for."""
        ...

    def state(self) -> SyncState: ...

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


class SharedDesk:
    """What the window asks of a desk in a shared store; all but `state` and `sync_now` block on the disk."""

    def __init__(self, address: StoreAddress, link: DeskLink, folder: DataFolder) -> None:
        self.address = address
        self.link = link
        self._folder = folder

    def state(self) -> SyncState:
        return self.link.state()

    def sync_now(self) -> None:
        self.link.poke()

    def facts(self) -> DeskFacts:
        device, prefix = self._folder.outbox_reader.run(_device)
        return DeskFacts(self.address.shown(), self.address.login, device, prefix, self.link.held())

    def waiting(self, most: int) -> WaitingList:
        """Return what waits for the store, up to `most` of it."""
        return waiting(self._folder.reader, self._folder.outbox_reader, most)


def _device(connection: Connection) -> tuple[UUID, str]:
    row = connection.execute(select(DEVICE.c.id, DEVICE.c.prefix)).one()
    return row.id, row.prefix
