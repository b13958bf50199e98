"""The notice in the case form that a colleague changes the same case; what is typed stays as it is."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.cases.records import CaseEntry, CaseStory
from ui.panels import dates, field_words
from ui.panels.case_form_watch import CaseWatch, added
from ui.widgets.notice_bar import NoticeBar

FIELDS = ("severity", "status", "category", "owner", "summary", "closed_at")


class CaseNewsBar(QWidget):
    """One line that says who changed what when; "Show" puts the words of it below."""

    def __init__(self, watch: CaseWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[str] = []
        self.bar = NoticeBar("", "warning", QCoreApplication.translate("CaseForm", "Show"), self, closable=True)
        self.theirs = QLabel(self)
        self.theirs.setTextFormat(Qt.TextFormat.PlainText)
        self.theirs.setWordWrap(True)
        self.theirs.setContentsMargins(12, 0, 12, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.bar)
        column.addWidget(self.theirs)
        self.bar.action_triggered.connect(self._show)
        self.bar.closed.connect(self.hide)
        watch.news.connect(self._take)

    def text(self) -> str:
        """Return the line, "" while it is not shown."""
        return "" if self.isHidden() else self.bar.text()

    def _take(self, news: tuple[CaseStory, CaseStory] | None) -> None:
        lines = lines_of(*news) if news is not None else []
        self._lines = lines
        self.theirs.hide()
        self.setVisible(bool(lines))
        if news is None or not lines:
            return
        entry = next(iter(reversed(added(*news))), None)
        who, when = _by(entry)
        text = QCoreApplication.translate("CaseForm", "{who} changed {reference} while you write ({time}).")
        self.bar.set_notice(text.format(who=who, reference=news[1].case.reference, time=when))
        self.bar.button.show()
        self.bar.show()

    def _show(self) -> None:
        self.theirs.setText("\n".join(self._lines))
        self.theirs.show()
        self.bar.button.hide()


def lines_of(before: CaseStory, now: CaseStory) -> list[str]:
    """Return what changed of a case, a line each: "Severity: High → Urgent", what was added in full."""
    lines = []
    for name in FIELDS:
        old, new = getattr(before.case, name), getattr(now.case, name)
        if old != new:
            old, new = (_said(name, value) for value in (old, new))
            lines.append(f"{field_words.field(name)}: {old} → {new}")
    lines += [f"{_by(entry)[0]}, {_by(entry)[1]}: {entry.note}" for entry in added(before, now) if entry.note]
    return lines


def _said(name: str, value: object) -> str:
    held = value.isoformat() if isinstance(value, datetime) else value
    return field_words.value("case", name, held, {})


def _by(entry: CaseEntry | None) -> tuple[str, str]:
    """Return who did something and when; where nobody is named, that it was somebody, and now."""
    somebody = QCoreApplication.translate("CaseForm", "Somebody")
    who = (entry.actor if entry is not None else None) or somebody
    return who, dates.clock(entry.at if entry is not None else datetime.now(UTC))
