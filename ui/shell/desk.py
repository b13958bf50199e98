"""The console on an opened data folder: its model and controller, the search, the settings, connected."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from app.events import SyncState
from models.enums import CaseKind
from ui import theme
from ui.background import Background
from ui.console.controller import ConsoleController
from ui.console.view_model import ConsoleModel
from ui.event_bridge import EventBridge
from ui.panels import sync_words
from ui.panels.search_panel import SearchPanel
from ui.shell.window import MainWindow

if TYPE_CHECKING:
    from app.bootstrap import Backend
    from app.workflows.shared_desk import SharedDesk
    from ui.sync.attention_model import AttentionModel
    from ui.sync.attention_view import AttentionPage
    from ui.sync.audit_view import AuditPage


class Desk(QObject):
    """What there is from the moment the data is open until the window closes."""

    pop_wanted = Signal(str)  # a number
    sign_in_wanted = Signal()
    signed_out = Signal()

    def __init__(
        self, window: MainWindow, backend: Backend, background: Background, bridge: EventBridge, language: str
    ) -> None:
        super().__init__(window)
        self._window, self._backend, self._background, self._bridge = window, backend, background, bridge
        self._language = language
        self.attention: AttentionModel | None = None
        self._attention_page: AttentionPage | None = None
        self._audit_page: AuditPage | None = None
        window.console.bind(backend, background)
        self.model = ConsoleModel(backend, background, self)
        self.controller = ConsoleController(self.model, window.console, backend.settings().region, self)
        self._connect()
        self._connect_search()
        if backend.shared is not None:
            self._connect_sync(backend.shared)
        self._show_settings()

    def bind_promises(self) -> None:
        """Read what is promised for today: a list of dozens of widgets, so not on the way to the first call."""
        self._window.console.promises.bind(self._backend, self._background)

    def bind_settings(self) -> None:
        """Give the settings page its data; not on the way to the first call."""
        settings = self._window.settings
        settings.model.sign_in_wanted.connect(self.sign_in_wanted)
        settings.model.sync_wanted.connect(self.show_sync)
        settings.bind(self._backend, self._background, self._bridge)
        settings.toast.connect(self._toast)
        settings.saved.connect(lambda _: self._settings_saved())
        settings.theme_chosen.connect(self._apply_theme)

    def bind_attention(self) -> None:
        """Count what needs a person; the page that shows it is made when it is first asked for."""
        from ui.sync.attention_model import AttentionModel

        model, bridge = AttentionModel(self), self._bridge
        self.attention = model
        model.counted.connect(self._window.show_attention)
        model.bind(self._backend, self._background)
        bridge.rows_changed.connect(model.rows_changed)
        bridge.data_trouble.connect(model.look_again)
        bridge.sync_state.connect(model.look_again)
        self.model.others_wrote.connect(model.look_again)
        self._window.attention_wanted.connect(self.show_attention)

    def bind_network(self) -> None:
        """Have a desk of a shared store look for that at once when the network is back."""
        shared = self._backend.shared
        if shared is not None:
            from ui.shell.network import NetworkWatch

            watch = NetworkWatch(self)
            watch.back.connect(shared.sync_now)
            watch.start()

    def show_attention(self) -> None:
        """Go to what needs a person."""
        if self.attention is None:
            return
        if self._attention_page is None:
            from ui.sync.attention_view import AttentionPage

            page = self._attention_page = AttentionPage(self.attention)
            page.me = self._backend.shared.address.login if self._backend.shared is not None else ""
            page.toast.connect(self._toast)
        self._window.show_page(self._attention_page, self._window.attention_button)

    def bind_audit(self) -> None:
        """Let administrators see who did what; whether this login is one is known once the store has said so."""
        backend, button = self._backend, self._window.audit_button

        def ask() -> None:
            self._background.run_read(lambda: backend.audit.may_read(), button.setVisible)

        ask()
        self._bridge.sync_state.connect(ask)
        self._window.audit_wanted.connect(self._show_audit)

    def bind_admin(self) -> None:
        """Let administrators of a shared store look after it, and tell them once what it has outgrown."""
        shared, administer = self._backend.shared, self._backend.administer
        if shared is None or administer is None:
            return
        from ui.shell.admin_entry import AdminEntry

        entry = AdminEntry(self._window, self._backend, self._background, self._bridge, self)
        entry.toast.connect(self._toast)
        self._window.admin_wanted.connect(entry.show)

    def _show_audit(self) -> None:
        if self._audit_page is None:
            from ui.sync.audit_model import AuditModel
            from ui.sync.audit_view import AuditPage

            model = AuditModel(self)
            model.bind(self._backend, self._background)
            self._audit_page = AuditPage(model)
            if self._backend.shared is None:
                self._audit_page.set_alone()
        self._window.show_page(self._audit_page, self._window.audit_button)

    def rehearse(self) -> None:
        """Get ready for the first rings, a step whenever nothing else is to be done."""
        steps = self._window.console.rehearse()
        idle = QTimer(self)

        def step() -> None:
            for _ in steps:
                return
            idle.deleteLater()

        idle.timeout.connect(step)
        idle.start(0)

    def _connect(self) -> None:
        window, model, controller = self._window, self.model, self.controller
        self._bridge.call.connect(model.take)
        self._bridge.rows_changed.connect(model.rows_changed)
        self._bridge.rows_changed.connect(window.console.form.rows_changed)
        model.others_wrote.connect(window.console.form.look_again)
        model.rang.connect(lambda: QApplication.alert(window))
        window.console.promises.number_opened.connect(self.pop_wanted)
        window.console.strips.show_wanted.connect(lambda _: window.show_page(window.console))
        model.shown_changed.connect(lambda: self._title(controller.caller_title()))
        for panel in (window.console.form, window.console.promises, window.console.customer):
            panel.toast.connect(self._toast)
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+J": lambda: self._on_console(controller.go_round),
            "Ctrl+Shift+J": lambda: self._on_console(controller.form.continue_draft),
            "Ctrl+W": controller.close_shown,
        }
        for key, action in keys.items():  # of the window, as the strips that print them stand above every page
            QShortcut(QKeySequence(key), window).activated.connect(action)

    def _on_console(self, action: Callable[[], object]) -> None:
        self._window.show_page(self._window.console)
        action()

    def _connect_search(self) -> None:
        window, controller = self._window, self.controller
        panel = SearchPanel(window.top_bar.search, window)
        panel.bind(self._backend, self._background)
        for opened in (panel.customer_opened, panel.case_opened, panel.new_customer_requested):
            opened.connect(lambda _: window.show_page(window.console))
        panel.customer_opened.connect(controller.customer_found)
        panel.case_opened.connect(controller.case_found)
        panel.new_customer_requested.connect(window.console.customer.start_new)
        panel.set_commands(self._commands())
        if self._backend.shared is not None:
            self._bridge.rows_changed.connect(panel.rows_changed)
        controller.search_wanted.connect(window.top_bar.search.take_keyboard)

    def _connect_sync(self, shared: SharedDesk) -> None:
        """Follow the shared store in the bar."""
        window = self._window

        def show(state: SyncState) -> None:
            window.top_bar.show_sync(*sync_words.status(state, datetime.now().astimezone()))

        self._bridge.sync_state.connect(show)
        self._bridge.case_editors.connect(window.console.form.editors_changed)
        window.top_bar.sync.clicked.connect(self.show_sync)
        show(shared.state())

    def show_sync(self) -> None:
        """Open the page behind the shared store's state; it is made when it is first asked for."""
        shared, window = self._backend.shared, self._window
        if shared is None:
            return
        page = window.sync
        if page.model.desk is None:
            page.model.bind(shared, self._background, self._bridge)
            page.model.toast.connect(self._toast)
            page.model.signed_out.connect(self.signed_out)
            page.model.sign_in_wanted.connect(self.sign_in_wanted)
            page.attention_wanted.connect(self.show_attention)
            page.left.connect(lambda: window.show_page(window.console))
        window.show_page(page)

    def _commands(self) -> list[tuple[str, str, Callable[[], object]]]:
        window, form = self._window, self._window.console.form
        return [
            (QCoreApplication.translate("Session", "New complaint"), "Ctrl+1", lambda: form.begin(CaseKind.COMPLAINT)),
            (
                QCoreApplication.translate("Session", "New suggestion"),
                "Ctrl+2",
                lambda: form.begin(CaseKind.SUGGESTION),
            ),
            (QCoreApplication.translate("Session", "New enquiry"), "Ctrl+3", lambda: form.begin(CaseKind.ENQUIRY)),
            (QCoreApplication.translate("Session", "What needs attention"), "Ctrl+Shift+A", self.show_attention),
            (QCoreApplication.translate("Session", "Settings"), "Ctrl+,", lambda: window.show_page(window.settings)),
            (QCoreApplication.translate("Session", "Light or dark"), "", self._toggle_theme),
        ]

    def _toast(self, text: str, action: str, undo: Callable[[], object] | None) -> None:
        toast = self._window.toasts.show_toast(text, action)
        if undo is not None:
            toast.action_triggered.connect(undo)

    def _settings_saved(self) -> None:
        self._show_settings()
        self._background.run_read(self._backend.pbx.restart, lambda _: None)

    def _show_settings(self) -> None:
        settings = self._backend.settings()
        self.controller.region = settings.region
        self._window.top_bar.show_agent(settings.agent, settings.pbx.extension)

    def _title(self, caller: str) -> None:
        self._window.setWindowTitle(f"{caller} – Ringbook" if caller else "Ringbook")

    def _toggle_theme(self) -> None:
        self._apply_theme("light" if theme.current().name == "dark" else "dark")

    def _apply_theme(self, name: str) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, name or theme.system_theme(), self._language)  # type: ignore[arg-type]
