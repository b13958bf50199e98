"""The parts of a store's URL, each read with a sentence for what can be wrong with it."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, urlsplit

from app.errors import QT_TRANSLATE_NOOP, KnownError, Phrase

SSL_MODES = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")
POSTGRES = ("postgresql", "postgres")
OPTIONS = ("sslmode", "sslrootcert", "host")
MOST_CHARACTERS = 2000
HIGHEST_PORT = 65535


def split(text: str) -> SplitResult | None:
    """Return the parts of a URL of a kind we know, None for the path of a file; raises KnownError for others."""
    if not text or len(text) > MOST_CHARACTERS or not text.isprintable():
        raise wrong(text[:80], QT_TRANSLATE_NOOP("AppError", "it is empty, too long or has characters nobody sees"))
    if "://" not in text:
        if _is_path(text):
            return None
        raise wrong(text, QT_TRANSLATE_NOOP("AppError", "it does not begin with postgresql:// or a folder"))
    try:
        parts = urlsplit(text)
    except ValueError as error:
        raise wrong(text, QT_TRANSLATE_NOOP("AppError", "the brackets of the server do not match")) from error
    if parts.scheme == "sqlite":
        _refuse_password(parts)
        if parts.hostname or parts.query or parts.fragment:
            raise wrong(text, QT_TRANSLATE_NOOP("AppError", "a file is written with four slashes and nothing else"))
        return parts
    if parts.scheme not in POSTGRES:
        raise wrong(text, QT_TRANSLATE_NOOP("AppError", "the kind “{scheme}” is not known"), scheme=parts.scheme)
    if parts.fragment:
        raise wrong(text, QT_TRANSLATE_NOOP("AppError", "a “#” in a name is written %23"))
    _refuse_password(parts)
    return parts


def host(text: str, parts: SplitResult) -> str:
    """Return the host, empty where there is none."""
    found = (parts.hostname or "").strip()
    if re.search(r"[,\s%]", found):
        raise wrong(text, QT_TRANSLATE_NOOP("AppError", "“{host}” is not one server"), host=found)
    return found


def port(text: str, parts: SplitResult) -> int | None:
    try:
        found = parts.port
    except ValueError:
        found = 0
    if found == 0:
        raise wrong(text, QT_TRANSLATE_NOOP("AppError", "the port is a number from 1 to {most}"), most=HIGHEST_PORT)
    return found


def options(text: str, parts: SplitResult) -> dict[str, str]:
    """Return what stands behind the question mark."""
    found = dict(parse_qsl(parts.query, keep_blank_values=True))
    for name in found:
        if name not in OPTIONS:
            raise wrong(
                text, QT_TRANSLATE_NOOP("AppError", "“{name}” is none of {names}"), name=name, names=", ".join(OPTIONS)
            )
    mode = found.get("sslmode", SSL_MODES[0])
    if mode not in SSL_MODES:
        raise wrong(
            text, QT_TRANSLATE_NOOP("AppError", "sslmode “{mode}” is none of {modes}"),
            mode=mode, modes=", ".join(SSL_MODES),
        )  # fmt: skip
    if not found.get("host", "/").startswith("/"):
        raise wrong(text, QT_TRANSLATE_NOOP("AppError", "the server stands behind the two slashes"))
    return found


def wrong(url: str, reason: str, **values: object) -> KnownError:
    """Return what to tell about a URL; `reason` is a template marked for translation."""
    return KnownError(
        QT_TRANSLATE_NOOP("AppError", "The address of the store is wrong"),
        QT_TRANSLATE_NOOP(
            "AppError",
            "“{url}”: {reason}. Write postgresql://user@server:port/database or the path of a file such as {example}.",
        ),
        url=masked(url), reason=Phrase(reason, **values), example="/srv/ringbook.db",
    )  # fmt: skip


def masked(url: str) -> str:
    """Return a URL, or what was meant to be one, with what may be a password left out."""
    before, at, after = url.rpartition("@")
    begin = before.find("//") + 2 if "//" in before else 0
    login, colon, _ = before[begin:].partition(":")
    shown = f"{before[:begin]}{login}:…" if colon else before
    return re.sub(r"(?i)(password=)[^&]*", r"\1…", f"{shown}{at}{after}")


def _refuse_password(parts: SplitResult) -> None:
    names = [name.lower() for name, _ in parse_qsl(parts.query, keep_blank_values=True)]
    if parts.password is not None or "password" in names:
        raise KnownError(
            QT_TRANSLATE_NOOP("AppError", "A password does not belong into the address"),
            QT_TRANSLATE_NOOP(
                "AppError",
                "Addresses are shown, logged and kept in files. Leave the password out: it is asked for, "
                "or set {variable}.",
            ),
            variable="RINGBOOK_STORE_PASSWORD",
        )  # fmt: skip


def _is_path(text: str) -> bool:
    return text.startswith(("/", "~", ".", "\\")) or bool(
        re.match(r"[A-Za-z]:[\\/]", text) or re.search(r"\.(db|sqlite3?)$", text, re.IGNORECASE)
    )
