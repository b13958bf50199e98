"""From the bytes of a PBX to a painted card: the whole window in this process, offscreen, on the burst recording."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from bisect import bisect_right
from collections.abc import Callable, Iterator
from contextlib import closing, nullcontext
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from app import settings
from app.bootstrap import open_backend
from app.settings import PbxSettings
from tests.benchmarks import raw
from tests.benchmarks.bare_ring import Bare
from tests.benchmarks.bulk import Bulk
from tests.benchmarks.burst import EXTENSION
from tests.benchmarks.measuring import Row
from tests.benchmarks.starts import ROOT
from tests.benchmarks.waiting import wait
from ui import theme
from ui.console.live_calls import LiveCall
from ui.shell.session import Session
from ui.shell.window import MainWindow

Moment = tuple[str, float]  # a number and when, in seconds of perf_counter


def rows(data: Path, cards: int, speed: float = 1.0) -> Iterator[Row]:
    """Yield the rows of a ring, alone and beside a bulk write; `cards` is how many painted cards are waited for."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply(application, "light", "en")
    for job, in_bulk in (("ring: PBX bytes to painted card", False), ("ring during a bulk write", True)):
        ours = _ours(data, cards, speed, in_bulk=in_bulk)
        with closing(open_backend(data)) as backend, closing(raw.store(backend)) as connection:
            assert backend.folder.writer is not None
            with Bulk(backend.folder.writer) if in_bulk else nullcontext():
                bare = Bare(connection).run(cards)
        yield Row(job, "ms", bare, ours)


class Burst:
    """The PBX, in a process of its own."""

    def __init__(self, speed: float) -> None:
        command = [sys.executable, "-m", "tests.benchmarks.burst", str(speed)]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="ascii"
        )
        assert self._process.stdout is not None
        self.port = int(self._process.stdout.readline())
        self.sent: list[Moment] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def stop(self) -> None:
        """End it; afterwards `sent` is whole."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(20)
        self._reader.join()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            number, at = line.split()
            self.sent.append((number, float(at)))


class CardWatch(QObject):
    """Notes when the card of a caller was first painted; tells when as many were as are `wanted`."""

    def __init__(self, session: Session, wanted: int = 0, done: Callable[[], None] = lambda: None) -> None:
        super().__init__(session)
        self.painted: list[Moment] = []
        self._session, self._wanted, self._done = session, wanted, done
        self._seen: set[str] = set()
        if (call := self._shown()) is not None:  # when that came was before us
            self._seen.add(call.leg)
        session.window.console.customer.card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        call = self._shown()
        if call is not None and call.leg not in self._seen and event.type() == QEvent.Type.Paint:
            self._seen.add(call.leg)
            QTimer.singleShot(0, self, lambda: self._note(str(call.number)))
        return False

    def _shown(self) -> LiveCall | None:
        call = self._session.model.shown if self._session.model is not None else None
        return call if call is not None and call.view is not None else None

    def _note(self, number: str) -> None:
        self.painted.append((number, time.perf_counter()))
        if len(self.painted) == self._wanted:
            self._done()


def _ours(data: Path, cards: int, speed: float, *, in_bulk: bool) -> list[float]:
    os.environ["RINGBOOK_PBX_PASSWORD"] = "any"
    burst = Burst(speed)
    before = settings.load(data)
    settings.save(data, replace(before, pbx=PbxSettings("127.0.0.1", burst.port, False, "", "bench", EXTENSION)))
    session = Session(MainWindow(), data, demo=False, language="en")
    session.window.resize(1280, 800)
    loop = QEventLoop()
    bulk: list[Bulk] = []
    try:
        session.window.show()
        session.start()
        watch = CardWatch(session, cards, loop.quit)
        if in_bulk:
            session.ready.connect(lambda: bulk.append(_started_bulk(session)))
        wait(loop)
    finally:
        for writing in bulk:
            writing.stop()
        session.window.close()
        burst.stop()
        settings.save(data, before)
    return apart(burst.sent, watch.painted)


def _started_bulk(session: Session) -> Bulk:
    assert session.backend is not None and session.backend.folder.writer is not None
    bulk = Bulk(session.backend.folder.writer)
    bulk.start()
    return bulk


def apart(sent: list[Moment], painted: list[Moment]) -> list[float]:
    """Return how many ms each card came after the last ring of its number before it."""
    times: dict[str, list[float]] = {}
    for number, at in sent:
        times.setdefault(number, []).append(at)
    return [(at - times[number][bisect_right(times[number], at) - 1]) * 1000 for number, at in painted]
