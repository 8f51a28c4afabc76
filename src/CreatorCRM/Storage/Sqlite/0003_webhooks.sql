-- Webhooks: which address gets which events. Like all rows of the read model, from the journal.
CREATE TABLE webhooks (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    kinds TEXT NOT NULL,
    status TEXT NOT NULL,
    status_reason TEXT,
    status_since INTEGER NOT NULL,
    secret INTEGER NOT NULL,
    old_secret_until INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_webhooks_created ON webhooks (workspace, created_at, id);
CREATE INDEX ix_webhooks_status ON webhooks (status);

-- What signs. Not from the journal, which must not hold it.
CREATE TABLE webhook_secrets (
    workspace TEXT NOT NULL,
    webhook_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    secret TEXT NOT NULL,
    PRIMARY KEY (workspace, webhook_id, number)
) STRICT, WITHOUT ROWID;

-- How far each webhook has come in the log, and what became of the events that it was sent.
CREATE TABLE webhook_progress (
    workspace TEXT NOT NULL,
    webhook_id TEXT NOT NULL,
    log_transaction INTEGER NOT NULL,
    log_position INTEGER NOT NULL,
    last_success_at INTEGER,
    failing_since INTEGER,
    PRIMARY KEY (workspace, webhook_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE webhook_deliveries (
    workspace TEXT NOT NULL,
    webhook_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    log_transaction INTEGER NOT NULL,
    stream TEXT NOT NULL,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    status TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    last_attempt_at INTEGER NOT NULL,
    next_attempt_at INTEGER,
    status_code INTEGER,
    error TEXT,
    duration_ms INTEGER NOT NULL,
    PRIMARY KEY (workspace, webhook_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_webhook_deliveries_status ON webhook_deliveries (workspace, webhook_id, status, position);
CREATE INDEX ix_webhook_deliveries_next ON webhook_deliveries (workspace, webhook_id, next_attempt_at) WHERE status = 'RETRYING';
CREATE INDEX ix_webhook_deliveries_age ON webhook_deliveries (status, last_attempt_at);
