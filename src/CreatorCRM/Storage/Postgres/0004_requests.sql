-- HTTP requests that came with an Idempotency-Key, kept for a day so that a repetition gets the same answer. Without a status: under way until the lease ends.
-- Both engines run the same statements on it, so instants are microseconds since 1970 here, too.
CREATE TABLE requests (
    workspace text COLLATE "C" NOT NULL,
    principal text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    fingerprint text COLLATE "C" NOT NULL,
    claim text COLLATE "C" NOT NULL,
    claimed_at bigint NOT NULL,
    lease_until bigint NOT NULL,
    status integer,
    body text,
    PRIMARY KEY (workspace, principal, key)
);
CREATE INDEX ix_requests_claimed_at ON requests (claimed_at);
