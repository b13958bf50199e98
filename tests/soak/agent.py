"""An agent who types cases and searches by the keys, whatever rings meanwhile."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.shell.session import Session

CTRL = Qt.KeyboardModifier.ControlModifier
SEARCHES = ("Jordi", "Vidal", "0900000", "+34 93", "nobody of this name")
SENTENCE = "The invoice of {n} came twice; he wants the second one back before Monday, and a word from billing. "


@dataclass(frozen=True, slots=True)
class Typed:
    """A case as it was typed, and the reference the screen called saved."""

    reference: str
    summary: str
    description: str


class Agent:
    """Types one case after the other; `cases` are those that were said to be saved."""

    def __init__(self, session: Session, qtbot: QtBot, key_ms: int) -> None:
        self._session, self._qtbot, self._key_ms = session, qtbot, key_ms
        self._form = session.window.console.form
        self.cases: list[Typed] = []
        self.keys = self.searches = 0

    def write_a_case(self) -> None:
        """Type summary and text key by key with a search in between, save, and see that it is saved."""
        number = len(self.cases) + 1
        summary, description = f"Soak {number}: charged twice", (SENTENCE.format(n=number) * 2).strip()
        fields = self._form.fields
        QTest.keyClick(self._session.window, Qt.Key.Key_1, CTRL)
        assert QApplication.focusWidget() is fields.summary
        self._type(fields.summary, summary)
        QTest.keyClick(fields.summary, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is fields.description
        half = len(description) // 2
        self._type(fields.description, description[:half])
        self._search(SEARCHES[number % len(SEARCHES)])
        assert QApplication.focusWidget() is fields.description, "the search did not give the keyboard back"
        self._type(fields.description, description[half:])
        assert (fields.summary.text(), fields.description.toPlainText()) == (summary, description)
        with self._qtbot.waitSignal(self._form.saved, timeout=30_000) as saved:
            QTest.keyClick(fields.description, Qt.Key.Key_Return, CTRL)
        self.cases.append(Typed(saved.args[0].reference, summary, description))

    def _type(self, field: QWidget, text: str) -> None:
        for letter in text:
            assert QApplication.focusWidget() is field, "a ring took the keyboard"
            QTest.keyClick(field, letter)
            self.keys += 1
            self._qtbot.wait(self._key_ms)

    def _search(self, text: str) -> None:
        search = self._session.window.top_bar.search
        QTest.keyClick(self._session.window, Qt.Key.Key_K, CTRL)
        assert QApplication.focusWidget() is search
        with self._qtbot.waitSignal(search.searched, timeout=30_000):
            self._type(search, text)
        self.searches += 1
        self._qtbot.wait(self._key_ms)
        while QApplication.focusWidget() is search:
            QTest.keyClick(search, Qt.Key.Key_Escape)
