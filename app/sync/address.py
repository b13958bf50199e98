"""Where a shared store is and who signs in to it: read from a URL or path, written without a password."""

from __future__ import annotations

import getpass
import hashlib
import os
import re
from dataclasses import dataclass, replace
from ipaddress import ip_address
from pathlib import Path
from typing import Literal
from urllib.parse import quote, unquote, urlencode

from app.errors import QT_TRANSLATE_NOOP, KnownError
from app.sync import address_url

Kind = Literal["postgres", "file"]
PORT = 5432
CHECKED = "verify-full"  # the link is encrypted, and the certificate is of this host and of an authority we trust
NEARBY = "prefer"
OWN_AUTHORITIES = Path("~/.postgresql/root.crt")  # where libpq looks by itself
SYSTEM_AUTHORITIES = "system"  # as libpq calls them
BUNDLES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem")


@dataclass(frozen=True, slots=True)
class StoreAddress:
    """A Postgres database or a file that several desks share; what the other kind needs is empty.

    `host` may be the directory of a local server's socket. `sslmode` is never empty for a Postgres: it is
    `verify-full` unless the server is on this computer. `login` may be empty until somebody has typed it.
    """

    kind: Kind
    host: str = ""
    port: int = PORT
    database: str = ""
    path: str = ""
    login: str = ""
    sslmode: str = ""
    sslrootcert: str = ""

    def __post_init__(self) -> None:
        if self.kind == "postgres" and not self.sslmode:
            object.__setattr__(self, "sslmode", default_sslmode(self.host))

    def __str__(self) -> str:
        """Return the URL that `parse` reads as this address; it never has a password."""
        login = f"{quote(self.login, safe='')}@" if self.login else ""
        if self.kind == "file":
            return f"sqlite://{login}/{quote(Path(self.path).as_posix(), safe='/:')}"
        is_socket = self.host.startswith("/")
        options = {"host": self.host} if is_socket else {}
        if self.sslmode != default_sslmode(self.host):
            options["sslmode"] = self.sslmode
        if self.sslrootcert:
            options["sslrootcert"] = self.sslrootcert
        host = "" if is_socket else f"[{self.host}]" if ":" in self.host else self.host
        port = f":{self.port}" if self.port != PORT else ""
        query = f"?{urlencode(options)}" if options else ""
        return f"postgresql://{login}{host}{port}/{quote(self.database, safe='')}{query}"

    def with_login(self, login: str) -> StoreAddress:
        return replace(self, login=login)

    def is_near(self) -> bool:
        """Whether the store is on this computer, so that nothing crosses a network."""
        return self.kind == "file" or _is_loopback(self.host)

    def shown(self) -> str:
        """Return what a person calls the store: the host and database, or the file."""
        if self.kind == "file":
            return self.path
        port = f":{self.port}" if self.port != PORT else ""
        return f"{self.host}{port}/{self.database}"

    def conninfo(self) -> dict[str, str]:
        """Return libpq's parameters of a Postgres address; the password and timeouts are the caller's."""
        found = {"host": self.host, "port": str(self.port), "dbname": self.database, "sslmode": self.sslmode}
        if self.login:
            found["user"] = self.login
        if self.sslrootcert:
            found["sslrootcert"] = self.sslrootcert
        elif self.sslmode == CHECKED and not OWN_AUTHORITIES.expanduser().exists():
            found["sslrootcert"] = _system_authorities()
        return found

    def folder_name(self) -> str:
        """Return the name of the data folder for this store and login: readable, and no other pair's.

        How the link is encrypted does not matter to it.
        """
        place = f"{self.kind}|{self.host.lower()}|{self.port}|{self.database}|{self.path}|{self.login}"
        words = (self.host, self.database) if self.kind == "postgres" else (Path(self.path).stem,)
        readable = re.sub(r"[^a-z0-9.]+", "-", "-".join((*words, self.login)).lower()).strip("-.")[:60]
        return f"{readable or 'store'}-{hashlib.sha256(place.encode()).hexdigest()[:12]}"


def parse(text: str) -> StoreAddress:
    """Read `postgresql://user@host:port/database?sslmode=…&sslrootcert=…`, `sqlite:////path` or a file's path.

    Who is not named signs in at a file as the user of this computer. Raises KnownError that says what is wrong with it;
    a password in it is refused, and no sentence repeats it.
    """
    text = text.strip()
    parts = address_url.split(text)
    if parts is None:
        return StoreAddress("file", path=_file(text), login=_user())
    if parts.scheme == "sqlite":
        path = _file(unquote(_file_part(text, parts.path)))
        return StoreAddress("file", path=path, login=unquote(parts.username or "") or _user())
    options = address_url.options(text, parts)
    host = address_url.host(text, parts) or options.get("host", "")
    database = unquote(parts.path.removeprefix("/"))
    if not host:
        raise address_url.wrong(text, QT_TRANSLATE_NOOP("AppError", "the name of the server is missing"))
    if not database or "/" in database:
        raise address_url.wrong(text, QT_TRANSLATE_NOOP("AppError", "one name of a database must follow the server"))
    return StoreAddress(
        "postgres", host, address_url.port(text, parts) or PORT, database,
        login=unquote(parts.username or ""), sslmode=options.get("sslmode", ""),
        sslrootcert=options.get("sslrootcert", ""),
    )  # fmt: skip


def default_sslmode(host: str) -> str:
    return NEARBY if _is_loopback(host) else CHECKED


def _is_loopback(host: str) -> bool:
    if host.startswith("/") or host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _system_authorities() -> str:
    """Return a file of the authorities this system trusts; the OpenSSL in the wheel of psycopg looks where none are."""
    given = os.environ.get("SSL_CERT_FILE", "")
    return next((path for path in (given, *BUNDLES) if path and Path(path).is_file()), SYSTEM_AUTHORITIES)


def _file(path: str) -> str:
    return os.path.abspath(Path(path).expanduser())  # noqa: PTH100 - without following links, unlike Path.resolve


def _user() -> str:
    """Return the name of the computer's user, "" where that has none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def _file_part(text: str, path: str) -> str:
    """Return the path of `sqlite:///relative`, `sqlite:////absolute` or `sqlite:///C:/on/windows`."""
    if len(path) < 2:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "The address of the store is wrong"),
            QT_TRANSLATE_NOOP("AppError", "“{url}” names no file. Write sqlite:////path/to/file.db"),
            url=address_url.masked(text),
        )
    return path[1:]
