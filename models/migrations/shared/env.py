"""Run the migrations on the connection the caller hands over; the store's own tree has its versions beside these."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    transactional_ddl=True,
    version_table="alembic_version_shared",
)
with context.begin_transaction():
    context.run_migrations()
