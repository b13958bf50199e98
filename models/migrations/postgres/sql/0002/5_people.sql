-- What administrators do, in the window and on the command line: people, teams, how the store stands. The functions of
-- sync do it, for whoever owns the store; those of api are the same for its administrators. Roles of the server are made
-- and changed by the clerk (../clerk.sql), which refuses what is not of this store.
--   RB020 a value nobody can use     RB021 the login or name is taken    RB022 no such login    RB023 a role of the server
--   RB024 no administrator were left RB025 one's own rights or password  RB026 there is no clerk
--   RB027 a login used elsewhere too RB028 no such team                  RB029 the team's name is taken
--   DETAIL is the name it is about

-- Who changed what about people and teams, for ever.
CREATE TABLE sync.admin_log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    login text NOT NULL DEFAULT session_user,
    what text NOT NULL,
    about text NOT NULL,
    before text,
    after text
);

CREATE FUNCTION sync.note_deed(p_what text, p_about text, p_before text, p_after text) RETURNS void LANGUAGE sql AS $$
    INSERT INTO sync.admin_log (what, about, before, after) VALUES (p_what, p_about, p_before, p_after)
$$;

CREATE FUNCTION sync.administrator() RETURNS sync.login LANGUAGE plpgsql STABLE AS $$
DECLARE
    me sync.login := sync.me();
BEGIN
    IF me.role <> 'administrator' THEN
        RAISE EXCEPTION 'only administrators may do this' USING ERRCODE = 'RB010';
    END IF;
    RETURN me;
END
$$;

CREATE FUNCTION sync.has_clerk() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT to_regnamespace('clerk') IS NOT NULL
$$;

-- The login, for a change: one at a time, so that two administrators do not switch each other off.
CREATE FUNCTION sync.to_change(p_login text, p_clerk boolean) RETURNS sync.login LANGUAGE plpgsql AS $$
DECLARE
    known sync.login;
BEGIN
    IF p_clerk AND NOT sync.has_clerk() THEN
        RAISE EXCEPTION 'there is no clerk' USING ERRCODE = 'RB026';
    END IF;
    LOCK TABLE sync.login IN SHARE ROW EXCLUSIVE MODE;
    SELECT * INTO known FROM sync.login l WHERE l.login = p_login;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no such login' USING ERRCODE = 'RB022', DETAIL = coalesce(p_login, '');
    END IF;
    RETURN known;
END
$$;

CREATE FUNCTION sync.check_administrators() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM sync.login l WHERE l.role = 'administrator' AND l.is_active) THEN
        RAISE EXCEPTION 'no administrator were left' USING ERRCODE = 'RB024';
    END IF;
END
$$;

CREATE FUNCTION sync.check_name(p_name text) RETURNS void LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF p_name IS NULL OR length(p_name) > 80 OR btrim(p_name) = '' OR p_name ~ '[\x01-\x1f\x7f\u0080-\u009f]' THEN
        RAISE EXCEPTION 'this name cannot be used' USING ERRCODE = 'RB020', DETAIL = coalesce(p_name, '');
    END IF;
END
$$;

-- The ids of teams, in the order they are named.
CREATE FUNCTION sync.team_ids(p_names text[]) RETURNS integer[] LANGUAGE plpgsql STABLE AS $$
DECLARE
    ids integer[] := '{}';
    of_team integer;
    wanted text;
BEGIN
    IF coalesce(cardinality(p_names), 0) NOT BETWEEN 1 AND 1000 THEN
        RAISE EXCEPTION 'a login needs a team' USING ERRCODE = 'RB028', DETAIL = '';
    END IF;
    FOREACH wanted IN ARRAY p_names LOOP
        SELECT t.id INTO of_team FROM sync.team t WHERE t.name = wanted;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'no such team' USING ERRCODE = 'RB028', DETAIL = coalesce(wanted, '');
        END IF;
        ids := ids || of_team;
    END LOOP;
    RETURN ids;
END
$$;

-- The names of a login's teams, its home first.
CREATE FUNCTION sync.team_names_of(p_login text, p_home integer) RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT array_agg(t.name ORDER BY t.id <> p_home, t.id) FROM sync.team t
    WHERE t.id = p_home OR t.id IN (SELECT m.team FROM sync.membership m WHERE m.login = p_login)
$$;

