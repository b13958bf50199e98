"""The link to the store in words: each state has its own, with an icon and a colour."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.errors import KnownError, TransientError
from app.events import SyncState
from models.enums import SyncPhase
from ui.panels import sync_words

NOW = datetime(2026, 11, 22, 12, 10, tzinfo=UTC)
FOUR = NOW - timedelta(minutes=6)
REFUSED = "The store refuses this desk"
AWAY = TransientError("The server does not answer", "Look at the cable.")


@pytest.mark.parametrize(
    ("state", "icon", "colour", "text"),
    [
        (SyncState(SyncPhase.CONNECTING), "cloud-up", "neutral", "Connecting to the store…"),
        (SyncState(SyncPhase.FILLING, done=1, total=2), "cloud-up", "accent", "Fetching 1 of 2"),
        (SyncState(SyncPhase.ONLINE, FOUR), "cloud-check", "good", "Synced {four}"),
        (SyncState(SyncPhase.ONLINE, FOUR, waiting=1), "cloud-up", "accent", "1 waiting"),
        (SyncState(SyncPhase.ONLINE, FOUR, waiting=3), "cloud-up", "accent", "3 waiting"),
        (SyncState(SyncPhase.OFFLINE, FOUR, error=AWAY), "cloud-off", "warning", "Offline since {four}"),
        (SyncState(SyncPhase.OFFLINE, FOUR, waiting=3), "cloud-off", "warning", "Offline since {four} · 3 waiting"),
        (SyncState(SyncPhase.OFFLINE), "cloud-off", "warning", "Offline"),
        (SyncState(SyncPhase.REFUSED, FOUR, waiting=1), "cloud-off", "bad", REFUSED + " · 1 waiting"),
        (SyncState(SyncPhase.ONLINE, FOUR, attention=3), "warning", "warning", "Synced {four} · 3 need attention"),
        (SyncState(SyncPhase.OFFLINE, attention=2), "warning", "warning", "Offline · 2 need attention"),
        (SyncState(SyncPhase.REFUSED, attention=2), "cloud-off", "bad", REFUSED + " · 2 need attention"),
    ],
)  # fmt: skip
def test_each_state_has_its_words(state: SyncState, icon: str, colour: str, text: str) -> None:
    said = sync_words.status(state, NOW)
    assert (said.icon, said.state) == (icon, colour)
    assert said.text == text.format(four=f"{FOUR.astimezone():%H:%M}")


def test_another_day_is_named() -> None:
    said = sync_words.status(SyncState(SyncPhase.OFFLINE, NOW - timedelta(days=30)), NOW)
    assert said.text == "Offline since 23 Oct"


def test_the_reason_is_the_sentence_of_the_error() -> None:
    assert sync_words.reason(SyncState(SyncPhase.OFFLINE, error=AWAY)) == (
        "The server does not answer. Look at the cable."
    )
    refused = KnownError("Not let in", "Ask {who}.", who="Marta")
    assert sync_words.status(SyncState(SyncPhase.REFUSED, error=refused), NOW).reason == "Not let in. Ask Marta."
    assert sync_words.reason(SyncState(SyncPhase.ONLINE)) == ""
