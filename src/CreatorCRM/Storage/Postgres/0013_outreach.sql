-- Why partnerships are over.
ALTER TABLE partnerships ADD COLUMN declined_by text COLLATE "C";
ALTER TABLE partnerships ADD COLUMN decline_reason text COLLATE "C";
ALTER TABLE partnerships ADD COLUMN decline_note text;
CREATE INDEX ix_partnerships_decline ON partnerships (workspace, decline_reason, created_at, id);

-- Meetings have a place and people.
ALTER TABLE outreach_messages ADD COLUMN place text;
ALTER TABLE outreach_messages ADD COLUMN participants text;
