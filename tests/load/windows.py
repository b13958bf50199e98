"""Two windows on one PostgreSQL with many listeners: how long until a complaint saved at one is painted at the other.

`python -m tests.load.windows --listeners 198 --saves 200`
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from app.sync.shared_store import SharedStore
from models.enums import Role, SyncPhase
from tests.load.run import make_store, server, spread
from tests.postgres_server import PASSWORD, Store

KEY = "be" * 32
JORDI = "Jordi Ferrer"
ROOT = Path(__file__).parents[2]


def main(words: Sequence[str] | None = None) -> int:
    """Print one JSON object: milliseconds from the saving at the agent's window to the paint at the supervisor's."""
    parser = argparse.ArgumentParser(prog="python -m tests.load.windows", description=__doc__)
    parser.add_argument("--listeners", type=int, default=198, metavar="N")
    parser.add_argument("--saves", type=int, default=200, metavar="N")
    args = parser.parse_args(words)
    with server() as (running, _), surroundings() as home:
        store = make_store(running, 1)
        seconds = measure(store, home, args.listeners, args.saves)
    print(json.dumps({"listeners": args.listeners, "saves": len(seconds), "saved_to_painted_ms": spread(seconds)}))
    return 0


@contextmanager
def surroundings() -> Iterator[Path]:
    """Give a home of its own, a key of our own, no screen."""
    with tempfile.TemporaryDirectory(prefix="ringbook-windows-", ignore_cleanup_errors=True) as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            os.environ[name] = home
        os.environ.update(RINGBOOK_KEY=KEY, QT_QPA_PLATFORM="offscreen", RINGBOOK_STORE_PASSWORD=PASSWORD)
        yield Path(home)


def measure(store: Store, home: Path, listeners: int, saves: int) -> list[float]:
    """Open both windows and have one save as often; return the seconds each took to be painted at the other."""
    from tests.load.watching_window import watch

    jordi = add_jordi(store)
    agent = desk_of(store, home, "anna", Role.AGENT)
    supervisor = desk_of(store, home, "nuria", Role.SUPERVISOR)
    with ExitStack() as stack:
        for place in range(listeners):
            stack.callback(listen(store, f"listener{place}").close)
        command = [sys.executable, "-m", "tests.load.saving_window", str(agent), str(jordi), str(saves)]
        saving = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="ascii")
        stack.callback(saving.wait, 30)
        return watch(supervisor, jordi, saving, saves)


def desk_of(store: Store, home: Path, name: str, role: Role) -> Path:
    """Make the data folder of somebody who has signed in before."""
    from app.sync import desk_folder

    return desk_folder.make(home, store.address(store.add_login(name, role, 1)))


def add_jordi(store: Store) -> UUID:
    """Add the customer both have on screen; returns the id."""
    from tests.app.sync.contract.desks import At

    desk = At(listen(store, "adder"), "adder")
    jordi = uuid4()
    desk.do("customer.create", jordi, kind="person", name=JORDI)
    desk.store.close()
    return jordi


def listen(store: Store, name: str) -> SharedStore:
    """Sit somebody down who only listens."""
    from app.sync.postgres.store import connect

    return connect(store.address(store.add_login(name, Role.AGENT, 1)), PASSWORD)


def session_on(folder: Path) -> Any:
    """Return a window on a desk's folder, shown and started."""
    from app.sync import desk_folder
    from ui.shell.entry import Entry
    from ui.shell.session import Session
    from ui.shell.window import MainWindow

    entry = Entry(folder, desk_folder.address_of(folder), password=PASSWORD)
    session = Session(MainWindow(), folder, demo=False, language="en", entry=entry)
    session.window.resize(1280, 800)
    session.window.show()
    session.start()
    return session


def is_in_step(session: Any) -> bool:
    """Whether the window of a desk is open and has all there is."""
    shared = session.backend.shared if session.backend else None
    return bool(shared is not None and shared.state().phase == SyncPhase.ONLINE and session.model is not None)


if __name__ == "__main__":
    sys.exit(main())
