"""What a search offers, as rows: customers, cases, commands, and a new customer where there is nobody."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from app import phone_numbers
from app.cases.records import CaseRow
from app.customers.records import SearchHit
from app.workflows.records import SearchResult
from models.enums import CaseKind, CustomerKind
from ui.panels import words
from ui.theme import State
from ui.widgets.icons import IconName
from ui.widgets.item_roles import ItemRole
from ui.widgets.labels import printed_keys

Index = QModelIndex | QPersistentModelIndex
Command = tuple[str, str, Callable[[], object]]
"""What a command is called, its shortcut ("" for none), and what it does."""
COMMANDS_ONLY = ">"
MOST_COMMANDS = 3  # beside customers and cases
CASE_ICONS: dict[CaseKind, IconName] = {
    CaseKind.COMPLAINT: "alert",
    CaseKind.SUGGESTION: "bulb",
    CaseKind.ENQUIRY: "question",
}


class Row(NamedTuple):
    """One thing that can be opened: `thing` is a SearchHit, a CaseRow, a Command, or a name for a new customer."""

    kind: Literal["customer", "case", "command", "new_customer"]
    thing: Any
    headline: str
    detail: str = ""
    when: str = ""
    icon: IconName = "user"
    state: State = "neutral"


class SearchRows(QAbstractListModel):
    """The rows of the last answer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, index: Index) -> Row:
        return self._rows[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        values: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: ", ".join(part for part in (row.headline, row.detail) if part),
            ItemRole.HEADLINE: row.headline,
            ItemRole.DETAIL: row.detail,
            ItemRole.WHEN: row.when,
            ItemRole.ICON: row.icon,
            ItemRole.STATE: row.state,
        }
        return values.get(role)


def rows_of(result: SearchResult, region: str) -> list[Row]:
    """Return a search's answer as rows, cases first where a reference was typed."""
    return [*map(_case, result.cases), *(_customer(hit, region) for hit in result.customers)]


def new_customer(typed: str) -> Row:
    """Return the row that offers to write down somebody who was not found."""
    offer = QCoreApplication.translate("SearchPanel", "New customer")
    return Row("new_customer", typed, offer, typed, icon="plus", state="accent")


def matching(commands: Sequence[Command], typed: str) -> list[Row]:
    """Return the commands each of whose typed words begins one of theirs, in any order and case."""
    wanted = _words(typed.removeprefix(COMMANDS_ONLY))
    found = [command for command in commands if all(_has_word(command[0], word) for word in wanted)]
    detail = QCoreApplication.translate("SearchPanel", "Command")
    return [Row("command", c, c[0], detail, printed_keys(c[1]), "chevron-right", "accent") for c in found]


def _has_word(name: str, wanted: str) -> bool:
    """Chinese has no spaces between words, so there a word may begin anywhere."""
    return any(word.startswith(wanted) or (not wanted.isascii() and wanted in word) for word in _words(name))


def _customer(hit: SearchHit, region: str) -> Row:
    phone = phone_numbers.display(hit.phone, region) if hit.phone else ""
    where = " · ".join(part for part in (hit.company, hit.city, phone) if part)
    icon: IconName = "building" if hit.kind == CustomerKind.ORGANISATION else "user"
    return Row("customer", hit, hit.name, where, hit.number or "", icon)


def _case(case: CaseRow) -> Row:
    detail = " · ".join((words.case_kind(case.kind), words.severity(case.severity), words.case_status(case.status)))
    return Row("case", case, f"{case.reference} {case.summary}", detail, icon=CASE_ICONS[case.kind])


def _words(text: str) -> list[str]:
    return _fold(text).split()


def _fold(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c if c.isalnum() else " " for c in spread if not unicodedata.combining(c))
