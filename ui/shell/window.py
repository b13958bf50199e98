"""The one window: rail, top bar, notices, pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.shell.top_bar import TopBar
from ui.widgets.buttons import IconButton
from ui.widgets.counted_button import CountedButton
from ui.widgets.icons import IconName
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.toast import ToastStack

if TYPE_CHECKING:
    from ui.console.view import ConsolePage
    from ui.settings.view import SettingsPage
    from ui.sync.view import SyncPage

SMALLEST = QSize(1280, 720)
DESIGNED = QSize(1440, 900)
RAIL_WIDTH = 54
MARGIN = 12
UNSEEN_MS = 500  # a window that starts minimised is not painted


class MainWindow(QWidget):
    """Layout and navigation; what happens is decided by `ui.shell.session`.

    The pages are made when they are first asked for: the window is on screen before its console is.
    """

    painted = Signal()  # once: the first paint is on the screen, or nobody sees the window
    closing = Signal()
    attention_wanted = Signal()
    audit_wanted = Signal()
    admin_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_closed = False  # and never open again
        self._is_painted = self._painting = False
        self.setWindowTitle("Ringbook")
        self.setMinimumSize(SMALLEST)
        self.resize(DESIGNED)
        self.top_bar = TopBar()
        self._console: ConsolePage | None = None
        self._settings: SettingsPage | None = None
        self._sync: SyncPage | None = None
        self._pages = QStackedWidget()
        self._rail = QButtonGroup(self)
        self._button_of: dict[QWidget, IconButton] = {}
        self._notices = QVBoxLayout()
        self._notices.setSpacing(6)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._build_rail())
        row.addLayout(self._build_page(), 1)
        self.toasts = ToastStack(self)
        # The keyboard starts nowhere: every key of the map works at once, and no field looks chosen.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()

    @property
    def console(self) -> ConsolePage:
        if self._console is None:
            from ui.console.view import ConsolePage  # with all its panels, longer to import than the rest of the window

            with theme.undressed():  # and laid out only when it is dressed
                self._console = ConsolePage(self._pages)
                self._console.strips.setParent(self)
            self._pages.addWidget(self._console)
            # Above every page, so that a ring is seen on the settings too.
            self._column.insertWidget(self._column.indexOf(self._pages), self._console.strips)
        return self._console

    @property
    def settings(self) -> SettingsPage:
        if self._settings is None:
            from ui.settings.view import SettingsPage

            self._settings = SettingsPage()
            self._pages.addWidget(self._settings)
        return self._settings

    @property
    def sync(self) -> SyncPage:
        if self._sync is None:
            from ui.sync.view import SyncPage

            self._sync = SyncPage()
            self._pages.addWidget(self._sync)
        return self._sync

    def show_on_screen(self) -> None:
        """Show the window, over the whole screen where that is too small for the size it was designed for."""
        room = self.screen().availableSize()
        if DESIGNED.boundedTo(room) != DESIGNED:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)
        self.show()
        QTimer.singleShot(UNSEEN_MS, self, self._tell_painted)

    def show_page(self, page: QWidget, button: IconButton | None = None) -> None:
        """Bring a page to the front; one that is not there yet (a start-up page) is added, with its `button` if any."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        if button is not None:
            self._button_of[page] = button
        self._pages.setCurrentWidget(page)
        if page in (self._console, self._settings):
            (self._console_button if page is self._console else self._settings_button).setChecked(True)
        elif page in self._button_of:
            self._button_of[page].setChecked(True)

    def show_attention(self, count: int) -> None:
        """Say on the rail how many things need somebody."""
        name = QCoreApplication.translate("MainWindow", "Needs attention: %n", "", count)
        self.attention_button.set_count(count, name)

    def set_open(self, is_open: bool) -> None:
        """Let other pages and the search be reached, or not while there is no data to show in them."""
        for button in self._rail.buttons():
            button.setEnabled(is_open)
        self.top_bar.search.setEnabled(is_open)

    def page(self) -> QWidget | None:
        return self._pages.currentWidget()

    def notice(self, text: str, state: str = "accent", action: str = "", *, closable: bool = True) -> NoticeBar:
        """Show a line above the page until it is closed; returned so that its action can be connected."""
        bar = NoticeBar(text, state, action, closable=closable)  # type: ignore[arg-type]
        bar.closed.connect(bar.deleteLater)
        self._notices.addWidget(bar)
        return bar

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self._painting:
            self._painting = True
            QTimer.singleShot(0, self, self._tell_painted)  # what is in the window is painted before that

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self.is_closed = True
        self.closing.emit()
        super().closeEvent(event)

    def _tell_painted(self) -> None:
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def _build_rail(self) -> QWidget:
        rail = QFrame()
        rail.setProperty("surface", "rail")
        rail.setFixedWidth(RAIL_WIDTH)
        column = QVBoxLayout(rail)
        column.setContentsMargins(7, MARGIN, 7, MARGIN)
        console = QCoreApplication.translate("MainWindow", "Console")
        settings = QCoreApplication.translate("MainWindow", "Settings")
        self._console_button = self._rail_button("headset", console, "Ctrl+Shift+C", lambda: self.console)
        self._settings_button = self._rail_button("settings", settings, "Ctrl+,", lambda: self.settings)
        self._console_button.setChecked(True)
        self.attention_button = CountedButton(
            "warning", console, role="muted", side=40, size=20, checkable=True, shortcut="Ctrl+Shift+A"
        )
        self.attention_button.clicked.connect(self.attention_wanted)
        self._add_to_rail(self.attention_button)
        self.show_attention(0)
        column.addWidget(self._console_button)
        column.addWidget(self.attention_button)
        audit = QCoreApplication.translate("MainWindow", "Who did what")
        self.audit_button = IconButton(
            "list", audit, role="muted", side=40, size=20, checkable=True, shortcut="Ctrl+Shift+L"
        )
        self.audit_button.clicked.connect(self.audit_wanted)
        self._add_to_rail(self.audit_button)
        self.audit_button.hide()  # administrators only
        column.addWidget(self.audit_button)
        admin = QCoreApplication.translate("MainWindow", "Administration")
        self.admin_button = IconButton(
            "key", admin, role="muted", side=40, size=20, checkable=True, shortcut="Ctrl+Shift+M"
        )
        self.admin_button.clicked.connect(self.admin_wanted)
        self._add_to_rail(self.admin_button)
        self.admin_button.hide()  # administrators of a shared store only
        column.addWidget(self.admin_button)
        column.addStretch(1)
        column.addWidget(self._settings_button)
        return rail

    def _rail_button(self, icon: IconName, name: str, keys: str, page: Callable[[], QWidget]) -> IconButton:
        button = IconButton(icon, name, role="muted", side=40, size=20, checkable=True, shortcut=keys)
        button.clicked.connect(lambda: self.show_page(page()))
        self._add_to_rail(button)
        return button

    def _add_to_rail(self, button: IconButton) -> None:
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # who goes to a page and back finds the keyboard where it was
        self._rail.addButton(button)

    def _build_page(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(MARGIN, 10, MARGIN, MARGIN)
        column.setSpacing(10)
        column.addWidget(self.top_bar)
        column.addLayout(self._notices)
        column.addWidget(self._pages, 1)
        self._column = column
        column.setAlignment(self.top_bar, Qt.AlignmentFlag.AlignTop)
        return column
