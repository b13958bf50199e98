"""Run the migrations of a shared store on PostgreSQL on the connection the caller hands over."""

from alembic import context
from sqlalchemy import text

connection = context.config.attributes["connection"]
connection.execute(text("CREATE SCHEMA IF NOT EXISTS sync"))
context.configure(connection=connection, version_table_schema="sync", transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
