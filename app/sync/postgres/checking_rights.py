"""Whether nobody may more than a store says: owners, rights on tables and functions, groups and who is in them."""

from __future__ import annotations

from collections.abc import Iterator

from app.sync.postgres.admin_link import Session, owner_of, value
from app.sync.postgres.schema import clerk_name, group_roles

_SCHEMAS = "('app'::regnamespace, 'sync'::regnamespace, 'api'::regnamespace)"
# Each names what is wrong; %(owner)s owns the database, %(groups)s are the three groups, %(callers)s all four.
_CHECKS = {
    "{} is not the owner's": f"""
        SELECT c.oid::regclass::text FROM pg_class c WHERE c.relnamespace IN {_SCHEMAS}
            AND pg_get_userbyid(c.relowner) <> %(owner)s
        UNION ALL SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace IN {_SCHEMAS}
            AND pg_get_userbyid(p.proowner) <> %(owner)s
        UNION ALL SELECT n.nspname FROM pg_namespace n WHERE n.oid IN {_SCHEMAS}
            AND pg_get_userbyid(n.nspowner) <> %(owner)s""",  # noqa: S608
    "somebody but the owner has rights on {}": """
        SELECT c.oid::regclass::text FROM pg_class c, aclexplode(c.relacl) a
        WHERE c.relnamespace IN ('app'::regnamespace, 'sync'::regnamespace)
            AND (a.grantee = 0 OR pg_get_userbyid(a.grantee) <> %(owner)s)""",
    "somebody but the owner has rights on columns of {}": """
        SELECT c.oid::regclass::text FROM pg_class c JOIN pg_attribute t ON t.attrelid = c.oid, aclexplode(t.attacl) a
        WHERE c.relnamespace IN ('app'::regnamespace, 'sync'::regnamespace)""",
    "somebody outside the groups may call {}": """
        SELECT p.oid::regprocedure::text FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        WHERE p.pronamespace = 'api'::regnamespace
            AND (a.grantee = 0 OR pg_get_userbyid(a.grantee) <> ALL (%(callers)s))""",
    "{} does not run as its owner within a search path of its own": """
        SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = 'api'::regnamespace
            AND NOT (p.prosecdef AND coalesce(p.proconfig, '{}') @> ARRAY['search_path=pg_catalog, pg_temp'])""",
    "everybody has rights on the schema {}": """
        SELECT n.nspname FROM pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
        WHERE a.grantee = 0 AND n.nspname IN ('app', 'sync', 'api', 'public')""",
    "everybody may connect to the database or make temporary tables: {}": """
        SELECT a.privilege_type FROM pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
        WHERE d.datname = current_database() AND a.grantee = 0""",
    "the group or login {} may administer the server": """
        SELECT r.rolname FROM pg_roles r WHERE (r.rolname = ANY (%(groups)s)
            OR r.rolname IN (SELECT login FROM sync.login))
            AND (r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls)""",
    "the group {} can sign in": "SELECT rolname FROM pg_roles WHERE rolname = ANY (%(groups)s) AND rolcanlogin",
    "{} is in a group of the store and is no active login of it": """
        SELECT m.member::regrole::text FROM pg_auth_members m
        WHERE m.roleid IN (SELECT oid FROM pg_roles WHERE rolname = ANY (%(groups)s))
            AND pg_get_userbyid(m.member) <> ALL (SELECT login FROM sync.login WHERE is_active)
            AND NOT (SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE oid = m.member)""",
    "the login {} is in another group than its role says, or in none": """
        SELECT l.login FROM sync.login l WHERE l.is_active AND (
            SELECT array_agg(g.rolname::text) FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
            WHERE m.member = (SELECT oid FROM pg_roles WHERE rolname = l.login) AND g.rolname = ANY (%(groups)s)
        ) IS DISTINCT FROM ARRAY[(SELECT groups FROM sync.store) || '_' || l.role]""",
    "{} is a member of the clerk, who makes logins": """
        SELECT m.member::regrole::text FROM pg_auth_members m
        WHERE m.roleid = (SELECT oid FROM pg_roles WHERE rolname = %(clerk)s)
            AND NOT (SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE oid = m.member)""",
    "the clerk {} can sign in, or may more than make logins": """
        SELECT rolname FROM pg_roles WHERE rolname = %(clerk)s
            AND (rolcanlogin OR rolsuper OR rolcreatedb OR rolreplication OR rolbypassrls)""",
    "somebody but the owner may call {}": """
        SELECT p.oid::regprocedure::text
        FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        WHERE p.pronamespace = to_regnamespace('clerk')
            AND (a.grantee = 0 OR pg_get_userbyid(a.grantee) NOT IN (%(owner)s, %(clerk)s))
        UNION ALL SELECT p.oid::regprocedure::text
        FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        WHERE p.pronamespace = 'sync'::regnamespace AND (a.grantee = 0 OR pg_get_userbyid(a.grantee) <> %(owner)s)""",
    "{} is not the clerk's": """
        SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = to_regnamespace('clerk')
            AND pg_get_userbyid(p.proowner) <> %(clerk)s""",
    "the login {} has rights of a role that is not of this store": """
        SELECT l.login FROM sync.login l JOIN pg_roles r ON r.rolname = l.login
        JOIN pg_auth_members m ON m.member = r.oid WHERE pg_get_userbyid(m.roleid) LIKE 'pg\\_%%'""",
}
MOST_NAMED = 5


def rights(session: Session) -> Iterator[str]:
    """Yield what somebody may and should not, as sentences."""
    owner, groups = owner_of(session.raw), list(group_roles(session.tables).values())
    values = {"owner": owner, "groups": groups, "callers": [owner, *groups], "clerk": clerk_name(session.tables)}
    for said, query in _CHECKS.items():
        found = sorted({str(row[0]) for row in session.raw.execute(query.encode(), values)})
        for name in found[:MOST_NAMED]:
            yield said.format(name)
        if len(found) > MOST_NAMED:
            yield f"and {len(found) - MOST_NAMED} more like it"
    temporary = "SELECT has_database_privilege(%s, current_database(), 'TEMP')"
    for group in groups:
        if value(session.raw, temporary, (group,)):
            yield f"{group} may make temporary tables"
