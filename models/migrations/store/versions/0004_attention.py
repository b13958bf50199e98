"""What needs somebody's attention is found without reading the whole log."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_index("ix_op_log_not_applied", "op_log", ["seq"], sqlite_where=sa.text("result != 'applied'"))
    op.create_index(
        "ix_conflict_open", "conflict", ["at"], sqlite_where=sa.text("settled_at IS NULL AND deleted_at IS NULL")
    )
