"""The calls as strips across the top, one each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.phone_numbers import display
from models.enums import CallOutcome, Direction
from ui.console.live_calls import LiveCall
from ui.panels import words
from ui.theme import State
from ui.widgets.banner import Banner, BannerState
from ui.widgets.buttons import ShortcutButton
from ui.widgets.icons import IconName
from ui.widgets.labels import Caption

MOST = 3
MOST_PILLS = 2
ROOM_KEPT_MS = 5000  # calls come and go: room they gave up is likely to be needed again
Pills = list[tuple[str, State]]


class CallStrip(Banner):
    """One call: who, from where, how long, and what can be done with it here."""

    show_wanted = Signal(str)
    close_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("neutral", parent)
        self._leg = ""
        self._show = ShortcutButton(QCoreApplication.translate("CallStrip", "Show"), "Ctrl+J", bind=False)
        self._close = ShortcutButton(QCoreApplication.translate("CallStrip", "Close"), "Ctrl+W", bind=False)
        self._show.clicked.connect(lambda: self.show_wanted.emit(self._leg))
        self._close.clicked.connect(lambda: self.close_wanted.emit(self._leg))
        self.add_action(self._show)
        self.add_action(self._close)

    def show_call(self, call: LiveCall, region: str, *, shown: bool) -> None:
        """Bring the strip up to date, or show another call in it."""
        self._leg = call.leg
        self.set_state(_state(call), _icon(call))
        self.set_title(title(call, region))
        self.set_subtitle(_subtitle(call, region))
        self.set_pills(_pills(call))
        self.tick(call)
        self._show.setVisible(not shown)
        self._close.setVisible(shown and not call.live)

    def rehearse(self) -> None:
        """Paint everything a strip may have, unseen: styles, icons and letters are made the first time only."""
        self.set_state("ringing")
        for line in (self.set_title, self.set_subtitle, self.set_timer):
            line("0:00")
        self.set_pills([("0", "bad")] * MOST_PILLS)
        self.grab()

    def tick(self, call: LiveCall) -> None:
        """Show how long it rings, lasts or lasted."""
        if call.call_id is None:
            self.set_timer("")
            return
        seconds = int(((call.ended_at or datetime.now(UTC)) - (call.answered_at or call.began_at)).total_seconds())
        self.set_timer(f"{max(seconds, 0) // 60}:{max(seconds, 0) % 60:02}")


class CallStrips(QWidget):
    """Stacks the strips, the call on screen first.

    What stands below moves as seldom as can be, for whoever works there and because a page laid out anew takes longer
    to paint than all else of a ring: one strip has its place without any call too, and the room that more calls took is
    given up a while later.
    """

    show_wanted = Signal(str)
    close_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strips: dict[str, CallStrip] = {}
        self._spare: list[CallStrip] = []  # making one anew takes longer than all else of a ring
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._more = Caption()
        self._column.addWidget(self._more)
        self._more.hide()
        self._nobody = _no_call(self)
        self._column.addWidget(self._nobody)
        self._column.addStretch(1)
        self._shrink = QTimer(self, singleShot=True, interval=ROOM_KEPT_MS)
        self._shrink.timeout.connect(lambda: self.setMinimumHeight(0))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_calls(self, calls: list[LiveCall], shown: str | None, region: str) -> None:
        """Show these calls; strips that stay are the same widgets, so no focus and no click is lost."""
        ordered = sorted(calls, key=lambda call: (call.leg != shown, not call.live))
        kept = ordered[:MOST]
        self._put_aside(self._strips.keys() - {call.leg for call in kept})
        for row, call in enumerate(kept):
            strip = self._strips.get(call.leg) or self._take(call.leg)
            if self._column.indexOf(strip) != row:
                self._column.insertWidget(row, strip)
            strip.show_call(call, region, shown=call.leg == shown)
            strip.show()
        for strip in self._spare:
            strip.hide()
        hidden = len(ordered) - len(kept)
        more = QCoreApplication.translate("CallStrips", "And %n more calls; Ctrl+J goes round", "", hidden)
        self._more.setText(more)
        self._more.setVisible(hidden > 0)
        self._nobody.setVisible(not kept)
        self._keep_room()
        self.show()

    def rehearse(self) -> Iterator[None]:
        """Make strips for calls to come, one a step."""
        while len(self._strips) + len(self._spare) < MOST:
            strip = self._make()
            strip.hide()
            self._spare.append(strip)
            strip.rehearse()
            yield

    def tick(self, calls: list[LiveCall]) -> None:
        """Move the timers on."""
        for call in calls:
            if call.live and call.leg in self._strips:
                self._strips[call.leg].tick(call)

    def _keep_room(self) -> None:
        """Grow at once, shrink when the calls have been fewer for a while."""
        self._column.invalidate()
        needed = self._column.sizeHint().height()
        if len(self._strips) == MOST and self._more.isHidden():
            needed += self._column.spacing() + self._more.sizeHint().height()  # the fourth call moves nothing
        if needed >= self.minimumHeight():
            self._shrink.stop()
            self.setMinimumHeight(needed)
        elif not self._shrink.isActive():
            self._shrink.start()

    def _put_aside(self, legs: set[str]) -> None:
        """Keep strips for calls to come; where the keyboard is in one, no other call may slip under it."""
        focused = self.window().focusWidget()
        for leg in legs:
            strip = self._strips.pop(leg)
            if focused is not None and strip.isAncestorOf(focused):
                strip.hide()
            self._spare.append(strip)

    def _take(self, leg: str) -> CallStrip:
        self._strips[leg] = self._spare.pop() if self._spare else self._make()
        return self._strips[leg]

    def _make(self) -> CallStrip:
        strip = CallStrip(self)
        strip.show_wanted.connect(self.show_wanted)
        strip.close_wanted.connect(self.close_wanted)
        return strip


def _no_call(parent: QWidget) -> Banner:
    banner = Banner("neutral", parent)
    banner.set_state("neutral", "phone")
    banner.set_title(QCoreApplication.translate("CallStrips", "No call"))
    banner.set_subtitle(QCoreApplication.translate("CallStrips", "The next one shows here."))
    banner.set_timer("")
    return banner


def title(call: LiveCall, region: str) -> str:
    """Return who it is, as far as is known."""
    if call.view is not None:
        return call.view.card.name
    if call.direction == Direction.INTERNAL:
        return call.name or call.number or QCoreApplication.translate("CallStrip", "Colleague")
    if call.number is None:
        return QCoreApplication.translate("CallStrip", "Withheld number")
    if call.pop is not None and not call.pop.candidates:
        return QCoreApplication.translate("CallStrip", "Unknown caller")
    return display(call.number, region)


def _state(call: LiveCall) -> BannerState:
    if call.call_id is None:
        return "neutral"
    if call.ended_at is not None:
        return "ended" if call.answered_at is not None else "neutral"
    if call.answered_at is None:
        return "ringing"
    return "held" if call.held else "in_call"


def _icon(call: LiveCall) -> IconName | None:
    """Return the icon where it is not the one of the state."""
    if call.call_id is None:
        return "search"
    return "phone-out" if call.direction == Direction.OUTBOUND and call.live else None


def _subtitle(call: LiveCall, region: str) -> str:
    parts = [_what(call)]
    if call.number and (call.view is not None or call.direction != Direction.INTERNAL):
        parts.append(display(call.number, region))
    parts.append(call.line or "")
    if call.transferred_from:
        template = QCoreApplication.translate("CallStrip", "transferred by {extension}")
        parts.append(template.format(extension=call.transferred_from))
    if call.view is not None and call.view.calls_in_week > 1:
        count = call.view.calls_in_week
        parts.append(QCoreApplication.translate("CallStrip", "%n calls in 7 days", "", count))
    return " · ".join(part for part in parts if part)


def _what(call: LiveCall) -> str:
    """Say in words what the colour says."""
    if call.call_id is None:
        return QCoreApplication.translate("CallStrip", "Looked up")
    if call.ended_at is not None:
        return _how_it_ended(call)
    if call.held:
        return QCoreApplication.translate("CallStrip", "On hold")
    if call.answered_at is not None:
        return QCoreApplication.translate("CallStrip", "In call")
    if call.direction == Direction.OUTBOUND:
        return QCoreApplication.translate("CallStrip", "Dialling")
    return QCoreApplication.translate("CallStrip", "Ringing")


def _how_it_ended(call: LiveCall) -> str:
    if call.outcome is None or call.outcome == CallOutcome.ANSWERED:
        return QCoreApplication.translate("CallStrip", "Call ended")
    unanswered = call.answered_at is None and call.outcome != CallOutcome.LOST
    if unanswered and call.direction == Direction.INBOUND:
        return QCoreApplication.translate("CallStrip", "Missed call")
    return words.outcome(call.outcome)


def _pills(call: LiveCall) -> Pills:
    pills: Pills = []
    if call.pop is not None and call.view is None and call.pop.candidates:
        count = len(call.pop.candidates)
        pills.append((QCoreApplication.translate("CallStrip", "%n possible customers", "", count), "warning"))
    if call.view is None:
        return pills
    if call.view.open_cases:
        count = len(call.view.open_cases)
        pills.append((QCoreApplication.translate("CallStrip", "%n open cases", "", count), "bad"))
    late = sum(promise.due_at < datetime.now(UTC) for promise in call.view.promises)
    if late:
        pills.append((QCoreApplication.translate("CallStrip", "%n late promises", "", late), "bad"))
    return pills
