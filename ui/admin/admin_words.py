"""Roles, deeds, ages and sizes in words."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from models.enums import OperationResult, Role

if TYPE_CHECKING:
    from app.sync.admin_records import Deed

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
CLOCK_OFF_MS = 120_000  # so far off, times a desk claims mislead people


def role(held: Role) -> str:
    return {
        Role.AGENT: QCoreApplication.translate("Admin", "Agent"),
        Role.SUPERVISOR: QCoreApplication.translate("Admin", "Supervisor"),
        Role.ADMINISTRATOR: QCoreApplication.translate("Admin", "Administrator"),
    }[held]


def roles() -> list[tuple[str, object]]:
    return [(role(held), held) for held in Role]


def role_named(name: str | None) -> str:
    """Return the word of a role the store names; one of a newer store by its own name."""
    return role(Role(name)) if name in list(Role) else name or ""


def age(moment: datetime, now: datetime) -> str:
    """Return how long ago something was: "3 days ago"."""
    past = max(now - moment, timedelta())
    if past < HOUR:
        return QCoreApplication.translate("Admin", "%n minutes ago", "", past // timedelta(minutes=1))
    if past < 2 * DAY:
        return QCoreApplication.translate("Admin", "%n hours ago", "", past // HOUR)
    return QCoreApplication.translate("Admin", "%n days ago", "", past // DAY)


def size(count: int) -> str:
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def number(count: int) -> str:
    return QLocale().toString(count)


def result(name: str) -> str:
    """Return what became of operations, "taken"; a result of a newer store by its own name."""
    said: dict[str, str] = {
        OperationResult.APPLIED: QCoreApplication.translate("Admin", "taken"),
        OperationResult.CONFLICT: QCoreApplication.translate("Admin", "in conflict"),
        OperationResult.PARKED: QCoreApplication.translate("Admin", "waiting"),
        OperationResult.REFUSED: QCoreApplication.translate("Admin", "refused"),
    }
    return said.get(name, name)


def deed(done: Deed) -> str:
    """Return what somebody did about people and teams; a deed of a newer store by its own name."""
    said = {
        "add_person": QCoreApplication.translate("Admin", "{about} added as {after}"),
        "set_role": QCoreApplication.translate("Admin", "{about}: {before} → {after}"),
        "set_teams": QCoreApplication.translate("Admin", "Teams of {about}: {before} → {after}"),
        "disable": QCoreApplication.translate("Admin", "{about} switched off"),
        "enable": QCoreApplication.translate("Admin", "{about} switched on again"),
        "reset_password": QCoreApplication.translate("Admin", "New password for {about}"),
        "add_team": QCoreApplication.translate("Admin", "Team {about} added"),
        "rename_team": QCoreApplication.translate("Admin", "Team {before} renamed {after}"),
    }.get(done.what, "{about}")
    words = role_named if done.what in ("add_person", "set_role") else lambda name: name or ""
    return said.format(about=done.about, before=words(done.before), after=words(done.after))
