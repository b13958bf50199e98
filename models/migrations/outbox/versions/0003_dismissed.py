"""Refused operations are found at once, and a person says which of them are dealt with."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

KEY = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
MOMENT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "dismissed",
        sa.Column("op_id", KEY, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("op_id", name=op.f("pk_dismissed")),
    )
    op.create_index("ix_operation_refused", "operation", ["n"], sqlite_where=sa.text("result = 'refused'"))
