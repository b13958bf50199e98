"""The settings page as somebody uses it: keys, fields, what is shown where."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app import pbx_secret
from app.bootstrap import Backend
from app.events import PbxHeard, PbxState
from models.enums import PbxStatus
from tests.app.fake_keyring import MemoryKeyring, use_keyring
from ui.background import Background
from ui.event_bridge import EventBridge
from ui.settings.view import SettingsPage


def test_before_the_data_is_open_the_page_stands_and_nothing_can_be_pressed_in_vain(qtbot: QtBot) -> None:
    page = SettingsPage()
    qtbot.addWidget(page)
    page.show()
    assert not page.form.save.isEnabled()
    assert not page.form.data.new_key.isEnabled()
    assert not page.form.data.copy.isEnabled()


def test_ctrl_enter_saves_what_was_typed(qtbot: QtBot, page: SettingsPage, backend: Backend) -> None:
    assert not page.form.save.isEnabled()
    page.form.desk.agent.setFocus()
    qtbot.keyClicks(page.form.desk.agent, "Marta Puig")
    assert page.form.save.isEnabled()
    with qtbot.waitSignal(page.saved):
        qtbot.keyClick(page.form.desk.agent, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert backend.settings().agent == "Marta Puig"
    assert not page.form.save.isEnabled()


def test_escape_discards(qtbot: QtBot, page: SettingsPage) -> None:
    page.form.pbx.host.setFocus()
    qtbot.keyClicks(page.form.pbx.host, "pbx")
    qtbot.keyClick(page.form.pbx.host, Qt.Key.Key_Escape)
    assert page.form.pbx.host.text() == ""
    assert not page.form.discard.isEnabled()


def test_typing_in_the_middle_of_a_field_keeps_the_cursor(qtbot: QtBot, page: SettingsPage) -> None:
    page.form.desk.agent.setFocus()
    qtbot.keyClicks(page.form.desk.agent, "Mata")
    page.form.desk.agent.setCursorPosition(2)
    qtbot.keyClicks(page.form.desk.agent, "r")
    assert (page.form.desk.agent.text(), page.form.desk.agent.cursorPosition()) == ("Marta", 3)


def test_what_is_wrong_stands_under_its_field_and_the_keyboard_goes_there(qtbot: QtBot, page: SettingsPage) -> None:
    page.form.pbx.host.setFocus()
    qtbot.keyClicks(page.form.pbx.host, "pbx.example")
    qtbot.keyClick(page.form.pbx.host, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    field = page.form.pbx.fields["username"]
    assert field.problem() == "Enter the user name the PBX knows this console by."
    assert page.form.pbx.username.property("invalid") is True
    assert page.form.pbx.username.accessibleDescription() == field.problem()
    assert page.form.pbx.username.hasFocus()
    qtbot.keyClicks(page.form.pbx.username, "r")
    assert field.problem() == ""
    assert not page.form.pbx.username.property("invalid")


def test_clear_text_is_warned_of(qtbot: QtBot, page: SettingsPage) -> None:
    assert not page.form.pbx.clear_text.isVisible()
    qtbot.keyClick(page.form.pbx.tls, Qt.Key.Key_Space)
    assert page.form.pbx.clear_text.isVisible()
    assert not page.form.pbx.ca_row.isVisible()
    assert page.form.pbx.port.text() == "5038"


@pytest.mark.parametrize(("typed", "code"), [("Taiwan (TW)", "TW"), ("cn", "CN"), ("andor", "AD")])
def test_the_region_is_typed_by_name_or_code(
    qtbot: QtBot, page: SettingsPage, backend: Backend, typed: str, code: str
) -> None:
    qtbot.waitUntil(lambda: page.form.desk.region.count() > 200)
    assert page.form.desk.region.currentText() == "Spain (ES)"
    page.form.desk.region.setEditText(typed)
    with qtbot.waitSignal(page.saved):
        page.form.save.click()
    assert backend.settings().region == code


def test_a_region_that_is_none_is_said(qtbot: QtBot, page: SettingsPage, backend: Backend) -> None:
    page.form.desk.region.setEditText("Atlantis")
    page.form.save.click()
    qtbot.waitUntil(lambda: "ATLANTIS" in page.form.desk.region_field.problem())
    assert page.form.desk.region.currentText() == "Atlantis"


def test_the_wheel_changes_no_choice_in_passing(page: SettingsPage) -> None:
    combo: QComboBox = page.form.appearance.language
    page.form.desk.agent.setFocus()
    where = QPointF(combo.rect().center())
    event = QWheelEvent(
        where, combo.mapToGlobal(where), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(combo, event)
    assert combo.currentIndex() == 0
    assert not page.model.is_changed()


def test_a_theme_comes_at_once(qtbot: QtBot, page: SettingsPage) -> None:
    with qtbot.waitSignal(page.theme_chosen) as chosen:
        page.form.appearance.theme.button("dark").click()
    assert chosen.args == ["dark"]
    with qtbot.waitSignal(page.theme_chosen) as chosen:
        page.form.discard.click()
    assert chosen.args == [""]
    assert page.form.appearance.theme.value() == ""


def test_a_language_is_saved_for_the_next_start(qtbot: QtBot, page: SettingsPage, backend: Backend) -> None:
    language = page.form.appearance.language
    language.setFocus()
    while language.currentText() != "繁體中文":
        qtbot.keyClick(language, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.saved):
        page.form.save.click()
    assert backend.settings().language == "zh_TW"


def test_the_password_is_never_shown(qtbot: QtBot, page: SettingsPage) -> None:
    assert page.form.pbx.password.echoMode() == QLineEdit.EchoMode.Password
    assert page.form.pbx.password.placeholderText() == "None stored for this account"


@pytest.mark.parametrize(("given", "hint"), [("x", "Set by RINGBOOK_PBX_PASSWORD"), ("", "")])
def test_a_password_that_cannot_be_kept_here_cannot_be_typed(
    qtbot: QtBot, backend: Backend, background: Background, monkeypatch: pytest.MonkeyPatch, given: str, hint: str
) -> None:
    monkeypatch.setenv(pbx_secret.VARIABLE, given)
    with use_keyring():
        page = SettingsPage()
        qtbot.addWidget(page)
        page.bind(backend, background, EventBridge())
        page.show()
        qtbot.waitUntil(lambda: bool(page.model.password_place))
    assert not page.form.pbx.password.isEnabled()
    assert page.form.pbx.password.placeholderText() == hint


def test_a_ca_file_is_picked_in_a_dialog_that_blocks_nothing(
    qtbot: QtBot, page: SettingsPage, tmp_path: Path, backend: Backend
) -> None:
    certificate = tmp_path / "ca.pem"
    certificate.write_text("x")
    page.form.pbx.browse.click()
    dialog = page.form.pbx.dialog
    assert dialog is not None
    assert dialog.isVisible()
    dialog.selectFile(str(certificate))
    dialog.fileSelected.emit(str(certificate))
    dialog.reject()
    assert page.form.pbx.ca_file.text() == str(certificate)


def test_events_change_neither_focus_nor_what_is_typed(qtbot: QtBot, page: SettingsPage, bridge: EventBridge) -> None:
    page.form.pbx.host.setFocus()
    qtbot.keyClicks(page.form.pbx.host, "pbx")
    bridge.post(PbxState(PbxStatus.REFUSED, "The PBX refuses {user}.", (("user", "ringbook"),)))
    assert page.form.pbx.host.hasFocus()
    assert page.form.pbx.host.text() == "pbx"
    assert page.form.link.pill.text() == "The PBX refuses the login"
    assert page.form.link.reason.text() == "The PBX refuses ringbook."


def test_the_data_folder_can_be_copied(qtbot: QtBot, page: SettingsPage, backend: Backend) -> None:
    with qtbot.waitSignal(page.toast):
        page.form.data.copy.click()
    assert QGuiApplication.clipboard().text() == str(backend.folder.path)
    assert page.form.data.key_place.text() == "The key of the data comes from RINGBOOK_KEY."


def test_a_new_recovery_key_takes_the_page_until_it_is_kept(
    qtbot: QtBot, page: SettingsPage, backend: Backend, ring: MemoryKeyring
) -> None:
    page.form.data.new_key.click()
    qtbot.waitUntil(lambda: page.recovery is not None)
    assert page.recovery is not None
    assert page.recovery.isVisible()
    assert not page.form.pbx.isVisible()
    page.recovery.keep.click()
    assert page.recovery is None
    assert page.form.pbx.isVisible()
    assert page.form.data.new_key.hasFocus()


def test_every_part_is_listed_with_its_version_and_licence(page: SettingsPage) -> None:
    texts = [label.text() for label in page.form.about.findChildren(QLabel)]
    for part in ("Qt, PySide6", "LGPL-3.0", "phonenumbers", "keyring", "Zlib, BSD-3-Clause"):
        assert part in texts
    assert "" not in texts[-27:], "every part has a version"


def test_tab_goes_through_every_field_in_the_order_of_the_eye(qtbot: QtBot, page: SettingsPage) -> None:
    pbx = page.form.pbx
    expected: list[QWidget] = [pbx.host, pbx.port, pbx.tls, pbx.ca_file, pbx.browse, pbx.username, pbx.password]
    pbx.host.setFocus()
    passed: list[QWidget | None] = []
    for _ in expected:
        passed.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert passed == expected
    assert pbx.extension.hasFocus()


def test_every_control_has_a_name_for_a_screen_reader(page: SettingsPage) -> None:
    controls = [w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    own = [w for w in controls if not isinstance(w.parent(), QComboBox) and type(w).__name__ != "QScrollArea"]
    assert len(own) > 12
    assert [w for w in own if not (w.accessibleName() or getattr(w, "text", str)())] == []


def test_what_was_heard_before_the_page_was_opened_is_there(
    qtbot: QtBot, backend: Backend, background: Background, bridge: EventBridge
) -> None:
    page = SettingsPage()
    page.bind(backend, background, bridge)
    bridge.post(PbxState(PbxStatus.CONNECTED))
    bridge.post(PbxHeard(datetime.now(UTC), "Login accepted"))
    qtbot.waitUntil(lambda: bool(page.model.regions and page.model.password_place))
    qtbot.addWidget(page)
    page.show()
    assert page.form.link.pill.text().startswith("Connected since ")
    assert page.form.link.last.text().endswith("Login accepted")
    assert page.form.desk.region.currentText() == "Spain (ES)"
