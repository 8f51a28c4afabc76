-- The list of bulk actions, the newest first.
CREATE INDEX ix_bulk_actions_started ON bulk_actions (workspace, started_at, id);
