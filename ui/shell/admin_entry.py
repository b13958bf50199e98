"""The way to the page of administration, for those the store calls administrators; and what they are told once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.errors import Phrase
from ui.background import Background
from ui.event_bridge import EventBridge
from ui.panels import words
from ui.shell.window import MainWindow

if TYPE_CHECKING:
    from app.bootstrap import Backend
    from app.sync.administration import Administration
    from ui.admin.view import AdminPage


class AdminEntry(QObject):
    """Follows who this login is to the store; the page is made when it is first asked for."""

    toast = Signal(str, str, object)

    def __init__(
        self, window: MainWindow, backend: Backend, background: Background, bridge: EventBridge, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._backend, self._background = window, backend, background
        self.page: AdminPage | None = None
        self._looked = False
        bridge.sync_state.connect(self._ask)
        self._ask()

    def show(self) -> None:
        """Open the page."""
        shared = self._backend.shared
        if shared is None:
            return
        if self.page is None:
            from ui.admin.model import AdminModel
            from ui.admin.view import AdminPage

            model = AdminModel(shared.address.login, shared.address.kind == "postgres", self)
            model.bind(self._administration, self._background)
            self.page = AdminPage(model)
            self.page.toast.connect(self.toast)
        self._window.show_page(self.page, self._window.admin_button)

    def _administration(self) -> Administration:
        """Called in a thread."""
        if self._backend.administer is None:
            raise RuntimeError("asked for only at a shared store")
        return self._backend.administer()

    def _ask(self, _: object = None) -> None:
        self._background.run_read(lambda: self._backend.audit.may_read(), self._allow)

    def _allow(self, may: bool) -> None:
        self._window.admin_button.setVisible(may)
        if not may and self.page is not None and self._window.page() is self.page:
            self._window.show_page(self._window.console)
        if may and not self._looked and not self._backend.settings().told_outgrown:
            self._looked = True
            self._background.run_long(
                lambda progress: self._administration().store.outgrown(progress), lambda _: None, self._tell,
                lambda _: None,
            )  # fmt: skip

    def _tell(self, outgrown: Phrase | None) -> None:
        """Tell once what the store has outgrown: who closes it is not told again at this desk."""
        if outgrown is None:
            return
        bar = self._window.notice(
            words.phrase(outgrown), "warning", QCoreApplication.translate("Admin", "Administration")
        )
        bar.action_triggered.connect(self.show)
        bar.closed.connect(self._told)

    def _told(self) -> None:
        settings = self._backend.settings
        self._background.run_read(lambda: settings.replace(replace(settings(), told_outgrown=True)), lambda _: None)
