-- Why partnerships are over.
ALTER TABLE partnerships ADD COLUMN declined_by TEXT;
ALTER TABLE partnerships ADD COLUMN decline_reason TEXT;
ALTER TABLE partnerships ADD COLUMN decline_note TEXT;
CREATE INDEX ix_partnerships_decline ON partnerships (workspace, decline_reason, created_at, id);

-- Meetings have a place and people.
ALTER TABLE outreach_messages ADD COLUMN place TEXT;
ALTER TABLE outreach_messages ADD COLUMN participants TEXT;

-- Texts for messages, as they are and as they were.
CREATE TABLE message_templates (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    sort_name TEXT NOT NULL,
    channel TEXT NOT NULL,
    language TEXT,
    subject TEXT,
    body TEXT NOT NULL,
    text_version INTEGER NOT NULL,
    archived_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_message_templates_name ON message_templates (workspace, sort_name, id);
CREATE INDEX ix_message_templates_updated ON message_templates (workspace, updated_at, id);
CREATE TABLE message_template_versions (
    workspace TEXT NOT NULL,
    template_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    subject TEXT,
    body TEXT NOT NULL,
    written_by TEXT NOT NULL,
    written_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, template_id, number)
) STRICT, WITHOUT ROWID;
ALTER TABLE outreach_messages ADD COLUMN template_id TEXT;
ALTER TABLE outreach_messages ADD COLUMN template_version INTEGER;

-- All that is to be done: tasks write their own rows, partnerships those of their follow-ups.
ALTER TABLE follow_ups ADD COLUMN dismissed_at INTEGER;
CREATE TABLE tasks (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    title TEXT NOT NULL,
    note TEXT,
    due_at INTEGER NOT NULL,
    assignee TEXT,
    influencer_id TEXT,
    campaign_id TEXT,
    partnership_id TEXT,
    closed_at INTEGER,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_tasks_due ON tasks (workspace, status, due_at, id);
CREATE INDEX ix_tasks_assignee ON tasks (workspace, assignee, status, due_at, id);
CREATE INDEX ix_tasks_closed ON tasks (workspace, closed_at, id);
CREATE INDEX ix_tasks_influencer ON tasks (workspace, influencer_id, due_at, id);
CREATE INDEX ix_tasks_campaign ON tasks (workspace, campaign_id, due_at, id);
CREATE INDEX ix_tasks_partnership ON tasks (workspace, partnership_id, due_at, id);

INSERT INTO outdated_rows (kind) SELECT 'partnership' WHERE EXISTS (SELECT 1 FROM partnerships) ON CONFLICT DO NOTHING;

-- What was done with many influencers at once, and what became of each.
CREATE TABLE bulk_actions (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT,
    value_name TEXT,
    dry_run INTEGER NOT NULL,
    undoes TEXT,
    status TEXT NOT NULL,
    total INTEGER NOT NULL,
    succeeded INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    started_by TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    completed_at INTEGER,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX ux_bulk_actions_undoes ON bulk_actions (workspace, undoes);
CREATE INDEX ix_bulk_actions_running ON bulk_actions (workspace, id) WHERE status = 'RUNNING';
CREATE TABLE bulk_results (
    workspace TEXT NOT NULL,
    action_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    influencer_id TEXT NOT NULL,
    outcome TEXT NOT NULL,
    code TEXT,
    message TEXT,
    before TEXT,
    partnership_id TEXT,
    PRIMARY KEY (workspace, action_id, number)
) STRICT, WITHOUT ROWID;
