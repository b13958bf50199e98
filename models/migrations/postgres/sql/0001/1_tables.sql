-- The tables of a shared store on PostgreSQL 15 or later, without extensions.
--   app   what desks hold too: one table an entity, with the columns of the models
--   sync  what makes them one: the counter, who may do what, the log
--   api   all a login may call
-- Nobody but the owner has a right on any table. No foreign keys in app: a row may arrive before the one it names.

CREATE SCHEMA app;
CREATE SCHEMA api;

-- A time as all programs that read it can hold it: no "infinity", no year before the first or of five digits.
CREATE DOMAIN app.moment AS timestamptz CHECK (value >= '0001-01-02 00:00Z' AND value < '9999-12-31 00:00Z');

CREATE TABLE app.customer (
    kind text NOT NULL,
    name text NOT NULL,
    number text,
    company text,
    city text,
    language text,
    time_zone text,
    segment text,
    source text,
    since app.moment,
    merged_into uuid,
    id uuid NOT NULL CONSTRAINT pk_customer PRIMARY KEY,
    revision integer NOT NULL,
    deleted_at app.moment,
    CONSTRAINT uq_customer_number UNIQUE (number)
);

CREATE TABLE app.contact_point (
    customer_id uuid NOT NULL,
    kind text NOT NULL,
    value text NOT NULL,
    label text,
    e164 text,
    suffix_key text,
    id uuid NOT NULL CONSTRAINT pk_contact_point PRIMARY KEY,
    revision integer NOT NULL,
    deleted_at app.moment
);
CREATE INDEX ix_contact_point_customer_id ON app.contact_point (customer_id);
CREATE INDEX ix_contact_point_e164 ON app.contact_point (e164 text_pattern_ops) WHERE e164 IS NOT NULL;
CREATE INDEX ix_contact_point_suffix_key ON app.contact_point (suffix_key text_pattern_ops) WHERE suffix_key IS NOT NULL;

CREATE TABLE app.number_choice (
    number text NOT NULL,
    customer_id uuid NOT NULL,
    chosen_at app.moment NOT NULL,
    id uuid NOT NULL CONSTRAINT pk_number_choice PRIMARY KEY,
    revision integer NOT NULL,
    deleted_at app.moment,
    CONSTRAINT uq_number_choice_number UNIQUE (number)
);

CREATE TABLE app.call (
    direction text NOT NULL,
    number text,
    e164 text,
    name text,
    dialled text,
    queue text,
    customer_id uuid,
    began_at app.moment NOT NULL,
    id uuid NOT NULL CONSTRAINT pk_call PRIMARY KEY,
    revision integer NOT NULL,
    deleted_at app.moment
);

CREATE TABLE app.call_leg (
    call_id uuid NOT NULL,
    extension text NOT NULL,
    agent text,
    began_at app.moment NOT NULL,
    answered_at app.moment,
    ended_at app.moment,
    outcome text,
    transferred_from text,
    id uuid NOT NULL CONSTRAINT pk_call_leg PRIMARY KEY,
    revision integer NOT NULL,
    deleted_at app.moment
);
CREATE INDEX ix_call_leg_call_id ON app.call_leg (call_id);

CREATE TABLE app."case" (
    reference text NOT NULL,
    kind text NOT NULL,
    customer_id uuid,
    call_id uuid,
    number text,
    category text,
    severity text NOT NULL,
    summary text NOT NULL,
    description text,
    status text NOT NULL,
    owner text,
    team integer,
    opened_at app.moment NOT NULL,
    closed_at app.moment,
    id uuid NOT NULL CONSTRAINT pk_case PRIMARY KEY,
    revision integer NOT NULL,
    deleted_at app.moment,
    CONSTRAINT uq_case_reference UNIQUE (reference)
);
CREATE INDEX ix_case_reference ON app."case" (reference text_pattern_ops);
CREATE INDEX ix_case_open_team ON app."case" (team) WHERE closed_at IS NULL AND deleted_at IS NULL;
CREATE INDEX ix_case_open_customer_id ON app."case" (customer_id) WHERE closed_at IS NULL AND deleted_at IS NULL;

