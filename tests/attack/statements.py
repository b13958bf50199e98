"""What an agent with psql might type, and what PostgreSQL must answer: the SQLSTATE and a part of the reason.

{mallory} is the agent, {bea} a colleague of another team, {case} one of that team's, {customer} somebody, {name} the
database.
"""

from __future__ import annotations

DENIED = ("42501", "permission denied")
OWNER = ("42501", "must be owner")
SUPER = ("42501", "")  # "only superusers", "must be superuser", "permission denied": by version
GONE = ("42P01|42883|3F000|42704|0A000", "")

READ = {
    "all customers": ("SELECT * FROM app.customer", DENIED),
    "another team's case": ("SELECT summary FROM app.\"case\" WHERE id = '{case}'", DENIED),
    "the log": ("SELECT body FROM sync.op_log", DENIED),
    "who signs in": ("SELECT * FROM sync.login", DENIED),
    "what others looked up": ("SELECT * FROM sync.lookup", DENIED),
    "what people are found by": ("SELECT text FROM sync.search", DENIED),
    "by COPY": ("COPY app.customer TO STDOUT", DENIED),
    "by a cursor": ("DECLARE c CURSOR WITH HOLD FOR SELECT * FROM app.customer", DENIED),
    "by EXPLAIN": ("EXPLAIN ANALYZE SELECT * FROM app.customer", DENIED),
    "by an inner function": ("SELECT sync.read_row('customer', '{customer}')", DENIED),
    "the inner search": ("SELECT * FROM sync.refresh_search('{customer}')", DENIED),
    "statistics of values": ("SELECT * FROM pg_statistic", DENIED),
    "by XML": ("SELECT table_to_xml('app.customer', true, false, '')", DENIED),
    "by text that is run": ("SELECT query_to_xml('SELECT * FROM app.customer', true, false, '')", DENIED),
    "passwords": ("SELECT rolpassword FROM pg_authid", DENIED),
    "passwords by another name": ("SELECT passwd FROM pg_shadow", DENIED),
    "the server's rules of entry": ("SELECT * FROM pg_hba_file_rules", DENIED),
    "a file": ("SELECT pg_read_file('/etc/passwd')", DENIED),
    "a folder": ("SELECT pg_ls_dir('.')", DENIED),
    "a large object": ("SELECT data FROM pg_largeobject", DENIED),
    "the log as an agent": ("SELECT * FROM api.audit(NULL, 10, '', NULL)", ("RB010", "only administrators")),
    "by a subscription": ("CREATE SUBSCRIPTION s CONNECTION 'dbname=x' PUBLICATION p", SUPER),
    "by a publication": ("CREATE PUBLICATION p FOR ALL TABLES", SUPER),
    "by replication": ("SELECT pg_create_logical_replication_slot('s', 'test_decoding')", SUPER),
}
WRITE = {
    "a customer": ("UPDATE app.customer SET name = 'x'", DENIED),
    "a case of another team": ("UPDATE app.\"case\" SET summary = 'x' WHERE id = '{case}'", DENIED),
    "erase the log": ("DELETE FROM sync.op_log", DENIED),
    "empty the log": ("TRUNCATE sync.op_log", DENIED),
    "edit the log": ("UPDATE sync.op_log SET login = '{bea}'", DENIED),
    "erase what one looked up": ("DELETE FROM sync.lookup", DENIED),
    "raise the limit": ("UPDATE sync.lookup_limit SET a_day = NULL", DENIED),
    "be a supervisor": ("UPDATE sync.login SET role = 'supervisor' WHERE login = '{mallory}'", DENIED),
    "be of a team": ("INSERT INTO sync.membership VALUES ('{mallory}', 2)", DENIED),
    "rules": ("UPDATE sync.field SET edit = 'anybody'", DENIED),
    "claim a backup": ("INSERT INTO sync.backup (seq, file, verified_at) VALUES (1000000, 'x', now())", DENIED),
    "by MERGE": (
        "MERGE INTO app.customer c USING (SELECT 1) x ON true WHEN MATCHED THEN DELETE", DENIED),
    "by COPY": ("COPY app.customer FROM STDIN", DENIED),
    "the counter": ("UPDATE sync.counter SET seq = 0", DENIED),
    "the counter's sequence": ("SELECT setval('sync.next_seq', 1)", DENIED),
    "the quota": (
        "SELECT setval(c.oid::regclass, 1) FROM pg_class c WHERE c.relkind = 'S' AND c.relname ~ '^quota_' LIMIT 1",
        DENIED),
    "look at a quota": ("SELECT nextval('sync.next_seq')", DENIED),
    "by an inner function": ("SELECT sync.update_row('customer', '{customer}', '{{}}')", DENIED),
    "apply without a log": (
        "SELECT sync.apply(NULL, gen_random_uuid(), 'customer', 'edit', '{customer}', '{{}}')", DENIED),
    "make look-ups free": ("SELECT sync.pay(NULL, 'day', -1000000, 1, 1)", DENIED),
}  # fmt: skip
BE_ANOTHER = {
    "the owner": ('SET ROLE "{name}_owner"', DENIED),
    "the superuser": ("SET ROLE postgres", DENIED),
    "a colleague": ('SET ROLE "{bea}"', DENIED),
    "administrators": ('SET ROLE "{name}_administrator"', DENIED),
    "a session of the superuser": ("SET SESSION AUTHORIZATION postgres", DENIED),
    "a session of a colleague": ('SET SESSION AUTHORIZATION "{bea}"', DENIED),
    "a member of administrators": ('GRANT "{name}_administrator" TO "{mallory}"', SUPER),
    "a member of the owner": ('GRANT "{name}_owner" TO "{mallory}"', SUPER),
    "one who reads all": ('GRANT pg_read_all_data TO "{mallory}"', SUPER),
    "superuser": ('ALTER ROLE "{mallory}" SUPERUSER', SUPER),
    "one who makes roles": ('ALTER ROLE "{mallory}" CREATEROLE', SUPER),
    "one above row security": ('ALTER ROLE "{mallory}" BYPASSRLS', SUPER),
    "one without a limit of connections": ('ALTER ROLE "{mallory}" CONNECTION LIMIT -1', SUPER),
    "a colleague by their password": ("ALTER ROLE \"{bea}\" PASSWORD 'x'", SUPER),
    "a new role": ("CREATE ROLE eve LOGIN", SUPER),
    "nobody's group": ('DROP ROLE "{name}_agent"', SUPER),
    "heir of all": ('REASSIGN OWNED BY "{name}_owner" TO "{mallory}"', SUPER),
    "one who throws away": ('DROP OWNED BY "{name}_owner"', SUPER),
    "one who ends a colleague": (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename NOT IN ('{mallory}') LIMIT 1", SUPER),
    "who settles settings": ("ALTER SYSTEM SET fsync = off", SUPER),
    "who reloads them": ("SELECT pg_reload_conf()", SUPER),
    "who sets for the database": ("ALTER DATABASE \"{name}\" SET search_path = public", ("42501", "must be owner")),
    "who logs nothing": ("SET log_statement = 'none'", SUPER),
    "who replicates": ("SET session_replication_role = replica", SUPER),
    "who writes no log": ("SET log_min_messages = panic", SUPER),
}  # fmt: skip
MAKE = {
    "a table": ("CREATE TABLE public.x (i int)", DENIED),
    "a table beside ours": ("CREATE TABLE api.x (i int)", DENIED),
    "a temporary table": ("CREATE TEMP TABLE x (i int)", DENIED),
    "a temporary table by SELECT": ("SELECT 1 AS i INTO TEMP x", DENIED),
    "a temporary view": ("CREATE TEMP VIEW x AS SELECT 1", DENIED),
    "a schema": ("CREATE SCHEMA pg_temp_evil", SUPER),
    "a schema of one's own": ('CREATE SCHEMA AUTHORIZATION "{mallory}"', DENIED),
    "a database": ("CREATE DATABASE evil", SUPER),
    "a function that shadows": (
        "CREATE FUNCTION api.now() RETURNS timestamptz LANGUAGE sql AS 'SELECT ''2000-01-01''::timestamptz'", DENIED),
    "a function in pg_catalog": (
        "CREATE FUNCTION pg_catalog.lower(integer) RETURNS text LANGUAGE sql AS 'SELECT '''''", DENIED),
    "a temporary function": (
        "CREATE FUNCTION pg_temp.jsonb_typeof(jsonb) RETURNS text LANGUAGE sql AS 'SELECT ''x'''", DENIED),
    "an operator": ("CREATE OPERATOR public.= (LEFTARG = text, RIGHTARG = text, FUNCTION = texteq)", DENIED),
    "a cast": ("CREATE CAST (text AS integer) WITH INOUT AS IMPLICIT", SUPER),
    "another api.push": (
        "CREATE OR REPLACE FUNCTION api.push(uuid, jsonb) RETURNS SETOF api.answer LANGUAGE sql AS 'SELECT NULL'",
        DENIED),
    "api.push with another path": ("ALTER FUNCTION api.push SET search_path = public", OWNER),
    "a trigger": (
        "CREATE TRIGGER t AFTER INSERT ON sync.op_log EXECUTE FUNCTION suppress_redundant_updates_trigger()", DENIED),
    "an event trigger": ("CREATE EVENT TRIGGER t ON ddl_command_end EXECUTE FUNCTION x()", SUPER),
    "a rule": ("CREATE RULE r AS ON INSERT TO sync.op_log DO INSTEAD NOTHING", ("42501", "")),
    "an index": ("CREATE INDEX ON app.customer (name)", ("42501", "")),
    "a column": ("ALTER TABLE app.customer ADD x text", ("42501", "")),
    "no table": ("DROP TABLE sync.op_log", ("42501", "")),
    "no schema": ("DROP SCHEMA sync CASCADE", OWNER),
    "a comment on ours": ("COMMENT ON TABLE app.customer IS 'x'", ("42501", "")),
    "an extension": ("CREATE EXTENSION dblink", ("42501|0A000|58P01|3F000", "")),
    "a trusted extension": ("CREATE EXTENSION plpgsql SCHEMA public VERSION '0'", ("42501|0A000|42710|22023", "")),
    "a language": ("CREATE LANGUAGE plpython3u", ("42501|0A000|58P01|42710", "")),
    "a foreign server": ("CREATE SERVER s FOREIGN DATA WRAPPER dblink_fdw", ("42704|42501", "")),
    "a large object": ("SELECT lo_from_bytea(0, 'x')", DENIED),
    "an empty large object": ("SELECT lo_creat(-1)", DENIED),
    "a large object of a file": ("SELECT lo_import('/etc/passwd')", DENIED),
    "rights for oneself": ('GRANT SELECT ON app.customer TO "{mallory}"', ("42501", "")),
    "rights for the future": (
        'ALTER DEFAULT PRIVILEGES FOR ROLE "{name}_owner" GRANT ALL ON TABLES TO PUBLIC', ("42501", "")),
}  # fmt: skip
RUN = {
    "a program": ("COPY (SELECT 1) TO PROGRAM 'id'", ("42501", "")),
    "a program that answers": ("COPY app.customer FROM PROGRAM 'id'", ("42501", "")),
    "to a file": ("COPY (SELECT 1) TO '/tmp/ringbook-attack'", ("42501", "")),
    "a library": ("LOAD '/tmp/evil.so'", SUPER),
    "a block of code": ("DO $$ BEGIN LOOP END LOOP; END $$", ("42501", "permission denied for language plpgsql")),
    "dblink": ("SELECT dblink('dbname=postgres', 'SELECT 1')", GONE),
}
STALL = {
    "lock its row": ("SELECT * FROM sync.counter FOR UPDATE", DENIED),
    "fill the table of locks": ("SELECT pg_advisory_lock(i) FROM generate_series(1, 1000000) i", DENIED),
    "the same, until the end": ("SELECT pg_advisory_xact_lock(i) FROM generate_series(1, 1000000) i", DENIED),
    "the same, in parts": ("SELECT pg_try_advisory_lock_shared(1, i) FROM generate_series(1, 1000000) i", DENIED),
    "write the server's log full": ("SELECT pg_logical_emit_message(false, 'x', repeat('x', 1000000))", DENIED),
    "hold a snapshot for others": ("SELECT pg_export_snapshot()", DENIED),
    "sleep": ("SELECT pg_sleep(3600)", DENIED),
    "vacuum": ("VACUUM FULL sync.op_log", ("42501|00000", "")),
    "reindex": ("REINDEX TABLE sync.op_log", ("42501", "")),
    "cluster": ("CLUSTER app.customer USING pk_customer", ("42501", "")),
    "a notice without end": ("SELECT pg_notify('ringbook', repeat('x', 8000))", ("22023", "too long")),
    "brackets without end": ("SELECT repeat('[', 1000000)::jsonb", ("54001|22P02", "")),
    "more operations than are taken": (
        "SELECT * FROM api.push(gen_random_uuid(), (SELECT jsonb_agg('{{}}'::jsonb) FROM generate_series(1, 201)))",
        ("RB007", "at most 200")),
    "a giant operation": (
        "SELECT * FROM api.push(gen_random_uuid(), jsonb_build_array(repeat('x', 100000000)))", ("RB007", "16 MB")),
    "a thousand customers at once": (
        "SELECT * FROM api.customers(array(SELECT gen_random_uuid() FROM generate_series(1, 1000)), 0)",
        ("RB007", "at most 500")),
    "a thousand whole customers at once": (
        "SELECT * FROM api.whole(array(SELECT gen_random_uuid() FROM generate_series(1, 1000)))",
        ("RB007", "at most 500")),
    "a thousand rows at once": (
        "SELECT * FROM api.rows(array(SELECT gen_random_uuid() FROM generate_series(1, 1000)))",
        ("RB007", "at most 500")),
    "no object for what is a list": ("SELECT * FROM api.push(gen_random_uuid(), '{{}}')", ("RB007", "")),
}  # fmt: skip
ONLY_ADMINISTRATORS = ("RB010", "only administrators")
ADMINISTER = {
    "who signs in": ("SELECT * FROM api.people()", ONLY_ADMINISTRATORS),
    "teams": ("SELECT * FROM api.teams()", ONLY_ADMINISTRATORS),
    "a login": (
        "SELECT api.add_person('{name}.eve', 'Eve', 'administrator', ARRAY['Residential'], 'x')", ONLY_ADMINISTRATORS),
    "my role": ("SELECT api.set_role('{mallory}', 'administrator')", ONLY_ADMINISTRATORS),
    "my teams": ("SELECT api.set_teams('{mallory}', ARRAY['Business'])", ONLY_ADMINISTRATORS),
    "a colleague's end": ("SELECT api.set_active('{bea}', false)", ONLY_ADMINISTRATORS),
    "a colleague's password": ("SELECT api.reset_password('{bea}', 'x')", ONLY_ADMINISTRATORS),
    "a colleague's sessions": ("SELECT api.end_sessions('{bea}')", ONLY_ADMINISTRATORS),
    "a team": ("SELECT api.add_team('Mine')", ONLY_ADMINISTRATORS),
    "a team's name": ("SELECT api.rename_team('Business', 'Mine')", ONLY_ADMINISTRATORS),
    "status": ("SELECT api.status()", ONLY_ADMINISTRATORS),
    "what waits": ("SELECT * FROM api.parked(now(), 10)", ONLY_ADMINISTRATORS),
    "who changed whom": ("SELECT * FROM api.deeds(10)", ONLY_ADMINISTRATORS),
    "the rules": ("SELECT api.rules()", ONLY_ADMINISTRATORS),
    "a check of rows": ("SELECT * FROM api.check_rows('customer')", ONLY_ADMINISTRATORS),
    "a check of the log": ("SELECT api.check_log('search')", ONLY_ADMINISTRATORS),
    "the inner way": ("SELECT sync.set_role('{mallory}', 'administrator')", DENIED),
    "the log of that": ("DELETE FROM sync.admin_log", DENIED),
    "the clerk": ('SET ROLE "{name}_clerk"', DENIED),
    "by the clerk": ("SELECT clerk.set_password('{bea}', 'x')", DENIED),
}  # fmt: skip
ALL = {
    f"{verb}: {name}": statement
    for verb, statements in {
        "read": READ, "write": WRITE, "be": BE_ANOTHER, "make": MAKE, "run": RUN, "stall": STALL,
        "administer": ADMINISTER,
    }.items()
    for name, statement in statements.items()
}  # fmt: skip
