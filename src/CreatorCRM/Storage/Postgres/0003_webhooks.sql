-- Webhooks: which address gets which events. Like all rows of the read model, from the journal.
CREATE TABLE webhooks (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    name text COLLATE "C" NOT NULL,
    url text COLLATE "C" NOT NULL,
    kinds text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL,
    status_reason text COLLATE "C",
    status_since timestamptz NOT NULL,
    secret integer NOT NULL,
    old_secret_until timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (workspace, id)
);
CREATE INDEX ix_webhooks_created ON webhooks (workspace, created_at, id);
CREATE INDEX ix_webhooks_status ON webhooks (status);

-- What signs. Not from the journal, which must not hold it.
CREATE TABLE webhook_secrets (
    workspace text COLLATE "C" NOT NULL,
    webhook_id text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    secret text COLLATE "C" NOT NULL,
    PRIMARY KEY (workspace, webhook_id, number)
);

-- How far each webhook has come in the log, and what became of the events that it was sent.
CREATE TABLE webhook_progress (
    workspace text COLLATE "C" NOT NULL,
    webhook_id text COLLATE "C" NOT NULL,
    log_transaction bigint NOT NULL,
    log_position bigint NOT NULL,
    last_success_at timestamptz,
    failing_since timestamptz,
    PRIMARY KEY (workspace, webhook_id)
);

CREATE TABLE webhook_deliveries (
    workspace text COLLATE "C" NOT NULL,
    webhook_id text COLLATE "C" NOT NULL,
    position bigint NOT NULL,
    log_transaction bigint NOT NULL,
    stream text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    kind text COLLATE "C" NOT NULL,
    recorded_at timestamptz NOT NULL,
    status text COLLATE "C" NOT NULL,
    attempts integer NOT NULL,
    tries integer NOT NULL,
    last_attempt_at timestamptz NOT NULL,
    next_attempt_at timestamptz,
    status_code integer,
    error text,
    duration_ms bigint NOT NULL,
    PRIMARY KEY (workspace, webhook_id, position)
);
CREATE INDEX ix_webhook_deliveries_status ON webhook_deliveries (workspace, webhook_id, status, position);
CREATE INDEX ix_webhook_deliveries_next ON webhook_deliveries (workspace, webhook_id, next_attempt_at) WHERE status = 'RETRYING';
CREATE INDEX ix_webhook_deliveries_age ON webhook_deliveries (status, last_attempt_at);
