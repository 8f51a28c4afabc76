-- HTTP requests that came with an Idempotency-Key, kept for a day so that a repetition gets the same answer. Without a status: under way until the lease ends.
CREATE TABLE requests (
    workspace TEXT NOT NULL,
    principal TEXT NOT NULL,
    key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    claim TEXT NOT NULL,
    claimed_at INTEGER NOT NULL,
    lease_until INTEGER NOT NULL,
    status INTEGER,
    body TEXT,
    PRIMARY KEY (workspace, principal, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_requests_claimed_at ON requests (claimed_at);
