"""Signing in without its widgets: what is typed, what is wrong with it, and what the store says."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.errors import AppError
from app.sync import address as addresses
from app.sync.address import StoreAddress
from ui import theme
from ui.panels import words

if TYPE_CHECKING:
    from app.workflows.signing_in import SignedIn
    from ui.background import Background

SignIn = Callable[[Path, StoreAddress, str, bool], "SignedIn"]
"""Signs in at a store: where this user's data lies, the address, what was typed, whether to keep the password."""
Place = str  # app.kept_secret.Place, "" until it is known


class Safety(NamedTuple):
    """How the link to a store is protected, in words."""

    state: theme.State
    text: str


class SignInModel(QObject):
    """Where, who and the password as typed; `signed_in` once the store, or without it this computer, has agreed."""

    changed = Signal()
    signed_in = Signal(object)  # SignedIn
    failed = Signal()  # `problems` say why; somebody was waiting for it

    def __init__(
        self, base: Path, background: Background, parent: QObject | None = None, sign_in: SignIn | None = None
    ) -> None:
        super().__init__(parent)
        self._base, self._background, self._sign_in = base, background, sign_in or _sign_in
        self.url = self.login = self.password = ""
        self.remember = True
        self.busy = False
        self.place: Place = ""
        self.problems: dict[str, str] = {}  # by field: "url", "login", "password", "" for the whole

    def fill(self, address: StoreAddress) -> None:
        """Begin with a store and, where it names one, a login."""
        self.url, self.login = str(address.with_login("")), address.login
        self.changed.emit()
        self._look_for_password()

    def edit(self, **values: Any) -> None:
        """Change fields by name; what was said about them goes."""
        for name, value in values.items():
            setattr(self, name, value)
        self.problems = {name: text for name, text in self.problems.items() if name and name not in values}
        if "url" in values:
            self._take_login()
        self.changed.emit()

    def address(self) -> StoreAddress | None:
        """Return what the typed address means, None where it means nothing yet."""
        try:
            return addresses.parse(self.url)
        except AppError:
            return None

    def safety(self) -> Safety | None:
        """Return how the link is protected, None while there is no address."""
        found = self.address()
        return _safety(found) if found is not None else None

    def can_sign_in(self) -> bool:
        return not self.busy and bool(self.url.strip()) and bool(self.login.strip())

    def sign_in(self) -> None:
        """Ask the store; the answer comes by `signed_in` or `failed`."""
        self.problems = {}
        try:
            address = addresses.parse(self.url)
        except AppError as error:
            self._fail("url", error)
            return
        address = address.with_login(self.login.strip())
        base, password, remember = self._base, self.password, self.remember

        self.busy = True
        self.changed.emit()
        sign_in = self._sign_in
        self._background.run_read(
            lambda: sign_in(base, address, password, remember),
            self._on_signed_in,
            lambda error: self._fail("", error),
        )

    def try_kept(self) -> None:
        """Sign in without asking where the password is at hand."""
        found = self.address()
        if found is None:
            return
        address = found.with_login(self.login)

        def work() -> Any:
            return importlib.import_module("app.sync.credentials").read(address)

        self._background.run_read(work, lambda kept: self.sign_in() if kept and self.can_sign_in() else None)

    def _on_signed_in(self, found: SignedIn) -> None:
        self.busy = False
        self.password = ""
        self.changed.emit()
        self.signed_in.emit(found)

    def _fail(self, field: str, error: AppError) -> None:
        self.busy = False
        self.problems = {field: words.error(error)}
        self.changed.emit()
        self.failed.emit()

    def _take_login(self) -> None:
        """An address that names who signs in fills that field, a file's the name of this computer's user."""
        found = self.address()
        if found is None or not found.login:
            return
        if found.kind == "postgres" or "://" in self.url:
            self.url, self.login = str(found.with_login("")), found.login
        elif not self.login:
            self.login = found.login

    def _look_for_password(self) -> None:
        found = self.address()
        if found is None:
            return
        address = found.with_login(self.login)

        def work() -> Any:
            return importlib.import_module("app.sync.credentials").kept_in(address)

        self._background.run_read(work, self._know_place)

    def _know_place(self, place: Place) -> None:
        self.place = place
        if place == "no_keyring":
            self.remember = False
        self.changed.emit()


def _sign_in(base: Path, address: StoreAddress, typed: str, remember: bool) -> SignedIn:
    found: SignedIn = importlib.import_module("app.bootstrap").sign_in(base, address, typed, remember=remember)
    return found


def _safety(address: StoreAddress) -> Safety:
    if address.kind == "file":
        text = QCoreApplication.translate(
            "SignIn", "A file for up to five desks, encrypted: whoever has its password reads all of it."
        )
        return Safety("neutral", text)
    if address.is_near():
        return Safety("good", QCoreApplication.translate("SignIn", "On this computer: nothing crosses a network."))
    if address.sslmode == addresses.CHECKED:
        text = QCoreApplication.translate("SignIn", "Encrypted, and the certificate of {host} is checked.")
        return Safety("good", text.format(host=address.host))
    if address.sslmode == "verify-ca":
        text = QCoreApplication.translate(
            "SignIn", "Encrypted; that the certificate is this server's own is not checked (sslmode=verify-ca)."
        )
        return Safety("warning", text)
    if address.sslmode == "require":
        text = QCoreApplication.translate(
            "SignIn", "Encrypted, but nobody checks that it is this server that answers (sslmode=require)."
        )
        return Safety("warning", text)
    text = QCoreApplication.translate(
        "SignIn", "The link may not be encrypted (sslmode={mode}): others on the network may read what crosses it."
    )
    return Safety("bad", text.format(mode=address.sslmode))
