-- How far back a time may lie that a desk claims: 35 days. Where the log was silent there for more than a week, nobody was
-- at work, or the store was put back to a copy made then and desks send again what it lost: then 35 days before the
-- silence, until it is 35 days ago that somebody worked again. Only what the store itself dated has a say in this.
-- The times of the log grow with its sequence, so the place is found without reading it.
CREATE FUNCTION sync.earliest() RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
DECLARE
    usual CONSTANT timestamptz := now() - interval '35 days';
    low bigint := 0;
    high bigint := (SELECT coalesce(max(o.seq), 0) + 1 FROM sync.op_log o);
    middle bigint;
    taken timestamptz;
BEGIN
    WHILE low < high LOOP
        middle := (low + high) / 2;
        SELECT o.taken_at INTO taken FROM sync.op_log o WHERE o.seq >= middle ORDER BY o.seq LIMIT 1;
        IF taken < usual THEN
            low := middle + 1;
        ELSE
            high := middle;
        END IF;
    END LOOP;
    SELECT o.taken_at INTO taken FROM sync.op_log o WHERE o.seq < low ORDER BY o.seq DESC LIMIT 1;
    RETURN CASE WHEN taken < usual - interval '7 days' THEN taken - interval '35 days' ELSE usual END;
END
$$;

-- As before, but for times that are long ago.
CREATE OR REPLACE FUNCTION sync.look_at(
    p_name text, p_table text, p_verb text, p_body jsonb, OUT news jsonb, OUT bases jsonb, OUT wrong text
) LANGUAGE plpgsql STABLE AS $$
DECLARE
    is_whole boolean;
BEGIN
    SELECT coalesce(jsonb_object_agg(b.key, b.value -> 'new'), '{}'),
        coalesce(jsonb_object_agg(b.key, b.value -> 'base') FILTER (WHERE p_verb = 'edit'), '{}'),
        coalesce(bool_and(b.value ? 'new' AND b.key <> 'id' AND b.key <> 'revision'), true)
    INTO news, bases, is_whole FROM jsonb_each(p_body) b;
    IF NOT is_whole OR NOT sync.shape(p_table, news) @> news THEN
        wrong := sync.wrong_kind(p_table, p_body);
        IF wrong IS NOT NULL THEN
            RETURN;
        END IF;
        news := sync.shape_of(p_table, news);
    END IF;
    IF p_verb = 'edit' THEN
        bases := sync.shape_of(p_table, bases);
    END IF;
    SELECT min(format('%s is %s', f.field, CASE WHEN news ->> f.field IS NULL THEN 'empty'
        WHEN f."check" = 'self' THEN 'not who sent it' ELSE 'too long ago or still to come' END))
    INTO wrong FROM sync.field f
    WHERE f."table" = p_table AND news ? f.field AND CASE f."check"
        WHEN 'self' THEN news ->> f.field <> p_name
        WHEN 'past' THEN CASE
            WHEN (news ->> f.field)::timestamptz BETWEEN now() - interval '35 days' AND now() + interval '26 hours' THEN false
            ELSE (news ->> f.field)::timestamptz NOT BETWEEN sync.earliest() AND now() + interval '26 hours' END
        END IS TRUE
        OR f."table" = p_table AND NOT f.nullable AND news -> f.field = 'null';
END
$$;
