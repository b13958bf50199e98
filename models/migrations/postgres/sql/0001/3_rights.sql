-- Who asks, and what they may. session_user is who logged in, also within functions that run as their owner.

-- The login that asks; refuses one that is no longer, or never was, of this store.
CREATE FUNCTION sync.me() RETURNS sync.login LANGUAGE plpgsql STABLE AS $$
DECLARE
    known sync.login;
BEGIN
    SELECT * INTO known FROM sync.login l WHERE l.login = session_user AND l.is_active;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'this login is not of this store' USING ERRCODE = 'RB005';
    END IF;
    RETURN known;
END
$$;

CREATE FUNCTION sync.teams_of(p_login sync.login) RETURNS integer[] LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT array_agg(t.id ORDER BY t.id)
        FROM sync.team t
        WHERE p_login.role = 'administrator' OR t.id = p_login.home
            OR EXISTS (SELECT FROM sync.membership m WHERE m.login = p_login.login AND m.team = t.id)
    );
END
$$;

-- The device, which must be this login's.
CREATE FUNCTION sync.device_of(p_login sync.login, p_device uuid) RETURNS sync.device LANGUAGE plpgsql STABLE AS $$
DECLARE
    known sync.device;
BEGIN
    SELECT * INTO known FROM sync.device d WHERE d.id = p_device;
    IF known.login IS DISTINCT FROM p_login.login THEN
        RAISE EXCEPTION 'this device is not of this login' USING ERRCODE = 'RB003';
    END IF;
    RETURN known;
END
$$;

-- As `may` of app/storage/rights.py says.
CREATE FUNCTION sync.may(p_who text, p_role text, p_is_of_team boolean, p_is_maker boolean) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN p_who = 'nobody' THEN false
        WHEN p_role = 'administrator' OR p_who = 'anybody' THEN true
        WHEN p_role = 'supervisor' THEN p_is_of_team OR p_who = 'supervisor'
        ELSE (p_who = 'team' AND p_is_of_team) OR (p_who = 'maker' AND p_is_maker)
    END
$$;

-- Whether the login made the row, not longer ago than one may undo it.
CREATE FUNCTION sync.is_maker(p_login sync.login, p_entity uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT EXISTS (
            SELECT FROM sync.op_log o
            WHERE o.entity = p_entity AND o.login = p_login.login AND o.result = 'applied'
                AND o.kind LIKE '%.create@%' AND o.taken_at > now() - interval '60 minutes')
    );
END
$$;

-- Refuse an operation for a reason that is kept with it.
CREATE FUNCTION sync.refuse(p_reason text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', p_reason USING ERRCODE = 'RB100';
END
$$;

-- The values and bases of the body of an operation, as the table would give them back; and why it can never be taken,
-- whoever sends it: NULL when it can. What the table gives back as it was given is of the right kind.
CREATE FUNCTION sync.look_at(
    p_name text, p_table text, p_verb text, p_body jsonb, OUT news jsonb, OUT bases jsonb, OUT wrong text
) LANGUAGE plpgsql STABLE AS $$
DECLARE
    is_whole boolean;
BEGIN
    SELECT coalesce(jsonb_object_agg(b.key, b.value -> 'new'), '{}'),
        coalesce(jsonb_object_agg(b.key, b.value -> 'base') FILTER (WHERE p_verb = 'edit'), '{}'),
        coalesce(bool_and(b.value ? 'new' AND b.key <> 'id' AND b.key <> 'revision'), true)
    INTO news, bases, is_whole FROM jsonb_each(p_body) b;
    IF NOT is_whole OR NOT sync.shape(p_table, news) @> news THEN
        wrong := sync.wrong_kind(p_table, p_body);
        IF wrong IS NOT NULL THEN
            RETURN;
        END IF;
        news := sync.shape_of(p_table, news);
    END IF;
    IF p_verb = 'edit' THEN
        bases := sync.shape_of(p_table, bases);
    END IF;
    SELECT min(format('%s is %s', f.field, CASE WHEN news ->> f.field IS NULL THEN 'empty'
        WHEN f."check" = 'self' THEN 'not who sent it' ELSE 'too long ago or still to come' END))
    INTO wrong FROM sync.field f
    WHERE f."table" = p_table AND news ? f.field AND CASE f."check"
        WHEN 'self' THEN news ->> f.field <> p_name
        WHEN 'past' THEN (news ->> f.field)::timestamptz
            NOT BETWEEN now() - interval '35 days' AND now() + interval '26 hours' END IS TRUE
        OR f."table" = p_table AND NOT f.nullable AND news -> f.field = 'null';
END
$$;

-- The values as the table would give them back, of no more fields than are given.
CREATE FUNCTION sync.shape_of(p_table text, p_values jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
    shaped jsonb := sync.shape(p_table, p_values);
BEGIN
    IF shaped @> p_values THEN
        RETURN p_values;
    END IF;
    RETURN (SELECT jsonb_object_agg(v.key, shaped -> v.key) FROM jsonb_each(p_values) v);
END
$$;

-- Which value is of the wrong kind, NULL when none is. No more is looked at than what JSON calls it and, of times and ids,
-- what they look like: PostgreSQL alone would take "tomorrow" for a time.
CREATE FUNCTION sync.wrong_kind(p_table text, p_body jsonb) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT min(CASE
            WHEN f.field IS NULL THEN format('there is no field %s', left(b.key, 60))
            WHEN v.new IS NULL THEN format('%s has no new value', b.key)
            WHEN v.kind = 'null' THEN CASE WHEN NOT f.nullable THEN format('%s cannot be empty', b.key) END
            WHEN CASE f.kind
                WHEN 'json' THEN false
                WHEN 'text' THEN v.kind <> 'string'
                WHEN 'integer' THEN v.kind <> 'number' OR v.bare !~ '^-?[0-9]{1,10}$'
                WHEN 'uuid' THEN v.kind <> 'string' OR v.bare NOT LIKE '________-____-____-____-____________'
                ELSE v.kind <> 'string' OR v.bare NOT LIKE '____-__-_____:__%'
                END THEN format('%s is not a %s', b.key, f.kind)
        END)
        FROM jsonb_each(p_body) b
        CROSS JOIN LATERAL (
            SELECT b.value -> 'new' AS new, jsonb_typeof(b.value -> 'new') AS kind, b.value ->> 'new' AS bare
        ) v
        LEFT JOIN sync.field f ON f."table" = p_table AND f.field = b.key
    );
END
$$;
