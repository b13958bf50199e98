"""Faster pushes and what administrators do in the window; the SQL stands in ../sql/0002, run in the order of its names.

Only what a desk of the version before does not notice: functions replaced by faster ones of the same shape, new ones.
"""

from pathlib import Path

from alembic import op

revision = "0002"
down_revision = "0001"

SQL = Path(__file__).parent.parent / "sql" / revision


def upgrade() -> None:
    connection = op.get_bind().execution_options(no_parameters=True)  # "%" is then nothing but itself
    for path in sorted(SQL.glob("*.sql")):
        connection.exec_driver_sql(path.read_text("utf-8"))
