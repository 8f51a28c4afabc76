-- Steps of outreach with waits between them.
CREATE TABLE sequences (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    name text COLLATE "C" NOT NULL,
    sort_name text COLLATE "C" NOT NULL,
    steps text COLLATE "C" NOT NULL,
    archived_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (workspace, id)
);
CREATE INDEX ix_sequences_name ON sequences (workspace, sort_name, id);
CREATE INDEX ix_sequences_updated ON sequences (workspace, updated_at, id);

-- And what became of them in partnerships.
CREATE TABLE sequence_runs (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    partnership_id text COLLATE "C" NOT NULL,
    influencer_id text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    sequence_id text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    steps text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL,
    stop_reason text COLLATE "C",
    stop_note text COLLATE "C",
    next_step integer,
    next_due_at timestamptz,
    started_by text COLLATE "C" NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at timestamptz,
    PRIMARY KEY (workspace, id)
);
CREATE INDEX ix_sequence_runs_partnership ON sequence_runs (workspace, partnership_id, number);
CREATE INDEX ix_sequence_runs_sequence ON sequence_runs (workspace, sequence_id, status, stop_reason, influencer_id);
CREATE INDEX ix_sequence_runs_active ON sequence_runs (workspace, influencer_id) WHERE status = 'ACTIVE';
