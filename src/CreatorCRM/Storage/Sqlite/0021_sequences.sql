-- Steps of outreach with waits between them.
CREATE TABLE sequences (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    sort_name TEXT NOT NULL,
    steps TEXT NOT NULL,
    archived_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_sequences_name ON sequences (workspace, sort_name, id);
CREATE INDEX ix_sequences_updated ON sequences (workspace, updated_at, id);

-- And what became of them in partnerships.
CREATE TABLE sequence_runs (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    partnership_id TEXT NOT NULL,
    influencer_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    sequence_id TEXT NOT NULL,
    name TEXT NOT NULL,
    steps TEXT NOT NULL,
    status TEXT NOT NULL,
    stop_reason TEXT,
    stop_note TEXT,
    next_step INTEGER,
    next_due_at INTEGER,
    started_by TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_sequence_runs_partnership ON sequence_runs (workspace, partnership_id, number);
CREATE INDEX ix_sequence_runs_sequence ON sequence_runs (workspace, sequence_id, status, stop_reason, influencer_id);
CREATE INDEX ix_sequence_runs_active ON sequence_runs (workspace, influencer_id) WHERE status = 'ACTIVE';
