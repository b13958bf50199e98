"""What a window opens: this computer's own data, or the desk of a login at a shared store."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app import user_folder

if TYPE_CHECKING:
    from app.sync.address import StoreAddress

OWN, DEMO = "data", "demo"
LAST = "last-store.json"  # as `app.sync.desk_folder` names it, which is imported only where there is one


@dataclass(frozen=True, slots=True)
class Entry:
    """A data folder, and for a desk of a shared store its address; `asks` has somebody sign in first.

    `password` is the one just typed, which may be in no keyring; `checked` says that the store has just taken it.
    """

    data: Path
    address: StoreAddress | None = None
    asks: bool = False
    password: str | None = field(default=None, repr=False)
    checked: bool = False


def entry_of(args: argparse.Namespace) -> Entry:
    """Return what the command line asks for, else the store used last, else this user's own data.

    Raises KnownError for an address that is none. The demo never touches the user's own data.
    """
    if args.data is not None:
        return Entry(Path(args.data))
    base = user_folder.base()
    if args.demo:
        return Entry(base / DEMO)
    if args.store is None and not (base / LAST).is_file():
        return own()
    from app.sync import desk_folder  # for a shared store alone
    from app.sync.address import parse

    address = parse(args.store) if args.store is not None else desk_folder.last_used(base)
    if address is None:
        return own()
    if not address.login:
        return Entry(base / desk_folder.DESKS, address, asks=True)
    return Entry(desk_folder.folder_of(base, address), address)


def own() -> Entry:
    """Return this user's own data, which nobody shares."""
    return Entry(user_folder.base() / OWN)
