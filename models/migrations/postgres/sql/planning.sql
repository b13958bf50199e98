-- How the functions of api are planned, whatever the server is set to; said anew whenever a store is created or upgraded,
-- for a function that is replaced forgets it.
--   jit: no statement here is long enough to be worth compiling, though generic plans look costly enough. Making the
--     tokens of one customer took 100 ms instead of 1 where the server has LLVM.
--   enable_seqscan: all that is asked for is reached by an index. In a new store without statistics, or where a plan is
--     for any value, reading all of a table would seem as cheap.
DO $$
DECLARE
    f regprocedure;
BEGIN
    FOR f IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'api'::regnamespace LOOP
        EXECUTE format('ALTER FUNCTION %s SET jit = off SET enable_seqscan = off', f);
    END LOOP;
END
$$;
