"""Whether a store on PostgreSQL is whole: rows against the lines that place them, desks without holes, rights."""

from __future__ import annotations

from collections.abc import Iterator

from psycopg import sql

from app.storage.operations import ENTITIES
from app.storage.rights import RULES, all_fields
from app.sync.admin_records import Verified
from app.sync.postgres import hardening
from app.sync.postgres.admin_link import Session, owner_of, value
from app.sync.postgres.checking_rights import rights

# Each finds how many lines are wrong; what is said has the number before it.
_SEQUENCES = {
    "lines stand at a sequence the counter has not given": """
        SELECT count(*) FROM (SELECT seq FROM sync.change UNION ALL SELECT seq FROM sync.gone UNION ALL
            SELECT seq FROM sync.op_log) s, sync.counter c WHERE s.seq > c.seq OR s.seq < 1""",
    "sequences were given to two lines": """
        SELECT count(*) FROM sync.change c JOIN sync.gone g USING (seq)""",
    # What a copy of its disk had sent, a device goes on behind: those are of the copy, which is the same login's.
    "desks have holes in their operations": """
        WITH sent AS (
            SELECT device, n, lag(n) OVER (PARTITION BY device ORDER BY n) AS before FROM sync.op_log
            UNION ALL SELECT d.id, d.last_n + 1, max(o.n) FROM sync.device d JOIN sync.op_log o ON o.device = d.id
            GROUP BY d.id
        )
        SELECT count(DISTINCT s.device) FROM sent s JOIN sync.device d ON d.id = s.device,
            generate_series(s.before + 1, s.n - 1) missing
        WHERE NOT EXISTS (SELECT FROM sync.device c JOIN sync.op_log o ON o.device = c.id AND o.n = missing
            WHERE c.login = d.login AND c.id <> d.id)""",
    "desks have sent more than their last number says": """
        SELECT count(*) FROM (SELECT device, max(n) AS n FROM sync.op_log GROUP BY device) o
        LEFT JOIN sync.device d ON d.id = o.device WHERE d.last_n >= o.n IS NOT TRUE""",
    "operations are of a login that is not there": """
        SELECT count(DISTINCT o.login) FROM sync.op_log o LEFT JOIN sync.login l USING (login) WHERE l.login IS NULL""",
    "rows are placed twice": "SELECT count(*) - count(DISTINCT entity) FROM sync.change",
    "customers are found by nothing, or found though they are gone": """
        SELECT count(*) FROM (SELECT id FROM app.customer WHERE deleted_at IS NULL AND merged_into IS NULL) c
        FULL JOIN sync.search s ON s.customer_id = c.id WHERE c.id IS NULL OR s.customer_id IS NULL""",
}
_PLACES = {
    "customer": "t.id", "contact_point": "t.customer_id", "number_choice": "t.customer_id", "call": "t.customer_id",
    "case": "t.customer_id", "follow_up": "t.customer_id",
    "call_leg": "(SELECT k.customer_id FROM app.call k WHERE k.id = t.call_id)",
    "case_event": '(SELECT k.customer_id FROM app."case" k WHERE k.id = t.case_id)',
}  # fmt: skip
_TEAMS = {
    "case": "t.team", "follow_up": "t.team", "conflict": "t.team",
    "case_event": '(SELECT k.team FROM app."case" k WHERE k.id = t.case_id)',
}  # fmt: skip
_UNPLACED = """
SELECT count(*) FROM app.{table} t FULL JOIN (SELECT * FROM sync.change WHERE "table" = {name}) c ON c.entity = t.id
WHERE t.id IS NULL OR c.entity IS NULL OR c.revision <> t.revision"""
_MISPLACED = """
SELECT count(*) FROM app.{table} t JOIN sync.change c ON c.entity = t.id
WHERE c.team IS DISTINCT FROM {team} OR ({customer} AND c.customer_id IS DISTINCT FROM {of})"""
_SETTINGS = {
    "fsync": ("on", "an acknowledged save may be lost when the power goes"),
    "full_page_writes": ("on", "a page may be torn when the power goes"),
    "password_encryption": ("scram-sha-256", "passwords that are changed are kept in a weaker form"),
    "max_prepared_transactions": ("0", "a login could hold the counter through a transaction nobody sees"),
}
_SYNCHRONOUS = ("on", "local", "remote_write", "remote_apply")


def verify(session: Session) -> Verified:
    """Check a store, which may be in use; `session` is one that sees all at one moment."""
    rows = {table: int(str(value(session.raw, f'SELECT count(*) FROM app."{table}"'))) for table in ENTITIES}  # noqa: S608
    problems = [*_places(session), *_sequences(session), *_rules(session), *rights(session)]
    return Verified(problems, list(_advice(session)), rows)


def _places(session: Session) -> Iterator[str]:
    for table in ENTITIES:
        parts = {
            "table": sql.Identifier(table), "name": sql.Literal(table), "team": sql.SQL(_TEAMS.get(table, "NULL")),
            "of": sql.SQL(_PLACES.get(table, "NULL")), "customer": sql.Literal(table in _PLACES),
        }  # fmt: skip
        for query, said in ((_UNPLACED, "without a right line in sync.change"), (_MISPLACED, "of a wrong place")):
            row = session.raw.execute(sql.SQL(query).format(**parts)).fetchone()
            if row is not None and row[0]:
                yield f"{row[0]} rows of {table} are {said}"


def _sequences(session: Session) -> Iterator[str]:
    for said, query in _SEQUENCES.items():
        if count := value(session.raw, query):
            yield f"{count} {said}"


def _rules(session: Session) -> Iterator[str]:
    """Whether the store's rules are this program's, which it may be newer or older than."""
    ours = {(rule.table, str(rule.create), str(rule.edit)) for rule in RULES.values()}
    if set(session.raw.execute('SELECT "table", "create", edit FROM sync.entity')) != ours:
        yield "sync.entity is not what this program says: upgrade the store, or the program"
    fields = {(f.table, f.field, f.kind, f.nullable, str(f.edit), str(f.check)) for f in all_fields()}
    found = session.raw.execute('SELECT "table", field, kind, nullable, edit, "check" FROM sync.field')
    if set(found) != fields:
        yield "sync.field is not what this program says: upgrade the store, or the program"


def _advice(session: Session) -> Iterator[str]:
    """What had better be otherwise at the server; none of it makes the data wrong."""
    raw = session.raw
    for name, (wanted, why) in _SETTINGS.items():
        found = value(raw, "SELECT current_setting(%s)", (name,))
        if found != wanted:
            yield f"{name} is {found} instead of {wanted}: {why}"
    if value(raw, "SELECT current_setting('synchronous_commit')") not in _SYNCHRONOUS:
        yield "synchronous_commit is off: an acknowledged save may be lost when the server stops"
    if open_ := hardening.open_functions(raw):
        yield f"{len(open_)} functions of the system that no desk needs are open to every login; upgrade as superuser"
    if value(raw, "SELECT rolsuper FROM pg_roles WHERE rolname = %s", (owner_of(raw),)):
        yield "the owner of the database is a superuser: what api does is done with all rights"
    if not session.address.is_near() and value(raw, "SELECT current_setting('ssl')") != "on":
        yield "ssl is off: passwords and customers cross the network in clear text"
    if not value(raw, "SELECT true FROM sync.backup WHERE verified_at > now() - interval '2 days' LIMIT 1"):
        yield "there is no verified backup of the last two days"
