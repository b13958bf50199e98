"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEY = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
MOMENT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "device",
        sa.Column("id", KEY, nullable=False),
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("next_n", sa.Integer(), nullable=False),
        sa.Column("next_reference", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_device")),
    )
    op.create_table(
        "draft",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_draft")),
    )
    op.create_table(
        "operation",
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("op_id", KEY, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("entity", KEY, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_operation")),
        sa.UniqueConstraint("op_id", name=op.f("uq_operation_op_id")),
    )
