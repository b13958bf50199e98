"""Search texts and tokens without an index by customer; indexes on what is open.

The tokens themselves are made anew by the program, which knows what they are (`app/storage/projection.py`).
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

KEY = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
CASE_IS_OPEN = sa.text("closed_at IS NULL AND deleted_at IS NULL")
FOLLOW_UP_IS_OPEN = sa.text("status = 'open' AND deleted_at IS NULL")
FILTERS = ("owner", "category", "status", "severity", "kind")


def upgrade() -> None:
    op.create_table(
        "search_text",
        sa.Column("customer_id", KEY, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("company", sa.String(), nullable=True),
        sa.Column("city", sa.String(), nullable=True),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_search_text")),
        sqlite_with_rowid=False,
    )
    op.drop_index(op.f("ix_search_token_customer_id"), "search_token")
    op.drop_index(op.f("ix_contact_point_customer_id"), "contact_point")
    of_customer = ["customer_id", "kind", "deleted_at", "value"]
    op.create_index(op.f("ix_contact_point_customer_id_kind_deleted_at_value"), "contact_point", of_customer)
    _cases()
    _follow_ups()


def _cases() -> None:
    op.drop_index(op.f("ix_case_customer_id_opened_at"), "case")
    op.drop_index("ix_case_open_opened_at", "case")
    _open("case", "customer_id", ["customer_id", "opened_at"], CASE_IS_OPEN)
    _open("case", "opened_at", ["opened_at", "id"], CASE_IS_OPEN)
    for name in FILTERS:
        others = [other for other in FILTERS if other != name]
        _open("case", name, [name, "opened_at", "id", *others], CASE_IS_OPEN)
    _open("case", "counts", ["kind", "severity", "status", "owner"], CASE_IS_OPEN)


def _follow_ups() -> None:
    op.drop_index(op.f("ix_follow_up_customer_id"), "follow_up")
    op.drop_index("ix_follow_up_open_due_at", "follow_up")
    _open("follow_up", "customer_id", ["customer_id", "due_at"], FOLLOW_UP_IS_OPEN)
    _open("follow_up", "due_at", ["due_at", "id"], FOLLOW_UP_IS_OPEN)


def _open(table: str, name: str, columns: list[str], is_open: sa.TextClause) -> None:
    op.create_index(f"ix_{table}_open_{name}", table, columns, sqlite_where=is_open, postgresql_where=is_open)
