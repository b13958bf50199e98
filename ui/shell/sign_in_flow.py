"""From the page that asks who signs in to what is opened then."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app import user_folder
from ui.background import Background
from ui.shell.entry import Entry, own
from ui.shell.sign_in_model import SignInModel
from ui.shell.sign_in_page import SignInPage
from ui.shell.window import MainWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.workflows.signing_in import SignedIn


class SignInFlow(QObject):
    """Shows the page, and goes back to where somebody came from or on to the desk."""

    chosen = Signal(object)  # Entry

    def __init__(self, window: MainWindow, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._background = window, background
        self._origin: QWidget | None = None
        self.page: SignInPage | None = None

    def ask(self, entry: Entry, *, is_open: bool) -> None:
        """Ask; `is_open` tells that there is something to go back to, else the way out is this computer's own data."""
        if self.page is not None and self._window.page() is self.page:
            return
        self._origin = self._window.page() if is_open else None
        if is_open:
            leave = QCoreApplication.translate("SignIn", "Back")
            note = QCoreApplication.translate(
                "SignIn", "What is on this computer stays here: it is not sent to the shared store."
            )
        else:
            leave, note = QCoreApplication.translate("SignIn", "Work without a shared store"), ""
            self._window.set_open(False)
        model = SignInModel(user_folder.base(), self._background)
        self.page = page = SignInPage(model, leave, note)
        model.setParent(page)
        model.signed_in.connect(self._signed_in)
        page.left.connect(self._leave)
        if entry.address is not None:
            model.fill(entry.address)
        self._window.show_page(page)
        if entry.address is not None and not entry.asks:
            model.try_kept()

    def _signed_in(self, found: SignedIn) -> None:
        self._forget_page()
        self.chosen.emit(Entry(found.folder, found.address, password=found.password, checked=found.checked))

    def _leave(self) -> None:
        origin = self._origin
        self._forget_page()
        if origin is not None:
            self._window.show_page(origin)
            return
        base = user_folder.base()

        def work() -> Any:
            return importlib.import_module("app.sync.desk_folder").forget_last(base)

        self._background.run_read(work, lambda _: self.chosen.emit(own()))

    def _forget_page(self) -> None:
        if self.page is not None:
            self.page.hide()
            self.page.deleteLater()
            self.page = None
