-- Why partnerships are over.
ALTER TABLE partnerships ADD COLUMN declined_by TEXT;
ALTER TABLE partnerships ADD COLUMN decline_reason TEXT;
ALTER TABLE partnerships ADD COLUMN decline_note TEXT;
CREATE INDEX ix_partnerships_decline ON partnerships (workspace, decline_reason, created_at, id);

-- Meetings have a place and people.
ALTER TABLE outreach_messages ADD COLUMN place TEXT;
ALTER TABLE outreach_messages ADD COLUMN participants TEXT;
