"""What makes a file the store of several desks; and the log by entity, which one seat never asks for."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEY = sa.LargeBinary(16)
MOMENT = sa.BigInteger()
OF_SOMEBODY = sa.text("customer_id IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "store",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("wire_oldest", sa.Integer(), nullable=False),
        sa.Column("wire_newest", sa.Integer(), nullable=False),
        sa.Column("most_held", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_store")),
    )
    op.create_table(
        "counter",
        sa.Column("one", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("one", name=op.f("pk_counter")),
    )
    _people()
    _changes()
    _records()
    op.create_index("ix_op_log_entity_seq", "op_log", ["entity", "seq"])


def _people() -> None:
    op.create_table(
        "team",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team")),
        sa.UniqueConstraint("name", name=op.f("uq_team_name")),
    )
    op.create_table(
        "login",
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("home", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("login", name=op.f("pk_login")),
    )
    op.create_table(
        "membership",
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("team", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("login", "team", name=op.f("pk_membership")),
    )
    op.create_table(
        "known_device",
        sa.Column("id", KEY, nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("prefix", sa.String(), nullable=True),
        sa.Column("machine", sa.String(), nullable=True),
        sa.Column("program", sa.String(), nullable=True),
        sa.Column("wire", sa.Integer(), nullable=True),
        sa.Column("offset_ms", sa.Integer(), nullable=True),
        sa.Column("last_n", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_known_device")),
    )


def _changes() -> None:
    op.create_table(
        "change",
        sa.Column("entity", KEY, nullable=False),
        sa.Column("table", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("team", sa.Integer(), nullable=True),
        sa.Column("customer_id", KEY, nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("entity", name=op.f("pk_change")),
        sa.UniqueConstraint("seq", name=op.f("uq_change_seq")),
    )
    op.create_table(
        "gone",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("entity", KEY, nullable=False),
        sa.Column("table", sa.String(), nullable=False),
        sa.Column("team", sa.Integer(), nullable=True),
        sa.Column("customer_id", KEY, nullable=True),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_gone")),
    )
    for table in ("change", "gone"):
        name = op.f(f"ix_{table}_customer_id_seq")
        op.create_index(name, table, ["customer_id", "seq"], sqlite_where=OF_SOMEBODY)


def _records() -> None:
    op.create_table(
        "lookup",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lookup")),
    )
    op.create_index(op.f("ix_lookup_login_at"), "lookup", ["login", "at"])
    op.create_table(
        "backup",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=True),
        sa.Column("verified_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_backup")),
    )
