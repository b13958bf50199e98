-- What a desk asks for as a whole: its first sync, whom a number or a text may mean, whether it holds what the store does,
-- and the log.

-- The rows of these teams that are still work: open cases with their events, open promises, unsettled conflicts.
CREATE FUNCTION sync.work(p_teams integer[]) RETURNS TABLE (entity uuid) LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY WITH open_case AS (
        SELECT c.id FROM app."case" c WHERE c.team = ANY (p_teams) AND c.closed_at IS NULL AND c.deleted_at IS NULL
    )
    SELECT o.id FROM open_case o
    UNION ALL SELECT e.id FROM open_case o JOIN app.case_event e ON e.case_id = o.id WHERE e.deleted_at IS NULL
    UNION ALL SELECT f.id FROM app.follow_up f
        WHERE f.team = ANY (p_teams) AND f.status = 'open' AND f.deleted_at IS NULL
    UNION ALL SELECT k.id FROM app.conflict k
        WHERE k.team = ANY (p_teams) AND k.settled_at IS NULL AND k.deleted_at IS NULL;
END
$$;

CREATE FUNCTION api.team_rows(p_after uuid, p_most integer) RETURNS SETOF api.row LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    me sync.login := sync.me();
BEGIN
    RETURN QUERY SELECT c.seq, c."table", c.entity, c.customer_id, sync.read_row(c."table", c.entity)
        FROM (
            SELECT w.entity FROM sync.work(sync.teams_of(me)) w
            WHERE p_after IS NULL OR w.entity > p_after ORDER BY w.entity LIMIT least(p_most, 5000)
        ) w JOIN sync.change c ON c.entity = w.entity ORDER BY c.entity;
END
$$;

-- Those a desk shall hold: customers of the login's own open work, of its teams', and who had to do with us of late.
CREATE FUNCTION api.working_set() RETURNS SETOF uuid LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me sync.login := sync.me();
    mine integer[] := sync.teams_of(me);
    most integer := (SELECT s.most_held FROM sync.store s);
BEGIN
    RETURN QUERY SELECT t.customer_id FROM (
        SELECT w.customer_id, CASE WHEN w.owner = me.name THEN 1 ELSE 2 END AS rank, 0 AS seq FROM app."case" w
        WHERE w.team = ANY (mine) AND w.closed_at IS NULL AND w.deleted_at IS NULL
        UNION ALL
        SELECT w.customer_id, CASE WHEN w.owner = me.name THEN 1 ELSE 2 END, 0 FROM app.follow_up w
        WHERE w.team = ANY (mine) AND w.status = 'open' AND w.deleted_at IS NULL
        UNION ALL
        (SELECT c.customer_id, 3, c.seq FROM sync.change c WHERE c.seq >= sync.lately() AND c.customer_id IS NOT NULL
            ORDER BY c.seq DESC LIMIT most * 10)
    ) t WHERE t.customer_id IS NOT NULL
    GROUP BY t.customer_id ORDER BY min(t.rank), max(t.seq) DESC, t.customer_id LIMIT most;
END
$$;

-- Customers with a telephone number or a block of them, of those that are there.
CREATE FUNCTION sync.reached_by(p_kind text, p_e164 text[], p_from text, p_to text) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY SELECT p.customer_id FROM app.contact_point p JOIN app.customer c ON c.id = p.customer_id
    WHERE p.kind = p_kind AND p.deleted_at IS NULL AND c.deleted_at IS NULL AND c.merged_into IS NULL
        AND (p.e164 = ANY (p_e164) OR (p.suffix_key ~>=~ p_from AND p.suffix_key ~<=~ p_to))
    LIMIT 20;
END
$$;

-- Who may be calling, matched as app/customers/queries.py does: the whole number, else the national one, else the block
-- of an organisation and the last seven digits.
CREATE FUNCTION sync.whose(p_e164 text, p_suffix_key text) RETURNS SETOF uuid LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF length(p_suffix_key) >= 7 THEN
        RETURN QUERY SELECT sync.reached_by('phone', ARRAY[p_e164], NULL, NULL);
        IF FOUND THEN
            RETURN;
        END IF;
    END IF;
    RETURN QUERY SELECT sync.reached_by('phone', NULL, p_suffix_key, p_suffix_key);
    IF FOUND OR length(p_suffix_key) < 7 THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT sync.reached_by('prefix',
        (SELECT array_agg(left(p_e164, n)) FROM generate_series(6, length(p_e164) - 1) n), NULL, NULL);
    RETURN QUERY SELECT sync.reached_by('phone', NULL, left(p_suffix_key, 7), left(p_suffix_key, 7) || '~');
