"""Alembic's version trees of the two kinds of file; frozen, so they import nothing of ours.

HEADS lets a start see that a file is up to date without importing Alembic.
"""

HEADS = {"outbox": "0003", "store": "0004"}
