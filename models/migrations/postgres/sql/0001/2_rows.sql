-- One row of any table, as JSON. The functions that read and write rows name their columns, so that their statements are
-- planned once a session; sync.make_row_functions() writes them, and a migration that changes columns calls it again.

CREATE FUNCTION sync.make_row_functions() RETURNS void LANGUAGE plpgsql AS $make$
DECLARE
    reads text := '';
    shapes text := '';
    inserts text := '';
    updates text := '';
    t record;
BEGIN
    FOR t IN
        SELECT c.relname AS name,
               string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns,
               string_agg('r.' || quote_ident(a.attname), ', ' ORDER BY a.attnum) AS read
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r'
        GROUP BY c.relname
    LOOP
        reads := reads || format(
            'WHEN %L THEN RETURN (SELECT to_jsonb(t) FROM app.%I t WHERE t.id = p_id);', t.name, t.name);
        shapes := shapes || format(
            'WHEN %L THEN RETURN to_jsonb(jsonb_populate_record(NULL::app.%I, p_values));', t.name, t.name);
        inserts := inserts || format(
            'WHEN %L THEN INSERT INTO app.%I SELECT r.* FROM jsonb_populate_record(NULL::app.%I, p_row) r'
            ' ON CONFLICT (id) DO NOTHING;', t.name, t.name, t.name);
        updates := updates || format(
            'WHEN %L THEN UPDATE app.%I t SET (%s) = (SELECT %s FROM jsonb_populate_record(t, p_changes) r)'
            ' WHERE t.id = p_id;', t.name, t.name, t.columns, t.read);
    END LOOP;

    -- The row, NULL when there is none. Times come in UTC, as the caller has set the zone.
    EXECUTE 'CREATE OR REPLACE FUNCTION sync.read_row(p_table text, p_id uuid) RETURNS jsonb LANGUAGE plpgsql STABLE'
        ' AS $f$ BEGIN CASE p_table ' || reads || ' END CASE; END $f$';
    -- Values as a row of the table would give them back, NULL for those that are not there; raises what they cannot be.
    EXECUTE 'CREATE OR REPLACE FUNCTION sync.shape(p_table text, p_values jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE'
        ' AS $f$ BEGIN CASE p_table ' || shapes || ' END CASE; END $f$';
    -- Whether the row is new.
    EXECUTE 'CREATE OR REPLACE FUNCTION sync.insert_row(p_table text, p_row jsonb) RETURNS boolean LANGUAGE plpgsql'
        ' AS $f$ BEGIN CASE p_table ' || inserts || ' END CASE; RETURN FOUND; END $f$';
    EXECUTE 'CREATE OR REPLACE FUNCTION sync.update_row(p_table text, p_id uuid, p_changes jsonb) RETURNS void'
        ' LANGUAGE plpgsql AS $f$ BEGIN CASE p_table ' || updates || ' END CASE; END $f$';
END
$make$;
SELECT sync.make_row_functions();

-- The customer somebody was merged into at last, whoever is nobody or not merged as given.
CREATE FUNCTION sync.merged(p_customer uuid) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE
    last uuid := p_customer;
    next uuid;
BEGIN
    FOR step IN 1 .. 100 LOOP
        SELECT c.merged_into INTO next FROM app.customer c WHERE c.id = last;
        EXIT WHEN next IS NULL;
        last := next;
    END LOOP;
    RETURN last;
END
$$;

-- Give a row that was written its next sequence and note where it stands now. If it left a team or a customer, that
-- leaves a line behind, and what hangs on it (events of a case, legs of a call) comes along.
CREATE FUNCTION sync.note(p_table text, p_row jsonb, p_is_new boolean DEFAULT false) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    of_row uuid := p_row ->> 'id';
    now_team integer := p_row ->> 'team';
    now_customer uuid := p_row ->> 'customer_id';
    was sync.change;
    is_moved boolean;
    given bigint;
    hanging record;
BEGIN
    CASE p_table
        WHEN 'customer' THEN now_customer := of_row;
        WHEN 'call_leg' THEN
            SELECT c.customer_id INTO now_customer FROM sync.change c WHERE c.entity = (p_row ->> 'call_id')::uuid;
        WHEN 'case_event' THEN
            SELECT c.team, c.customer_id INTO now_team, now_customer
            FROM sync.change c WHERE c.entity = (p_row ->> 'case_id')::uuid;
        WHEN 'conflict' THEN
            SELECT c.customer_id INTO now_customer FROM sync.change c WHERE c.entity = (p_row ->> 'entity')::uuid;
        ELSE NULL;
    END CASE;

    IF NOT p_is_new THEN
        SELECT * INTO was FROM sync.change c WHERE c.entity = of_row;
    END IF;
    is_moved := was.team IS DISTINCT FROM now_team OR was.customer_id IS DISTINCT FROM now_customer;
    IF was.team <> now_team OR was.customer_id <> now_customer
        OR (was.team IS NOT NULL AND now_team IS NULL) OR (was.customer_id IS NOT NULL AND now_customer IS NULL)
    THEN
        INSERT INTO sync.gone (seq, entity, "table", team, customer_id)
        VALUES (nextval('sync.next_seq'), of_row, p_table,
                CASE WHEN was.team IS DISTINCT FROM now_team THEN was.team END,
                CASE WHEN was.customer_id IS DISTINCT FROM now_customer THEN was.customer_id END);
    END IF;

    given := nextval('sync.next_seq');
    INSERT INTO sync.change (entity, "table", seq, team, customer_id, revision)
    VALUES (of_row, p_table, given, now_team, now_customer, (p_row ->> 'revision')::integer)
    ON CONFLICT (entity) DO UPDATE
    SET seq = excluded.seq, team = excluded.team, customer_id = excluded.customer_id, revision = excluded.revision;

    IF is_moved AND p_table = 'case' THEN
        FOR hanging IN SELECT to_jsonb(e) AS row FROM app.case_event e WHERE e.case_id = of_row ORDER BY e.id LOOP
            PERFORM sync.note('case_event', hanging.row);
        END LOOP;
    ELSIF is_moved AND p_table = 'call' THEN
        FOR hanging IN SELECT to_jsonb(l) AS row FROM app.call_leg l WHERE l.call_id = of_row ORDER BY l.id LOOP
            PERFORM sync.note('call_leg', hanging.row);
        END LOOP;
    END IF;
    IF is_moved AND was.entity IS NOT NULL THEN  -- what two people changed of it is about whom it is about
        FOR hanging IN SELECT to_jsonb(c) AS row FROM app.conflict c WHERE c.entity = of_row ORDER BY c.id LOOP
            PERFORM sync.note('conflict', hanging.row);
        END LOOP;
    END IF;
    RETURN given;
END
$$;
