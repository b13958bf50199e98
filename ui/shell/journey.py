"""The states of the console in the order the demo's calls bring them; each is waited for, then pictured."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import uuid4

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from models.enums import CaseKind, Direction, Severity
from ui.console.live_calls import LiveCall
from ui.shell.session import Session
from ui.shell.window import DESIGNED, SMALLEST, MainWindow
from ui.widgets.popup_panel import PopupPanel

SHARED_NUMBER = "0912 000 111"  # the demo's family telephone
UNKNOWN_NUMBER = "0987 654 321"


@dataclass(frozen=True, slots=True)
class Step:
    """Do `act`, wait `until`, and call the picture `name`; where somebody acts the PBX stands still."""

    name: str
    until: Callable[[], bool]
    act: Callable[[], object] | None = None


def steps(session: Session) -> Iterator[Step]:
    """The journey through one session of the demo."""
    window, console = session.window, session.window.console
    state = _State(session)
    yield Step("idle", lambda: not state.calls())
    yield Step("ringing", lambda: state.shown(lambda c: c.live and c.answered_at is None and c.view is not None))
    yield Step("in-call", lambda: state.shown(lambda c: c.answered_at is not None))
    yield Step("complaint", console.form.notices.bar.isVisible, lambda: _write(session))
    yield Step("small", lambda: window.size() == SMALLEST, lambda: window.resize(SMALLEST))
    yield Step("large", lambda: window.size() == DESIGNED, lambda: window.resize(DESIGNED))
    yield Step("ended", lambda: state.shown(lambda c: not c.live))
    yield Step("saved", lambda: console.form.model.state().is_empty(), console.form.save_button.click)
    yield Step("two-calls", lambda: len([c for c in state.calls() if c.live]) > 1)
    yield Step("withheld", lambda: state.shown(lambda c: c.live and c.pop is not None and c.pop.number is None))
    yield Step("colleague", lambda: state.shown(lambda c: c.direction == Direction.INTERNAL))
    yield Step("missed", lambda: state.shown(_missed))
    yield Step("on-hold", lambda: state.shown(lambda c: c.held))
    yield Step("chooser", lambda: state.shown(lambda c: c.pop is not None), lambda: session.pop(SHARED_NUMBER))
    yield Step("unknown", lambda: state.shown(lambda c: c.pop is not None), lambda: session.pop(UNKNOWN_NUMBER))
    yield Step("search", lambda: _found(window), lambda: _search(session, "fer"))
    yield Step("search-chinese", lambda: _found(window), lambda: _search(session, "王"))
    yield Step("attention", lambda: _waits(session, 3), lambda: _go_to_attention(session))
    yield Step("attention-choice", lambda: _waits(session, 3), lambda: _press_on_page(window, Qt.Key.Key_M, "m"))
    yield Step("attention-refused", lambda: _waits(session, 3), lambda: _press_on_page(window, Qt.Key.Key_End))
    yield Step("audit", lambda: _lists_lines(window), window.audit_button.click)
    yield Step("settings", lambda: window.page() is window.settings, lambda: _go_to_settings(window))
    yield Step("sign-in", lambda: _signing_in(session), lambda: _sign_in(session))


def _sign_in(session: Session) -> None:
    session.show_sign_in()
    if session.sign_in is not None and session.sign_in.page is not None:
        session.sign_in.page.model.edit(url="postgresql://db.example.com/ringbook", login="marta")


def _signing_in(session: Session) -> bool:
    return session.sign_in is not None and session.sign_in.page is session.window.page()


def _missed(call: LiveCall) -> bool:
    return not call.live and call.answered_at is None and call.view is not None


def _found(window: MainWindow) -> bool:
    """Whether the search shows its list."""
    return any(popup.isVisible() for popup in window.findChildren(PopupPanel))


class _State:
    """What the journey waits for."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def calls(self) -> list[LiveCall]:
        return self._session.model.calls.all() if self._session.model else []

    def shown(self, holds: Callable[[LiveCall], bool]) -> bool:
        call = self._session.model.shown if self._session.model else None
        return call is not None and holds(call)


def _write(session: Session) -> None:
    form = session.window.console.form
    form.begin(CaseKind.COMPLAINT)
    _type(form.fields.summary, "Cobrada dues vegades la factura d'octubre")
    form.fields.severity.set_value(Severity.HIGH)
    form.follow_up.take_keyboard()
    _type(form.follow_up.typed, "demà 9")


def _search(session: Session, text: str) -> None:
    session.window.top_bar.search.take_keyboard()
    session.window.top_bar.search.selectAll()
    _type(session.window.top_bar.search, text)


def _go_to_attention(session: Session) -> None:
    """Have two desks change one customer, one change about nobody, and go to where both wait."""
    _press(session.window.top_bar.search, Qt.Key.Key_Escape)
    backend, calls = session.backend, session.model.calls.all() if session.model else []
    view = next((call.view for call in calls if call.view is not None), None)
    if backend is None or view is None:
        return
    card = view.card
    for company, city in (("Muntatges Vallès SL", "Sabadell"), ("Muntatges i Instal·lacions Vallès", "Terrassa")):
        backend.customers.edit(card.id, {"city": (card.city, city), "company": (card.company, company)})
    backend.customers.edit(uuid4(), {"city": (None, "Girona"), "language": (None, "ca")})
    session.window.attention_button.click()


def _waits(session: Session, count: int) -> bool:
    return session.window.attention_button.count == count


def _lists_lines(window: MainWindow) -> bool:
    page = window.page()
    return page is not None and any(t.isVisible() and t.model().rowCount() for t in page.findChildren(QTableView))


def _press_on_page(window: MainWindow, key: Qt.Key, text: str = "") -> None:
    if (focused := window.focusWidget()) is not None:
        _press(focused, key, text)


def _go_to_settings(window: MainWindow) -> None:
    """Leave the search, as somebody would."""
    _press(window.top_bar.search, Qt.Key.Key_Escape)
    window.show_page(window.settings)


def _type(widget: QWidget, text: str) -> None:
    """Send key presses as a keyboard would."""
    for character in text:
        _press(widget, Qt.Key.Key_unknown, character)


def _press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
