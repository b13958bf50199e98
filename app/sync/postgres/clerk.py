"""Gives a store its clerk: the role that makes and changes its logins, asked by the store itself and by nobody else."""

from __future__ import annotations

from psycopg import sql

from app.errors import KnownError
from app.sync.postgres import hardening, people
from app.sync.postgres.admin_link import Raw, Session, owner_of, run, value
from app.sync.postgres.errors import OF_ADMINISTERING
from app.sync.postgres.schema import TREE, clerk_name, group_roles

SQL = TREE / "sql" / "clerk.sql"
GRANTOR_COUNTS = 160_000  # from this version on a membership is taken back only in the name of who gave it
_MEMBERS = """
SELECT pg_get_userbyid(m.member), pg_get_userbyid(m.grantor) FROM pg_auth_members m
WHERE m.roleid = (SELECT oid FROM pg_roles WHERE rolname = %s)"""


def install(session: Session) -> bool:
    """Make the clerk, or renew its functions; returns False where this login may not.

    A store that has none yet hands its logins over: which of them are the clerk's to change it looks at each time.
    """
    raw = session.raw
    if value(raw, "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user") is not True:
        return False
    name, groups, owner = clerk_name(session.tables), group_roles(session.tables), owner_of(raw)
    clerk = sql.Identifier(name)
    is_new = value(raw, "SELECT to_regnamespace('clerk') IS NULL")
    if not _make(raw, name):
        return False
    for group in groups.values():
        run(raw, "GRANT {group} TO {clerk} WITH ADMIN OPTION", group=sql.Identifier(group), clerk=clerk)
    if is_new:
        run(raw, "CREATE SCHEMA clerk AUTHORIZATION {clerk}", clerk=clerk)
    names: dict[str, sql.Composable] = {str(role): sql.Identifier(group) for role, group in groups.items()}
    names |= {f"{role}_name": sql.Literal(group) for role, group in groups.items()}
    names |= {"clerk": clerk, "owner": sql.Identifier(owner), "most": sql.Literal(people.MOST_CONNECTIONS)}
    names["database"] = sql.Identifier(session.address.database)
    run(raw, "SET LOCAL ROLE {clerk}", clerk=clerk)
    raw.execute(sql.SQL(SQL.read_text("utf-8")).format(**names))
    raw.execute("RESET ROLE")
    if is_new:
        _hand_over(session, name)
    return True


def leave_group(raw: Raw, group: str, *, but: str = "") -> None:
    """Take everybody out of a group but its administrators, whoever let them in."""
    for member, grantor in raw.execute(_MEMBERS + " AND NOT m.admin_option", (group,)).fetchall():
        if member != but:
            _revoke(raw, group, member, grantor)


def _revoke(raw: Raw, group: str, member: str, grantor: str) -> None:
    names = {"group": sql.Identifier(group), "member": sql.Identifier(member), "grantor": sql.Identifier(grantor)}
    by = " GRANTED BY {grantor}" if raw.info.server_version >= GRANTOR_COUNTS else ""
    run(raw, "REVOKE {group} FROM {member}" + by, **names)


def _make(raw: Raw, name: str) -> bool:
    """Make the role, which nobody logs in as; who makes it is a member, unless they may do all anyhow.

    Returns False where a superuser has taken the language of functions from everybody (`hardening`) and none is here.
    """
    clerk = sql.Identifier(name)
    known = raw.execute("SELECT rolcanlogin OR rolsuper FROM pg_roles WHERE rolname = %s", (name,)).fetchone()
    if known is None:
        run(raw, "CREATE ROLE {clerk} NOLOGIN CREATEROLE", clerk=clerk)
    elif known[0]:
        title, message = OF_ADMINISTERING["RB023"]
        raise KnownError(title, message, name=name)
    if hardening.is_superuser(raw):
        run(raw, "GRANT USAGE ON LANGUAGE plpgsql TO {clerk}", clerk=clerk)
    else:
        run(raw, "GRANT {clerk} TO CURRENT_USER", clerk=clerk)
    return value(raw, "SELECT has_language_privilege(%s, 'plpgsql', 'USAGE')", (name,)) is True


def _hand_over(session: Session, name: str) -> None:
    """Let the clerk administer the logins that were made without it, and be who let them into their groups."""
    raw = session.raw
    for group in group_roles(session.tables).values():
        leave_group(raw, group, but=name)
    for login, role, is_active in raw.execute("SELECT login, role, is_active FROM sync.login").fetchall():
        found = value(raw, people.PRIVILEGED, (login,))
        if found is False:
            run(
                raw, "GRANT {login} TO {clerk} WITH ADMIN OPTION",
                login=sql.Identifier(login), clerk=sql.Identifier(name),
            )  # fmt: skip
        if found is not None and is_active:
            raw.execute("SELECT clerk.let_in(%s, %s)", (login, role))
