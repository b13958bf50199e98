"""Make a database a store, or bring one to this version: tables, functions, rules and rights."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, text

import models.migrations
from app.storage.migrate import newer
from app.storage.references import all_prefixes
from app.storage.rights import RULES, all_fields
from models.enums import Role

if TYPE_CHECKING:
    from alembic.config import Config

TREE = Path(models.migrations.__file__).parent / "postgres"
GRANTS = TREE / "sql" / "grants.sql"
PLANNING = TREE / "sql" / "planning.sql"
LONGEST_DATABASE = 63 - len("_administrator")  # a role's name has at most 63 bytes


def upgrade(connection: Connection) -> None:
    """Bring a database to the newest schema, with the rules and rights of this program.

    `connection` is the owner's, in a transaction; the owner may make roles (CREATEROLE). A new store has no team and no
    login yet.
    """
    migrate(connection)
    fill_rights(connection)
    connection.execution_options(no_parameters=True).exec_driver_sql(PLANNING.read_text("utf-8"))
    grant(connection)


def migrate(connection: Connection, revision: str = "head") -> None:
    """Bring the tables and functions alone to a version, as what was written by an earlier one needs them.

    Raises KnownError where a newer program has been; nothing is changed then.
    """
    from alembic import command
    from alembic.util import CommandError

    config = _config()
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, revision)
    except CommandError as error:
        database, version = connection.execute(
            text("SELECT current_database(), (SELECT version_num FROM sync.alembic_version)")
        ).one()
        raise newer(database, version) from error


def revisions() -> list[str]:
    """Return the versions of the schema that this program knows, the newest first."""
    from alembic.script import ScriptDirectory

    return [script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()]


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(TREE).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def fill_rights(connection: Connection) -> None:
    """Say in sync.entity and sync.field what app/storage/rights.py says, and what references may begin with."""
    rules = [asdict(rule) for rule in RULES.values()]
    connection.execute(text("DELETE FROM sync.entity"))
    connection.execute(text('INSERT INTO sync.entity ("table", "create", edit) VALUES (:table, :create, :edit)'), rules)
    connection.execute(
        text(
            'INSERT INTO sync.field ("table", field, kind, nullable, edit, "check") '
            "VALUES (:table, :field, :kind, :nullable, :edit, :check)"
        ),
        [asdict(rule) for rule in all_fields()],
    )
    connection.execute(
        text("INSERT INTO sync.prefix SELECT unnest(CAST(:prefixes AS text[])) ON CONFLICT DO NOTHING"),
        {"prefixes": list(all_prefixes())},  # thousands: one statement for each took longer than all else
    )


def group_roles(connection: Connection) -> dict[Role, str]:
    """Return the names of the store's three group roles, which are of the whole server."""
    groups = connection.execute(text("SELECT groups FROM sync.store")).scalar_one()
    return {role: f"{groups}_{role}" for role in Role}


def clerk_name(connection: Connection) -> str:
    """Return the name of the role that makes the store's logins."""
    return str(connection.execute(text("SELECT groups || '_clerk' FROM sync.store")).scalar_one())


def grant(connection: Connection) -> None:
    """Make the group roles that are not there, and give them what they may do: no more than to call api's functions."""
    names = group_roles(connection)
    for name in names.values():
        if not connection.execute(text("SELECT FROM pg_roles WHERE rolname = :name"), {"name": name}).rowcount:
            connection.execute(text(f"CREATE ROLE {quoted(connection, name)} NOLOGIN"))
    values = {str(role): quoted(connection, name) for role, name in names.items()}
    database = connection.execute(text("SELECT current_database()")).scalar_one()
    values["database"] = quoted(connection, database)
    connection.execution_options(no_parameters=True).exec_driver_sql(GRANTS.read_text("utf-8").format_map(values))


def quoted(connection: Connection, name: Any) -> str:
    """Return a name of a role or a database as SQL writes it."""
    return connection.dialect.identifier_preparer.quote_identifier(str(name))
