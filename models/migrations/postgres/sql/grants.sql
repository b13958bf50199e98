-- Who may do what, said anew whenever a store is created, upgraded or put back: the functions of api are called by the
-- three group roles, and nothing else by anybody but the owner. {agent} and the like are filled in by the caller.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON SCHEMA app, sync, api FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA app, sync FROM PUBLIC;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA sync FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA sync, api FROM PUBLIC;
REVOKE ALL ON DATABASE {database} FROM PUBLIC;
GRANT CONNECT ON DATABASE {database} TO {agent}, {supervisor}, {administrator};
GRANT USAGE ON SCHEMA api TO {agent}, {supervisor}, {administrator};
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA api TO {agent}, {supervisor}, {administrator};
