"""Whether a drive keeps two computers from writing one file at once, as far as this computer can tell.

SQLite asks the drive for a lock before it writes. A drive that says yes to everybody destroys the file, and no test
from one computer shows it; but how it was mounted does. Windows and macOS always ask the server.
"""

from __future__ import annotations

import os
from pathlib import Path

from app.sync.sqlite.errors import cannot_lock

MOUNTS = Path("/proc/self/mounts")
WITHOUT_LOCKS = {"nolock", "local_lock=all", "local_lock=posix", "nobrl"}  # of NFS and SMB
NEVER_LOCK = ("fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.gcsfuse", "davfs", "fuse.davfs2", "fuse.curlftpfs")


def check(path: Path) -> None:
    """Raise KnownError when the drive is known not to lock for other computers."""
    try:
        mounts = MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    reason = why_not(mounts, os.path.realpath(path))
    if reason is not None:
        raise cannot_lock(path, reason)


def why_not(mounts: str, path: str) -> str | None:
    """Return the kind or option of the mount of `path` that keeps it from locking; `mounts` is as Linux writes them."""
    best, reason = -1, None
    for line in mounts.splitlines():
        _, where, kind, options, *_ = [*line.split(" "), "", "", "", ""]
        where = where.replace("\\040", " ").rstrip("/")
        if len(where) >= best and (path + "/").startswith(where + "/"):
            best, reason = len(where), _reason(kind, options)
    return reason


def _reason(kind: str, options: str) -> str | None:
    if kind in NEVER_LOCK:
        return kind
    return next((option for option in options.split(",") if option in WITHOUT_LOCKS), None)
