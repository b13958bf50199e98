"""Making and opening a store in a file."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import Engine, insert, select

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.storage.engine import open_file
from app.storage.migrate import migrate
from app.sync.records import WIRE
from app.sync.sqlite import drive, key, people
from app.sync.sqlite.errors import calling, gone
from app.sync.sqlite.store import WRITE_BUSY_MS, SqliteSharedStore
from models.base import utc_now
from models.migrations import HEADS
from models.shared import COUNTER, SHARED_STORE, TEAM

EVERYONE = "Everyone"
MOST_HELD = 20_000  # customers a desk holds


@dataclass(frozen=True, slots=True)
class NewStore:
    """A store that was just made; its recovery key is shown once, to be printed."""

    id: UUID
    recovery_key: str = field(repr=False)


def create(path: Path, password: str, name: str) -> NewStore:
    """Make a store in a file that is not there yet, opened by `password` from any desk.

    Raises KnownError when there is one, the password is too short, or the drive does not take or not lock it.
    """
    drive.check(path)
    key.check_password(password)
    if path.exists() or key.beside(path).exists():
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "There is a file already"),
            QT_TRANSLATE_NOOP("AppError", "{file} is there. Open it, or choose another name for the new store."),
            file=path,
        )
    secret = secrets.token_bytes(key.KEY_BYTES)
    recovery_key = key.make(path, password, secret)
    return NewStore(lay_out(path, secret, name), recovery_key)


def lay_out(path: Path, secret: bytes, name: str) -> UUID:
    """Make the tables of a store whose key is wrapped already; return its id."""
    engine = _engine(path, secret)
    try:
        with calling(path):
            _upgrade(engine)
            store = uuid4()
            values = {"id": store, "name": name, "created_at": utc_now(), "wire_oldest": WIRE, "wire_newest": WIRE}
            with engine.connect() as connection, connection.begin():
                connection.execute(insert(SHARED_STORE).values(values | {"most_held": MOST_HELD}))
                connection.execute(insert(COUNTER).values(one=1, seq=0))
                connection.execute(insert(TEAM).values(id=people.EVERYONE, name=EVERYONE))
    finally:
        engine.dispose()
    return store


def open(path: Path, login: str, password: str, name: str = "") -> SqliteSharedStore:
    """Sign in to a store; `name` is what people see of the login.

    Whoever has the password holds the whole file, so a new login is its administrator. Raises KnownError for what a
    person must mend, TransientError when the drive does not answer.
    """
    if not path.exists():
        raise gone(path)
    drive.check(path)
    secret = key.open_with(path, password)
    engine = _engine(path, secret)
    try:
        with calling(path):
            _upgrade(engine)
            with engine.connect() as connection, connection.begin():
                people.sign_in(connection, login, name)
    finally:
        engine.dispose()
    return SqliteSharedStore(path, secret, login)


def store_name(path: Path, password: str) -> str:
    """Return what a store is called; raises as `open` does."""
    engine = _engine(path, key.open_with(path, password))
    try:
        with calling(path), engine.connect() as connection, connection.begin():
            return str(connection.execute(select(SHARED_STORE.c.name)).scalar_one())
    finally:
        engine.dispose()


def upgrade(path: Path, secret: bytes) -> dict[str, object]:
    """Bring a store to this program's version and tell that; each desk that opens it does so too. Raises as `open`."""
    engine = _engine(path, secret)
    try:
        with calling(path):
            _upgrade(engine)
            with engine.connect() as connection, connection.begin():
                facts = connection.execute(select(SHARED_STORE)).one()
    finally:
        engine.dispose()
    return {"version": HEADS["shared"], "wire_oldest": facts.wire_oldest, "wire_newest": facts.wire_newest}


def _upgrade(engine: Engine) -> None:
    migrate(engine, "store")
    migrate(engine, "shared")


def _engine(path: Path, secret: bytes) -> Engine:
    return open_file(path, secret, write=True, full=True, journal="DELETE", busy_ms=WRITE_BUSY_MS)
