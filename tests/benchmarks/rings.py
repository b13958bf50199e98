"""From the bytes of a PBX to a painted card: the whole window in this process, offscreen, on the burst recording."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel

from app import settings
from app.bootstrap import open_backend
from app.events import CallEvent
from app.settings import PbxSettings
from app.telephony.ami.message import Message
from app.telephony.replay_server import ReplayServer
from app.telephony.tracker import Tracker
from models.enums import CallStep
from tests.benchmarks import raw
from tests.benchmarks.measuring import Row
from tests.benchmarks.world import BURST_NUMBERS, REGION
from ui import theme
from ui.shell.session import Session
from ui.shell.window import MainWindow

BURST = Path(__file__).parents[1] / "data" / "ami" / "p_burst.ami"
EXTENSION = "1001"
PATIENCE_MS = 120_000
BARE_GAP_MS = 20


def rows(data: Path, cards: int, speed: float = 1.0) -> Iterator[Row]:
    """Yield the row of a ring; `cards` is how many painted cards are waited for."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply(application, "light", "en")
    ours = _ours(data, cards, speed)
    with closing(open_backend(data)) as backend, closing(raw.store(backend)) as connection:
        bare = Bare(connection).run(cards)
    yield Row("ring: PBX bytes to painted card", "ms", bare, ours)


class TimedServer(ReplayServer):
    """Notes when it begins to send what makes a number ring at our extension.

    Calls that are answered are left out, since a ring leaves the call somebody talks on on the screen: here each ring
    brings another card.
    """

    def __init__(self, speed: float) -> None:
        super().__init__([BURST], speed=speed, loop=True, fresh_ids=True)
        self.sent: dict[str, float] = {}
        self._tracker = Tracker(REGION, EXTENSION)
        heard = [message.message for play in self._plays for part in play for message in part.heard]
        self._answered = {event.number for event in _events(Tracker(REGION), heard) if event.event == CallStep.ANSWERED}
        self._left_out: set[str] = set()

    def _broadcast(self, messages: list[Message]) -> None:
        kept = [message for message in messages if not self._is_left_out(message)]
        rings = [event for event in _events(self._tracker, kept) if event.event == CallStep.RINGING]
        self.sent |= {str(event.number): time.perf_counter() for event in rings}
        super()._broadcast(kept)

    def _is_left_out(self, message: Message) -> bool:
        call = message.get("Linkedid") or message.get("DestLinkedid")
        if call == message.get("Uniqueid") and message.get("CallerIDNum") in self._answered:
            self._left_out.add(call)
        return call in self._left_out


def _events(tracker: Tracker, messages: list[Message]) -> list[CallEvent]:
    return [event for message in messages for event in tracker.feed(message, datetime.now(UTC))]


class CardWatch(QObject):
    """Notes when the card of a caller has been painted."""

    def __init__(self, session: Session, server: TimedServer, wanted: int, done: Callable[[], None]) -> None:
        super().__init__(session)
        self.times: list[float] = []
        self._session, self._server, self._wanted, self._done = session, server, wanted, done
        session.window.console.customer.card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        call = self._session.model.shown if self._session.model is not None else None
        if event.type() == QEvent.Type.Paint and call is not None and call.view is not None:
            begun = self._server.sent.pop(str(call.number), None)
            if begun is not None:
                QTimer.singleShot(0, self, lambda: self._painted(begun))
        return False

    def _painted(self, begun: float) -> None:
        self.times.append((time.perf_counter() - begun) * 1000)
        if len(self.times) >= self._wanted:
            self._done()


def _ours(data: Path, cards: int, speed: float) -> list[float]:
    os.environ["RINGBOOK_PBX_PASSWORD"] = "any"
    server = TimedServer(speed)
    server.start()
    before = settings.load(data)
    settings.save(data, replace(before, pbx=PbxSettings("127.0.0.1", server.port, False, "", "bench", EXTENSION)))
    session = Session(MainWindow(), data, demo=False, language="en")
    session.window.resize(1280, 800)
    loop = QEventLoop()
    watch = CardWatch(session, server, cards, loop.quit)
    try:
        session.window.show()
        session.start()
        _wait(loop)
        return watch.times[:cards]
    finally:
        session.window.close()
        server.stop()
        settings.save(data, before)


def _wait(loop: QEventLoop) -> None:
    late = QTimer(singleShot=True, interval=PATIENCE_MS)
    late.timeout.connect(lambda: loop.exit(1))
    late.start()
    if loop.exec():
        raise RuntimeError("the cards were not painted in time")


class Bare(QObject):
    """The limit: a number over a socket, the bare SQL in the receiving thread, its rows painted in one label."""

    found = Signal(object)

    def __init__(self, connection: Any) -> None:
        super().__init__()
        self._connection = connection
        self._numbers = cycle(BURST_NUMBERS)
        self._label = QLabel()
        self._label.resize(1280, 800)
        self._label.installEventFilter(self)
        self._times: list[float] = []
        self._loop = QEventLoop()
        self._begun: float | None = None
        self._shown = False
        self._ours, self._theirs = socket.socketpair()
        self.found.connect(self._show)

    def run(self, count: int) -> list[float]:
        """Return how many ms each of `count` numbers took, one after the other."""
        self._count = count
        receiver = threading.Thread(target=self._receive, daemon=True)
        receiver.start()
        self._label.show()
        QTimer.singleShot(BARE_GAP_MS, self, self._send)
        try:
            _wait(self._loop)
        finally:
            self._theirs.close()
            receiver.join()
            self._ours.close()
            self._label.close()
        return self._times

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and self._shown:
            self._shown = False
            QTimer.singleShot(0, self, self._painted)
        return False

    def _send(self) -> None:
        self._begun = time.perf_counter()
        self._theirs.sendall(f"+886{next(self._numbers)[1:]}\n".encode())

    def _receive(self) -> None:
        with self._ours.makefile(encoding="ascii") as lines:
            for line in lines:
                self.found.emit(raw.pop(self._connection, line.strip()))

    def _show(self, rows: list[Any]) -> None:
        self._shown = True
        self._label.setText("\n".join(map(str, rows)))

    def _painted(self) -> None:
        assert self._begun is not None
        self._times.append((time.perf_counter() - self._begun) * 1000)
        if len(self._times) == self._count:
            self._loop.quit()
        else:
            QTimer.singleShot(BARE_GAP_MS, self, self._send)
