"""A link to a shared store that says what a test tells it to."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from app.bootstrap import Backend
from app.errors import KnownError
from app.events import SyncState
from app.sync.address import StoreAddress, parse
from app.sync.records import SyncReport
from app.workflows.shared_desk import Password, SharedDesk
from models.enums import Role, SyncPhase

URL = "postgresql://anna@db.example.com/ringbook"


class FakeLink:
    """Meets `app.workflows.shared_desk.DeskLink` without a store."""

    def __init__(
        self, state: SyncState | None = None, held: int = 1234,
        role: Callable[[], Role | None] = lambda: Role.ADMINISTRATOR,
    ) -> None:  # fmt: skip
        self.said = state or SyncState(SyncPhase.CONNECTING)
        self.customers = held
        self.done: list[str] = []
        self.role = role

    def start(self) -> None:
        self.done.append("start")

    def stop(self) -> None:
        self.done.append("stop")

    def poke(self) -> None:
        self.done.append("poke")

    def editing(self, case: UUID | None) -> None:
        """Nobody else is there to know."""

    def sign_out(self) -> None:
        self.done.append("sign out")

    def change_password(self, address: StoreAddress, old: str, new: str) -> None:
        if old != "correct horse":
            raise KnownError("Not let in", "The password of {login} is wrong.", login=address.login)
        self.done.append(f"password {new}")

    def state(self) -> SyncState:
        return self.said

    def sync_once(self) -> SyncReport:
        self.done.append("once")
        return SyncReport(0, 0, 0, 0)

    def held(self) -> int:
        return self.customers


def shared_desk(backend: Backend, link: FakeLink) -> SharedDesk:
    """A desk of Anna's on the data folder of a test."""
    return SharedDesk(parse(URL), link, backend.folder, Password("correct horse"), link.change_password)
