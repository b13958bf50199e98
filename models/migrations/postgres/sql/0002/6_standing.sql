-- How the store stands and whether it is whole, for whoever owns it (sync) and its administrators (api).

-- "connected" counts sessions of logins, "people" those who have one. Compiling it (jit) would take five seconds.
CREATE FUNCTION sync.status() RETURNS jsonb LANGUAGE plpgsql STABLE SET jit = off AS $$
BEGIN
    RETURN (SELECT jsonb_build_object(
        'store', s.id, 'version', v.version_num, 'wire_oldest', s.wire_oldest, 'wire_newest', s.wire_newest,
        'seq', c.seq, 'created_at', s.created_at, 'most_held', s.most_held, 'server', current_setting('server_version'),
        'bytes', pg_database_size(current_database()), 'now', clock_timestamp(),
        'can_make_logins', sync.has_clerk(),
        'logins', (SELECT coalesce(jsonb_object_agg(l.role, l.count), '{}') FROM (
            SELECT role, count(*) FROM sync.login WHERE is_active GROUP BY role) l),
        'connected', (SELECT count(*) FROM pg_stat_activity a JOIN sync.login l ON l.login = a.usename
            WHERE a.datname = current_database()),
        'people', (SELECT count(DISTINCT a.usename) FROM pg_stat_activity a JOIN sync.login l ON l.login = a.usename
            WHERE a.datname = current_database()),
        'teams', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.id), '[]') FROM sync.teams() t),
        'devices', (SELECT coalesce(jsonb_agg(to_jsonb(d) ORDER BY d.seen_at DESC), '[]') FROM (
            SELECT d.id AS device, d.login, d.prefix, d.program, d.wire, d.last_n, d.offset_ms, d.seen_at
            FROM sync.device d WHERE d.machine IS NOT NULL OR d.last_n > 0 ORDER BY d.seen_at DESC LIMIT 5000) d),
        'rows', (SELECT coalesce(jsonb_object_agg(r."table", r.count), '{}') FROM (
            SELECT "table", count(*) FROM sync.change GROUP BY "table") r),
        'operations', (SELECT coalesce(jsonb_object_agg(o.result, o.count), '{}') FROM (
            SELECT result, count(*) FROM sync.op_log GROUP BY result) o),
        'conflicts', (SELECT count(*) FROM app.conflict k WHERE k.settled_at IS NULL AND k.deleted_at IS NULL),
        'parked', (SELECT count(*) FROM sync.op_log o WHERE o.result = 'parked'),
        'parked_too_long', EXISTS (SELECT FROM sync.op_log o
            WHERE o.result = 'parked' AND o.taken_at < now() - interval '24 hours'),
        'last_backup', (SELECT jsonb_build_object('made_at', b.made_at, 'seq', b.seq, 'file', b.file,
                'verified_at', b.verified_at)
            FROM sync.backup b WHERE b.verified_at IS NOT NULL ORDER BY b.seq DESC, b.id DESC LIMIT 1))
        FROM sync.store s, sync.counter c, sync.alembic_version v);
END
$$;

-- Operations that have waited since before a moment for a row that has not come, the oldest first.
CREATE FUNCTION sync.parked(p_before timestamptz, p_most integer) RETURNS TABLE (
    seq bigint, taken_at timestamptz, at timestamptz, offset_ms integer, login text, device uuid, kind text, entity uuid,
    result text, reason text, body jsonb
) LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY SELECT o.seq, o.taken_at, o.at, o.offset_ms, o.login, o.device, o.kind, o.entity, o.result, o.reason, o.body
        FROM sync.op_log o WHERE o.result = 'parked' AND o.taken_at < p_before ORDER BY o.seq LIMIT least(p_most, 1000);
END
$$;

CREATE FUNCTION sync.deeds(p_most integer) RETURNS TABLE (
    at timestamptz, login text, what text, about text, before text, after text
) LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY SELECT a.at, a.login, a.what, a.about, a.before, a.after
        FROM sync.admin_log a ORDER BY a.id DESC LIMIT least(p_most, 1000);
END
$$;

-- The rules the store goes by, which are to be those of the program that asks.
CREATE FUNCTION sync.rules() RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_build_object(
        'entity', (SELECT jsonb_agg(jsonb_build_array(e."table", e."create", e.edit)) FROM sync.entity e),
        'field', (SELECT jsonb_agg(jsonb_build_array(f."table", f.field, f.kind, f.nullable, f.edit, f."check"))
            FROM sync.field f));
END
$$;

-- Of one table: its rows, those without a right line in sync.change, those whose line has another team or customer.
CREATE FUNCTION sync.check_rows(p_table text, OUT rows bigint, OUT unplaced bigint, OUT misplaced bigint)
LANGUAGE plpgsql SET jit = off AS $$
DECLARE
    team text := CASE
        WHEN p_table IN ('case', 'follow_up', 'conflict') THEN 't.team'
        WHEN p_table = 'case_event' THEN '(SELECT k.team FROM app."case" k WHERE k.id = t.case_id)'
        ELSE 'NULL::integer' END;
    customer text := CASE p_table
        WHEN 'customer' THEN 't.id'
        WHEN 'call_leg' THEN '(SELECT k.customer_id FROM app.call k WHERE k.id = t.call_id)'
        WHEN 'case_event' THEN '(SELECT k.customer_id FROM app."case" k WHERE k.id = t.case_id)'
        WHEN 'conflict' THEN 'c.customer_id'
        ELSE 't.customer_id' END;
