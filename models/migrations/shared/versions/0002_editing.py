"""Who has a case open in a form just now."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "editing",
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("entity", sa.LargeBinary(16), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("login", name=op.f("pk_editing")),
    )
