"""What PostgreSQL and psycopg say went wrong, as errors of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from app.errors import QT_TRANSLATE_NOOP, AppError, KnownError, TransientError
from app.storage.local_store import ClonedDeviceError, GapError
from app.sync.address import StoreAddress
from app.sync.shared_store import NewerOperationError

UNREACHABLE = QT_TRANSLATE_NOOP("AppError", "The shared store cannot be reached")
REFUSES = QT_TRANSLATE_NOOP("AppError", "The shared store lets you in no more")
NO_ENTRY = QT_TRANSLATE_NOOP("AppError", "The shared store does not let you in")
MISMATCH = QT_TRANSLATE_NOOP("AppError", "This program and the shared store do not fit")

# What stands in the English of libpq and the server, and in that of psycopg, when a connection cannot be made. Of a
# server that speaks another language none is found: then what it said is shown as it came.
FAILURES: list[tuple[str, type[AppError], str, str]] = [
    (
        r"password authentication failed|no password supplied|SCRAM|empty password",
        KnownError,
        NO_ENTRY,
        QT_TRANSLATE_NOOP("AppError", "The login “{login}” or its password is wrong. Check both and sign in again."),
    ),
    (
        r"not permitted to log in|permission denied for database",
        KnownError,
        NO_ENTRY,
        QT_TRANSLATE_NOOP(
            "AppError", "The login “{login}” is switched off or is not of this store. Ask your administrator."
        ),
    ),
    (
        r"no pg_hba\.conf entry",
        KnownError,
        NO_ENTRY,
        QT_TRANSLATE_NOOP(
            "AppError", "{host} does not let this computer in. Ask your administrator to allow its address."
        ),
    ),
    (
        r"database .* does not exist",
        KnownError,
        NO_ENTRY,
        QT_TRANSLATE_NOOP("AppError", "There is no database “{database}” at {host}. Check the address of the store."),
    ),
    (
        r"certificate|does not support SSL|root\.crt",
        KnownError,
        NO_ENTRY,
        QT_TRANSLATE_NOOP(
            "AppError",
            "The link to {host} is not safe, so nothing was sent: {reason}. Check the server's certificate, "
            "or name its authority by sslrootcert in the address.",
        ),
    ),
    (
        r"resolve host|translate host name|getaddrinfo",
        TransientError,
        UNREACHABLE,
        QT_TRANSLATE_NOOP(
            "AppError", "Nobody knows the server {host}. Check the network and the address of the store."
        ),
    ),
    (
        r"refused",
        TransientError,
        UNREACHABLE,
        QT_TRANSLATE_NOOP(
            "AppError", "Nothing answers at {host}, port {port}. The server may be off, or the port is another."
        ),
    ),
]
OTHER = QT_TRANSLATE_NOOP(
    "AppError", "{host} says: {reason}. What you save is kept here and sent when it answers again."
)

OF_CALLS: dict[str, tuple[type[AppError], str, str]] = {
    "RB003": (
        KnownError,
        NO_ENTRY,
        QT_TRANSLATE_NOOP("AppError", "This workstation's data is of another login. Sign in with that one."),
    ),
    "RB005": (
        KnownError,
        REFUSES,
        QT_TRANSLATE_NOOP(
            "AppError", "The login “{login}” is switched off or is not of this store. Ask your administrator."
        ),
    ),
    "RB006": (
        KnownError,
        QT_TRANSLATE_NOOP("AppError", "Too many customers were looked up"),
        QT_TRANSLATE_NOOP("AppError", "Wait a minute, then look again; an administrator can raise the limit."),
    ),
    "RB008": (
        KnownError,
        MISMATCH,
        QT_TRANSLATE_NOOP("AppError", "This program is too old for the store at {host}. Update it."),
    ),
    "RB009": (
        KnownError,
        MISMATCH,
        QT_TRANSLATE_NOOP("AppError", "The store at {host} is too old for this program. Ask for its upgrade."),
    ),
    "3F000": (
        KnownError,
        NO_ENTRY,
        QT_TRANSLATE_NOOP(
            "AppError", "The database “{database}” at {host} is no store of Ringbook. Check the address of the store."
        ),
    ),
    "RB011": (
        KnownError,
        NO_ENTRY,
        QT_TRANSLATE_NOOP(
            "AppError", "The login “{login}” has signed in at too many new workstations today. Ask your administrator."
        ),
    ),
    "RB010": (
        KnownError,
        QT_TRANSLATE_NOOP("AppError", "Only administrators may do this"),
        QT_TRANSLATE_NOOP("AppError", "Sign in as an administrator of the store."),
    ),
}
NO_NAME = QT_TRANSLATE_NOOP("AppError", "This name cannot be used")
TAKEN = QT_TRANSLATE_NOOP("AppError", "The name is taken")
NOT_DONE = QT_TRANSLATE_NOOP("AppError", "Nothing was changed")
OF_ADMINISTERING: dict[str, tuple[str, str]] = {
    "RB020": (
        NO_NAME,
        QT_TRANSLATE_NOOP("AppError", "The store takes no such value: “{name}”. Choose another."),
    ),
    "RB021": (TAKEN, QT_TRANSLATE_NOOP("AppError", "The login “{name}” is of this store already.")),
    "RB021name": (TAKEN, QT_TRANSLATE_NOOP("AppError", "Somebody else's name is “{name}”: choose another.")),
    "RB022": (
        QT_TRANSLATE_NOOP("AppError", "There is no such login"),
        QT_TRANSLATE_NOOP("AppError", "No login of this store is “{name}”. Look at the list of logins."),
    ),
    "RB023": (
        TAKEN,
        QT_TRANSLATE_NOOP("AppError", "The server has a role “{name}” already, which is something else's."),
    ),
    "RB024": (
        NOT_DONE,
        QT_TRANSLATE_NOOP("AppError", "Nobody would be administrator any more. Make somebody else one first."),
    ),
    "RB025": (
        NOT_DONE,
        QT_TRANSLATE_NOOP(
            "AppError", "“{name}” is your own login: ask another administrator. Your password you change yourself."
        ),
    ),
    "RB026": (
        QT_TRANSLATE_NOOP("AppError", "The store cannot change logins yet"),
        QT_TRANSLATE_NOOP(
            "AppError", "Whoever runs the server upgrades it once by “store upgrade”, as a role that may make roles."
        ),
    ),
    "RB027": (
        NOT_DONE,
        QT_TRANSLATE_NOOP(
            "AppError", "“{name}” signs in elsewhere on this server too. Only its owner gives it another password."
        ),
    ),
    "RB028": (
        QT_TRANSLATE_NOOP("AppError", "There is no such team"),
        QT_TRANSLATE_NOOP("AppError", "No team of this store is “{name}”. Add it first."),
    ),
    "RB029": (TAKEN, QT_TRANSLATE_NOOP("AppError", "There is a team “{name}” already.")),
}
OLD_STORE = "42883"  # there is no such function
PASSING = ("08", "25", "40", "53", "55", "57", "58")  # classes: connection, transaction, resources, operator, system


class LateError(psycopg.OperationalError):
    """The server has not answered in time; the connection is of no more use."""


@contextmanager
def connecting(address: StoreAddress) -> Iterator[None]:
    """Say of a connection that could not be made what to do."""
    try:
        yield
    except psycopg.Error as error:
        said = str(error)
        for pattern, kind, title, message in FAILURES:
            if re.search(pattern, said, re.IGNORECASE):
                raise kind(title, message, **_values(address, error)) from error
        raise TransientError(UNREACHABLE, OTHER, **_values(address, error)) from error


@contextmanager
def refusing(address: StoreAddress) -> Iterator[None]:
    """Say of what an administrator asked for and the store refused why."""
    try:
        yield
    except psycopg.Error as error:
        code = error.sqlstate or ""
        if code in OF_CALLS and code.startswith("RB"):
            kind, title, message = OF_CALLS[code]
            raise kind(title, message, **_values(address, error)) from error
        title, message = OF_ADMINISTERING.get(code + (error.diag.message_hint or ""), ("", ""))
        if not title:
            raise
        raise KnownError(title, message, login=address.login, name=error.diag.message_detail or "") from error


@contextmanager
def calling(address: StoreAddress) -> Iterator[None]:
    """Turn what a function of api raises into what SharedStore says it raises."""
    try:
        yield
    except psycopg.Error as error:
        code = error.sqlstate or "08000"
        if code == "RB001":
            raise GapError(int(error.diag.message_detail or 1)) from error
        if code == "RB002":
            raise ClonedDeviceError(str(error)) from error
        if code == "RB004":
            raise NewerOperationError(str(error)) from error
        if code == OLD_STORE:
            code = "RB009"
        if code == "42501":  # its group was taken from this login
            code = "RB005"
        if code in OF_CALLS:
            kind, title, message = OF_CALLS[code]
            raise kind(title, message, **_values(address, error)) from error
        if code.startswith(PASSING):
            raise TransientError(UNREACHABLE, OTHER, **_values(address, error)) from error
        raise


def _values(address: StoreAddress, error: psycopg.Error) -> dict[str, object]:
    """Return what the sentences name; of a long message the last line, which says why."""
    lines = [line.strip() for line in (error.diag.message_primary or str(error)).splitlines() if line.strip()]
    reason = re.sub(r"^.*(FATAL|ERROR): +", "", lines[-1]).rstrip(".") if lines else type(error).__name__
    return {
        "login": address.login, "host": address.host, "port": address.port, "database": address.database,
        "reason": reason,
    }  # fmt: skip
