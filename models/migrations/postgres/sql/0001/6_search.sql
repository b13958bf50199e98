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

-- The tokens a customer is found by, at most 2,000: words, any end of a word without spaces, any end of a number.
CREATE FUNCTION sync.tokens(p_names text[], p_numbers text[], p_emails text[]) RETURNS text[] LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    made text[] := '{}';
    ends text[] := '{}';
    given text;
    code text[];
BEGIN
    FOREACH given IN ARRAY p_names LOOP
        IF given !~ '^\s*[A-Za-z]-?[0-9]+\s*$' THEN  -- the letter of a customer number would be a word of everybody
            made := made || ARRAY(SELECT sync.words(given));
            IF given ~ '[·‧∙•''’ʼ`´]' THEN  -- "L'Hospitalet" is looked for as "Hospitalet" too
                made := made || ARRAY(SELECT sync.words(regexp_replace(given, '[·‧∙•''’ʼ`´]', ' ', 'g')));
            END IF;
        END IF;
        FOR code IN SELECT regexp_matches(given, '\y([A-Za-z])-?([0-9]+)\y', 'g') LOOP
            made := made || left(lower(code[1] || code[2]), 64) || left(code[2], 64);
        END LOOP;
    END LOOP;
    FOREACH given IN ARRAY p_emails LOOP
        made := made || ARRAY(SELECT sync.words(given)) || left(lower(regexp_replace(given, '\s', '', 'g')), 64);
    END LOOP;
    FOREACH given IN ARRAY made LOOP
        IF sync.is_unspaced(given) THEN
            ends := ends || ARRAY(SELECT substr(given, i) FROM generate_series(2, length(given)) i);
        END IF;
    END LOOP;
    FOREACH given IN ARRAY p_numbers LOOP
        given := left(regexp_replace(given, '\D', '', 'g'), 64);
        ends := ends || ARRAY(SELECT substr(given, i) FROM generate_series(1, length(given) - 2) i);
    END LOOP;
    RETURN array_remove((made || ends)[1:2000], '');
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
    VALUES (p_customer, made, array_to_tsvector(sync.tokens(names, numbers, emails)))
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
