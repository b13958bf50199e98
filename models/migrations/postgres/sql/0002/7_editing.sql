-- Who has a case open in a form just now, forgotten half a minute after it was last said. Nothing is decided by it: it
-- only warns, so a crash of the server may lose it, and a login says no more than one case.
CREATE UNLOGGED TABLE sync.editing (
    login text PRIMARY KEY,
    entity uuid NOT NULL,
    until timestamptz NOT NULL
);
CREATE INDEX ix_editing_entity ON sync.editing (entity);

-- Say which case is in the login's form, NULL for none; return what others are called who have it in theirs.
CREATE FUNCTION api.editing(p_case uuid) RETURNS SETOF text LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '800ms' AS $$
DECLARE
    me sync.login := sync.me();
BEGIN
    IF p_case IS NULL THEN
        DELETE FROM sync.editing e WHERE e.login = me.login;
        RETURN;
    END IF;
    INSERT INTO sync.editing AS e (login, entity, until) VALUES (me.login, p_case, now() + interval '30 seconds')
    ON CONFLICT (login) DO UPDATE SET entity = excluded.entity, until = excluded.until
    WHERE e.entity <> excluded.entity OR e.until < now() + interval '15 seconds';
    RETURN QUERY SELECT l.name FROM sync.editing e JOIN sync.login l ON l.login = e.login
        WHERE e.entity = p_case AND e.login <> me.login AND e.until > now() ORDER BY l.name LIMIT 20;
END
$$;
