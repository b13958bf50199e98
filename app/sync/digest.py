"""How a desk and its store compare what they hold: both count and hash the ids and revisions of the same rows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from uuid import UUID

from app.sync.records import Digest

BYTES = 8


def digest(rows: Iterable[tuple[UUID, int]]) -> Digest:
    """Return the digest of rows by their ids and revisions, in any order, each once.

    The hash is the exclusive or of the first eight bytes of SHA-256 of "id:revision" of each row, in hexadecimal.
    """
    count, total = 0, 0
    for id_, revision in rows:
        count += 1
        total ^= int.from_bytes(hashlib.sha256(f"{id_}:{revision}".encode()).digest()[:BYTES])
    return Digest(count, f"{total:0{2 * BYTES}x}")
