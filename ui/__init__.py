"""The window: Qt, and what an agent sees.

PySide puts an import of its own in place of Python's, for an option nobody here uses (`from __feature__ import …`). It
reads the source of every module that is imported afterwards, SQLAlchemy's too, to see whether "PySide6" stands in it: a
quarter of the time of those imports, and 14 MiB that stay. So what was there before is put back.
"""

import builtins

import PySide6.QtCore as _  # noqa: F401 - loads PySide

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
