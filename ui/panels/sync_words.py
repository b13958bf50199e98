"""The link to the shared store in words, with the icon and colour of its state."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from app.events import SyncState
from models.enums import SyncPhase
from ui import theme
from ui.panels import dates, words
from ui.widgets.icons import IconName

ICONS: dict[SyncPhase, tuple[IconName, theme.State]] = {
    SyncPhase.ALONE: ("cloud-off", "neutral"),
    SyncPhase.CONNECTING: ("cloud-up", "neutral"),
    SyncPhase.FILLING: ("cloud-up", "accent"),
    SyncPhase.ONLINE: ("cloud-check", "good"),
    SyncPhase.OFFLINE: ("cloud-off", "warning"),
    SyncPhase.REFUSED: ("cloud-off", "bad"),
}


class SyncStatus(NamedTuple):
    """What a glance tells: an icon, a colour, a few words; `reason` is why, "" where all is well."""

    icon: IconName
    state: theme.State
    text: str
    reason: str


def status(state: SyncState, now: datetime) -> SyncStatus:
    """Return how the link is and, behind it, what waits for the store and what for a person."""
    icon, colour = ICONS[state.phase]
    parts = [_phase(state, now)]
    if state.waiting and state.phase == SyncPhase.ONLINE:
        icon, colour, parts = "cloud-up", "accent", []
    if state.waiting:
        parts.append(QCoreApplication.translate("Sync", "%n waiting", "", state.waiting))
    if state.attention:
        icon, colour = ("warning", "warning") if colour != "bad" else (icon, colour)
        parts.append(QCoreApplication.translate("Sync", "%n need attention", "", state.attention))
    return SyncStatus(icon, colour, " · ".join(parts), reason(state))


def reason(state: SyncState) -> str:
    """Return why the store is not there, "" where it is or nobody knows."""
    if state.error is None:
        return ""
    both = QCoreApplication.translate("Sync", "{title}. {sentence}")
    return both.format(title=words.error_title(state.error), sentence=words.error(state.error))


def last_contact(state: SyncState, now: datetime) -> str:
    """Return when the desk was last in step, or since when it is not."""
    if state.since is None:
        return QCoreApplication.translate("Sync", "Not since this start")
    return dates.clock_or_day(state.since, now)


def _phase(state: SyncState, now: datetime) -> str:
    if state.phase == SyncPhase.FILLING:
        text = QCoreApplication.translate("Sync", "Fetching {done} of {total}")
        locale = QLocale()
        return text.format(done=locale.toString(state.done), total=locale.toString(max(state.total, state.done)))
    if state.phase == SyncPhase.CONNECTING:
        return QCoreApplication.translate("Sync", "Connecting to the store…")
    if state.phase == SyncPhase.ALONE:
        return QCoreApplication.translate("Sync", "No shared store")
    if state.phase == SyncPhase.REFUSED:
        return QCoreApplication.translate("Sync", "The store refuses this desk")
    return _since(state, now)


def _since(state: SyncState, now: datetime) -> str:
    online = state.phase == SyncPhase.ONLINE
    if state.since is None:
        return QCoreApplication.translate("Sync", "Synced") if online else QCoreApplication.translate("Sync", "Offline")
    when = dates.clock_or_day(state.since, now)
    if online:
        return QCoreApplication.translate("Sync", "Synced {when}").format(when=when)
    return QCoreApplication.translate("Sync", "Offline since {when}").format(when=when)
