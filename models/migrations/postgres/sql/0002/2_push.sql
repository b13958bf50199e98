-- api.push in bulk. What is plain of a batch (new rows and edits that clash with nothing, move nothing that hangs on them
-- and need no right but the team's) is judged operation by operation on what one query fetched, and written by a
-- statement a table. All else goes the way of revision 0001, sync.try, which stays what is right: the plain way leaves
-- exactly what that one would, or nothing.

-- An operation as it was sent; `table` and `verb` are those of its kind.
CREATE TYPE sync.sent AS (
    op_id uuid, n bigint, kind text, entity uuid, at timestamptz, body jsonb, "table" text, verb text
);

CREATE FUNCTION sync.sent_of(p_operations jsonb) RETURNS sync.sent[] LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(
        SELECT ROW(r.op_id, r.n, r.kind, r.entity, r.at, r.body, split_part(r.kind, '.', 1),
            split_part(split_part(r.kind, '.', 2), '@', 1))::sync.sent
        FROM jsonb_to_recordset(p_operations)
            AS r (op_id uuid, n bigint, kind text, entity uuid, at timestamptz, body jsonb));
END
$$;

-- What is known of an operation before any of its batch is taken.
CREATE TYPE sync.foreseen AS (
    place integer,
    entity uuid,
    "table" text,
    verb text,
    news jsonb,           -- its values as the table gives them back; NULL: it is not plain, whatever comes before it
    bases jsonb,
    shaped jsonb,         -- its values as a whole row
    is_free boolean,      -- nothing is there yet, waits for it, hangs on it or is called so
    name text,            -- what no two rows of the table may be called
    stood sync.change,    -- where the row stands, NULLs when there is none
    "row" jsonb,
    parent uuid,          -- the call of a leg, the case of an event
    above sync.change,    -- where that stands
    may_as_team boolean,  -- whether somebody of the row's team may edit all its fields
    may boolean           -- whether anybody of the login's role may
);

-- The functions that shape and write many rows at once name the tables, as those of sync.make_row_functions() do: a
-- migration that changes columns calls both again.
CREATE FUNCTION sync.make_set_functions() RETURNS void LANGUAGE plpgsql AS $make$
DECLARE
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
        shapes := shapes || format(
            ' WHEN %L THEN to_jsonb(jsonb_populate_record(NULL::app.%I, p_values))', t.name, t.name);
        inserts := inserts || format(
            'WHEN %L THEN INSERT INTO app.%I SELECT r.* FROM unnest(p_rows) g (new),'
            ' jsonb_populate_record(NULL::app.%I, g.new) r;', t.name, t.name, t.name);
        updates := updates || format(
            'WHEN %L THEN UPDATE app.%I t SET (%s) = (SELECT %s FROM jsonb_populate_record(t, g.changes) r)'
            ' FROM unnest(p_ids, p_changes) g (id, changes) WHERE t.id = g.id;', t.name, t.name, t.columns, t.read);
    END LOOP;
    -- As sync.shape, to become part of the query that calls it.
    EXECUTE 'CREATE OR REPLACE FUNCTION sync.shaped(p_table text, p_values jsonb) RETURNS jsonb LANGUAGE sql STABLE'
        ' AS $f$ SELECT CASE p_table' || shapes || ' END $f$';
    EXECUTE 'CREATE OR REPLACE FUNCTION sync.insert_rows(p_table text, p_rows jsonb[]) RETURNS void LANGUAGE plpgsql'
        ' AS $f$ BEGIN CASE p_table ' || inserts || ' END CASE; END $f$';
    EXECUTE 'CREATE OR REPLACE FUNCTION sync.update_rows(p_table text, p_ids uuid[], p_changes jsonb[]) RETURNS void'
        ' LANGUAGE plpgsql AS $f$ BEGIN CASE p_table ' || updates || ' END CASE; END $f$';
END
$make$;
SELECT sync.make_set_functions();

-- Values as the table gives them back, of no more fields than are given; NULL when more than times would be put right:
-- let sync.look_at see to those.
CREATE FUNCTION sync.put_right(p_values jsonb, p_shaped jsonb, p_times text[]) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN (
        SELECT CASE WHEN bool_and(v.value IS NOT DISTINCT FROM p_shaped -> v.key OR (v.key = ANY (p_times)
                AND jsonb_typeof(v.value) = 'string' AND v.value ->> 0 LIKE '____-__-_____:__%'))
            THEN jsonb_object_agg(v.key, p_shaped -> v.key) END
        FROM jsonb_each(p_values) v);
END
$$;

-- What is known of each operation, in order. What moves a row and what it hangs on is as sync.note has it. Values that
-- cannot be read at all raise what they raise. What is looked for in a table is a subquery of one row: EXISTS for many
-- rows might be answered by reading all of the table.
CREATE FUNCTION sync.foresee(p_login sync.login, p_sent sync.sent[]) RETURNS SETOF sync.foreseen LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY
    WITH rule AS MATERIALIZED (
        SELECT e."table", sync.may(e."create", p_login.role, true, true) AS may_create,
            coalesce(array_agg(f.field) FILTER (WHERE NOT f.nullable), '{}') AS needed,
            coalesce(array_agg(f.field) FILTER (WHERE f.kind = 'time'), '{}') AS times,
            array_agg(f.field) FILTER (WHERE f."check" = 'self') AS selves,
            array_agg(f.field) FILTER (WHERE f."check" = 'past') AS pasts,
            coalesce(array_agg(f.field) FILTER (WHERE sync.may(f.edit, p_login.role, true, false)), '{}') AS by_team,
            coalesce(array_agg(f.field) FILTER (WHERE sync.may(f.edit, p_login.role, false, false)), '{}') AS by_anybody,
            CASE e."table" WHEN 'customer' THEN '{number,merged_into}' WHEN 'call' THEN '{}' WHEN 'call_leg' THEN '{call_id}'
                WHEN 'number_choice' THEN '{number,customer_id}' ELSE '{team,customer_id}' END::text[] AS moving,
            CASE e."table" WHEN 'customer' THEN 'number' WHEN 'number_choice' THEN 'number' WHEN 'case' THEN 'reference' END
                AS name,
            CASE e."table" WHEN 'call_leg' THEN 'call_id' WHEN 'case_event' THEN 'case_id' END AS parent,
            now() - interval '35 days' AS earliest, now() + interval '26 hours' AS latest
        FROM sync.entity e JOIN sync.field f ON f."table" = e."table" GROUP BY e."table"
    )
    SELECT o.place::integer, o.entity, o."table", o.verb,
        CASE WHEN pg_column_size(o.body) <= 1000000 AND g.is_whole AND o."table" <> 'conflict'
            AND CASE o.verb
                WHEN 'edit' THEN NOT n.news ?| r.moving
                    AND NOT (o."table" = 'case' AND (n.news @> '{"closed_at": null}' OR n.news @> '{"deleted_at": null}'))
                    AND NOT EXISTS (SELECT FROM unnest(r.needed) f WHERE n.news -> f = 'null')
                WHEN 'create' THEN r.may_create AND jsonb_strip_nulls(n.news) ?& r.needed
                ELSE o."table" IN ('call', 'call_leg', 'number_choice') AND jsonb_strip_nulls(n.news) ?& r.needed END
            AND NOT EXISTS (SELECT FROM unnest(r.selves) f WHERE n.news ->> f <> p_login.name)
            AND NOT EXISTS (
                SELECT FROM unnest(r.pasts) f WHERE (n.news ->> f)::timestamptz NOT BETWEEN r.earliest AND r.latest)
            AND (n.news ->> 'team' IS NULL
                OR (SELECT t.id FROM sync.team t WHERE t.id = (n.news ->> 'team')::integer LIMIT 1) IS NOT NULL)
            AND n.news ->> 'merged_into' IS NULL
            AND (SELECT c.merged_into FROM app.customer c WHERE c.id = (n.news ->> 'customer_id')::uuid LIMIT 1) IS NULL
        THEN n.news END,
        n.bases, s.news,
        o.verb <> 'edit' AND was.entity IS NULL
            AND (SELECT w.seq FROM sync.op_log w WHERE w.entity = o.entity AND w.result = 'parked' LIMIT 1) IS NULL
            AND CASE o."table"
                WHEN 'customer' THEN
                    (SELECT c.id FROM app.customer c WHERE c.number = n.news ->> 'number' LIMIT 1) IS NULL
                WHEN 'number_choice' THEN
                    (SELECT c.id FROM app.number_choice c WHERE c.number = n.news ->> 'number' LIMIT 1) IS NULL
                WHEN 'call' THEN (SELECT l.id FROM app.call_leg l WHERE l.call_id = o.entity LIMIT 1) IS NULL
                WHEN 'case' THEN (SELECT e.id FROM app.case_event e WHERE e.case_id = o.entity LIMIT 1) IS NULL
                    AND (SELECT c.id FROM app."case" c WHERE c.reference = n.news ->> 'reference' LIMIT 1) IS NULL
                ELSE true END,
        n.news ->> r.name,
        was,
        CASE WHEN o.verb <> 'create' AND was."table" = o."table" THEN sync.read_row(o."table", o.entity) END,
        p.parent, above, n.news - r.by_team = '{}', n.news - r.by_anybody = '{}'
    FROM unnest(p_sent) WITH ORDINALITY AS o (op_id, n, kind, entity, at, body, "table", verb, place)
    JOIN rule r ON r."table" = o."table"
    CROSS JOIN LATERAL (
        SELECT coalesce(jsonb_object_agg(b.key, b.value -> 'new'), '{}') AS news,
            coalesce(jsonb_object_agg(b.key, b.value -> 'base') FILTER (WHERE o.verb = 'edit'), '{}') AS bases,
            coalesce(bool_and(b.value ? 'new' AND b.key <> 'id' AND b.key <> 'revision'), true) AS is_whole
        FROM jsonb_each(o.body) b
    ) g
    CROSS JOIN LATERAL (
        SELECT sync.shaped(o."table", g.news) AS news,
            CASE WHEN o.verb = 'edit' THEN sync.shaped(o."table", g.bases) END AS bases OFFSET 0
    ) s
    CROSS JOIN LATERAL (
        SELECT CASE WHEN s.news @> g.news THEN g.news ELSE sync.put_right(g.news, s.news, r.times) END AS news,
            CASE WHEN o.verb <> 'edit' THEN '{}' WHEN s.bases @> g.bases THEN g.bases
                ELSE sync.put_right(g.bases, s.bases, r.times) END AS bases OFFSET 0
    ) n
    CROSS JOIN LATERAL (SELECT (n.news ->> r.parent)::uuid AS parent OFFSET 0) p
    LEFT JOIN sync.change was ON was.entity = o.entity
    LEFT JOIN sync.change above ON above.entity = p.parent
    ORDER BY o.place;
END
$$;

-- A row of a batch: as it was found or is to be, what is changed of it, its last sequence (NULL: nothing was written yet).
CREATE TYPE sync.draft AS (
    entity uuid, "table" text, is_new boolean, "row" jsonb, changes jsonb, seq bigint, team integer, customer_id uuid,
    legs uuid[]  -- those of a new call
);

-- Judge operations one after the other, as if each before were written, until one is not plain: which sequence behind
-- p_seq each gets, and what becomes of the rows.
CREATE FUNCTION sync.judge(
    p_login sync.login, p_sent sync.sent[], p_seq bigint, OUT given bigint[], OUT drafts sync.draft[], OUT last bigint
) LANGUAGE plpgsql STABLE AS $$
DECLARE
    teams integer[] := sync.teams_of(p_login);
    places jsonb := (SELECT jsonb_object_agg(o.entity, o.place) FROM unnest(p_sent) WITH ORDINALITY
        AS o (op_id, n, kind, entity, at, body, "table", verb, place));
    names text[] := '{}';
    awaited boolean[] := array_fill(false, ARRAY[cardinality(p_sent)]);
    o sync.foreseen;
    d sync.draft;
    above sync.draft;
    at integer;
    above_at integer;
    parent text;
    changes jsonb;
    whole jsonb;
    now_team integer;
    now_customer uuid;
    is_assigned boolean;
    leg uuid;
BEGIN
    given := '{}';
    drafts := array_fill(NULL::sync.draft, ARRAY[cardinality(p_sent)]);
    last := p_seq;
    FOR o IN SELECT * FROM sync.foresee(p_login, p_sent) LOOP
        EXIT WHEN o.news IS NULL;
        at := places ->> o.entity::text;
        d := drafts[at];
        IF d.entity IS NULL AND (o.stood).entity IS NOT NULL THEN
            EXIT WHEN o.row IS NULL;
            d := ROW(o.entity, o."table", false, o.row, '{}', NULL, (o.stood).team, (o.stood).customer_id, NULL);
        END IF;

        IF d.entity IS NULL THEN
            EXIT WHEN NOT o.is_free OR awaited[at] OR o.name = ANY (names);
            names := array_append(names, o.name);
            whole := o.shaped || jsonb_build_object('id', o.entity, 'revision', 1);
            IF o."table" IN ('case', 'follow_up') AND whole ->> 'team' IS NULL THEN
                whole := whole || jsonb_build_object('team', p_login.home);
            END IF;
        ELSE
            EXIT WHEN d."table" <> o."table" OR o.verb = 'create';
            IF o.verb = 'log' THEN
                changes := jsonb_strip_nulls(o.news) || jsonb_strip_nulls(d.row);
            ELSE
                EXIT WHEN NOT d.row @> o.bases OR d.row ->> 'merged_into' IS NOT NULL
                    OR NOT CASE WHEN (d.row ->> 'team')::integer = ANY (teams) THEN o.may_as_team ELSE o.may END;
                changes := o.news;
            END IF;
            IF d.row @> changes THEN  -- nothing to write
                last := last + 1;
                given := array_append(given, last);
                CONTINUE;
            END IF;
            changes := changes || jsonb_build_object('revision', (d.row ->> 'revision')::integer + 1);
            whole := d.row || changes;
        END IF;

        now_team := whole ->> 'team';
        now_customer := whole ->> 'customer_id';
        above_at := NULL;
        IF o."table" = 'customer' THEN
            now_customer := o.entity;
        ELSIF o."table" IN ('call_leg', 'case_event') THEN
            parent := whole ->> CASE o."table" WHEN 'call_leg' THEN 'call_id' ELSE 'case_id' END;
            above_at := places ->> parent;
            above := drafts[above_at];
            IF above.entity IS NULL THEN
                EXIT WHEN o.parent::text IS DISTINCT FROM parent;
                above.team := (o.above).team;
                above.customer_id := (o.above).customer_id;
                IF above_at IS NOT NULL THEN
                    awaited[above_at] := true;
                END IF;
            ELSE
                EXIT WHEN above."table" <> CASE o."table" WHEN 'call_leg' THEN 'call' ELSE 'case' END;
            END IF;
            now_team := CASE o."table" WHEN 'case_event' THEN above.team END;
            now_customer := above.customer_id;
        END IF;
        is_assigned := false;
        IF d.entity IS NOT NULL AND (d.team IS DISTINCT FROM now_team OR d.customer_id IS DISTINCT FROM now_customer) THEN
            -- A new call turns out to be somebody's: so do its legs, which are new too. Whatever else moves is not plain.
            is_assigned := d.is_new AND d."table" = 'call' AND d.customer_id IS NULL;
            EXIT WHEN NOT is_assigned;
        END IF;

        last := last + 1;
        given := array_append(given, last);
        IF d.entity IS NULL THEN
            d := ROW(o.entity, o."table", true, whole, NULL, last, now_team, now_customer, '{}');
            IF above_at IS NOT NULL AND above.is_new AND above."table" = 'call' THEN
                drafts[above_at].legs := above.legs || o.entity;
            END IF;
        ELSE
            d.row := whole;
            d.changes := d.changes || changes;
            d.seq := last;
            d.customer_id := now_customer;
        END IF;
        drafts[at] := d;
        IF is_assigned THEN
            FOR leg IN SELECT l FROM unnest(d.legs) l ORDER BY l LOOP
                last := last + 1;
                drafts[(places ->> leg::text)::integer].seq := last;
                drafts[(places ->> leg::text)::integer].customer_id := now_customer;
            END LOOP;
        END IF;
    END LOOP;
END
$$;

-- Write what was judged.
CREATE FUNCTION sync.write(
    p_login sync.login, p_device sync.device, p_sent sync.sent[], p_given bigint[], p_drafts sync.draft[]
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM sync.insert_rows(w."table", w.new) FROM (
        SELECT d."table", array_agg(d.row) AS new FROM unnest(p_drafts) d WHERE d.is_new GROUP BY d."table") w;
    PERFORM sync.update_rows(w."table", w.ids, w.changes) FROM (
        SELECT d."table", array_agg(d.entity) AS ids, array_agg(d.changes) AS changes
        FROM unnest(p_drafts) d WHERE NOT d.is_new AND d.seq IS NOT NULL GROUP BY d."table") w;
    INSERT INTO sync.change (entity, "table", seq, team, customer_id, revision)
    SELECT d.entity, d."table", d.seq, d.team, d.customer_id, (d.row ->> 'revision')::integer
    FROM unnest(p_drafts) d WHERE d.seq IS NOT NULL
    ON CONFLICT (entity) DO UPDATE SET seq = excluded.seq, revision = excluded.revision;
    INSERT INTO sync.op_log (seq, op_id, device, n, kind, entity, at, body, result, taken_at, login, offset_ms)
    SELECT o.seq, o.op_id, p_device.id, o.n, o.kind, o.entity, o.at, o.body, 'applied', now(), p_login.login,
        p_device.offset_ms
    FROM unnest(p_sent, p_given) AS o (op_id, n, kind, entity, at, body, "table", verb, seq) WHERE o.seq IS NOT NULL;
END
$$;

-- Take operations as long as they are plain and answer them; none, when writing them together goes wrong.
CREATE FUNCTION sync.take_plain(p_login sync.login, p_device sync.device, p_sent sync.sent[]) RETURNS SETOF api.answer
LANGUAGE plpgsql AS $$
DECLARE
    judged record;
BEGIN
    BEGIN
        SELECT * INTO judged FROM sync.judge(p_login, p_sent, currval('sync.next_seq'));
        IF judged.given = '{}' THEN
            RETURN;
        END IF;
        PERFORM sync.write(p_login, p_device, p_sent, judged.given, judged.drafts);
    EXCEPTION
        WHEN data_exception OR integrity_constraint_violation OR program_limit_exceeded THEN
            RETURN;  -- one of them is to be refused: it will be, by itself
    END;
    PERFORM setval('sync.next_seq', judged.last);
    RETURN QUERY SELECT o.op_id, 'applied'::text, NULL::text, o.seq, now()
        FROM unnest(p_sent, judged.given) AS o (op_id, n, kind, entity, at, body, "table", verb, seq)
        WHERE o.seq IS NOT NULL;
END
$$;

-- As in revision 0001, looking at each kind once.
CREATE OR REPLACE FUNCTION sync.check_kinds(p_operations jsonb) RETURNS void LANGUAGE plpgsql STABLE AS $$
DECLARE
    newest integer := (SELECT s.wire_newest FROM sync.store s);
    unknown text;
BEGIN
    SELECT o.kind INTO unknown FROM (SELECT DISTINCT r.kind FROM jsonb_to_recordset(p_operations) AS r (kind text)) o
    WHERE NOT coalesce(o.kind ~ '^[a-z_]+\.(create|edit|log)@[1-9][0-9]{0,3}$'
        AND split_part(o.kind, '@', 2)::integer <= newest
        AND EXISTS (SELECT FROM sync.entity e WHERE e."table" = split_part(o.kind, '.', 1)), false)
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'unknown kind %', left(unknown, 60) USING ERRCODE = 'RB004';
    END IF;
END
$$;

-- As in revision 0001, which says what is raised.
CREATE OR REPLACE FUNCTION api.push(p_device uuid, p_operations jsonb) RETURNS SETOF api.answer LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '800ms' SET timezone = 'UTC'
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    fewest CONSTANT integer := 8;  -- fewer are faster one by one
    me sync.login := sync.me();
    device sync.device;
    start bigint;
    last bigint;
    known uuid[];
    sent sync.sent[];
    op sync.sent;
    answer api.answer;
    is_next boolean;
    place integer := 1;
    plain_from integer := 1;  -- from where on it is tried again whether they are plain
    pause integer := 1;
    most integer := 200;  -- to be looked at together; where few are plain, looking ahead is for nothing
    taken integer;
BEGIN
    IF jsonb_typeof(p_operations) <> 'array' OR jsonb_array_length(p_operations) > 200
        OR pg_column_size(p_operations) > 16000000
    THEN
        RAISE EXCEPTION 'at most 200 operations and 16 MB' USING ERRCODE = 'RB007';
    END IF;
    SELECT c.seq INTO start FROM sync.counter c FOR UPDATE;
    PERFORM setval('sync.next_seq', start);
    device := sync.device_of(me, p_device);
    last := device.last_n;
    PERFORM sync.check_kinds(p_operations);
    sent := sync.sent_of(p_operations);
    known := ARRAY(SELECT l.op_id FROM unnest(sent) o JOIN sync.op_log l ON l.op_id = o.op_id);
    is_next := known = '{}' AND (
        SELECT coalesce(bool_and(o.n = last + o.place), false) FROM unnest(sent) WITH ORDINALITY
            AS o (op_id, n, kind, entity, at, body, "table", verb, place));

    WHILE place <= cardinality(sent) LOOP
        IF is_next AND place >= plain_from AND cardinality(sent) - place >= fewest - 1 THEN
            RETURN QUERY SELECT * FROM sync.take_plain(me, device, sent[place:place + most - 1]);
            GET DIAGNOSTICS taken = ROW_COUNT;
            place := place + taken;
            last := last + taken;
            IF taken < most THEN  -- the next one is not plain
                pause := CASE WHEN taken < fewest THEN pause * 2 ELSE 1 END;
                plain_from := place + pause;
            END IF;
            most := greatest(2 * fewest, 2 * taken);
            CONTINUE;
        END IF;
        op := sent[place];
        place := place + 1;
        IF op.n <= last OR op.op_id = ANY (known) THEN
            SELECT o.op_id, o.result, o.reason, o.seq, o.taken_at INTO answer
            FROM sync.op_log o WHERE o.op_id = op.op_id AND o.login = me.login;
            IF FOUND THEN
                IF op.n = last + 1 THEN  -- a copy of the disk had sent it: this device goes on behind it
                    last := op.n;
                END IF;
                RETURN NEXT answer;
                CONTINUE;
            END IF;
            RAISE EXCEPTION 'operation % was taken before under another id', op.n USING ERRCODE = 'RB002';
        ELSIF op.n IS DISTINCT FROM last + 1 THEN
            RAISE EXCEPTION 'operations are missing' USING ERRCODE = 'RB001', DETAIL = (last + 1)::text;
        END IF;
        last := op.n;
        answer := sync.try(me, op.op_id, op."table", op.verb, op.entity, op.body);
        answer.op_id := op.op_id;
        answer.taken_at := now();
        answer.seq := coalesce(answer.seq, nextval('sync.next_seq'));
        INSERT INTO sync.op_log (seq, op_id, device, n, kind, entity, at, body, result, reason, taken_at, login, offset_ms)
        VALUES (answer.seq, op.op_id, p_device, op.n, op.kind, op.entity, op.at, op.body, answer.result, answer.reason,
            answer.taken_at, me.login, device.offset_ms);
        RETURN NEXT answer;
    END LOOP;

    IF last > device.last_n THEN
        UPDATE sync.device d SET last_n = last, seen_at = now() WHERE d.id = p_device;
        PERFORM sync.refresh_search_between(start, currval('sync.next_seq'));
        UPDATE sync.counter SET seq = currval('sync.next_seq');
        PERFORM pg_notify('ringbook', currval('sync.next_seq')::text);
    END IF;
END
$$;
