"""The sign-in page: what it asks, what it says of the link, where each error stands, and what comes of it."""

from __future__ import annotations

import getpass
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.errors import AppError, KnownError
from app.sync import credentials
from app.sync.address import StoreAddress, parse
from app.workflows.signing_in import SignedIn
from tests.app.fake_keyring import MemoryKeyring, use_keyring
from tests.ui.panels.keyboard import show_active
from ui.background import Background
from ui.shell.sign_in_model import SignInModel
from ui.shell.sign_in_page import SignInPage

URL = "postgresql://db.example.com/ringbook"


class FakeStore:
    """Lets in, or does not; `asked` has what it was asked with."""

    def __init__(self) -> None:
        self.error: AppError | None = None
        self.asked: list[tuple[str, str, bool]] = []
        self.answers = threading.Event()
        self.answers.set()

    def __call__(self, base: Path, address: StoreAddress, typed: str, remember: bool) -> SignedIn:
        self.asked.append((str(address), typed, remember))
        assert self.answers.wait(10)
        if self.error is not None:
            raise self.error
        return SignedIn(base / "desk", address, typed, checked=True)


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path, background: Background, store: FakeStore) -> SignInPage:
    model = SignInModel(tmp_path, background, sign_in=store)
    page = SignInPage(model, "Back")
    qtbot.addWidget(page, before_close_func=lambda _: qtbot.waitUntil(lambda: not model.busy))
    show_active(page)
    return page


def focused(page: SignInPage) -> QWidget | None:
    return page.focusWidget()


def test_it_is_filled_in_and_sent_with_the_keyboard_alone(qtbot: QtBot, page: SignInPage, store: FakeStore) -> None:
    assert focused(page) is page.url
    QTest.keyClicks(page.url, URL)
    QTest.keyClick(page.url, Qt.Key.Key_Tab)
    QTest.keyClicks(page.login, "anna")
    QTest.keyClick(page.login, Qt.Key.Key_Tab)
    assert focused(page) is page.password
    QTest.keyClicks(page.password, "correct horse")
    with qtbot.waitSignal(page.model.signed_in) as told:
        QTest.keyClick(page.password, Qt.Key.Key_Return)
    assert store.asked == [("postgresql://anna@db.example.com/ringbook", "correct horse", True)]
    assert told.args[0].password == "correct horse"
    assert page.password.text() == ""


def test_while_the_store_is_asked_it_says_so_and_takes_no_second_request(
    qtbot: QtBot, page: SignInPage, store: FakeStore
) -> None:
    store.answers.clear()
    page.model.fill(parse(f"{URL}").with_login("anna"))
    page.go_on.click()
    assert page.progress.isVisible() and not page.go_on.isEnabled() and page.password.isReadOnly()
    QTest.keyClick(page.password, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.model.signed_in):
        store.answers.set()
    assert len(store.asked) == 1
    assert not page.progress.isVisible()


def test_what_the_store_says_stands_above_the_button_until_something_is_changed(
    qtbot: QtBot, page: SignInPage, store: FakeStore
) -> None:
    store.error = KnownError("Not let in", "The password of {login} is wrong.", login="anna")
    page.model.fill(parse(URL).with_login("anna"))
    page.model.edit(password="wrong")
    with qtbot.waitSignal(page.model.failed):
        page.go_on.click()
    assert page.problem.isVisible() and page.problem.text() == "The password of anna is wrong."
    assert focused(page) is page.password and page.password.selectedText() == "wrong"
    QTest.keyClicks(page.password, "c")
    assert not page.problem.isVisible()


def test_a_wrong_address_is_told_at_its_field_and_no_one_is_asked(page: SignInPage, store: FakeStore) -> None:
    page.model.edit(url="postgresql://db.example.com", login="anna")
    page.go_on.click()
    assert "one name of a database" in page.fields["url"].problem()
    assert focused(page) is page.url and store.asked == []


def test_a_password_in_the_address_is_refused_and_not_repeated(page: SignInPage) -> None:
    page.model.edit(url="postgresql://anna:s3cret@db.example.com/ringbook", login="anna")
    page.go_on.click()
    said = page.fields["url"].problem()
    assert "password" in said and "s3cret" not in said


def test_an_address_that_names_who_signs_in_fills_the_field(page: SignInPage) -> None:
    page.model.edit(url="postgresql://anna@db.example.com/ringbook")
    assert (page.url.text(), page.login.text()) == (URL, "anna")


@pytest.mark.parametrize(
    ("url", "state", "said"),
    [
        (URL, "good", "certificate of db.example.com is checked"),
        ("postgresql://localhost/ringbook", "good", "nothing crosses a network"),
        (f"{URL}?sslmode=verify-ca", "warning", "not checked"),
        (f"{URL}?sslmode=require", "warning", "nobody checks"),
        (f"{URL}?sslmode=prefer", "bad", "may not be encrypted (sslmode=prefer)"),
        ("/srv/ringbook.db", "neutral", "whoever has its password"),
    ],
)
def test_it_says_how_the_link_is_protected(page: SignInPage, url: str, state: str, said: str) -> None:
    assert not page.safety.isVisible()
    page.model.edit(url=url)
    assert page.safety.isVisible() and said in page.safety.text()
    assert page.safety.property("state") == state


def test_a_file_is_signed_in_to_as_the_user_of_this_computer(qtbot: QtBot, page: SignInPage, store: FakeStore) -> None:
    page.model.edit(url="/srv/ringbook.db")
    assert page.login.text() == getpass.getuser()
    page.model.edit(login="anna", password="correct horse")
    with qtbot.waitSignal(page.model.signed_in):
        page.go_on.click()
    assert store.asked == [("sqlite://anna@//srv/ringbook.db", "correct horse", True)]


def test_a_kept_password_signs_in_by_itself(
    qtbot: QtBot, page: SignInPage, store: FakeStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(credentials.VARIABLE, raising=False)
    anna = parse(URL).with_login("anna")
    with use_keyring(MemoryKeyring()):
        credentials.store(anna, "correct horse")
        page.model.fill(anna)
        with qtbot.waitSignal(page.model.signed_in):
            page.model.try_kept()
        assert page.password.placeholderText() == "Stored; leave empty to use it"


def test_without_a_keyring_keeping_is_not_offered(
    qtbot: QtBot, page: SignInPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(credentials.VARIABLE, raising=False)
    with use_keyring():
        page.model.fill(parse(URL).with_login("anna"))
        qtbot.waitUntil(lambda: page.model.place == "no_keyring")
    assert not page.remember.isVisible() and not page.model.remember


def test_escape_goes_back(qtbot: QtBot, page: SignInPage) -> None:
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.url, Qt.Key.Key_Escape)
