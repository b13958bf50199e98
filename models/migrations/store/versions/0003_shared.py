"""Teams, whose hand an operation came from, and conflicts as rows like any other."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

KEY = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
MOMENT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    op.add_column("case", sa.Column("team", sa.Integer(), nullable=True))
    op.add_column("follow_up", sa.Column("team", sa.Integer(), nullable=True))
    op.add_column("op_log", sa.Column("login", sa.String(), nullable=True))
    op.add_column("op_log", sa.Column("offset_ms", sa.Integer(), nullable=True))
    _conflicts()


def _conflicts() -> None:
    """Make the table anew, as SQLite adds no column that must have a value."""
    op.rename_table("conflict", "conflict_before")
    op.create_table(
        "conflict",
        sa.Column("op_id", KEY, nullable=False),
        sa.Column("entity", KEY, nullable=False),
        sa.Column("table", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("base", sa.JSON(), nullable=False),
        sa.Column("theirs", sa.JSON(), nullable=False),
        sa.Column("mine", sa.JSON(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("team", sa.Integer(), nullable=True),
        sa.Column("login", sa.String(), nullable=True),
        sa.Column("their_login", sa.String(), nullable=True),
        sa.Column("their_at", MOMENT, nullable=True),
        sa.Column("settled_at", MOMENT, nullable=True),
        sa.Column("settled_by", sa.String(), nullable=True),
        sa.Column("id", KEY, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflict")),
    )
    op.execute(
        'INSERT INTO conflict (id, op_id, entity, "table", field, base, theirs, mine, at, settled_at, revision) '
        'SELECT id, op_id, entity, "table", field, base, theirs, mine, at, settled_at, 1 FROM conflict_before'
    )
    op.drop_table("conflict_before")
