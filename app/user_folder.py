"""Where the data of whoever uses this computer lies, unless a folder is named."""

from __future__ import annotations

from pathlib import Path


def base() -> Path:
    """Return the folder of this user's data folders; it may not be there yet."""
    import platformdirs  # where a folder was named nobody needs it

    return Path(platformdirs.user_data_dir("ringbook", appauthor=False))