CREATE TABLE app.case_event (
    case_id uuid NOT NULL,
    call_id uuid,
    at app.moment NOT NULL,
    actor text,
    kind text NOT NULL,
    note text,
    id uuid NOT NULL CONSTRAINT pk_case_event PRIMARY KEY,
    revision integer NOT NULL,
    deleted_at app.moment
);
CREATE INDEX ix_case_event_case_id ON app.case_event (case_id);

CREATE TABLE app.follow_up (
    customer_id uuid,
    case_id uuid,
    call_id uuid,
    number text,
    what text NOT NULL,
    channel text NOT NULL,
    due_at app.moment NOT NULL,
    time_zone text NOT NULL,
    owner text,
    team integer,
    status text NOT NULL,
    settled_at app.moment,
    id uuid NOT NULL CONSTRAINT pk_follow_up PRIMARY KEY,
    revision integer NOT NULL,
    deleted_at app.moment
);
CREATE INDEX ix_follow_up_open_team ON app.follow_up (team) WHERE status = 'open' AND deleted_at IS NULL;
CREATE INDEX ix_follow_up_open_customer_id ON app.follow_up (customer_id) WHERE status = 'open' AND deleted_at IS NULL;

CREATE TABLE app.conflict (
    op_id uuid NOT NULL,
    entity uuid NOT NULL,
    "table" text NOT NULL,
    field text NOT NULL,
    base jsonb NOT NULL,
    theirs jsonb NOT NULL,
    mine jsonb NOT NULL,
    at app.moment NOT NULL,
    team integer,
    login text,
    their_login text,
    their_at app.moment,
    settled_at app.moment,
    settled_by text,
    id uuid NOT NULL CONSTRAINT pk_conflict PRIMARY KEY,
    revision integer NOT NULL,
    deleted_at app.moment
);
CREATE INDEX ix_conflict_entity ON app.conflict (entity);
CREATE INDEX ix_conflict_open_team ON app.conflict (team) WHERE settled_at IS NULL AND deleted_at IS NULL;

-- One row: what this store is. Its id stays through restores and moves. `groups` begins the names of the three group
-- roles, which are of the whole server: <groups>_agent, <groups>_supervisor, <groups>_administrator. `wire_oldest` and
-- `wire_newest` are the versions of operations that api.push takes.
CREATE TABLE sync.store (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    created_at timestamptz NOT NULL DEFAULT now(),
    groups text NOT NULL DEFAULT current_database(),
    wire_oldest integer NOT NULL DEFAULT 1,
    wire_newest integer NOT NULL DEFAULT 1,
    most_held integer NOT NULL DEFAULT 20000
);
INSERT INTO sync.store DEFAULT VALUES;

-- The last sequence given. Whoever pushes locks this row first and until its commit: commit order is sequence order.
CREATE TABLE sync.counter (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    seq bigint NOT NULL
) WITH (fillfactor = 10);
INSERT INTO sync.counter (seq) VALUES (0);
-- Gives the numbers within one push, set from the counter when it begins: a variable that nested functions share.
CREATE SEQUENCE sync.next_seq MINVALUE 0 START 0;

CREATE TABLE sync.team (
    id integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE
);

