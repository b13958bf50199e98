-- What a customer is found by, and finding them. As app/storage/search_index.py does on a desk: Latin words without case
-- and accents, any part of a name in a script without spaces, parts of numbers of three digits and more.
-- Nothing here depends on the collation of the database: accents are taken off before letters are made small.

-- Letters without case, accents, width and joining marks.
CREATE FUNCTION sync.fold(p_text text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN (
        SELECT replace(replace(replace(replace(translate(lower(normalize(
            regexp_replace(
                regexp_replace(normalize(p_text, NFKD), '[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f]', '', 'g'),
                '[·‧∙•''’ʼ`´]', '', 'g'),
            NFC)),
            'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЇІЄҐŁłØøĐđÐðıĦħÞÆŒ',
            'αβγδεζηθικλμνξοπρστυφχψωσабвгдежзийклмнопрстуфхцчшщъыьэюяїієґllooddddihhþæœ'),
            'þ', 'th'), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss')
    );
END
$$;

-- Whether a word is of a script written without spaces: Han, kana, bopomofo, Hangul, Thai, Lao, Khmer, Burmese.
CREATE FUNCTION sync.is_unspaced(p_word text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT p_word ~ '^[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U000323af]'
$$;

-- The folded words of a name or a search.
CREATE FUNCTION sync.words(p_text text) RETURNS SETOF text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF p_text ~ '^[\u0001-\u007f]*$' THEN  -- nothing to take apart: most words, and much faster
        RETURN QUERY SELECT left(m[1], 64) FROM regexp_matches(lower(translate(p_text, '''`', '')), '([a-z0-9]+)', 'g') AS m;
        RETURN;
    END IF;
    RETURN QUERY SELECT left(m[1], 64) FROM regexp_matches(sync.fold(p_text),
        '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U000323af]+'
        '|[^\s\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00bf\u00d7\u00f7\u2000-\u206f\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3000-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff0f\U00020000-\U000323af]+)',
        'g') AS m;
END
$$;

-- The tokens a customer is found by, at most 2,000.
CREATE FUNCTION sync.tokens(p_names text[], p_numbers text[], p_emails text[]) RETURNS text[] LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN (
        WITH name AS (
            SELECT unnest(p_names) AS name
        ), word AS (
            SELECT sync.words(n.name) AS word FROM name n WHERE n.name !~ '^\s*[A-Za-z]-?[0-9]+\s*$'
            UNION SELECT sync.words(regexp_replace(n.name, '[·‧∙•''’ʼ`´]', ' ', 'g')) FROM name n
                WHERE n.name !~ '^\s*[A-Za-z]-?[0-9]+\s*$'
            UNION SELECT left(lower(m[1] || m[2]), 64) FROM name n, regexp_matches(n.name, '\y([A-Za-z])-?([0-9]+)\y', 'g') m
            UNION SELECT left(m[2], 64) FROM name n, regexp_matches(n.name, '\y([A-Za-z])-?([0-9]+)\y', 'g') m
            UNION SELECT sync.words(e) FROM unnest(p_emails) e
        ), token AS (
            SELECT w.word AS token FROM word w
            UNION SELECT substr(w.word, i) FROM word w, generate_series(2, length(w.word)) i WHERE sync.is_unspaced(w.word)
            UNION SELECT left(lower(regexp_replace(e, '\s', '', 'g')), 64) FROM unnest(p_emails) e
            UNION SELECT substr(d.digits, i)
                FROM (SELECT left(regexp_replace(u, '\D', '', 'g'), 64) AS digits FROM unnest(p_numbers) u) d,
                    generate_series(1, length(d.digits) - 2) i
        )
        SELECT array_agg(t.token) FROM (SELECT token FROM token WHERE token <> '' LIMIT 2000) t
    );
END
$$;

-- Bring up to date what a customer is found by; one who is deleted or merged is not found.
CREATE FUNCTION sync.refresh_search(p_customer uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    names text[] := (SELECT array_remove(ARRAY[c.name, c.company, c.number], NULL) FROM app.customer c
        WHERE c.id = p_customer AND c.deleted_at IS NULL AND c.merged_into IS NULL);
    numbers text[];
    emails text[];
    made text;
BEGIN
    IF names IS NULL THEN
        DELETE FROM sync.search s WHERE s.customer_id = p_customer;
        RETURN;
    END IF;
    SELECT coalesce(array_agg(DISTINCT split_part(p.value, ';', 1)) FILTER (WHERE p.kind IN ('phone', 'prefix')), '{}')
            || coalesce(array_agg(DISTINCT p.e164) FILTER (WHERE p.kind IN ('phone', 'prefix') AND p.e164 <> ''), '{}'),
        coalesce(array_agg(DISTINCT p.value) FILTER (WHERE p.kind = 'email'), '{}')
    INTO numbers, emails FROM app.contact_point p WHERE p.customer_id = p_customer AND p.deleted_at IS NULL;
    made := array_to_string(names, E'\n') || E'\t' || array_to_string(numbers, ' ') || E'\t' || array_to_string(emails, ' ');
    IF made = (SELECT s.text FROM sync.search s WHERE s.customer_id = p_customer) THEN
        RETURN;
    END IF;
    INSERT INTO sync.search (customer_id, text, tokens)
    VALUES (p_customer, made, array_to_tsvector(coalesce(sync.tokens(names, numbers, emails), '{}')))
    ON CONFLICT (customer_id) DO UPDATE SET text = excluded.text, tokens = excluded.tokens;
END
$$;

-- The same of all customers whose row or contact points changed, or went elsewhere, behind one
-- sequence and up to another.
CREATE FUNCTION sync.refresh_search_between(p_seq bigint, p_last bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM sync.refresh_search(t.customer_id) FROM (
        SELECT c.customer_id FROM sync.change c
        WHERE c.seq BETWEEN p_seq + 1 AND p_last AND c."table" IN ('customer', 'contact_point')
        UNION
        SELECT g.customer_id FROM sync.gone g WHERE g.seq BETWEEN p_seq + 1 AND p_last AND g."table" = 'contact_point'
    ) t WHERE t.customer_id IS NOT NULL;
END
$$;

-- What a search may mean, as queries of beginnings of tokens. A number or its part, an address and a customer number are
-- one word; the zeros before a number are tried without too: they may stand for a country.
CREATE FUNCTION sync.queries(p_text text) RETURNS SETOF tsquery LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    given text := btrim(normalize(p_text, NFKC));
    digits text := regexp_replace(given, '\D', '', 'g');
    word text;
    query tsquery := '';
BEGIN
    IF given ~ '^[0-9\s()+./–-]+$' THEN
        IF digits <> '' THEN
            RETURN NEXT sync.beginning(digits);
        END IF;
        IF digits ~ '^0+[0-9]{3,}$' THEN
            RETURN NEXT sync.beginning(ltrim(digits, '0'));
        END IF;
        RETURN;
    ELSIF given ~ '^\S*@\S*$' THEN
        RETURN NEXT sync.beginning(left(lower(given), 64));
        RETURN;
    ELSIF given ~ '^[A-Za-z]-?[0-9]+$' THEN
        RETURN NEXT sync.beginning(left(lower(replace(given, '-', '')), 64));
        RETURN;
    END IF;
    FOR word IN SELECT DISTINCT w FROM sync.words(given) w LIMIT 12 LOOP
        query := CASE WHEN numnode(query) = 0 THEN sync.beginning(word) ELSE query && sync.beginning(word) END;
    END LOOP;
    IF numnode(query) > 0 THEN
        RETURN NEXT query;
    END IF;
END
$$;

CREATE FUNCTION sync.beginning(p_word text) RETURNS tsquery LANGUAGE sql IMMUTABLE AS $$
    SELECT ('''' || replace(replace(p_word, '\', '\\'), '''', '''''') || ''':*')::tsquery
$$;
