-- Where a sequence was started, the latest start first; and where it is under way.
CREATE INDEX ix_sequence_runs_started ON sequence_runs (workspace, sequence_id, started_at, id);
CREATE INDEX ix_sequence_runs_under_way ON sequence_runs (workspace, sequence_id, started_at, id) WHERE status = 'ACTIVE';