-- `login` is the name of the LOGIN role, `name` what people see, `home` the team whose work it adds to.
CREATE TABLE sync.login (
    login text PRIMARY KEY,
    name text NOT NULL UNIQUE,
    role text NOT NULL CHECK (role IN ('agent', 'supervisor', 'administrator')),
    home integer NOT NULL REFERENCES sync.team,
    is_active boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- The teams whose work a login sees, beside its home. Administrators see all.
CREATE TABLE sync.membership (
    login text NOT NULL REFERENCES sync.login ON DELETE CASCADE,
    team integer NOT NULL REFERENCES sync.team,
    PRIMARY KEY (login, team)
);

CREATE TABLE sync.device (
    id uuid PRIMARY KEY,
    login text NOT NULL REFERENCES sync.login,
    prefix text,
    machine text,
    program text,
    wire integer,
    offset_ms integer,  -- how far its clock was ahead of ours when it last said hello
    last_n bigint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX ix_device_prefix ON sync.device (prefix);
-- What references may begin with: all_prefixes of app/storage/references.py, put here when a store is created or upgraded.
CREATE TABLE sync.prefix (
    prefix text PRIMARY KEY
);

-- The last change of each row there is, where it stands now.
CREATE TABLE sync.change (
    entity uuid PRIMARY KEY,
    "table" text NOT NULL,
    seq bigint NOT NULL CONSTRAINT uq_change_seq UNIQUE,
    team integer,
    customer_id uuid,
    revision integer NOT NULL
);
CREATE INDEX ix_change_customer_id_seq ON sync.change (customer_id, seq) WHERE customer_id IS NOT NULL;

-- Where a row stood before; of what it left only the team or only the customer, the other is NULL.
CREATE TABLE sync.gone (
    seq bigint PRIMARY KEY,
    entity uuid NOT NULL,
    "table" text NOT NULL,
    team integer,
    customer_id uuid
);
CREATE INDEX ix_gone_customer_id_seq ON sync.gone (customer_id, seq) WHERE customer_id IS NOT NULL;

-- Every operation taken, for ever: the audit trail, and why none is taken twice. `at` is what the desk claims.
-- Only the result of a parked one is written again, when the row it waited for has come.
CREATE TABLE sync.op_log (
    seq bigint PRIMARY KEY,
    op_id uuid NOT NULL CONSTRAINT uq_op_log_op_id UNIQUE,
    device uuid NOT NULL,
    n bigint NOT NULL,
    kind text NOT NULL,
    entity uuid NOT NULL,
    at timestamptz NOT NULL,
    body jsonb NOT NULL,
    result text NOT NULL,
    reason text,
    taken_at timestamptz NOT NULL,
    login text NOT NULL,
    offset_ms integer,
    CONSTRAINT uq_op_log_device_n UNIQUE (device, n)
);
CREATE INDEX ix_op_log_entity_seq ON sync.op_log (entity, seq);
CREATE INDEX ix_op_log_taken_at_seq ON sync.op_log (taken_at, seq);
CREATE INDEX ix_op_log_parked ON sync.op_log (entity, seq) WHERE result = 'parked';

-- Who may write what: app/storage/rights.py, put here when a store is created or upgraded.
CREATE TABLE sync.entity (
    "table" text PRIMARY KEY,
    "create" text NOT NULL,
    edit text NOT NULL
);
CREATE TABLE sync.field (
    "table" text NOT NULL REFERENCES sync.entity ON DELETE CASCADE,
    field text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('text', 'integer', 'uuid', 'time', 'json')),
    nullable boolean NOT NULL,
    edit text NOT NULL,
    "check" text NOT NULL CHECK ("check" IN ('none', 'self', 'past')),
    PRIMARY KEY ("table", field)
);

-- Customers that were looked up outside a desk's working set, and how many a login may: NULL is without limit.
CREATE TABLE sync.lookup (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    login text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    what text NOT NULL,
    count integer NOT NULL,
    customers uuid[]
);
CREATE INDEX ix_lookup_login_at ON sync.lookup (login, at);
-- The row of a login that two of its sessions wait for while what they ask is counted: see sync.pay.
CREATE TABLE sync.quota (
    login text PRIMARY KEY
);
CREATE TABLE sync.lookup_limit (
    role text PRIMARY KEY CHECK (role IN ('agent', 'supervisor', 'administrator')),
    a_minute integer,
    a_day integer
);
INSERT INTO sync.lookup_limit VALUES ('agent', 60, 2000), ('supervisor', 120, 4000), ('administrator', NULL, NULL);

-- Backups that were made; `verified_at` is when one was read back whole.
CREATE TABLE sync.backup (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    made_at timestamptz NOT NULL DEFAULT now(),
    seq bigint NOT NULL,
    file text NOT NULL,
    sha256 text,
    verified_at timestamptz
);

-- What a customer is found by, made of the rows above: see 6_search.sql.
CREATE TABLE sync.search (
    customer_id uuid PRIMARY KEY,
    text text NOT NULL,
    tokens tsvector NOT NULL
);
CREATE INDEX ix_search_tokens ON sync.search USING gin (tokens);
