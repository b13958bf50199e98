"""A store on PostgreSQL with many customers, put there by SQL behind the back of its log."""

from __future__ import annotations

from models.enums import Role
from tests.postgres_server import Store

TEAM = 1
ROWS_EACH = 14
OPEN_SHARE = 10  # one customer in so many has an open case and promise of the team

# Three years of it, ids by time as desks make them. Names of 2,500 surnames; numbers at random.
PEOPLE = r"""
CREATE FUNCTION sync.bench_id(p_at timestamptz) RETURNS uuid LANGUAGE sql VOLATILE AS $$
    SELECT (lpad(to_hex((extract(epoch FROM p_at) * 1000)::bigint), 12, '0') || '7' || substr(md5(random()::text), 1, 3)
        || '8' || substr(md5(random()::text), 1, 15))::uuid
$$;
CREATE FUNCTION sync.bench_surname() RETURNS text LANGUAGE sql VOLATILE AS $$
    SELECT initcap((ARRAY['pu','vi','ser','ro','fer','vi','so','cam','mar','gar'])[1 + floor(random() * 10)]
        || (ARRAY['la','ra','ti','no','ge','bo','da','re','mo','ca'])[1 + floor(random() * 10)]
        || (ARRAY['ig','la','rer','dal','ler','ps','tín','cia','des','ell','ol','as','es','ó','và','net','rà','ns','t',
            'u','ada','esc','ist','om','ur'])[1 + floor(random() * 25)])
$$;
CREATE TEMP TABLE person AS
    SELECT n, now() - random() * interval '1000 days' AS since, (random() * 899999999)::int + 100000000 AS phone,
        (random() * 899999999)::int + 100000000 AS mobile, n % {share} = 0 AS busy
    FROM generate_series(1, {customers}) n;
ALTER TABLE person ADD id uuid;
UPDATE person SET id = sync.bench_id(since);
INSERT INTO app.customer (id, revision, kind, name, number, company, city, language, time_zone, segment, source, since)
    SELECT id, 1, 'person', (ARRAY['Maria','Núria','Pau','Joan','Anna','Pere','Montserrat','Jordi','Wei','Ming','Laia',
        'Marc','Carme','Josep','Rosa','Oriol','Júlia','Àlex','Clara','Ramon'])[1 + floor(random() * 20)]
        || ' ' || sync.bench_surname() || ' ' || sync.bench_surname(), 'C-' || lpad(n::text, 6, '0'),
        CASE WHEN n % 4 = 0 THEN sync.bench_surname() || ' SL' END, 'Girona', 'ca', 'Europe/Madrid', 'standard', 'web',
        since
    FROM person;
INSERT INTO app.contact_point (id, revision, customer_id, kind, value, e164, suffix_key)
    SELECT sync.bench_id(p.since), 1, p.id, 'phone', '+34' || t.number, '+34' || t.number, reverse(t.number::text)
    FROM person p, LATERAL (VALUES (p.phone), (p.mobile)) t (number);
CREATE TEMP TABLE rung AS
    SELECT p.id AS customer_id, p.phone, now() - random() * interval '1000 days' AS at
    FROM person p, generate_series(1, 4);
ALTER TABLE rung ADD id uuid;
UPDATE rung SET id = sync.bench_id(at);
INSERT INTO app.call (id, revision, direction, number, e164, queue, customer_id, began_at)
    SELECT id, 1, 'inbound', phone::text, '+34' || phone, 'Service', customer_id, at FROM rung;
INSERT INTO app.call_leg (id, revision, call_id, extension, agent, began_at, answered_at, ended_at, outcome)
    SELECT sync.bench_id(at), 1, id, '101', 'Júlia Roca', at, at + interval '4 s', at + interval '90 s', 'answered'
    FROM rung;
CREATE TEMP TABLE matter AS SELECT p.*, CASE WHEN p.busy THEN now() - random() * interval '9 days'
    ELSE now() - random() * interval '1000 days' END AS at FROM person p;
ALTER TABLE matter ADD case_id uuid;
UPDATE matter SET case_id = sync.bench_id(at);
INSERT INTO app."case" (id, revision, reference, kind, customer_id, category, severity, summary, description, status,
        owner, team, opened_at, closed_at)
    SELECT case_id, 1, 'B7-' || lpad(n::text, 6, '0') || '-X', 'complaint', id, 'delivery.late', 'normal',
        'The parcel came four days late', 'Said it stood open in the rain; wants the postage back.',
        CASE WHEN busy THEN 'received' ELSE 'closed' END, 'Júlia Roca', {team}, at,
        CASE WHEN NOT busy THEN at + interval '2 days' END
    FROM matter;
INSERT INTO app.case_event (id, revision, case_id, at, actor, kind, note)
    SELECT sync.bench_id(at), 1, case_id, at, 'Júlia Roca', 'opened', 'By telephone' FROM matter;
INSERT INTO app.follow_up (id, revision, customer_id, case_id, what, channel, due_at, time_zone, owner, team, status)
    SELECT sync.bench_id(at), 1, id, case_id, 'Ring back about the postage', 'call', at + interval '1 day',
        'Europe/Madrid', 'Júlia Roca', {team}, CASE WHEN busy THEN 'open' ELSE 'done' END FROM matter;
INSERT INTO sync.change (entity, "table", seq, team, customer_id, revision)
    SELECT id, name, row_number() OVER (ORDER BY id), team, customer_id, 1 FROM (
        SELECT id, 'customer' AS name, NULL::int AS team, id AS customer_id FROM app.customer
        UNION ALL SELECT id, 'contact_point', NULL, customer_id FROM app.contact_point
        UNION ALL SELECT id, 'call', NULL, customer_id FROM app.call
        UNION ALL SELECT l.id, 'call_leg', NULL, c.customer_id FROM app.call_leg l JOIN app.call c ON c.id = l.call_id
        UNION ALL SELECT id, 'case', team, customer_id FROM app."case"
        UNION ALL SELECT e.id, 'case_event', c.team, c.customer_id
        FROM app.case_event e JOIN app."case" c ON c.id = e.case_id
        UNION ALL SELECT id, 'follow_up', team, customer_id FROM app.follow_up) r;
UPDATE sync.counter SET seq = (SELECT max(seq) FROM sync.change);
INSERT INTO sync.op_log (seq, op_id, device, n, kind, entity, at, body, result, taken_at, login)
    VALUES (0, gen_random_uuid(), gen_random_uuid(), 1, 'customer.create@1', gen_random_uuid(), now(), '{{}}',
        'applied', now() - interval '29 days', 'nobody');
UPDATE sync.lookup_limit SET a_minute = NULL, a_day = NULL;
UPDATE sync.store SET most_held = greatest(most_held, {customers});
"""


def people(store: Store, customers: int) -> str:
    """Put customers with ROWS_EACH rows into an empty store whose team TEAM is there; return the login of an agent."""
    with store.connection() as connection:
        given = {"customers": customers, "team": TEAM, "share": OPEN_SHARE}
        connection.execution_options(no_parameters=True).exec_driver_sql(PEOPLE.format_map(given))
        connection.exec_driver_sql("ANALYZE")
    return store.add_login("Maria", Role.AGENT, TEAM)
