"""What every PostgreSQL lets every login do and no desk needs: taken away within the store's database.

With these an agent with psql could fill the server's one table of locks, its disk or its log, or loop within it. They
are the system's functions, so only a superuser can take them away; `store verify` says where they were left.
"""

from __future__ import annotations

from psycopg import sql

from app.sync.postgres.admin_link import Raw, run, value

FUNCTIONS = (
    "pg_advisory_%", "pg_try_advisory_%",  # one login could fill the table of locks that all share
    "lo_creat", "lo_create", "lo_from_bytea", "lo_import", "lo_put", "lowrite",  # objects without a right to make any
    "pg_logical_emit_message", "pg_export_snapshot", "pg_sleep%",
    "%_to_xml", "%_to_xmlschema", "%_to_xml_and_xmlschema", "ts_stat", "crosstab%",  # run what text says
)  # fmt: skip
LANGUAGES = ("plpgsql",)  # no DO block; functions that are there run as before
_OPEN = """
SELECT p.oid::regprocedure::text FROM pg_proc p
WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.proname LIKE ANY (%s)
    AND has_function_privilege('public', p.oid, 'EXECUTE') ORDER BY 1"""


def is_superuser(raw: Raw) -> bool:
    return value(raw, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is True


def harden(raw: Raw, owner: str) -> bool:
    """Take them from everybody but the owner; returns whether this login could."""
    if not is_superuser(raw):
        return False
    for signature in open_functions(raw):
        run(raw, "REVOKE EXECUTE ON FUNCTION {function} FROM PUBLIC", function=sql.SQL(signature))
    for language in LANGUAGES:
        run(raw, "REVOKE USAGE ON LANGUAGE {language} FROM PUBLIC", language=sql.Identifier(language))
        run(
            raw, "GRANT USAGE ON LANGUAGE {language} TO {owner}",
            language=sql.Identifier(language), owner=sql.Identifier(owner),
        )  # fmt: skip
    return True


def open_functions(raw: Raw) -> list[str]:
    """Return the signatures of those that everybody may call."""
    return [str(row[0]) for row in raw.execute(_OPEN, (list(FUNCTIONS),))]
