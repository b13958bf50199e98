"""Alembic's version trees of the kinds of file; frozen, so they import nothing of ours.

HEADS lets a start see that a file is up to date without importing Alembic. A file that several desks share has two:
the tables of any store, and those that make it a shared one.
"""

HEADS = {"outbox": "0004", "store": "0004", "shared": "0002"}
VERSION_TABLES = {"outbox": "alembic_version", "store": "alembic_version", "shared": "alembic_version_shared"}
