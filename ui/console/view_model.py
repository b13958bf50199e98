"""The console without its looks: calls come in, customers are looked up, the form follows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from enum import Enum, auto
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.customers.records import Candidate
from app.events import CallEvent, RowsChanged
from app.workflows.records import CustomerView, Pop
from models.enums import CallStep, Direction, MatchReason
from ui.background import Background
from ui.console.live_calls import LiveCall, LiveCalls

if TYPE_CHECKING:
    from app.bootstrap import Backend

QUIET_MS = 120  # several writes in a row make one refresh
HOLD_MS = 15  # how long a ring waits for its record, so that it is laid out and painted once
NAMES = {"customer", "contact_point"}  # what a promise shows of its customer
OTHERS_MS = 2000  # how often it is asked whether another process wrote


class Changed(Enum):
    """What there is to tell."""

    STRIPS = auto()
    SHOWN = auto()
    REFRESHED = auto()


class ConsoleModel(QObject):
    """Holds what the console shows; knows no widget.

    What the agent does is told at once. What the PBX and the reads bring is told together, once a turn of the event
    loop, and the ring of a caller who is being looked up with the record, if that comes within `hold_ms`.

    `strips_changed`: the calls or their states. `shown_changed`: another call or customer is on screen, or more is
    known of it. `customer_refreshed`: the same customer, read again. `promises_changed`: promises may have, or these
    customers whose name and number stand there; None for any. `rang`: a call the agent should notice. `others_wrote`:
    another process wrote, nobody says what.
    """

    strips_changed = Signal()
    shown_changed = Signal()
    customer_refreshed = Signal(object)  # CustomerView
    promises_changed = Signal(object)  # frozenset[UUID] | None
    rang = Signal()
    others_wrote = Signal()

    def __init__(self, backend: Backend, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self._background = background
        self.calls = LiveCalls()
        self.opened: CustomerView | None = None  # opened by search, apart from any call
        self.hold_ms = HOLD_MS
        self._changed: set[Changed] = set()
        self._soon = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._soon.timeout.connect(self._tell_changed)
        self._stale: set[UUID] = set()
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._refresh_stale)
        self._version: int | None = None
        self._others = QTimer(self, interval=OTHERS_MS)
        self._others.timeout.connect(self._ask_version)
        self._others.start()
        self._ask_version()  # what is written from now on is another

    @property
    def shown(self) -> LiveCall | None:
        """The call on screen; None while a customer opened by search is."""
        return None if self.opened else self.calls.get(self.calls.shown)

    @property
    def view(self) -> CustomerView | None:
        """The customer on screen."""
        return self.opened or (self.shown.view if self.shown else None)

    def take(self, event: CallEvent) -> None:
        """Take an event of the PBX: show it, log it, look the caller up."""
        before = self.calls.shown
        wanted = self.calls.apply(event, self._backend.calls.call_id(event))
        if wanted:
            self._look_up(event.call)
        self._background.run_write(lambda: self._backend.calls.record(event))
        if self.calls.shown != before or event.event == CallStep.ANSWERED:
            self.opened = None
        if event.event == CallStep.RINGING and event.direction != Direction.OUTBOUND:
            self.rang.emit()
        self._tell_soon(Changed.STRIPS, Changed.SHOWN, hold=wanted and self.calls.shown == event.call)

    def pop_number(self, number: str) -> None:
        """Show who has a number, as `--pop` and tel: links ask."""
        call = self.calls.look_up(number, datetime.now(UTC))
        self.opened = None
        self._look_up(call.leg)
        self._tell_soon(Changed.STRIPS, Changed.SHOWN, hold=True)

    def show_call(self, leg: str) -> None:
        """Bring another call on screen, because the agent asked for it."""
        self.opened = None
        self.calls.shown = leg
        self._tell()

    def next_call(self) -> None:
        """Go round the calls."""
        legs = [call.leg for call in self.calls.all()]
        if legs:
            here = legs.index(self.calls.shown) if self.calls.shown in legs and not self.opened else -1
            self.show_call(legs[(here + 1) % len(legs)])

    def close_call(self, leg: str) -> None:
        """Put an ended call away."""
        self.calls.close(leg)
        self._tell()

    def open_customer(self, customer_id: UUID, then: Callable[[], None] = lambda: None) -> None:
        """Show a customer somebody searched for, then do what was wanted with them."""

        def opened(view: CustomerView) -> None:
            self.opened = view
            self._tell()
            then()

        self._read(customer_id, opened)

    def close_customer(self) -> None:
        """Go back from a searched customer to the call, or to nobody."""
        self.opened = None
        self._tell()

    def identify(self, leg: str, customer_id: UUID) -> None:
        """The agent says who is calling: remember it for the number, log it with the call."""
        call = self.calls.get(leg)
        if call is None:
            return
        if call.pop is not None and call.pop.number is not None:
            number, before = call.pop.number, _remembered(call.pop.candidates)
            self._background.run_write(lambda: self._backend.customers.choose(number, customer_id, before))
        self._read(customer_id, lambda view: self._identified(leg, view))

    def rows_changed(self, change: RowsChanged) -> None:
        """Something was written: read again what of it is on screen."""
        if "follow_up" in change.tables:
            self.promises_changed.emit(None)
        elif NAMES & change.tables:
            self.promises_changed.emit(change.customers)
        self._stale |= change.customers
        if change.pulled and not self._quiet.isActive():
            self._refresh_stale()  # nothing of a ring that would follow: the agent sees it as soon as it is here
        self._quiet.start()
        if NAMES & change.tables and self._backend.shared is not None:
            self._look_up_again()

    def _look_up_again(self) -> None:
        """Somebody came from a shared store who was not here: it may be who is calling."""
        for call in self.calls.all():
            if call.number and call.pop is not None and call.view is None:
                self._look_up(call.leg)

    def _tell(self) -> None:
        """Another call or customer is on screen; which one, the strips show too."""
        self._changed |= {Changed.STRIPS, Changed.SHOWN}
        self._tell_changed()

    def _tell_soon(self, *changed: Changed, hold: bool = False) -> None:
        """Tell with what else this turn of the event loop brings, or when the record of a ring is there."""
        self._changed |= set(changed)
        if hold:
            self._soon.start(self.hold_ms)
        elif not self._soon.isActive():
            self._soon.start(0)

    def _tell_changed(self) -> None:
        self._soon.stop()
        changed, self._changed = self._changed, set()
        if Changed.STRIPS in changed:
            self.strips_changed.emit()
        if Changed.SHOWN in changed:
            self.shown_changed.emit()
        elif Changed.REFRESHED in changed and self.view is not None:
            self.customer_refreshed.emit(self.view)

    def _ask_version(self) -> None:
        self._background.run_read(self._backend.reads.version, self._look_at_version)

    def _look_at_version(self, version: int) -> None:
        """A command beside this window may have written what is on screen."""
        if self._version not in (None, version):
            self.promises_changed.emit(None)
            self.others_wrote.emit()
            self._stale |= self._on_screen()
            self._quiet.start()
        self._version = version

    def _on_screen(self) -> set[UUID]:
        customers = {call.customer_id for call in self.calls.all()} | {self.view.card.id if self.view else None}
        return {customer for customer in customers if customer is not None}

    def _look_up(self, leg: str) -> None:
        call = self.calls.get(leg)
        if call is None:
            return
        number = call.number
        self._background.run_read(
            lambda: self._backend.reads.pop(number), lambda pop: self._popped(leg, number, pop), urgent=True
        )

    def _popped(self, leg: str, number: str | None, pop: Pop) -> None:
        call = self.calls.get(leg)
        if call is None or call.number != number:
            return
        call.pop, call.view = pop, pop.view
        self._assign(call)
        if self.calls.shown == leg:
            self._soon.stop()  # the hold, if it has not run out
            self._tell_soon(Changed.STRIPS, Changed.SHOWN)
        else:
            self._tell_soon(Changed.STRIPS)

    def _identified(self, leg: str, view: CustomerView) -> None:
        call = self.calls.get(leg)
        if call is None:
            return
        call.view = view
        self._assign(call)
        self.show_call(leg)

    def _assign(self, call: LiveCall) -> None:
        if call.call_id is not None and call.customer_id is not None:
            call_id, customer_id = call.call_id, call.customer_id
            self._background.run_write(lambda: self._backend.calls.assign(call_id, customer_id))

    def _read(self, customer_id: UUID, done: Callable[[CustomerView], None], *, urgent: bool = True) -> None:
        def deliver(view: CustomerView | None) -> None:
            if view is not None:
                done(view)

        self._background.run_read(lambda: self._backend.reads.customer(customer_id), deliver, urgent=urgent)

    def _refresh_stale(self) -> None:
        stale, self._stale = self._stale, set()
        for customer_id in stale & self._on_screen():
            self._read(customer_id, self._refreshed, urgent=False)

    def _refreshed(self, view: CustomerView) -> None:
        for call in self.calls.all():
            if call.customer_id == view.card.id:
                call.view = view
        if self.opened is not None and self.opened.card.id == view.card.id:
            self.opened = view
        self._tell_soon(Changed.STRIPS, *((Changed.REFRESHED,) if self.view is view else ()))


def _remembered(candidates: tuple[Candidate, ...]) -> UUID | None:
    return next((c.customer_id for c in candidates if c.reason == MatchReason.CHOSEN), None)
