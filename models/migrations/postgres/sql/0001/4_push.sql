-- api.push and what it is made of. The rules are those of docs/sync.md; the contract suite tests each of them.

CREATE TYPE api.answer AS (op_id uuid, result text, reason text, seq bigint, taken_at timestamptz);

-- Note the conflict in one field: nothing was written, a person settles it.
CREATE FUNCTION sync.add_conflict(
    p_login sync.login, p_op_id uuid, p_table text, p_row jsonb, p_field text, p_base jsonb, p_mine jsonb
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    of_row uuid := p_row ->> 'id';
    theirs record;
    made app.conflict;
BEGIN
    PERFORM sync.pay_held(p_login, 1);  -- it tells what stands there: to clash on purpose is a way to read
    SELECT o.login, o.taken_at INTO theirs FROM sync.op_log o
    WHERE o.entity = of_row AND o.body ? p_field AND o.result IN ('applied', 'conflict') ORDER BY o.seq DESC LIMIT 1;
    INSERT INTO app.conflict (id, revision, op_id, entity, "table", field, base, theirs, mine, at, team, login,
        their_login, their_at)
    VALUES (gen_random_uuid(), 1, p_op_id, of_row, p_table, p_field, coalesce(p_base, 'null'),
        coalesce(p_row -> p_field, 'null'), coalesce(p_mine, 'null'), now(),
        coalesce((SELECT c.team FROM sync.change c WHERE c.entity = of_row), p_login.home), p_login.login,
        theirs.login, theirs.taken_at)
    RETURNING * INTO made;
    PERFORM sync.note('conflict', to_jsonb(made));
END
$$;

-- A new row. The team of work that names none is the login's own. A reference that was given already (by a copy of this
-- desk's disk) is kept apart by what is added to it, so that a search for what was said on the phone finds both.
CREATE FUNCTION sync.create_row(p_login sync.login, p_table text, p_entity uuid, p_values jsonb)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    row jsonb := p_values || jsonb_build_object('id', p_entity, 'revision', 1);
    again integer := 1;
BEGIN
    IF p_table IN ('case', 'follow_up') AND row ->> 'team' IS NULL THEN
        row := row || jsonb_build_object('team', p_login.home);
    END IF;
    IF p_table = 'case' THEN
        WHILE EXISTS (SELECT FROM app."case" c WHERE c.reference = row ->> 'reference' AND c.id <> p_entity) LOOP
            again := again + 1;
            row := row || jsonb_build_object('reference', (p_values ->> 'reference') || '/' || again);
        END LOOP;
    END IF;
    IF NOT sync.insert_row(p_table, row) THEN
        PERFORM sync.refuse(format('this %s exists already', p_table));
    END IF;
    RETURN sync.note(p_table, row, true);
END
$$;

-- Write fields of a row; NULL when there is nothing to write.
CREATE FUNCTION sync.write_row(p_table text, p_row jsonb, p_changes jsonb) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    changes jsonb := p_changes || jsonb_build_object('revision', (p_row ->> 'revision')::integer + 1);
BEGIN
    IF p_changes = '{}' THEN
        RETURN NULL;
    END IF;
    PERFORM sync.update_row(p_table, (p_row ->> 'id')::uuid, changes);
    RETURN sync.note(p_table, p_row || changes);
END
$$;

-- Write the fields whose base still stands; of the others there is a conflict each.
CREATE FUNCTION sync.edit_row(p_login sync.login, p_op_id uuid, p_table text, p_row jsonb, p_bases jsonb, p_values jsonb)
RETURNS api.answer LANGUAGE plpgsql AS $$
DECLARE
    answer api.answer;
    is_of_team boolean := coalesce((p_row ->> 'team')::integer = ANY (sync.teams_of(p_login)), false);
    of_row uuid := p_row ->> 'id';
    changes jsonb := '{}';
    clashes text[] := '{}';
    f record;
BEGIN
    FOR f IN SELECT v.key, v.value, r.edit FROM jsonb_each(p_values) v
        JOIN sync.field r ON r."table" = p_table AND r.field = v.key
    LOOP
        IF NOT sync.may(f.edit, p_login.role, is_of_team, f.edit = 'maker' AND sync.is_maker(p_login, of_row)) THEN
            PERFORM sync.refuse(format('this login may not change %s of this %s', f.key, p_table));
        ELSIF p_row -> f.key = p_bases -> f.key
            OR (f.key = 'customer_id' AND p_row ->> f.key = sync.merged((p_bases ->> f.key)::uuid)::text)
        THEN
            CONTINUE WHEN p_row -> f.key = f.value;
            changes := changes || jsonb_build_object(f.key, f.value);
        ELSIF p_row -> f.key <> f.value THEN
            clashes := clashes || f.key;
        END IF;
    END LOOP;
    IF p_table = 'customer' AND changes ->> 'merged_into' IS NOT NULL
        AND sync.merged((changes ->> 'merged_into')::uuid) = of_row
    THEN
        PERFORM sync.refuse('a customer cannot be merged into itself');
    END IF;
    IF changes ? 'team' AND changes ->> 'team' IS NULL THEN
        PERFORM sync.refuse(format('team of a %s cannot be empty', p_table));
    END IF;
    answer.seq := sync.write_row(p_table, p_row, changes);
    answer.result := CASE WHEN clashes = '{}' THEN 'applied' ELSE 'conflict' END;
    FOR i IN 1 .. cardinality(clashes) LOOP
        PERFORM sync.add_conflict(p_login, p_op_id, p_table, p_row, clashes[i], p_bases -> clashes[i],
            p_values -> clashes[i]);
    END LOOP;
    RETURN answer;
END
$$;

-- Apply one operation; raises RB100 and errors of classes 22 and 23 when it can never be applied. The answer says what
-- became of it and the sequence of the row, NULL when nothing was written.
CREATE FUNCTION sync.apply(
    p_login sync.login, p_op_id uuid, p_table text, p_verb text, p_entity uuid, p_body jsonb
) RETURNS api.answer LANGUAGE plpgsql AS $$
DECLARE
    answer api.answer;
    bases jsonb;
    news jsonb;
    wrong text;
    of_row uuid := p_entity;
    row jsonb;
BEGIN
    IF pg_column_size(p_body) > 1000000 THEN
        PERFORM sync.refuse('more than 1 MB in one change');
    END IF;
    IF p_verb = 'log' AND p_table NOT IN ('call', 'call_leg', 'number_choice') THEN
        PERFORM sync.refuse(format('a %s is not logged', p_table));
    ELSIF p_verb = 'create' AND NOT (
        SELECT sync.may(e."create", p_login.role, true, true) FROM sync.entity e WHERE e."table" = p_table)
    THEN
        PERFORM sync.refuse(format('nobody may make a %s', p_table));
    END IF;
    SELECT l.* INTO news, bases, wrong FROM sync.look_at(p_login.name, p_table, p_verb, p_body) l;
    IF wrong IS NOT NULL THEN
        PERFORM sync.refuse(format('%s: %s', p_table, wrong));
    END IF;
    IF news ->> 'team' IS NOT NULL
        AND NOT EXISTS (SELECT FROM sync.team t WHERE t.id = (news ->> 'team')::integer)
    THEN
        PERFORM sync.refuse('there is no such team');
    END IF;
    IF news ->> 'customer_id' IS NOT NULL THEN
        news := news || jsonb_build_object('customer_id', sync.merged((news ->> 'customer_id')::uuid));
    END IF;

    IF p_verb <> 'create' THEN
        IF p_table = 'customer' AND NOT p_body ? 'merged_into' THEN
            of_row := sync.merged(p_entity);
        END IF;
        row := sync.read_row(p_table, of_row);
    END IF;
    IF p_verb = 'edit' THEN
        IF row IS NULL THEN
            answer.result := 'parked';
            RETURN answer;
        END IF;
        RETURN sync.edit_row(p_login, p_op_id, p_table, row, bases, news);
    END IF;

    IF row IS NULL THEN
        answer.seq := sync.create_row(p_login, p_table, p_entity, news);
        PERFORM sync.replay(p_entity);
    ELSE
        answer.seq := sync.write_row(p_table, row, (
            SELECT coalesce(jsonb_object_agg(n.key, n.value), '{}') FROM jsonb_each(news) n
            WHERE jsonb_typeof(row -> n.key) = 'null' AND jsonb_typeof(n.value) <> 'null'));
    END IF;
    answer.result := 'applied';
    RETURN answer;
END
$$;

-- As sync.apply, but what can never be applied is answered "refused", with nothing of it left.
CREATE FUNCTION sync.try(
    p_login sync.login, p_op_id uuid, p_table text, p_verb text, p_entity uuid, p_body jsonb
) RETURNS api.answer LANGUAGE plpgsql AS $$
DECLARE
    answer api.answer;
BEGIN
    answer := sync.apply(p_login, p_op_id, p_table, p_verb, p_entity, p_body);
    RETURN answer;
EXCEPTION
    WHEN SQLSTATE 'RB100' OR data_exception OR integrity_constraint_violation OR program_limit_exceeded THEN
        answer.result := 'refused';
        answer.reason := SQLERRM;
        RETURN answer;
END
$$;

-- Take up what waited for a row that has come, with the rights its senders have now.
CREATE FUNCTION sync.replay(p_entity uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    waiting record;
    sender sync.login;
    answer api.answer;
BEGIN
    FOR waiting IN SELECT o.* FROM sync.op_log o WHERE o.entity = p_entity AND o.result = 'parked' ORDER BY o.seq LOOP
        SELECT * INTO sender FROM sync.login l WHERE l.login = waiting.login AND l.is_active;
        IF FOUND THEN
            answer := sync.try(sender, waiting.op_id, split_part(waiting.kind, '.', 1), 'edit', p_entity, waiting.body);
        ELSE
            answer.result := 'refused';
            answer.reason := 'its login is no longer of this store';
        END IF;
        UPDATE sync.op_log SET result = answer.result, reason = answer.reason WHERE seq = waiting.seq;
    END LOOP;
END
$$;

-- Take up to 200 operations of one device, in order, each exactly once, all or (on an error) none.
--   RB001 they do not follow the last one taken: DETAIL says which is expected
--   RB002 another copy of this device has used its numbers
--   RB003 the device is another login's      RB004 a kind of operation this store does not know yet
--   RB005 not a login of this store          RB007 too many operations at once
CREATE FUNCTION api.push(p_device uuid, p_operations jsonb) RETURNS SETOF api.answer LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '800ms' SET timezone = 'UTC'
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    me sync.login := sync.me();
    device sync.device;
    start bigint;
    last bigint;
    known uuid[];
    op record;
    answer api.answer;
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
    known := ARRAY(
        SELECT l.op_id FROM jsonb_array_elements(p_operations) o JOIN sync.op_log l ON l.op_id = (o ->> 'op_id')::uuid);
    PERFORM sync.check_kinds(p_operations);

    FOR op IN
        SELECT r.op_id, r.n, r.kind, r.entity, r.at, r.body, split_part(r.kind, '.', 1) AS "table",
            split_part(split_part(r.kind, '.', 2), '@', 1) AS verb
        FROM jsonb_to_recordset(p_operations)
            AS r (op_id uuid, n bigint, kind text, entity uuid, at timestamptz, body jsonb)
    LOOP
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

-- Raise RB004 when there is an operation of a later version, or of a thing that is only there later.
CREATE FUNCTION sync.check_kinds(p_operations jsonb) RETURNS void LANGUAGE plpgsql STABLE AS $$
DECLARE
    newest integer := (SELECT s.wire_newest FROM sync.store s);
    unknown text;
BEGIN
    SELECT o ->> 'kind' INTO unknown
    FROM jsonb_array_elements(p_operations) o
    WHERE NOT coalesce(o ->> 'kind' ~ '^[a-z_]+\.(create|edit|log)@[1-9][0-9]{0,3}$'
        AND split_part(o ->> 'kind', '@', 2)::integer <= newest
        AND EXISTS (SELECT FROM sync.entity e WHERE e."table" = split_part(o ->> 'kind', '.', 1)), false)
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'unknown kind %', left(unknown, 60) USING ERRCODE = 'RB004';
    END IF;
END
$$;

-- End those logins who hold the counter, or any row all wait for, for more than two seconds: no call of ours takes that
-- long; and those whose transaction is older than a minute, which keeps the server from tidying up. A desk calls it when
-- its own has waited in vain; a holder is somebody with psql, or a computer put to sleep.
CREATE FUNCTION api.unblock() RETURNS integer LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    ended integer;
BEGIN
    PERFORM sync.me();
    SELECT count(*) INTO ended FROM (
        SELECT pg_terminate_backend(a.pid)
        FROM pg_stat_activity a
        WHERE a.datname = current_database() AND a.pid <> pg_backend_pid()
            AND a.xact_start < clock_timestamp() - interval '2 seconds'
            AND (a.xact_start < clock_timestamp() - interval '1 minute' OR EXISTS (
                SELECT FROM pg_locks l
                WHERE l.pid = a.pid AND l.granted AND l.mode IN ('RowShareLock', 'RowExclusiveLock') AND l.relation IN (
                    'sync.counter'::regclass, 'sync.store'::regclass, 'sync.device'::regclass)))
            AND EXISTS (SELECT FROM sync.login g WHERE g.login = a.usename)
    ) AS terminated;
    RETURN ended;
END
$$;
