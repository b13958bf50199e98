"""The first tables and functions; the SQL stands in ../sql/0001, run in the order of its names."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None

SQL = Path(__file__).parent.parent / "sql" / revision


def upgrade() -> None:
    connection = op.get_bind().execution_options(no_parameters=True)  # "%" is then nothing but itself
    for path in sorted(SQL.glob("*.sql")):
        connection.exec_driver_sql(path.read_text("utf-8"))
