"""The one window: rail, top bar, notices, pages."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.console.view import ConsolePage
from ui.settings.view import SettingsPage
from ui.shell.top_bar import TopBar
from ui.widgets.buttons import IconButton
from ui.widgets.icons import IconName
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.toast import ToastStack

SMALLEST = QSize(1280, 720)
DESIGNED = QSize(1440, 900)
RAIL_WIDTH = 54
MARGIN = 12


class MainWindow(QWidget):
    """Layout and navigation; what happens is decided by `ui.shell.session`."""

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Ringbook")
        self.setMinimumSize(SMALLEST)
        self.resize(DESIGNED)
        self.top_bar = TopBar()
        self.console = ConsolePage()
        self.settings = SettingsPage()
        self._pages = QStackedWidget()
        self._rail = QButtonGroup(self)
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

    def show_on_screen(self) -> None:
        """Show the window, over the whole screen where that is too small for the size it was designed for."""
        room = self.screen().availableSize()
        if DESIGNED.boundedTo(room) != DESIGNED:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)
        self.show()

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front; one that is not in the rail (a start-up page) is added the first time."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        for button in self._rail.buttons():
            if button.property("page") is page:
                button.setChecked(True)

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

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self.closing.emit()
        super().closeEvent(event)

    def _build_rail(self) -> QWidget:
        rail = QFrame()
        rail.setProperty("surface", "rail")
        rail.setFixedWidth(RAIL_WIDTH)
        column = QVBoxLayout(rail)
        column.setContentsMargins(7, MARGIN, 7, MARGIN)
        console = QCoreApplication.translate("MainWindow", "Console")
        settings = QCoreApplication.translate("MainWindow", "Settings")
        column.addWidget(self._rail_button("headset", console, "Ctrl+Shift+C", self.console))
        column.addStretch(1)
        column.addWidget(self._rail_button("settings", settings, "Ctrl+,", self.settings))
        return rail

    def _rail_button(self, icon: IconName, name: str, keys: str, page: QWidget) -> QWidget:
        button = IconButton(icon, name, role="muted", side=40, size=20, checkable=True, shortcut=keys)
        button.setProperty("page", page)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # who goes to a page and back finds the keyboard where it was
        button.clicked.connect(lambda: self.show_page(page))
        self._rail.addButton(button)
        self._pages.addWidget(page)
        button.setChecked(page is self.console)
        return button

    def _build_page(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(MARGIN, 10, MARGIN, MARGIN)
        column.setSpacing(10)
        column.addWidget(self.top_bar)
        column.addLayout(self._notices)
        column.addWidget(self._pages, 1)
        column.setAlignment(self.top_bar, Qt.AlignmentFlag.AlignTop)
        return column
