-- What a customer is found by, made faster and of many at once. The tokens are those that revision 0001 makes; it says why.

-- The folded words of a name, as sync.words makes them. Names in ASCII, such as have nothing but accents beside it, and
-- runs of Han or Hangul are most there are; they need not be looked at letter by letter.
CREATE FUNCTION sync.words_of(p_text text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    folded text := p_text;
BEGIN
    IF octet_length(p_text) = 3 * length(p_text) AND p_text ~ '^[\u4e00-\u9fff\uac00-\ud7a3]+$' THEN
        RETURN ARRAY[left(p_text, 64)];
    ELSIF octet_length(p_text) <> length(p_text) THEN
        -- Accents are taken off, joining marks away.
        folded := translate(normalize(p_text, NFKD),
            E'ŁłØøĐđÐðıĦħ·‧∙•’ʼ\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0323\u0326\u0327\u0328',
            'llooddddihh');
    END IF;
    IF octet_length(folded) <> length(folded) OR length(folded) > 64 THEN
        RETURN ARRAY(SELECT sync.words(p_text));
    END IF;
    RETURN array_remove(regexp_split_to_array(lower(translate(folded, '''`', '') COLLATE "C"), '[^a-z0-9]+'), '');
END
$$;

CREATE OR REPLACE FUNCTION sync.tokens(p_names text[], p_numbers text[], p_emails text[]) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    made text[] := '{}';
    ends text[] := '{}';
    given text;
    code text[];
BEGIN
    FOREACH given IN ARRAY p_names LOOP
        IF given ~ '^[A-Za-z]-?[0-9]+$' THEN
            made := made || left(lower(replace(given, '-', '')), 64) || left(ltrim(substr(given, 2), '-'), 64);
            CONTINUE;
        ELSIF given !~ '^\s*[A-Za-z]-?[0-9]+\s*$' THEN  -- the letter of a customer number would be a word of everybody
            made := made || sync.words_of(given);
            IF given ~ '[·‧∙•''’ʼ`´]' THEN  -- "L'Hospitalet" is looked for as "Hospitalet" too
                made := made || sync.words_of(regexp_replace(given, '[·‧∙•''’ʼ`´]', ' ', 'g'));
            END IF;
        END IF;
        IF given ~ '[0-9]' THEN
            FOR code IN SELECT regexp_matches(given, '\y([A-Za-z])-?([0-9]+)\y', 'g') LOOP
                made := made || left(lower(code[1] || code[2]), 64) || left(code[2], 64);
            END LOOP;
        END IF;
    END LOOP;
    FOREACH given IN ARRAY p_emails LOOP
        made := made || sync.words_of(given) || left(lower(regexp_replace(given, '\s', '', 'g')), 64);
    END LOOP;
    FOREACH given IN ARRAY made LOOP
        IF octet_length(given) > length(given) AND sync.is_unspaced(given) THEN
            FOR i IN 2 .. length(given) LOOP
                ends := array_append(ends, substr(given, i));
            END LOOP;
        END IF;
    END LOOP;
    FOREACH given IN ARRAY p_numbers LOOP
        given := left(CASE WHEN given ~ '^\+?[0-9]+$' THEN ltrim(given, '+') ELSE regexp_replace(given, '\D', '', 'g') END, 64);
        FOR i IN 1 .. length(given) - 2 LOOP
            ends := array_append(ends, substr(given, i));
        END LOOP;
    END LOOP;
    RETURN array_remove((made || ends)[1:2000], '');
END
$$;

-- Bring up to date what customers are found by; who is deleted or merged is not found. Planned as planning.sql says, also
-- where a whole store is made findable.
CREATE FUNCTION sync.refresh_searches(p_customers uuid[]) RETURNS void LANGUAGE plpgsql
SET jit = off SET enable_seqscan = off AS $$
BEGIN
    DELETE FROM sync.search s WHERE s.customer_id = ANY (p_customers) AND (
        SELECT c.id FROM app.customer c WHERE c.id = s.customer_id AND c.deleted_at IS NULL AND c.merged_into IS NULL) IS NULL;
    INSERT INTO sync.search (customer_id, text, tokens)
    SELECT m.id, m.text, array_to_tsvector(sync.tokens(m.names, m.numbers, m.emails))
    FROM (
        SELECT g.id, g.names, p.numbers, p.emails,
            array_to_string(g.names, E'\n') || E'\t' || array_to_string(p.numbers, ' ') || E'\t'
                || array_to_string(p.emails, ' ') AS text
        FROM (
            SELECT c.id, array_remove(ARRAY[c.name, c.company, c.number], NULL) AS names
            FROM app.customer c WHERE c.id = ANY (p_customers) AND c.deleted_at IS NULL AND c.merged_into IS NULL
        ) g CROSS JOIN LATERAL (
            SELECT coalesce(array_agg(DISTINCT split_part(p.value, ';', 1)) FILTER (WHERE p.kind IN ('phone', 'prefix')), '{}')
                || coalesce(array_agg(DISTINCT p.e164) FILTER (WHERE p.kind IN ('phone', 'prefix') AND p.e164 <> ''), '{}')
                AS numbers,
                coalesce(array_agg(DISTINCT p.value) FILTER (WHERE p.kind = 'email'), '{}') AS emails
            FROM app.contact_point p WHERE p.customer_id = g.id AND p.deleted_at IS NULL
        ) p
    ) m LEFT JOIN sync.search s ON s.customer_id = m.id
    WHERE s.text IS DISTINCT FROM m.text
    ON CONFLICT (customer_id) DO UPDATE SET text = excluded.text, tokens = excluded.tokens;
END
$$;

CREATE OR REPLACE FUNCTION sync.refresh_search(p_customer uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM sync.refresh_searches(ARRAY[p_customer]);
END
$$;

-- The same of all customers whose row or contact points changed, or went elsewhere, behind one sequence and up to another.
CREATE OR REPLACE FUNCTION sync.refresh_search_between(p_seq bigint, p_last bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    touched uuid[] := ARRAY(
        SELECT c.customer_id FROM sync.change c
        WHERE c.seq BETWEEN p_seq + 1 AND p_last AND c."table" IN ('customer', 'contact_point') AND c.customer_id IS NOT NULL
        UNION
        SELECT g.customer_id FROM sync.gone g
        WHERE g.seq BETWEEN p_seq + 1 AND p_last AND g."table" = 'contact_point' AND g.customer_id IS NOT NULL);
BEGIN
    IF touched <> '{}' THEN
        PERFORM sync.refresh_searches(touched);
    END IF;
END
$$;
