"""The demo of two desks on one store: an agent's and a supervisor's window, each in a process of its own."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from app import pbx_secret, settings
from app.sample import demo, own_server, seeding
from app.sample.own_server import OwnServer
from app.settings import Settings
from app.storage import keys
from app.sync import credentials, desk_folder
from app.sync.admin_records import Person
from app.telephony.replay_server import ReplayServer
from models.enums import Role

MAIN = Path(__file__).parents[2] / "main.py"
DATABASE, TEAM = "ringbook_demo", "Support"
PEOPLE = (
    Person("marta", demo.AGENT, Role.AGENT, (TEAM,)),
    Person("nuria", "Núria Roca", Role.SUPERVISOR, (TEAM,)),
)
DESKS = len(PEOPLE)


@dataclass(frozen=True, slots=True)
class DemoDesk:
    """A desk to open: its data folder, and what its process must know and no file does."""

    folder: Path
    environment: dict[str, str] = field(repr=False)


def run(base: Path, arguments: Sequence[str]) -> int:
    """Open both windows and wait until they are closed; `arguments` say how they look. Raises KnownError."""
    signal.signal(signal.SIGTERM, _interrupt)  # nothing is left behind then either
    with server() as running, pbx() as port:
        sys.stderr.write("Filling the shared store…\n")
        desks = prepare(running, base, port)
        sys.stderr.write("Both windows open now. What one saves, the other shows.\n")
        windows = [_open(desk, arguments) for desk in desks]
        try:
            return max([window.wait() for window in windows])
        except KeyboardInterrupt:
            for window in windows:
                window.terminate()
            return max([window.wait() for window in windows])


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def prepare(running: OwnServer, base: Path, port: int) -> list[DemoDesk]:
    """Make and fill the store, and the two desks in `base`, anew."""
    from app.sync.postgres import admin_link, creating, passwords, people, store

    shutil.rmtree(base / desk_folder.DESKS, ignore_errors=True)
    known = {person.login: passwords.generate() for person in PEOPLE}
    admin = Person("admin", "Demo", Role.ADMINISTRATOR, (TEAM,))
    owner = running.address(DATABASE)
    secret = passwords.generate()
    creating.create(owner, running.password, admin, secret, TEAM)
    with admin_link.session(owner, running.password) as session:
        for person in PEOPLE:
            people.add(session, person, known[person.login])
    filling = store.connect(running.address(DATABASE, admin.login), secret)
    seeding.seed(filling, datetime.now(UTC))
    filling.close()
    return [_desk(running, base, person, known[person.login], port) for person in PEOPLE]


def _desk(running: OwnServer, base: Path, person: Person, password: str, port: int) -> DemoDesk:
    """The agent's telephone rings; the supervisor has none."""
    folder = desk_folder.make(base, running.address(DATABASE, person.login))
    chosen = demo.settings(Settings(), port)
    if person.role != Role.AGENT:
        chosen = replace(chosen, pbx=Settings().pbx)
    settings.save(folder, replace(chosen, agent=person.name))
    secret = {credentials.VARIABLE: password, keys.VARIABLE: secrets.token_hex(keys.KEY_BYTES)}
    return DemoDesk(folder, secret | {pbx_secret.VARIABLE: "demo"})


def _open(desk: DemoDesk, arguments: Sequence[str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(MAIN), "--data", str(desk.folder), *arguments]
    return subprocess.Popen(command, env=os.environ | desk.environment)  # noqa: S603 - this program itself


@contextmanager
def server() -> Iterator[OwnServer]:
    """Start a server and stop it at the end."""
    sys.stderr.write("Starting a PostgreSQL…\n")
    running = own_server.start()
    try:
        yield running
    finally:
        with suppress(Exception):
            running.stop()


@contextmanager
def pbx() -> Iterator[int]:
    """Play the demo's calls at a port."""
    playing = ReplayServer(demo.recordings(), loop=True, pause=demo.PAUSE_SECONDS, fresh_ids=True)
    playing.start()
    try:
        yield playing.port
    finally:
        playing.stop()
