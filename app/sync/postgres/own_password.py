"""Changing one's own password: hashed on this side, so that it is in no log of the server."""

from __future__ import annotations

from psycopg import sql

from app.sync.address import StoreAddress
from app.sync.postgres import admin_link, passwords
from app.sync.postgres.errors import calling


def change(address: StoreAddress, old: str, new: str) -> None:
    """Give the login of `address` another password; blocks on the network.

    Raises KnownError for an old one that is wrong and a new one that is of no use, TransientError when nobody answers.
    """
    passwords.check(new)
    raw = admin_link.connect(address, old, autocommit=True)
    with calling(address), raw:
        hashed = passwords.verifier(raw, address.login, new)
        raw.execute(sql.SQL("ALTER ROLE CURRENT_USER PASSWORD {}").format(sql.Literal(hashed)))
