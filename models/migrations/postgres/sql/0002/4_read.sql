-- Rows a desk reads, whole sets at a time: a first sync asks for hundreds of thousands.

-- Write the functions that read many rows of any table and so name them all; a migration that changes tables or columns
-- calls it again, as it does sync.make_row_functions().
--   sync.see_rows(entities): rows as JSON. To ask for each by itself took four times as long.
--   sync.heaps(customers): all rows about them, a line a table that has any: its columns, and a JSON array of an array
--     of values each in that order, null where no row has any (by rows instead, it takes a fifth longer to write and two
--     fifths longer to read). "seq" comes first; times are whole microseconds since 1970, JSON is text.
CREATE FUNCTION sync.make_reads() RETURNS void LANGUAGE plpgsql AS $make$
DECLARE
    sees text[] := '{}';
    heaps text[] := '{}';
    t record;
BEGIN
    FOR t IN
        SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns,
               string_agg(
                   format('CASE WHEN count(t.%I) > 0 THEN json_agg(' ||
                       CASE b.base WHEN 'timestamptz'::regtype THEN '(extract(epoch FROM t.%I) * 1000000)::bigint'
                       WHEN 'jsonb'::regtype THEN 't.%I::text' ELSE 't.%I' END || ') END', a.attname, a.attname),
                   ', ' ORDER BY a.attnum) AS read
        FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            JOIN pg_type y ON y.oid = a.atttypid
            CROSS JOIN LATERAL (SELECT coalesce(nullif(y.typbasetype, 0), y.oid) AS base) b
        WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r'
        GROUP BY c.relname
    LOOP
        sees := sees || format(
            'SELECT t.id, to_jsonb(t) FROM l JOIN app.%I t ON t.id = l.entity WHERE l."table" = %L', t.name, t.name);
        heaps := heaps || format(
            'SELECT %L, %L::text[], json_build_array(json_agg(l.seq), %s)::text'
            ' FROM l JOIN app.%I t ON t.id = l.entity WHERE l."table" = %L HAVING count(*) > 0',
            t.name, array_prepend('seq', t.columns), t.read, t.name, t.name);
    END LOOP;
    EXECUTE 'CREATE OR REPLACE FUNCTION sync.see_rows(p_entities uuid[]) RETURNS TABLE (id uuid, fields jsonb)'
        ' LANGUAGE plpgsql STABLE SET enable_hashjoin = off SET enable_mergejoin = off AS $f$ BEGIN RETURN QUERY'
        ' WITH l AS MATERIALIZED (SELECT c.entity, c."table" FROM sync.change c WHERE c.entity = ANY (p_entities)) '
        || array_to_string(sees, ' UNION ALL ') || '; END $f$';
    EXECUTE 'CREATE OR REPLACE FUNCTION sync.heaps(p_customers uuid[])'
        ' RETURNS TABLE ("table" text, columns text[], rows text)'
        ' LANGUAGE plpgsql STABLE SET enable_hashjoin = off SET enable_mergejoin = off AS $f$ BEGIN RETURN QUERY'
        ' WITH l AS MATERIALIZED (SELECT c.entity, c."table", c.seq FROM sync.change c'
        ' WHERE c.customer_id = ANY (p_customers)) ' || array_to_string(heaps, ' UNION ALL ') || '; END $f$';
END
$make$;
SELECT sync.make_reads();

-- Let a login read all about some customers: those beyond its work are looked up, the others counted.
CREATE FUNCTION sync.let_read(p_login sync.login, p_ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    beyond uuid[];
BEGIN
    IF cardinality(p_ids) > 500 THEN
        RAISE EXCEPTION 'at most 500 customers' USING ERRCODE = 'RB007';
    END IF;
    beyond := sync.outside(sync.teams_of(p_login), p_ids);
    PERFORM sync.pay_held(p_login, cardinality(p_ids) - cardinality(beyond));
    IF beyond <> '{}' THEN
        PERFORM sync.look_up(p_login, 'customers', cardinality(beyond), beyond);
    END IF;
END
$$;

-- All rows about customers as they stand, a table a line (sync.heaps): for a first sync.
CREATE FUNCTION api.whole(p_ids uuid[]) RETURNS TABLE ("table" text, columns text[], rows text) LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET lock_timeout = '800ms' AS $$
BEGIN
    PERFORM sync.let_read(sync.me(), p_ids);
    RETURN QUERY SELECT h."table", h.columns, h.rows FROM sync.heaps(p_ids) h;
END
$$;

-- All rows about customers that changed behind a sequence. A row that went to another customer comes as it stands there.
CREATE OR REPLACE FUNCTION api.customers(p_ids uuid[], p_after bigint) RETURNS SETOF api.row LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET lock_timeout = '800ms' AS $$
BEGIN
    PERFORM sync.let_read(sync.me(), p_ids);
    RETURN QUERY WITH l AS MATERIALIZED (
        SELECT c.seq, c."table", c.entity, c.customer_id FROM sync.change c
        WHERE c.customer_id = ANY (p_ids) AND c.seq > p_after
        UNION
        SELECT c.seq, c."table", c.entity, c.customer_id FROM sync.gone g JOIN sync.change c ON c.entity = g.entity
        WHERE g.customer_id = ANY (p_ids) AND g.seq > p_after
    )
    SELECT l.seq, l."table", l.entity, l.customer_id, s.fields
    FROM l LEFT JOIN sync.see_rows((SELECT array_agg(m.entity) FROM l m)) s ON s.id = l.entity ORDER BY l.seq;
END
$$;

-- What changed behind a sequence, in order: rows of the login's teams; of the others no more is told than whose customer
-- it was. A row that has left one of its teams and stands in another is not gone. The first line is where to go on:
-- (sequence, 'cursor', operation, NULL, {"more": ..., "touched": {customer: last sequence}}).
CREATE OR REPLACE FUNCTION api.pull(p_seq bigint, p_most integer) RETURNS SETOF api.row LANGUAGE plpgsql STABLE
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
    RETURN QUERY WITH l AS MATERIALIZED (
        SELECT b.seq, c."table", b.entity, c.customer_id, b.is_gone
        FROM sync.behind(p_seq, most) b JOIN sync.change c ON c.entity = b.entity
        WHERE b.team = ANY (mine) AND NOT (b.is_gone AND coalesce(c.team = ANY (mine), false))
    )
    SELECT l.seq, l."table", l.entity, l.customer_id, CASE WHEN NOT l.is_gone THEN s.fields END
    FROM l LEFT JOIN sync.see_rows((SELECT array_agg(m.entity) FROM l m WHERE NOT m.is_gone)) s ON s.id = l.entity
    ORDER BY l.seq;
END
$$;

CREATE OR REPLACE FUNCTION api.team_rows(p_after uuid, p_most integer) RETURNS SETOF api.row LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    me sync.login := sync.me();
BEGIN
    RETURN QUERY WITH l AS MATERIALIZED (
        SELECT c.seq, c."table", c.entity, c.customer_id
        FROM (
            SELECT w.entity FROM sync.work(sync.teams_of(me)) w
            WHERE p_after IS NULL OR w.entity > p_after ORDER BY w.entity LIMIT least(p_most, 5000)
        ) w JOIN sync.change c ON c.entity = w.entity
    )
    SELECT l.seq, l."table", l.entity, l.customer_id, s.fields
    FROM l LEFT JOIN sync.see_rows((SELECT array_agg(m.entity) FROM l m)) s ON s.id = l.entity ORDER BY l.entity;
END
$$;
