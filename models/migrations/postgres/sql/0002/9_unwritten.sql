-- As sync.apply, but what can never be applied is answered "refused", with nothing of it left. An edit that moves a row to
-- somebody who was merged into the customer it is about writes nothing; the row gets a new sequence all the same, so
-- that its sender, who shows it with the one it named, takes it as it stands.
CREATE OR REPLACE FUNCTION sync.try(
    p_login sync.login, p_op_id uuid, p_table text, p_verb text, p_entity uuid, p_body jsonb
) RETURNS api.answer LANGUAGE plpgsql AS $$
DECLARE
    answer api.answer;
    named text := p_body #>> '{customer_id,new}';
BEGIN
    answer := sync.apply(p_login, p_op_id, p_table, p_verb, p_entity, p_body);
    IF p_verb = 'edit' AND answer.result = 'applied' AND answer.seq IS NULL AND sync.merged(named::uuid)::text <> named THEN
        answer.seq := sync.note(p_table, sync.read_row(p_table, p_entity));
    END IF;
    RETURN answer;
EXCEPTION
    WHEN SQLSTATE 'RB100' OR data_exception OR integrity_constraint_violation OR program_limit_exceeded THEN
        answer.result := 'refused';
        answer.reason := SQLERRM;
        RETURN answer;
END
$$;
