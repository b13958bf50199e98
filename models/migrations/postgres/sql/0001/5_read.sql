-- What a login reads. Any login may read any customer (it is asked about whoever calls); those that are no work of its
-- teams and that nobody touched of late are looked up: that is logged, and limited.

CREATE TYPE api.row AS (seq bigint, "table" text, id uuid, customer_id uuid, fields jsonb);

CREATE FUNCTION sync.check_wire(p_wire integer) RETURNS void LANGUAGE plpgsql STABLE AS $$
DECLARE
    store sync.store;
BEGIN
    SELECT * INTO store FROM sync.store;
    IF p_wire < store.wire_oldest THEN
        RAISE EXCEPTION 'this program is too old' USING ERRCODE = 'RB008';
    ELSIF p_wire > store.wire_newest THEN
        RAISE EXCEPTION 'this store is too old' USING ERRCODE = 'RB009';
    END IF;
END
$$;

-- The operation that stands at a sequence or last before it.
CREATE FUNCTION sync.op_at(p_seq bigint) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT o.op_id FROM sync.op_log o WHERE o.seq <= p_seq ORDER BY o.seq DESC LIMIT 1
    );
END
$$;

-- The prefix of a device: what it asks for, or one that no other has, short ones first.
CREATE FUNCTION sync.give_prefix(p_device uuid, p_asked text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM sync.store s FOR UPDATE;  -- two that ask for the same wait for each other
    IF NOT EXISTS (SELECT FROM sync.device d WHERE d.prefix = p_asked AND d.id <> p_device) THEN
        RETURN p_asked;
    END IF;
    RETURN coalesce((
        SELECT p.prefix FROM sync.prefix p
        WHERE NOT EXISTS (SELECT FROM sync.device d WHERE d.prefix = p.prefix)
        ORDER BY length(p.prefix), random() LIMIT 1), p_asked);
END
$$;

-- Let a device be known that was not; RB011 when a login has had too many in a day: each takes a prefix of references.
CREATE FUNCTION sync.add_device(p_login sync.login, p_device uuid, p_last_n bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO sync.device (id, login, last_n) VALUES (p_device, p_login.login, p_last_n) ON CONFLICT DO NOTHING;
    IF FOUND AND (SELECT count(*) FROM sync.device d
        WHERE d.login = p_login.login AND d.created_at > now() - interval '1 day') > 200
    THEN
        RAISE EXCEPTION 'too many workstations in a day' USING ERRCODE = 'RB011';
    END IF;
END
$$;

-- Who connects, and where the store stands. A cursor that names a later sequence or another operation than stands there
-- is of a future that this store, put back from a backup, has not lived.
CREATE FUNCTION api.hello(
    p_device uuid, p_prefix text, p_machine text, p_program text, p_clock timestamptz, p_wire integer,
    p_seq bigint, p_op_id uuid
) RETURNS jsonb LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '800ms' SET timezone = 'UTC' AS $$
DECLARE
    me sync.login := sync.me();
    ahead integer := greatest(-2e9, least(2e9, extract(epoch FROM p_clock - clock_timestamp()) * 1000))::integer;
    device sync.device;
    stands bigint;
BEGIN
    PERFORM sync.check_wire(p_wire);
    PERFORM sync.add_device(me, p_device, 0);
    device := sync.device_of(me, p_device);
    UPDATE sync.device d
    SET prefix = coalesce(d.prefix, sync.give_prefix(p_device, left(p_prefix, 20))), machine = left(p_machine, 200),
        program = left(p_program, 100), wire = p_wire, offset_ms = ahead, seen_at = now()
    WHERE d.id = p_device RETURNING d.* INTO device;
    SELECT c.seq INTO stands FROM sync.counter c;
    RETURN (
        SELECT jsonb_build_object(
            'store', s.id, 'prefix', device.prefix, 'login', me.login, 'name', me.name, 'role', me.role, 'home', me.home,
            'teams', sync.teams_of(me), 'team_names', (SELECT jsonb_object_agg(t.id, t.name) FROM sync.team t),
            'clock', clock_timestamp(), 'seq', stands, 'op_id', sync.op_at(stands),
            'is_restored', p_seq IS NOT NULL AND (p_seq > stands OR sync.op_at(p_seq) IS DISTINCT FROM p_op_id),
            'last_n', device.last_n, 'wire_oldest', s.wire_oldest, 'wire_newest', s.wire_newest,
            'backup_seq', coalesce((SELECT max(b.seq) FROM sync.backup b WHERE b.verified_at IS NOT NULL), 0),
            'most_held', s.most_held)
        FROM sync.store s);
END
$$;

CREATE FUNCTION api.last_n(p_device uuid) RETURNS bigint LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me sync.login := sync.me();
BEGIN
    IF NOT EXISTS (SELECT FROM sync.device d WHERE d.id = p_device) THEN
        RETURN 0;
    END IF;
    RETURN (sync.device_of(me, p_device)).last_n;
END
$$;

-- A new device of this login, whose first operation is n + 1. It can be said again as long as it has sent none.
CREATE FUNCTION api.begin_after(p_device uuid, p_n bigint) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '800ms' AS $$
DECLARE
    me sync.login := sync.me();
    device sync.device;
BEGIN
    PERFORM FROM sync.counter c FOR UPDATE;
    PERFORM sync.add_device(me, p_device, greatest(p_n, 0));
    device := sync.device_of(me, p_device);
    IF EXISTS (SELECT FROM sync.op_log o WHERE o.device = p_device) THEN
        RAISE EXCEPTION 'this device has sent operations' USING ERRCODE = 'RB002';
    END IF;
    UPDATE sync.device d SET last_n = greatest(p_n, 0) WHERE d.id = p_device;
END
$$;

CREATE FUNCTION api.answers(p_device uuid, p_after_n bigint, p_most integer)
RETURNS TABLE (n bigint, op_id uuid, result text, reason text, seq bigint, taken_at timestamptz) LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me sync.login := sync.me();
BEGIN
    RETURN QUERY SELECT o.n, o.op_id, o.result, o.reason, o.seq, o.taken_at FROM sync.op_log o
        WHERE o.device = p_device AND o.login = me.login AND o.n > p_after_n ORDER BY o.n LIMIT least(p_most, 5000);
END
$$;

-- Lines of what changed or went behind a sequence, whosever they are.
CREATE FUNCTION sync.behind(p_seq bigint, p_most integer)
RETURNS TABLE (seq bigint, entity uuid, team integer, customer_id uuid, is_gone boolean) LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY (SELECT c.seq, c.entity, c.team, c.customer_id, false FROM sync.change c WHERE c.seq > p_seq ORDER BY c.seq LIMIT p_most)
    UNION ALL
    (SELECT g.seq, g.entity, g.team, g.customer_id, true FROM sync.gone g WHERE g.seq > p_seq ORDER BY g.seq LIMIT p_most)
    ORDER BY seq LIMIT p_most;
END
$$;

-- What changed behind a sequence, in order: rows of the login's teams; of the others no more is told than whose customer
-- it was. A row that has left one of its teams and stands in another is not gone. The first line is where to go on:
-- (sequence, 'cursor', operation, NULL, {"more": ..., "touched": {customer: last sequence}}).
CREATE FUNCTION api.pull(p_seq bigint, p_most integer) RETURNS SETOF api.row LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    me sync.login := sync.me();
    mine integer[] := sync.teams_of(me);
    most integer := greatest(1, least(p_most, 5000));
    stands bigint := (SELECT c.seq FROM sync.counter c);
    last bigint := (SELECT b.seq FROM sync.behind(p_seq, most) b OFFSET most - 1);
    up_to bigint := coalesce(last, greatest(stands, p_seq));
BEGIN
    RETURN QUERY SELECT up_to, 'cursor', sync.op_at(up_to), NULL::uuid, jsonb_build_object(
        'more', up_to < stands,
        'touched', (
            SELECT coalesce(jsonb_object_agg(t.customer_id, t.seq), '{}') FROM (
                SELECT b.customer_id, max(b.seq) AS seq FROM sync.behind(p_seq, most) b
                WHERE b.customer_id IS NOT NULL GROUP BY b.customer_id) t));
    RETURN QUERY SELECT b.seq, c."table", b.entity, c.customer_id,
            CASE WHEN NOT b.is_gone THEN sync.read_row(c."table", b.entity) END
        FROM sync.behind(p_seq, most) b JOIN sync.change c ON c.entity = b.entity
        WHERE b.team = ANY (mine) AND NOT (b.is_gone AND coalesce(c.team = ANY (mine), false))
        ORDER BY b.seq;
END
$$;

CREATE FUNCTION api.rows(p_entities uuid[]) RETURNS SETOF api.row LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET lock_timeout = '800ms' AS $$
DECLARE
    me sync.login := sync.me();
    mine integer[] := sync.teams_of(me);
BEGIN
    IF cardinality(p_entities) > 500 THEN
        RAISE EXCEPTION 'at most 500 rows' USING ERRCODE = 'RB007';
    END IF;
    PERFORM sync.pay_held(me, (SELECT count(*) FROM sync.change c
        WHERE c.entity = ANY (p_entities) AND (c.team = ANY (mine)) IS NOT TRUE)::integer);
    RETURN QUERY SELECT c.seq, c."table", c.entity, c.customer_id, sync.read_row(c."table", c.entity)
        FROM sync.change c WHERE c.entity = ANY (p_entities) ORDER BY c.seq;
END
$$;

-- The first sequence of the last 30 days.
CREATE FUNCTION sync.lately() RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT coalesce((SELECT o.seq FROM sync.op_log o WHERE o.taken_at > now() - interval '30 days'
            ORDER BY o.taken_at, o.seq LIMIT 1), 9223372036854775807)
    );
END
$$;

-- Those of the customers that are no open work of the login's teams and were not touched of late.
CREATE FUNCTION sync.outside(p_teams integer[], p_customers uuid[]) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
DECLARE
    since bigint := sync.lately();
BEGIN
    RETURN (
        SELECT coalesce(array_agg(u.id), '{}') FROM (SELECT DISTINCT unnest(p_customers) AS id) u
        WHERE NOT EXISTS (SELECT FROM sync.change c WHERE c.customer_id = u.id AND c.seq >= since)
            AND NOT EXISTS (SELECT FROM app."case" w WHERE w.customer_id = u.id AND w.team = ANY (p_teams)
                AND w.closed_at IS NULL AND w.deleted_at IS NULL)
            AND NOT EXISTS (SELECT FROM app.follow_up w WHERE w.customer_id = u.id AND w.team = ANY (p_teams)
                AND w.status = 'open' AND w.deleted_at IS NULL));
END
$$;

-- What a login may still ask for is counted where no ROLLBACK reaches: each quota of a login is a sequence, which holds
-- the moment (microseconds) until which all it asked for is paid. Somebody with psql could read within a transaction and
-- undo it; a table would then have forgotten.
CREATE FUNCTION sync.quota_name(p_login text, p_what text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT 'quota_' || p_what || '_' || left(encode(sha256(convert_to(p_login, 'UTF8')), 'hex'), 32)
$$;

CREATE FUNCTION sync.make_quotas() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS $$
DECLARE
    what text;
BEGIN
    FOREACH what IN ARRAY ARRAY['minute', 'day', 'held'] LOOP
        EXECUTE format('CREATE SEQUENCE IF NOT EXISTS sync.%I MINVALUE 0 START 0', sync.quota_name(NEW.login, what));
    END LOOP;
    RETURN NULL;
END
$$;
CREATE TRIGGER make_quotas AFTER INSERT ON sync.login FOR EACH ROW EXECUTE FUNCTION sync.make_quotas();

-- Count what a login asks for; RB006 when it has asked for more than p_most in p_seconds. NULL is without limit.
CREATE FUNCTION sync.pay(p_login sync.login, p_what text, p_count integer, p_most bigint, p_seconds integer) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    quota text := format('sync.%I', sync.quota_name(p_login.login, p_what));
    present bigint := (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
    paid bigint;
BEGIN
    IF p_most IS NULL OR p_count = 0 THEN
        RETURN;
    END IF;
    INSERT INTO sync.quota VALUES (p_login.login) ON CONFLICT DO NOTHING;
    PERFORM FROM sync.quota q WHERE q.login = p_login.login FOR UPDATE;
    EXECUTE 'SELECT last_value FROM ' || quota INTO paid;
    paid := greatest(paid, present) + (p_count * p_seconds * 1000000.0 / p_most)::bigint;
    IF paid > present + p_seconds * 1000000::bigint THEN
        RAISE EXCEPTION 'too many customers were looked up' USING ERRCODE = 'RB006';
    END IF;
    PERFORM setval(quota::regclass, paid);
END
$$;

-- Count rows or customers that a desk may read because it holds them: as many a day as fill three desks from nothing.
CREATE FUNCTION sync.pay_held(p_login sync.login, p_count integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM sync.pay(p_login, 'held', p_count, CASE WHEN l.a_day IS NOT NULL THEN 3 * s.most_held::bigint END, 86400)
    FROM sync.lookup_limit l, sync.store s WHERE l.role = p_login.role;
END
$$;

-- Log a look-up; RB006 when the login has made as many as it may. The server's own log has its count, which no ROLLBACK
-- takes away.
CREATE FUNCTION sync.look_up(p_login sync.login, p_what text, p_count integer, p_customers uuid[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    most sync.lookup_limit;
BEGIN
    SELECT * INTO most FROM sync.lookup_limit l WHERE l.role = p_login.role;
    PERFORM sync.pay(p_login, 'minute', p_count, most.a_minute, 60);
    PERFORM sync.pay(p_login, 'day', p_count, most.a_day, 86400);
    RAISE LOG 'ringbook: % looked up % (%)', p_login.login, p_count, p_what;
    INSERT INTO sync.lookup (login, what, count, customers) VALUES (p_login.login, p_what, p_count, p_customers);
END
$$;

-- All rows about customers that changed behind a sequence. A row that went to another customer comes as it stands there.
CREATE FUNCTION api.customers(p_ids uuid[], p_after bigint) RETURNS SETOF api.row LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET lock_timeout = '800ms' AS $$
DECLARE
    me sync.login := sync.me();
    beyond uuid[];
BEGIN
    IF cardinality(p_ids) > 500 THEN
        RAISE EXCEPTION 'at most 500 customers' USING ERRCODE = 'RB007';
    END IF;
    beyond := sync.outside(sync.teams_of(me), p_ids);
    PERFORM sync.pay_held(me, cardinality(p_ids) - cardinality(beyond));
    IF beyond <> '{}' THEN
        PERFORM sync.look_up(me, 'customers', cardinality(beyond), beyond);
    END IF;
    RETURN QUERY SELECT l.seq, l."table", l.entity, l.customer_id, sync.read_row(l."table", l.entity)
        FROM (
            SELECT c.seq, c."table", c.entity, c.customer_id FROM sync.change c
            WHERE c.customer_id = ANY (p_ids) AND c.seq > p_after
            UNION
            SELECT c.seq, c."table", c.entity, c.customer_id FROM sync.gone g JOIN sync.change c ON c.entity = g.entity
            WHERE g.customer_id = ANY (p_ids) AND g.seq > p_after
        ) l ORDER BY l.seq;
END
$$;
