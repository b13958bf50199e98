-- A case that becomes work again takes its story along: desks that came while it was closed, or taken away, have not got it.
CREATE FUNCTION sync.take_story_along() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    event jsonb;
BEGIN
    FOR event IN SELECT to_jsonb(e) FROM app.case_event e WHERE e.case_id = NEW.id ORDER BY e.id LOOP
        PERFORM sync.note('case_event', event);
    END LOOP;
    RETURN NULL;
END
$$;
CREATE TRIGGER reopened AFTER UPDATE ON app."case" FOR EACH ROW
WHEN ((OLD.closed_at IS NOT NULL OR OLD.deleted_at IS NOT NULL) AND NEW.closed_at IS NULL AND NEW.deleted_at IS NULL)
EXECUTE FUNCTION sync.take_story_along();
