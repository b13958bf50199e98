"""From a key in the search field to its painted list: the whole window, beside the bare query and a plain list."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import groupby
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QListView, QWidget

from app.bootstrap import open_backend
from app.storage.search_index import words
from tests.benchmarks import raw, reads
from tests.benchmarks.measuring import Row
from tests.benchmarks.waiting import wait
from ui.panels.search_panel import SearchPanel
from ui.shell.session import Session
from ui.shell.window import MainWindow

GAP_MS = 30


def rows(data: Path, count: int, random: Random) -> Iterator[Row]:
    """Yield the row of a search as its user sees it: `count` texts, timed from the last key of each."""
    with closing(open_backend(data)) as backend, closing(raw.store(backend)) as connection:
        found = reads.searches(connection, -(-count // 8), random)
        texts = [text for of_kind in found.values() for text in of_kind][:count]
        texts = [text for text, _ in groupby(texts)]  # what is found already is not looked for again, nor painted
        bare = Plain(connection).run(texts)
    yield Row("search: key to painted list", "ms", bare, _ours(data, texts))


class Painted(QObject):
    """Times one text after the other: from `ask` to the first paint of `view` after `answered` was called."""

    def __init__(self, view: QWidget, ask: Callable[[str], object]) -> None:
        super().__init__()
        self._view, self._ask = view, ask
        self._times: list[float] = []
        self._answered = False
        self._loop = QEventLoop()
        view.installEventFilter(self)

    def run(self, texts: Sequence[str]) -> list[float]:
        """Return how many ms each text took."""
        self._texts = list(texts)
        QTimer.singleShot(GAP_MS, self, self._next)
        wait(self._loop)
        self._view.removeEventFilter(self)
        return self._times

    def answered(self) -> None:
        self._answered = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and self._answered:
            self._answered = False
            QTimer.singleShot(0, self, self._note)
        return False

    def _next(self) -> None:
        self._begun = time.perf_counter()
        self._ask(self._texts[len(self._times)])

    def _note(self) -> None:
        self._times.append((time.perf_counter() - self._begun) * 1000)
        if len(self._times) == len(self._texts):
            self._loop.quit()
        else:
            QTimer.singleShot(GAP_MS, self, self._next)


class Plain(QObject):
    """The limit: the bare SQL in a thread, its rows in a plain list."""

    found = Signal(object)

    def __init__(self, connection: Any) -> None:
        super().__init__()
        self._connection = connection
        self._model = QStringListModel()
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.resize(520, 400)
        self._painted = Painted(self._list.viewport(), self._ask)
        self.found.connect(self._show)

    def run(self, texts: Sequence[str]) -> list[float]:
        self._list.show()
        times = self._painted.run(texts)
        self._list.close()
        return times

    def _ask(self, text: str) -> None:
        threading.Thread(target=lambda: self.found.emit(raw.search(self._connection, tuple(words(text))))).start()

    def _show(self, rows: list[Any]) -> None:
        self._painted.answered()
        self._model.setStringList([str(row) for row in rows])
        self._list.viewport().update()


def _ours(data: Path, texts: Sequence[str]) -> list[float]:
    session = Session(MainWindow(), data, demo=False, language="en")
    session.window.resize(1280, 800)
    loop = QEventLoop()
    session.ready.connect(loop.quit)
    session.window.show()
    session.start()
    try:
        wait(loop)
        return _typed(session.window, texts)
    finally:
        session.window.close()


def _typed(window: MainWindow, texts: Sequence[str]) -> list[float]:
    """Write each text but for its last key, and time that key."""
    field = window.top_bar.search
    panel = field.findChild(SearchPanel)
    assert isinstance(panel, SearchPanel)
    window.activateWindow()
    field.take_keyboard()

    def ask(text: str) -> None:
        field.setText(text[:-1])
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, text[-1]))

    painted = Painted(panel.list.viewport(), ask)
    panel.model.found.connect(lambda typed, _rows: painted.answered() if typed == field.text().strip() else None)
    return painted.run(texts)
