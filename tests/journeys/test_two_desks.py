"""A window at a shared store beside another desk: what both changed waits there, and the log says who did what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.bootstrap import Backend
from app.cases.records import NewCase
from app.sync import desk_folder
from app.sync.address import parse
from app.sync.desk_sync import DeskSync
from app.sync.sqlite import file
from app.workflows.records import WrapUp
from models.enums import CaseKind
from tests.app.sync.conflicts import edit
from tests.factories import add_customer
from ui.shell.session import Session
from ui.shell.window import MainWindow
from ui.sync.audit_model import Column

PASSWORD = "correct horse battery"
PATIENCE_MS = 20_000
Folder = Callable[[str], Path]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """Return the folder of a login's desk at one store in a file."""
    monkeypatch.setenv("RINGBOOK_KEY", "ab" * 32)
    monkeypatch.setenv("RINGBOOK_STORE_PASSWORD", PASSWORD)
    office = tmp_path / "office.ringbook"
    file.create(office, PASSWORD, "Office")
    return lambda login: desk_folder.make(tmp_path / login, parse(f"sqlite:///{office}").with_login(login))


@pytest.fixture
def pere(folder: Folder) -> Iterator[Backend]:
    """Pere's desk, brought into step when a test says so."""
    backend = bootstrap.open_desk(folder("pere"))
    yield backend
    backend.close()


@pytest.fixture
def marta(qtbot: QtBot, folder: Folder) -> Iterator[Session]:
    """Marta's window, in step by itself."""
    session = Session(MainWindow(), folder("marta"), demo=False, language="en")
    session.window.show()
    with qtbot.waitSignal(session.ready, timeout=PATIENCE_MS):
        session.start()
    session.window.activateWindow()
    yield session
    session.window.close()
    session.window.deleteLater()


def sync(desk: Backend) -> None:
    assert desk.shared is not None and isinstance(desk.shared.link, DeskSync)
    desk.shared.link.sync_once()


def severity(desk: Backend, reference: str) -> str:
    return str(desk.reads.search(reference).cases[0].severity)


def both_change_a_case(qtbot: QtBot, pere: Backend, marta: Session) -> tuple[UUID, str]:
    """Have Pere make a case and change it, and Marta change the same from what it was."""
    new = NewCase(CaseKind.COMPLAINT, "Charged twice", customer_id=add_customer(pere, "Núria Puig"))
    case = pere.wrap_up.save(WrapUp(new), applied=True).result(10)
    sync(pere)
    backend = marta.backend
    assert backend is not None and backend.shared is not None
    backend.shared.sync_now()
    qtbot.waitUntil(lambda: bool(backend.reads.search(case.reference).cases), timeout=PATIENCE_MS)
    edit(pere, "case", case.id, severity=("normal", "high"))
    sync(pere)
    edit(backend, "case", case.id, severity=("normal", "urgent"))
    return case.id, case.reference


def test_a_conflict_with_another_desk_is_settled_by_keys_and_reaches_it(
    qtbot: QtBot, pere: Backend, marta: Session
) -> None:
    _, reference = both_change_a_case(qtbot, pere, marta)
    window = marta.window
    qtbot.waitUntil(lambda: window.attention_button.badge() == "1", timeout=PATIENCE_MS)
    window.attention_button.click()
    qtbot.waitUntil(lambda: type(QApplication.focusWidget()).__name__ == "AttentionList")
    page = window.page()
    panel = page.conflict  # type: ignore[union-attr]
    assert (panel.theirs.text(), panel.mine.text()) == ("High", "Urgent")
    assert panel.theirs.who.text().startswith("pere") and panel.mine.caption.text() == "Your change, not written"
    for key in (Qt.Key.Key_M, Qt.Key.Key_Return):
        QTest.keyClick(QApplication.focusWidget(), key)
    qtbot.waitUntil(lambda: window.attention_button.badge() == "")

    def settled() -> bool:
        sync(pere)
        return severity(pere, reference) == "urgent" and pere.attention.count() == 0

    qtbot.waitUntil(settled, timeout=PATIENCE_MS)


def test_an_administrator_sees_who_did_what(qtbot: QtBot, pere: Backend, marta: Session) -> None:
    both_change_a_case(qtbot, pere, marta)
    window = marta.window
    qtbot.waitUntil(window.audit_button.isVisible, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: window.attention_button.badge() == "1", timeout=PATIENCE_MS)
    window.audit_button.click()
    table = window.page().findChild(QTableView)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: table.model().rowCount() >= 5, timeout=PATIENCE_MS)
    newest = [table.model().index(0, column).data() for column in (Column.LOGIN, Column.WHAT, Column.RESULT)]
    assert newest == ["marta", "Change: case", "Conflict"]
    assert not table.isColumnHidden(Column.AHEAD)


def test_an_open_card_is_told_what_another_desk_writes_and_keeps_what_is_typed(
    qtbot: QtBot, pere: Backend, marta: Session
) -> None:
    customer = add_customer(pere, "Núria Puig", city="Girona")
    new = NewCase(CaseKind.COMPLAINT, "Charged twice", customer_id=customer)
    pere.wrap_up.save(WrapUp(new), applied=True).result(10)
    sync(pere)
    backend, card = marta.backend, marta.window.console.customer
    assert backend is not None and backend.shared is not None and marta.controller is not None
    backend.shared.sync_now()
    qtbot.waitUntil(lambda: backend.reads.customer(customer) is not None, timeout=PATIENCE_MS)
    marta.controller.customer_found(customer)
    qtbot.waitUntil(card.card.isVisible)
    card.card.edit_button.click()
    QTest.keyClicks(card.editor.fields.field("city"), " Nova")
    edit(pere, "customer", customer, city=("Girona", "Vic"))
    sync(pere)
    backend.shared.sync_now()
    qtbot.waitUntil(card.editor.news.isVisible, timeout=PATIENCE_MS)
    assert card.editor.fields.values()["city"] == "Girona Nova"
    card.editor.submit()
    qtbot.waitUntil(lambda: marta.window.attention_button.badge() == "1", timeout=PATIENCE_MS)
    (one,) = backend.attention.all().disagreements
    assert (one.base, one.theirs, one.mine, one.login) == ("Girona", "Vic", "Girona Nova", "marta")


def test_a_form_warns_while_a_colleague_has_the_same_case_in_theirs(
    qtbot: QtBot, pere: Backend, marta: Session
) -> None:
    case, reference = both_change_a_case(qtbot, pere, marta)
    form = marta.window.console.form
    assert pere.shared is not None
    with closing(bootstrap.connect_store(pere.shared.address, PASSWORD, "Pere Vila")) as his:
        his.editing(case)
        form.set_add_to(case, reference, "Charged twice")
        QTest.keyClicks(form.fields.summary, "Called again")
        bar = form.notices.editors
        qtbot.waitUntil(lambda: not bar.isHidden(), timeout=PATIENCE_MS)
        assert bar.text() == f"Pere Vila is writing on {reference} too."
        assert form.fields.summary.text() == "Called again"
        form.model.add_to(None)
        assert bar.isHidden()