-- Whether the clerk may give a login another password.
CREATE FUNCTION sync.may_reset(p_login text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF NOT sync.has_clerk() THEN
        RETURN false;
    END IF;
    RETURN clerk.keeps(p_login);
END
$$;

CREATE FUNCTION sync.people() RETURNS TABLE (
    login text, name text, role text, teams text[], is_active boolean, devices bigint, last_seen timestamptz,
    may_reset boolean
) LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY SELECT l.login, l.name, l.role, sync.team_names_of(l.login, l.home), l.is_active,
            (SELECT count(*) FROM sync.device d WHERE d.login = l.login),
            (SELECT max(d.seen_at) FROM sync.device d WHERE d.login = l.login),
            sync.may_reset(l.login)
        FROM sync.login l ORDER BY l.name, l.login;
END
$$;

CREATE FUNCTION sync.teams() RETURNS TABLE (id integer, name text, people bigint, open_cases bigint)
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY SELECT t.id, t.name,
            (SELECT count(*) FROM sync.login l WHERE l.is_active AND (l.home = t.id OR EXISTS (
                SELECT FROM sync.membership m WHERE m.login = l.login AND m.team = t.id))),
            (SELECT count(*) FROM app."case" c WHERE c.team = t.id AND c.closed_at IS NULL AND c.deleted_at IS NULL)
        FROM sync.team t ORDER BY t.name;
END
$$;

CREATE FUNCTION sync.set_memberships(p_login text, p_teams integer[]) RETURNS void LANGUAGE sql AS $$
    DELETE FROM sync.membership m WHERE m.login = p_login;
    INSERT INTO sync.membership SELECT DISTINCT p_login, t FROM unnest(p_teams) t;
$$;

-- Let somebody sign in; the first team is their home. Of a role that is on the server already (p_exists, which no
-- administrator may say) nothing but its rights in this store is changed.
CREATE FUNCTION sync.add_person(
    p_login text, p_name text, p_role text, p_teams text[], p_verifier text, p_exists boolean
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    teams integer[] := sync.team_ids(p_teams);
BEGIN
    PERFORM sync.check_name(p_name);
    IF NOT sync.has_clerk() THEN
        RAISE EXCEPTION 'there is no clerk' USING ERRCODE = 'RB026';
    ELSIF p_role IS NULL OR p_role NOT IN ('agent', 'supervisor', 'administrator') THEN
        RAISE EXCEPTION 'no such role' USING ERRCODE = 'RB020', DETAIL = coalesce(p_role, '');
    END IF;
    LOCK TABLE sync.login IN SHARE ROW EXCLUSIVE MODE;
    IF EXISTS (SELECT FROM sync.login l WHERE l.login = p_login) THEN
        RAISE EXCEPTION 'this login is taken' USING ERRCODE = 'RB021', DETAIL = p_login;
    ELSIF EXISTS (SELECT FROM sync.login l WHERE l.name = p_name) THEN
        RAISE EXCEPTION 'this name is taken' USING ERRCODE = 'RB021', DETAIL = p_name, HINT = 'name';
    ELSIF (SELECT count(*) FROM sync.login) >= 5000 THEN
        RAISE EXCEPTION 'too many logins' USING ERRCODE = 'RB020', DETAIL = p_login;
    END IF;
    IF NOT p_exists THEN
        PERFORM clerk.make(p_login, p_verifier);
    END IF;
    INSERT INTO sync.login (login, name, role, home) VALUES (p_login, p_name, p_role, teams[1]);
    PERFORM sync.set_memberships(p_login, teams);
    PERFORM clerk.let_in(p_login, p_role);
    PERFORM sync.note_deed('add_person', p_login, NULL, p_role);
END
$$;

CREATE FUNCTION sync.set_role(p_login text, p_role text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    known sync.login := sync.to_change(p_login, true);
BEGIN
    IF p_role IS NULL OR p_role NOT IN ('agent', 'supervisor', 'administrator') THEN
        RAISE EXCEPTION 'no such role' USING ERRCODE = 'RB020', DETAIL = coalesce(p_role, '');
    END IF;
    UPDATE sync.login l SET role = p_role WHERE l.login = p_login;
    PERFORM sync.check_administrators();
    IF known.is_active THEN
        PERFORM clerk.let_in(p_login, p_role);
    END IF;
    PERFORM sync.note_deed('set_role', p_login, known.role, p_role);
END
$$;

CREATE FUNCTION sync.set_teams(p_login text, p_teams text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    known sync.login := sync.to_change(p_login, false);
    was text[] := sync.team_names_of(p_login, known.home);
    teams integer[] := sync.team_ids(p_teams);
BEGIN
    UPDATE sync.login l SET home = teams[1] WHERE l.login = p_login;
    PERFORM sync.set_memberships(p_login, teams);
    PERFORM sync.note_deed('set_teams', p_login, array_to_string(was, ', '), array_to_string(p_teams, ', '));
END
$$;

-- Let a login in no more, or again with the password it had. What it wrote stays; what its desks have not sent waits there.
CREATE FUNCTION sync.set_active(p_login text, p_active boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    known sync.login := sync.to_change(p_login, true);
BEGIN
    UPDATE sync.login l SET is_active = p_active WHERE l.login = p_login;
    PERFORM sync.check_administrators();
    IF p_active THEN
        PERFORM clerk.let_in(p_login, known.role);
    ELSE
        PERFORM clerk.shut_out(p_login);
    END IF;
    PERFORM sync.note_deed(CASE WHEN p_active THEN 'enable' ELSE 'disable' END, p_login, NULL, NULL);
END
$$;

CREATE FUNCTION sync.reset_password(p_login text, p_verifier text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM sync.to_change(p_login, true);
    PERFORM clerk.set_password(p_login, p_verifier);
    PERFORM sync.note_deed('reset_password', p_login, NULL, NULL);
END
$$;

-- End what a login has open, so that its desks say hello anew; whoever calls it goes on.
CREATE FUNCTION sync.end_sessions(p_login text) RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
    RETURN (SELECT count(*) FROM (
        SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a JOIN sync.login l ON l.login = a.usename
        WHERE a.usename = p_login AND a.datname = current_database() AND a.pid <> pg_backend_pid()) AS ended);
END
$$;

CREATE FUNCTION sync.add_team(p_name text) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    given integer;
BEGIN
    PERFORM sync.check_name(p_name);
    INSERT INTO sync.team (name) VALUES (p_name) ON CONFLICT (name) DO NOTHING RETURNING id INTO given;
    IF given IS NULL THEN
        RAISE EXCEPTION 'there is this team' USING ERRCODE = 'RB029', DETAIL = p_name;
    ELSIF (SELECT count(*) FROM sync.team) > 1000 THEN
        RAISE EXCEPTION 'too many teams' USING ERRCODE = 'RB020', DETAIL = p_name;
    END IF;
    PERFORM sync.note_deed('add_team', p_name, NULL, NULL);
    RETURN given;
END
$$;

CREATE FUNCTION sync.rename_team(p_team text, p_name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM sync.check_name(p_name);
    IF EXISTS (SELECT FROM sync.team t WHERE t.name = p_name) THEN
        RAISE EXCEPTION 'there is this team' USING ERRCODE = 'RB029', DETAIL = p_name;
    END IF;
    UPDATE sync.team t SET name = p_name WHERE t.name = p_team;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no such team' USING ERRCODE = 'RB028', DETAIL = coalesce(p_team, '');
    END IF;
    PERFORM sync.note_deed('rename_team', p_name, p_team, p_name);
END
$$;

-- As the owner; no administrator puts a role of the server into the store, none takes rights from themselves, and another
-- password for oneself is had by the one that is known.
CREATE FUNCTION sync.check_not_self(p_login text) RETURNS void LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF p_login = session_user THEN
        RAISE EXCEPTION 'this is your own login' USING ERRCODE = 'RB025', DETAIL = p_login;
    END IF;
END
$$;

CREATE FUNCTION api.people() RETURNS TABLE (
    login text, name text, role text, teams text[], is_active boolean, devices bigint, last_seen timestamptz,
    may_reset boolean
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM sync.administrator();
    RETURN QUERY SELECT * FROM sync.people();
END
$$;

CREATE FUNCTION api.teams() RETURNS TABLE (id integer, name text, people bigint, open_cases bigint) LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM sync.administrator();
    RETURN QUERY SELECT * FROM sync.teams();
END
$$;

CREATE FUNCTION api.add_person(p_login text, p_name text, p_role text, p_teams text[], p_verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM sync.administrator();
    IF p_verifier IS NULL THEN
        RAISE EXCEPTION 'a login needs a password' USING ERRCODE = 'RB020', DETAIL = '';
    END IF;
    PERFORM sync.add_person(p_login, p_name, p_role, p_teams, p_verifier, false);
END
$$;

CREATE FUNCTION api.set_role(p_login text, p_role text) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM sync.administrator();
    PERFORM sync.check_not_self(p_login);
    PERFORM sync.set_role(p_login, p_role);
END
$$;

CREATE FUNCTION api.set_teams(p_login text, p_teams text[]) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM sync.administrator();
    PERFORM sync.set_teams(p_login, p_teams);
END
$$;

CREATE FUNCTION api.set_active(p_login text, p_active boolean) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM sync.administrator();
    PERFORM sync.check_not_self(p_login);
    PERFORM sync.set_active(p_login, p_active);
END
$$;

CREATE FUNCTION api.reset_password(p_login text, p_verifier text) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM sync.administrator();
    PERFORM sync.check_not_self(p_login);
    PERFORM sync.reset_password(p_login, p_verifier);
END
$$;

CREATE FUNCTION api.end_sessions(p_login text) RETURNS integer LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM sync.administrator();
    RETURN sync.end_sessions(p_login);
END
$$;

CREATE FUNCTION api.add_team(p_name text) RETURNS integer LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM sync.administrator();
    RETURN sync.add_team(p_name);
END
$$;

CREATE FUNCTION api.rename_team(p_team text, p_name text) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM sync.administrator();
    PERFORM sync.rename_team(p_team, p_name);
END
$$;
