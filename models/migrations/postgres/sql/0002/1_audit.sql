-- The log of one login, newest first, without reading everybody's. Planned for the values asked with, so that a filter
-- that is not set is no filter.
CREATE INDEX ix_op_log_login_seq ON sync.op_log (login, seq);
ALTER FUNCTION api.audit(bigint, integer, text, uuid) SET plan_cache_mode = force_custom_plan;