BEGIN
    PERFORM set_config('enable_seqscan', 'on', true);  -- all of a table is read here
    EXECUTE format('SELECT count(*) FROM app.%I', p_table) INTO rows;
    EXECUTE format(
        'SELECT count(*) FROM app.%I t FULL JOIN (SELECT * FROM sync.change WHERE "table" = %L) c ON c.entity = t.id'
        ' WHERE t.id IS NULL OR c.entity IS NULL OR c.revision <> t.revision', p_table, p_table) INTO unplaced;
    EXECUTE format(
        'SELECT count(*) FROM app.%I t JOIN sync.change c ON c.entity = t.id'
        ' WHERE c.team IS DISTINCT FROM %s OR c.customer_id IS DISTINCT FROM %s', p_table, team, customer)
        INTO misplaced;
END
$$;

-- How many lines are wrong in a way that has a name.
CREATE FUNCTION sync.check_log(p_name text) RETURNS bigint LANGUAGE plpgsql SET jit = off AS $$
BEGIN
    PERFORM set_config('enable_seqscan', 'on', true);
    CASE p_name
        WHEN 'ahead' THEN RETURN (
            SELECT count(*) FROM (SELECT seq FROM sync.change UNION ALL SELECT seq FROM sync.gone UNION ALL
                SELECT seq FROM sync.op_log) s, sync.counter c WHERE s.seq > c.seq OR s.seq < 1);
        WHEN 'twice' THEN RETURN (SELECT count(*) FROM sync.change c JOIN sync.gone g USING (seq));
        -- What a copy of its disk had sent, a device goes on behind: those are of the copy, which is the same login's.
        WHEN 'holes' THEN RETURN (
            WITH sent AS (
                SELECT o.device, o.n, lag(o.n) OVER (PARTITION BY o.device ORDER BY o.n) AS before FROM sync.op_log o
                UNION ALL SELECT d.id, d.last_n + 1, max(o.n) FROM sync.device d JOIN sync.op_log o ON o.device = d.id
                GROUP BY d.id
            )
            SELECT count(DISTINCT s.device) FROM sent s JOIN sync.device d ON d.id = s.device,
                generate_series(s.before + 1, s.n - 1) missing
            WHERE NOT EXISTS (SELECT FROM sync.device c JOIN sync.op_log o ON o.device = c.id AND o.n = missing
                WHERE c.login = d.login AND c.id <> d.id));
        WHEN 'beyond' THEN RETURN (
            SELECT count(*) FROM (SELECT device, max(n) AS n FROM sync.op_log GROUP BY device) o
            LEFT JOIN sync.device d ON d.id = o.device WHERE d.last_n >= o.n IS NOT TRUE);
        WHEN 'nobody' THEN RETURN (
            SELECT count(DISTINCT o.login) FROM sync.op_log o LEFT JOIN sync.login l USING (login)
            WHERE l.login IS NULL);
        WHEN 'search' THEN RETURN (
            SELECT count(*) FROM (SELECT id FROM app.customer WHERE deleted_at IS NULL AND merged_into IS NULL) c
            FULL JOIN sync.search s ON s.customer_id = c.id WHERE c.id IS NULL OR s.customer_id IS NULL);
    END CASE;
END
$$;

CREATE FUNCTION api.status() RETURNS jsonb LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
BEGIN
    PERFORM sync.administrator();
    RETURN sync.status();
END
$$;

CREATE FUNCTION api.parked(p_before timestamptz, p_most integer) RETURNS TABLE (
    seq bigint, taken_at timestamptz, at timestamptz, offset_ms integer, login text, device uuid, kind text, entity uuid,
    result text, reason text, body jsonb
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM sync.administrator();
    RETURN QUERY SELECT * FROM sync.parked(p_before, p_most);
END
$$;

CREATE FUNCTION api.deeds(p_most integer) RETURNS TABLE (
    at timestamptz, login text, what text, about text, before text, after text
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM sync.administrator();
    RETURN QUERY SELECT * FROM sync.deeds(p_most);
END
$$;

CREATE FUNCTION api.rules() RETURNS jsonb LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM sync.administrator();
    RETURN sync.rules();
END
$$;

CREATE FUNCTION api.check_rows(p_table text, OUT rows bigint, OUT unplaced bigint, OUT misplaced bigint) LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM sync.administrator();
    SELECT r.rows, r.unplaced, r.misplaced INTO rows, unplaced, misplaced FROM sync.check_rows(p_table) r;
END
$$;

CREATE FUNCTION api.check_log(p_name text) RETURNS bigint LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM sync.administrator();
    RETURN sync.check_log(p_name);
END
$$;
