"""Connects the console's model with its panels: what is shown where."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app.cases.records import CaseRow
from app.customers.records import TimelineRow
from app.workflows.records import CustomerView
from models.enums import Direction
from ui.console.form_follower import FormFollower
from ui.console.live_calls import LiveCall
from ui.console.strips import title
from ui.console.view import ConsolePage
from ui.console.view_model import ConsoleModel


class ConsoleController(QObject):
    """Shows the model on the page and hands what the agent does back to the model."""

    search_wanted = Signal()

    def __init__(self, model: ConsoleModel, page: ConsolePage, region: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._page = page
        self.region = region
        self.form = FormFollower(model, page, self)
        self._searching_for: str | None = None  # the call whose customer is being searched
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(lambda: page.strips.tick(model.calls.all()))
        self._clock.start()
        self._connect_model()
        self._connect_page()
        self._show_strips()
        self._show()

    def customer_found(self, customer_id: object) -> None:
        """A search found somebody: the unknown caller it was started for, or just a customer to look at."""
        leg, self._searching_for = self._searching_for, None
        if leg is not None and self._model.calls.get(leg) is not None:
            self._model.identify(leg, customer_id)  # type: ignore[arg-type]
        else:
            self._model.open_customer(customer_id)  # type: ignore[arg-type]

    def case_found(self, case: CaseRow) -> None:
        """A search found a case: show whose it is, and let the form add to it."""

        def add() -> None:
            self.form.write_here()
            self._page.form.set_add_to(case.id, case.reference, case.summary)

        if case.customer_id is not None:
            self._model.open_customer(case.customer_id, add)
        else:
            add()

    def go_round(self) -> None:
        """Ctrl+J: first the form comes to the call on screen, then the next call comes on screen."""
        if self.form.is_here():
            self._model.next_call()
        self.form.write_here()

    def close_shown(self) -> None:
        """Ctrl+W: put away the customer that was searched, or the call that is over."""
        if self._model.opened is not None:
            self._model.close_customer()
        elif (call := self._model.shown) is not None and not call.live:
            self._close(call.leg)

    def _connect_model(self) -> None:
        self._model.strips_changed.connect(self._show_strips)
        self._model.shown_changed.connect(self._show)
        self._model.customer_refreshed.connect(self._refresh)
        self._model.promises_changed.connect(self._page.promises.refresh)

    def _connect_page(self) -> None:
        page, model = self._page, self._model
        page.strips.show_wanted.connect(self._show_call)
        page.strips.close_wanted.connect(self._close)
        page.customer.customer_chosen.connect(self._identify)
        page.customer.customer_created.connect(self._identify_created)
        page.customer.search_requested.connect(self._search_for_caller)
        page.promises.customer_opened.connect(model.open_customer)
        page.timeline.case_activated.connect(self._add_to)

    def _show_call(self, leg: str) -> None:
        self._model.show_call(leg)
        self.form.write_here()

    def _close(self, leg: str) -> None:
        self._page.customer.forget_call(f"call:{leg}")
        self._model.close_call(leg)

    def _identify(self, customer_id: object) -> None:
        call = self._model.shown
        if call is not None:
            self._model.identify(call.leg, customer_id)  # type: ignore[arg-type]
        else:
            self._model.open_customer(customer_id)  # type: ignore[arg-type]

    def _identify_created(self, customer_id: object, key: str | None) -> None:
        """A new customer was written down for a call that may not be the one on screen any more."""
        leg = (key or "").removeprefix("call:")
        if self._model.calls.get(leg) is not None:
            self._model.identify(leg, customer_id)  # type: ignore[arg-type]
        else:
            self._model.open_customer(customer_id)  # type: ignore[arg-type]

    def _search_for_caller(self) -> None:
        self._searching_for = self._model.calls.shown
        self.search_wanted.emit()

    def _add_to(self, row: TimelineRow) -> None:
        self.form.write_here()
        self._page.form.set_add_to(row.id, row.reference or "", row.headline or "")

    def _show_strips(self) -> None:
        shown = None if self._model.opened else self._model.calls.shown
        self._page.strips.show_calls(self._model.calls.all(), shown, self.region)

    def _show(self) -> None:
        self._show_customer()
        self._page.timeline.show_customer(self._model.view)
        self._show_call_in_progress()
        self.form.follow()

    def _refresh(self, view: CustomerView) -> None:
        """The same customer, read again: nothing moves under the agent's hands."""
        self._show_customer()
        self._page.timeline.show_customer(view)

    def _show_customer(self) -> None:
        panel, call = self._page.customer, self._model.shown
        panel.set_call(self.form.subject().key)
        if self._model.opened is not None:
            panel.show_customer(self._model.opened)
        elif call is None:
            panel.show_idle()
        elif call.direction == Direction.INTERNAL:
            panel.show_internal(call.name or "", call.number or "")
        elif call.view is not None:
            self._show_caller(call)
        elif call.pop is not None:
            self._show_unidentified(call)

    def _show_caller(self, call: LiveCall) -> None:
        candidates = call.pop.candidates if call.pop else ()
        reason = next((c.reason for c in candidates if call.view and c.customer_id == call.view.card.id), None)
        number = call.pop.number if call.pop else None
        calling = (number.e164 or number.raw) if number else None
        if call.view is not None:
            self._page.customer.show_customer(call.view, reason, max(len(candidates) - 1, 0), calling)

    def _show_unidentified(self, call: LiveCall) -> None:
        pop = call.pop
        if pop is None or pop.number is None:
            self._page.customer.show_withheld()
        elif pop.candidates:
            self._page.customer.show_candidates(pop)
        else:
            self._page.customer.show_unknown(pop.number)

    def _show_call_in_progress(self) -> None:
        call = self._model.shown
        if call is None or not call.live:
            self._page.timeline.set_call_in_progress(None, "")
            return
        inbound = QCoreApplication.translate("ConsoleController", "Inbound call · in progress")
        outbound = QCoreApplication.translate("ConsoleController", "Outbound call · in progress")
        if call.direction == Direction.OUTBOUND:
            self._page.timeline.set_call_in_progress(outbound, call.line or "", call.call_id, "phone-out")
        else:
            self._page.timeline.set_call_in_progress(inbound, call.line or "", call.call_id)

    def caller_title(self) -> str:
        """Return who is on screen, for the window's title."""
        call = self._model.shown
        if call is not None:
            return title(call, self.region)
        return self._model.view.card.name if self._model.view else ""
