"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEY = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
MOMENT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "call",
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("e164", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("dialled", sa.String(), nullable=True),
        sa.Column("queue", sa.String(), nullable=True),
        sa.Column("customer_id", KEY, nullable=True),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call")),
    )
    op.create_table(
        "call_leg",
        sa.Column("call_id", KEY, nullable=False),
        sa.Column("extension", sa.String(), nullable=False),
        sa.Column("agent", sa.String(), nullable=True),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("transferred_from", sa.String(), nullable=True),
        sa.Column("id", KEY, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_leg")),
    )
    op.create_index(op.f("ix_call_leg_call_id"), "call_leg", ["call_id"], unique=False)
    op.create_table(
        "case",
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("customer_id", KEY, nullable=True),
        sa.Column("call_id", KEY, nullable=True),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("category", sa.String(), nullable=True),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=True),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("id", KEY, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case")),
        sa.UniqueConstraint("reference", name=op.f("uq_case_reference")),
    )
    op.create_index(op.f("ix_case_customer_id_opened_at"), "case", ["customer_id", "opened_at"], unique=False)
    op.create_index(
        "ix_case_open_opened_at", "case", ["opened_at", "id"], unique=False, sqlite_where=sa.text("closed_at IS NULL")
    )
    op.create_table(
        "case_event",
        sa.Column("case_id", KEY, nullable=False),
        sa.Column("call_id", KEY, nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("id", KEY, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_event")),
    )
    op.create_index(op.f("ix_case_event_case_id_at"), "case_event", ["case_id", "at"], unique=False)
    op.create_table(
        "conflict",
        sa.Column("id", KEY, nullable=False),
        sa.Column("op_id", KEY, nullable=False),
        sa.Column("entity", KEY, nullable=False),
        sa.Column("table", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("base", sa.JSON(), nullable=False),
        sa.Column("theirs", sa.JSON(), nullable=False),
        sa.Column("mine", sa.JSON(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("settled_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflict")),
    )
    op.create_table(
        "contact_point",
        sa.Column("customer_id", KEY, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=True),
        sa.Column("e164", sa.String(), nullable=True),
        sa.Column("suffix_key", sa.String(), nullable=True),
        sa.Column("id", KEY, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_point")),
    )
    op.create_index(op.f("ix_contact_point_customer_id"), "contact_point", ["customer_id"], unique=False)
    op.create_index(op.f("ix_contact_point_e164"), "contact_point", ["e164"], unique=False)
    op.create_index(op.f("ix_contact_point_suffix_key"), "contact_point", ["suffix_key"], unique=False)
    op.create_table(
        "customer",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("company", sa.String(), nullable=True),
        sa.Column("city", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("time_zone", sa.String(), nullable=True),
        sa.Column("segment", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("since", MOMENT, nullable=True),
        sa.Column("merged_into", KEY, nullable=True),
        sa.Column("id", KEY, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer")),
        sa.UniqueConstraint("number", name=op.f("uq_customer_number")),
    )
    op.create_table(
        "follow_up",
        sa.Column("customer_id", KEY, nullable=True),
        sa.Column("case_id", KEY, nullable=True),
        sa.Column("call_id", KEY, nullable=True),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("time_zone", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("settled_at", MOMENT, nullable=True),
        sa.Column("id", KEY, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
    )
    op.create_index(op.f("ix_follow_up_customer_id"), "follow_up", ["customer_id"], unique=False)
    op.create_index(
        "ix_follow_up_open_due_at", "follow_up", ["due_at", "id"], unique=False, sqlite_where=sa.text("status = 'open'")
    )
    op.create_table(
        "interaction",
        sa.Column("customer_id", KEY, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=True),
        sa.Column("reference", sa.String(), nullable=True),
        sa.Column("headline", sa.String(), nullable=True),
        sa.Column("detail", sa.String(), nullable=True),
        sa.Column("severity", sa.String(), nullable=True),
        sa.Column("direction", sa.String(), nullable=True),
        sa.Column("seconds", sa.Integer(), nullable=True),
        sa.Column("person", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("customer_id", "at", "id", name=op.f("pk_interaction")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "number_choice",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("customer_id", KEY, nullable=False),
        sa.Column("chosen_at", MOMENT, nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_number_choice")),
        sa.UniqueConstraint("number", name=op.f("uq_number_choice_number")),
    )
    op.create_table(
        "op_log",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("op_id", KEY, nullable=False),
        sa.Column("device", KEY, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("entity", KEY, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("taken_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_op_log")),
        sa.UniqueConstraint("device", "n", name=op.f("uq_op_log_device_n")),
        sa.UniqueConstraint("op_id", name=op.f("uq_op_log_op_id")),
    )
    op.create_table(
        "search_token",
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("customer_id", KEY, nullable=False),
        sa.PrimaryKeyConstraint("token", "customer_id", name=op.f("pk_search_token")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_search_token_customer_id"), "search_token", ["customer_id"], unique=False)
