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

CREATE FUNCTION sync.teams_of(p_login sync.login) RETURNS integer[] LANGUAGE sql STABLE AS $$
    SELECT array_agg(t.id ORDER BY t.id)
    FROM sync.team t
    WHERE p_login.role = 'administrator' OR t.id = p_login.home
        OR EXISTS (SELECT FROM sync.membership m WHERE m.login = p_login.login AND m.team = t.id)
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
CREATE FUNCTION sync.is_maker(p_login sync.login, p_entity uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM sync.op_log o
        WHERE o.entity = p_entity AND o.login = p_login.login AND o.result = 'applied'
            AND o.kind LIKE '%.create@%' AND o.taken_at > now() - interval '60 minutes')
$$;

-- Refuse an operation for a reason that is kept with it.
CREATE FUNCTION sync.refuse(p_reason text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', p_reason USING ERRCODE = 'RB100';
END
$$;

-- Why a field of an operation can never be taken, whoever sends it: NULL when it can. Of a value no more is looked at here
-- than what JSON calls it and, of times and ids, what they look like: PostgreSQL alone would take "tomorrow" for a time.
CREATE FUNCTION sync.wrong_field(p_name text, p_rule sync.field, p_key text, p_pair jsonb) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    value jsonb := p_pair -> 'new';
BEGIN
    IF p_rule.field IS NULL THEN
        RETURN format('there is no field %s', left(p_key, 60));
    ELSIF value IS NULL THEN
        RETURN format('%s has no new value', p_key);
    ELSIF jsonb_typeof(value) = 'null' THEN
        RETURN CASE WHEN NOT p_rule.nullable THEN format('%s cannot be empty', p_key) END;
    ELSIF NOT sync.is_kind(p_rule.kind, value) THEN
        RETURN format('%s is not a %s', p_key, p_rule.kind);
    ELSIF p_rule."check" = 'self' AND value #>> '{}' <> p_name THEN
        RETURN format('%s is not who sent it', p_key);
    ELSIF p_rule."check" = 'past' AND ((value #>> '{}')::timestamptz < now() - interval '35 days'
            OR (value #>> '{}')::timestamptz > now() + interval '26 hours') THEN
        RETURN format('%s is too long ago or still to come', p_key);
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION sync.is_kind(p_kind text, p_value jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    given text := jsonb_typeof(p_value);
    bare text;
BEGIN
    IF p_kind = 'text' THEN
        RETURN given = 'string';
    ELSIF p_kind = 'integer' THEN
        RETURN given = 'number' AND (p_value #>> '{}') ~ '^-?[0-9]{1,10}$';
    ELSIF p_kind = 'json' THEN
        RETURN true;
    ELSIF given <> 'string' THEN
        RETURN false;
    END IF;
    bare := p_value #>> '{}';
    IF p_kind = 'time' THEN
        RETURN bare ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}[0-9:.]*(Z|[+-][0-9]{2}:?[0-9]{2})$';
    END IF;
    RETURN bare ~* '^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$';
END
$$;
