"""Saving, discarding and undoing settings on a real data folder."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app import pbx_secret, settings
from app.bootstrap import Backend
from app.settings import PbxSettings, Settings
from models.enums import PbxStatus
from tests.app.fake_keyring import MemoryKeyring, use_keyring
from ui.background import Background
from ui.event_bridge import EventBridge
from ui.settings.view_model import SettingsModel

ACCOUNT = {"host": "pbx.example", "username": "ringbook", "extension": "2001"}


def save(qtbot: QtBot, model: SettingsModel) -> Settings:
    with qtbot.waitSignal(model.saved) as caught:
        model.save()
    assert not model.busy
    result = caught.args[0]
    assert isinstance(result, Settings)
    return result


def refuse(qtbot: QtBot, model: SettingsModel) -> dict[str, str]:
    model.save()
    qtbot.waitUntil(lambda: not model.busy)
    return model.problems


@pytest.fixture
def toasts(model: SettingsModel) -> list[tuple[str, str, Any]]:
    said: list[tuple[str, str, Any]] = []
    model.toast.connect(lambda *what: said.append(what))
    return said


def test_what_is_saved_is_in_force_and_in_the_file(qtbot: QtBot, model: SettingsModel, backend: Backend) -> None:
    model.edit(**ACCOUNT, agent="Marta Puig", region="TW")
    assert model.can_save()
    saved = save(qtbot, model)
    assert backend.settings() == saved == settings.load(backend.folder.path)
    assert (saved.pbx.host, saved.agent, saved.region) == ("pbx.example", "Marta Puig", "TW")
    assert not model.is_changed()


def test_nothing_changed_is_nothing_to_save(model: SettingsModel) -> None:
    assert not model.can_save()
    model.edit(agent="x")
    model.edit(agent="")
    assert not model.can_save()


def test_discard_goes_back_to_what_is_stored(qtbot: QtBot, model: SettingsModel) -> None:
    model.edit(tls=False, port="15039")
    save(qtbot, model)
    model.edit(tls=True, host="x", password="y")
    model.discard()
    assert not model.is_changed()
    assert (model.draft.tls, model.draft.port, model.draft.password) == (False, "15039", "")


def test_turning_tls_off_takes_the_port_along(model: SettingsModel) -> None:
    model.edit(tls=False)
    assert model.draft.port == "5038"
    model.edit(port="7000")
    model.edit(tls=True)
    assert model.draft.port == "7000"


def test_a_problem_stops_saving_and_goes_once_its_field_changes(model: SettingsModel, backend: Backend) -> None:
    model.edit(host="pbx.example")
    model.save()
    assert set(model.problems) == {"username", "extension"}
    assert not model.busy
    assert backend.settings() == Settings()
    model.edit(username="ringbook")
    assert set(model.problems) == {"extension"}


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [({"region": "Atlantis"}, "region", "ATLANTIS"), ({"ca_file": "/no/such.pem"}, "ca_file", "/no/such.pem")],
)
def test_what_only_the_worker_knows_comes_back_to_its_field(
    qtbot: QtBot, model: SettingsModel, backend: Backend, change: dict[str, str], field: str, sentence: str
) -> None:
    model.edit(**change)
    assert sentence in refuse(qtbot, model)[field]
    assert backend.settings() == Settings()
    assert model.is_changed()


def test_a_typed_password_goes_into_the_keyring_and_nowhere_else(
    qtbot: QtBot, model: SettingsModel, ring: MemoryKeyring, backend: Backend
) -> None:
    model.edit(**ACCOUNT, password="correct horse")
    save(qtbot, model)
    assert ring.kept[pbx_secret.SERVICE, "ringbook@pbx.example:5039"] == "correct horse"
    assert model.draft.password == ""
    qtbot.waitUntil(lambda: model.password_place == "keyring")
    written = b"".join(path.read_bytes() for path in backend.folder.path.iterdir() if path.is_file())
    assert b"correct horse" not in written


def test_an_empty_password_leaves_the_stored_one(qtbot: QtBot, model: SettingsModel, ring: MemoryKeyring) -> None:
    model.edit(**ACCOUNT, password="correct horse")
    save(qtbot, model)
    model.edit(agent="Marta")
    save(qtbot, model)
    assert list(ring.kept.values()) == ["correct horse"]


def test_the_place_of_the_password_follows_the_account_as_typed(qtbot: QtBot, model: SettingsModel) -> None:
    model.edit(**ACCOUNT, password="correct horse")
    save(qtbot, model)
    qtbot.waitUntil(lambda: model.password_place == "keyring")
    model.edit(username="other")
    qtbot.waitUntil(lambda: model.password_place == "none")


def test_without_a_keyring_a_password_is_refused_and_nothing_is_saved(
    qtbot: QtBot, model: SettingsModel, backend: Backend
) -> None:
    model.edit(**ACCOUNT, password="correct horse")
    with use_keyring():
        assert "RINGBOOK_PBX_PASSWORD" in refuse(qtbot, model)["password"]
    assert backend.settings() == Settings()


def test_undo_brings_back_settings_and_password(
    qtbot: QtBot, model: SettingsModel, ring: MemoryKeyring, backend: Backend, toasts: list[tuple[str, str, Any]]
) -> None:
    model.edit(**ACCOUNT, password="first")
    first = save(qtbot, model)
    model.edit(agent="Marta", theme="dark", password="second")
    save(qtbot, model)
    text, action, undo = toasts[-1]
    assert (text, action) == ("Settings saved.", "Undo")
    with qtbot.waitSignals([model.saved, model.theme_chosen]):
        undo()
    assert backend.settings() == first == settings.load(backend.folder.path)
    assert list(ring.kept.values()) == ["first"]
    assert not model.is_changed()
    assert toasts[-1][0] == "The settings before are back."


def test_undoing_the_first_password_forgets_it(
    qtbot: QtBot, model: SettingsModel, ring: MemoryKeyring, toasts: list[tuple[str, str, Any]]
) -> None:
    model.edit(**ACCOUNT, password="first")
    save(qtbot, model)
    with qtbot.waitSignal(model.saved):
        toasts[-1][2]()
    assert ring.kept == {}


def test_what_is_typed_while_saving_stays(qtbot: QtBot, model: SettingsModel, background: Background) -> None:
    gate = threading.Event()
    background.run_read(gate.wait, lambda _: None)
    model.edit(agent="Marta")
    model.save()
    assert model.busy
    assert not model.can_save()
    model.edit(agent="Marta Puig")
    with qtbot.waitSignal(model.saved):
        gate.set()
    assert (model.stored.agent, model.draft.agent) == ("Marta", "Marta Puig")
    assert model.can_save()


def test_what_is_typed_after_saving_stays_when_the_saving_is_undone(
    qtbot: QtBot, model: SettingsModel, toasts: list[tuple[str, str, Any]]
) -> None:
    model.edit(agent="Marta")
    save(qtbot, model)
    model.edit(agent="Marta Puig")
    with qtbot.waitSignal(model.saved):
        toasts[-1][2]()
    assert (model.stored.agent, model.draft.agent) == ("", "Marta Puig")


def test_a_file_that_cannot_be_written_is_said_and_the_draft_stays(
    qtbot: QtBot, model: SettingsModel, backend: Backend, toasts: list[tuple[str, str, Any]]
) -> None:
    (backend.folder.path / "settings.json.new").mkdir()
    model.edit(agent="Marta")
    model.save()
    qtbot.waitUntil(lambda: bool(toasts))
    assert "settings.json" in toasts[0][0]
    assert backend.settings() == Settings()
    assert model.can_save()


def test_a_theme_is_tried_at_once_and_taken_back_by_discard(model: SettingsModel) -> None:
    tried: list[str] = []
    model.theme_chosen.connect(tried.append)
    model.edit(theme="dark")
    model.edit(agent="x")
    model.discard()
    assert tried == ["dark", ""]


def test_before_the_data_is_open_nothing_can_be_saved(qapp: object) -> None:
    model = SettingsModel()
    model.edit(agent="x")
    assert not model.can_save()
    model.save()
    model.make_recovery_key()
    assert not model.busy


def test_a_new_recovery_key_opens_the_folder_and_the_old_ones_end_when_it_is_kept(
    qtbot: QtBot, model: SettingsModel, backend: Backend, background: Background, bridge: EventBridge
) -> None:
    from app.bootstrap import recover
    from app.errors import KnownError

    old = backend.unkept_recovery_key()
    assert old is not None
    with qtbot.waitSignal(model.recovery_key_made) as made:
        model.make_recovery_key()
    model.acknowledge_recovery_key()
    with qtbot.waitCallback() as after:
        background.run_read(lambda: None, after)
    recover(backend.folder.path, made.args[0])
    with pytest.raises(KnownError):
        recover(backend.folder.path, old)


def test_what_became_of_the_link_before_anybody_listened_is_known(
    qtbot: QtBot, ring: MemoryKeyring, backend: Backend, background: Background, bridge: EventBridge
) -> None:
    backend.settings.replace(replace(Settings(), pbx=PbxSettings("pbx.example", username="ringbook")))
    backend.pbx.start()  # without a password
    late = SettingsModel()
    late.bind(backend, background, bridge)
    assert late.link.state.status == PbxStatus.REFUSED
    qtbot.waitUntil(lambda: bool(late.password_place))
    delete(late)  # before the background goes: its timer may still want to ask
