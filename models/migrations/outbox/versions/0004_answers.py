"""What a desk of a shared store asks of its operations: which wait, and which are about a row."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    for name, column, which in (
        ("pending", "n", "result IS NULL AND device IS NOT NULL"),
        ("entity", "entity", "device IS NOT NULL"),
        ("seq", "seq", "seq IS NOT NULL"),
    ):
        op.create_index(f"ix_operation_{name}", "operation", [column], unique=False, sqlite_where=sa.text(which))
