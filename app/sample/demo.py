"""The demo: a small sample world with the people its recorded calls come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random

from sqlalchemy import select

import resources
from app.sample.heroes import Heroes
from app.sample.load import load_at_once
from app.sample.world import Recipe, Size, World
from app.settings import PbxSettings, Settings
from app.storage.folder import DataFolder
from models.customer import CUSTOMER

SEED = 2026
REGION = "TW"
AGENT = "Marta Puig"
EXTENSION = "1001"
SIZE = Size(customers=390, interactions=2400, cases=170)
PAUSE_SECONDS = 6.0
CALLS = (
    "a_direct_answered", "l_call_waiting", "g_anonymous", "h2_internal_call", "b_missed", "c_queue_ringall",
    "f_attended_transfer",
)  # fmt: skip


def fill_once(folder: DataFolder, now: datetime) -> None:
    """Fill a demo's folder unless it is filled already."""
    if folder.reader.run(lambda connection: connection.execute(select(CUSTOMER.c.id).limit(1)).first()) is None:
        fill_demo(folder, now)


def fill_demo(folder: DataFolder, now: datetime) -> None:
    """Fill an empty folder; what is due or late is so at `now`."""
    (rows,) = World(Recipe.of(SEED, REGION, now, SIZE)).chunks()
    Heroes(Random(SEED), REGION, now.astimezone()).add(rows)  # noqa: S311 - a world to play with, no secret
    load_at_once(folder, rows)


def recordings() -> Sequence[Path]:
    """Return the recorded calls, in the order in which the demo plays them."""
    return [resources.path(f"demo/{name}.ami") for name in CALLS]


def settings(current: Settings, port: int) -> Settings:
    """Return the demo's settings, with the PBX that plays the recordings at `port`; the looks stay as they are."""
    pbx = PbxSettings(host="127.0.0.1", port=port, tls=False, username="demo", extension=EXTENSION)
    return replace(current, region=REGION, agent=AGENT, pbx=pbx)
