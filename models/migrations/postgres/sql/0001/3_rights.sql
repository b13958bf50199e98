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

-- The values and bases of the body of an operation, and why it can never be taken, whoever sends it: NULL when it can. Of
-- a value no more is looked at here than what JSON calls it and, of times and ids, what they look like: PostgreSQL alone
-- would take "tomorrow" for a time.
CREATE FUNCTION sync.look_at(
    p_name text, p_table text, p_verb text, p_body jsonb, OUT news jsonb, OUT bases jsonb, OUT wrong text
) LANGUAGE plpgsql STABLE AS $$
BEGIN
    SELECT coalesce(jsonb_object_agg(b.key, v.new), '{}'),
        coalesce(jsonb_object_agg(b.key, b.value -> 'base') FILTER (WHERE p_verb = 'edit'), '{}'),
        min(CASE
            WHEN f.field IS NULL THEN format('there is no field %s', left(b.key, 60))
            WHEN v.new IS NULL THEN format('%s has no new value', b.key)
            WHEN v.kind = 'null' THEN CASE WHEN NOT f.nullable THEN format('%s cannot be empty', b.key) END
            WHEN f.kind <> 'json' AND CASE f.kind
                WHEN 'text' THEN v.kind <> 'string'
                WHEN 'integer' THEN v.kind <> 'number' OR v.bare !~ '^-?[0-9]{1,10}$'
                WHEN 'uuid' THEN v.kind <> 'string' OR v.bare NOT LIKE '________-____-____-____-____________'
                ELSE v.kind <> 'string' OR v.bare NOT LIKE '____-__-_____:__%'
                END THEN format('%s is not a %s', b.key, f.kind)
            WHEN f."check" = 'self' AND v.bare <> p_name THEN format('%s is not who sent it', b.key)
            WHEN f."check" = 'past' AND (v.bare::timestamptz < now() - interval '35 days'
                    OR v.bare::timestamptz > now() + interval '26 hours')
                THEN format('%s is too long ago or still to come', b.key)
        END)
    INTO news, bases, wrong
    FROM jsonb_each(p_body) b
    CROSS JOIN LATERAL (
        SELECT b.value -> 'new' AS new, jsonb_typeof(b.value -> 'new') AS kind, b.value ->> 'new' AS bare
    ) v
    LEFT JOIN sync.field f ON f."table" = p_table AND f.field = b.key;
END
$$;
