"""What the shared store answered, and what computer this desk is on."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

KEY = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
MOMENT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    op.add_column("operation", sa.Column("device", KEY, nullable=True))
    op.add_column("operation", sa.Column("result", sa.String(), nullable=True))
    op.add_column("operation", sa.Column("reason", sa.String(), nullable=True))
    op.add_column("operation", sa.Column("seq", sa.Integer(), nullable=True))
    op.add_column("operation", sa.Column("taken_at", MOMENT, nullable=True))
    op.add_column("device", sa.Column("machine", sa.String(), nullable=True))