END
$$;

CREATE FUNCTION api.whose(p_e164 text, p_suffix_key text) RETURNS SETOF uuid LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '800ms' AS $$
DECLARE
    me sync.login := sync.me();
BEGIN
    PERFORM sync.look_up(me, 'whose', 1, NULL);
    RETURN QUERY SELECT DISTINCT w FROM sync.whose(p_e164, p_suffix_key) w LIMIT 20;
END
$$;

-- By what somebody typed, or by a reference that begins so.
CREATE FUNCTION api.find(p_text text, p_references text[]) RETURNS SETOF uuid LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '800ms' AS $$
DECLARE
    me sync.login := sync.me();
BEGIN
    PERFORM sync.look_up(me, 'find', 1, NULL);
    RETURN QUERY SELECT DISTINCT t.id FROM (
        (SELECT sync.merged(c.customer_id) AS id
            FROM unnest(p_references) r JOIN app."case" c ON c.reference ~>=~ r AND c.reference ~<~ (r || '~')
            WHERE r ~ '^[A-Z0-9-]{5,40}$' AND c.customer_id IS NOT NULL LIMIT 20)
        UNION ALL
        (SELECT s.customer_id FROM sync.queries(left(p_text, 200)) q JOIN sync.search s ON s.tokens @@ q LIMIT 20)
    ) t LIMIT 20;
END
$$;

-- What the rows of the login's teams that are open work are, in a digest: cases and promises.
CREATE FUNCTION api.open_digest() RETURNS TABLE (rows bigint, hash text) LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    mine integer[] := sync.teams_of(sync.me());
BEGIN
    RETURN QUERY SELECT count(*), sync.hash_of(bit_xor(sync.row_hash(w.id, w.revision))) FROM (
        SELECT c.id, c.revision FROM app."case" c
        WHERE c.team = ANY (mine) AND c.closed_at IS NULL AND c.deleted_at IS NULL
        UNION ALL
        SELECT f.id, f.revision FROM app.follow_up f
        WHERE f.team = ANY (mine) AND f.status = 'open' AND f.deleted_at IS NULL
    ) w;
END
$$;

CREATE FUNCTION api.customer_digests(p_ids uuid[]) RETURNS TABLE (customer_id uuid, rows bigint, hash text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM sync.me();
    IF cardinality(p_ids) > 500 THEN
        RAISE EXCEPTION 'at most 500 customers' USING ERRCODE = 'RB007';
    END IF;
    RETURN QUERY SELECT c.customer_id, count(*), sync.hash_of(bit_xor(sync.row_hash(c.entity, c.revision)))
        FROM sync.change c WHERE c.customer_id = ANY (p_ids) GROUP BY c.customer_id;
END
$$;

-- The first eight bytes of SHA-256 of "id:revision"; see app/sync/digest.py.
CREATE FUNCTION sync.row_hash(p_id uuid, p_revision integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT ('x' || encode(substring(sha256(convert_to(p_id || ':' || p_revision, 'UTF8')) FROM 1 FOR 8), 'hex'))
        ::bit(64)::bigint
$$;
CREATE FUNCTION sync.hash_of(p_all bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT lpad(to_hex(coalesce(p_all, 0)), 16, '0')
$$;

-- Lines of the log before a sequence, newest first; for administrators.
CREATE FUNCTION api.audit(p_before bigint, p_most integer, p_login text, p_entity uuid) RETURNS TABLE (
    seq bigint, taken_at timestamptz, at timestamptz, offset_ms integer, login text, device uuid, kind text, entity uuid,
    result text, reason text, body jsonb
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (sync.me()).role <> 'administrator' THEN
        RAISE EXCEPTION 'only administrators read the log' USING ERRCODE = 'RB010';
    END IF;
    RETURN QUERY SELECT o.seq, o.taken_at, o.at, o.offset_ms, o.login, o.device, o.kind, o.entity, o.result, o.reason, o.body
        FROM sync.op_log o
        WHERE (p_before IS NULL OR o.seq < p_before) AND (p_login = '' OR o.login = p_login)
            AND (p_entity IS NULL OR o.entity = p_entity)
        ORDER BY o.seq DESC LIMIT least(p_most, 5000);
END
$$;
