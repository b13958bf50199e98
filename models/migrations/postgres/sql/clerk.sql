-- The clerk: a role nobody logs in as, the only one of a store that may make roles of the server (CREATEROLE). What it
-- does is in these functions, which the owner of the store may call and nobody else; api asks them for administrators.
-- Said anew whenever a store is created, upgraded or put back, as the clerk. The names in braces are filled in.

-- Whether a login is the clerk's to change: it has rights of this store alone, and nothing anywhere else. One that is
-- of another store of the server too, or of another program, keeps its password. The groups of a store that was thrown
-- away have no rights, so they do not count.
CREATE OR REPLACE FUNCTION clerk.keeps(p_login text) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM pg_roles r
        WHERE r.rolname = p_login
            AND NOT (r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls)
            AND EXISTS (SELECT FROM pg_auth_members m
                WHERE m.roleid = r.oid AND pg_get_userbyid(m.member) = current_user AND m.admin_option)
            AND NOT EXISTS (SELECT FROM pg_auth_members m WHERE m.member = r.oid
                AND pg_get_userbyid(m.roleid) NOT IN ({agent_name}, {supervisor_name}, {administrator_name})
                AND (m.roleid < 16384 OR EXISTS (SELECT FROM pg_auth_members o WHERE o.member = m.roleid)
                    OR EXISTS (SELECT FROM pg_shdepend d WHERE d.refclassid = 'pg_authid'::regclass
                        AND d.refobjid = m.roleid AND d.classid <> 'pg_auth_members'::regclass)))
            AND NOT EXISTS (SELECT FROM pg_shdepend d WHERE d.refclassid = 'pg_authid'::regclass AND d.refobjid = r.oid
                AND d.classid <> 'pg_auth_members'::regclass))
$$;

-- What of a password the server keeps (RFC 5803); never a password.
CREATE OR REPLACE FUNCTION clerk.check_verifier(p_verifier text) RETURNS void LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF length(p_verifier) > 300 OR p_verifier
        !~ '^SCRAM-SHA-256\$[1-9][0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$'
    THEN
        RAISE EXCEPTION 'no hash of a password' USING ERRCODE = 'RB020';
    END IF;
END
$$;

-- Make a login, which may nothing yet; without a verifier it has no password. Refuses a name that is a role already,
-- and one that a store to come would take for a role of its own.
CREATE OR REPLACE FUNCTION clerk.make(p_login text, p_verifier text) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF p_login IS NULL OR octet_length(p_login) NOT BETWEEN 1 AND 63 OR p_login ~ '^[.-]'
        OR p_login ~ '[\x01-\x2c\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7f]'
        OR p_login ~ '[\u0080-\u00a0\u2000-\u206f\u3000\ufeff\ufff0-\uffff]'
        OR lower(p_login) ~ '^pg_|^(public|none)$|_(agent|supervisor|administrator|owner|clerk)$'
    THEN
        RAISE EXCEPTION 'no name for a login' USING ERRCODE = 'RB020';
    END IF;
    IF EXISTS (SELECT FROM pg_roles r WHERE r.rolname = p_login) THEN
        RAISE EXCEPTION 'the server has this role' USING ERRCODE = 'RB023', DETAIL = p_login;
    END IF;
    IF p_verifier IS NULL THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN', p_login);
    ELSE
        PERFORM clerk.check_verifier(p_verifier);
        EXECUTE format('CREATE ROLE %I NOLOGIN PASSWORD %L', p_login, p_verifier);
    END IF;
    IF NOT clerk.keeps(p_login) THEN  -- before 16 who makes a role is not its administrator by that
        EXECUTE format('GRANT %I TO {clerk} WITH ADMIN OPTION', p_login);
    END IF;
END
$$;

-- Let a login in as one of a group, with the limits of a desk; and let the owner end its sessions, as api.unblock does.
CREATE OR REPLACE FUNCTION clerk.let_in(p_login text, p_role text) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET client_min_messages = error AS $$
BEGIN
    EXECUTE format('REVOKE {agent}, {supervisor}, {administrator} FROM %I', p_login);
    CASE p_role
        WHEN 'agent' THEN EXECUTE format('GRANT {agent} TO %I', p_login);
        WHEN 'supervisor' THEN EXECUTE format('GRANT {supervisor} TO %I', p_login);
        WHEN 'administrator' THEN EXECUTE format('GRANT {administrator} TO %I', p_login);
    END CASE;
    IF clerk.keeps(p_login) THEN
        EXECUTE format('GRANT %I TO {owner}', p_login);
        EXECUTE format('ALTER ROLE %I LOGIN INHERIT CONNECTION LIMIT {most}', p_login);
        EXECUTE format('ALTER ROLE %I IN DATABASE {database} SET statement_timeout TO ''60s''', p_login);
        EXECUTE format('ALTER ROLE %I IN DATABASE {database} SET idle_in_transaction_session_timeout TO ''10s''', p_login);
        EXECUTE format('ALTER ROLE %I IN DATABASE {database} SET lock_timeout TO ''5s''', p_login);
    END IF;
END
$$;

-- Take a login out of the groups, so that it cannot connect to this store; what else it is on the server it stays.
CREATE OR REPLACE FUNCTION clerk.shut_out(p_login text) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET client_min_messages = error AS $$
BEGIN
    EXECUTE format('REVOKE {agent}, {supervisor}, {administrator} FROM %I', p_login);
    IF clerk.keeps(p_login) THEN
        EXECUTE format('ALTER ROLE %I NOLOGIN', p_login);
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION clerk.set_password(p_login text, p_verifier text) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM clerk.check_verifier(p_verifier);
    IF p_verifier IS NULL OR NOT clerk.keeps(p_login) THEN
        RAISE EXCEPTION 'the login is used elsewhere too' USING ERRCODE = 'RB027', DETAIL = p_login;
    END IF;
    EXECUTE format('ALTER ROLE %I PASSWORD %L', p_login, p_verifier);
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA clerk FROM PUBLIC;
GRANT USAGE ON SCHEMA clerk TO {owner};
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA clerk TO {owner};
