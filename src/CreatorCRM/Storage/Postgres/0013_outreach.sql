-- Why partnerships are over.
ALTER TABLE partnerships ADD COLUMN declined_by text COLLATE "C";
ALTER TABLE partnerships ADD COLUMN decline_reason text COLLATE "C";
ALTER TABLE partnerships ADD COLUMN decline_note text;
CREATE INDEX ix_partnerships_decline ON partnerships (workspace, decline_reason, created_at, id);

-- Meetings have a place and people.
ALTER TABLE outreach_messages ADD COLUMN place text;
ALTER TABLE outreach_messages ADD COLUMN participants text;

-- Texts for messages, as they are and as they were.
CREATE TABLE message_templates (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    name text COLLATE "C" NOT NULL,
    sort_name text COLLATE "C" NOT NULL,
    channel text COLLATE "C" NOT NULL,
    language text COLLATE "C",
    subject text,
    body text NOT NULL,
    text_version integer NOT NULL,
    archived_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (workspace, id)
);
CREATE INDEX ix_message_templates_name ON message_templates (workspace, sort_name, id);
CREATE INDEX ix_message_templates_updated ON message_templates (workspace, updated_at, id);
CREATE TABLE message_template_versions (
    workspace text COLLATE "C" NOT NULL,
    template_id text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    subject text,
    body text NOT NULL,
    written_by text NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (workspace, template_id, number)
);
ALTER TABLE outreach_messages ADD COLUMN template_id text COLLATE "C";
ALTER TABLE outreach_messages ADD COLUMN template_version integer;

-- All that is to be done: tasks write their own rows, partnerships those of their follow-ups.
ALTER TABLE follow_ups ADD COLUMN dismissed_at timestamptz;
CREATE TABLE tasks (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL,
    title text COLLATE "C" NOT NULL,
    note text,
    due_at timestamptz NOT NULL,
    assignee text COLLATE "C",
    influencer_id text COLLATE "C",
    campaign_id text COLLATE "C",
    partnership_id text COLLATE "C",
    closed_at timestamptz,
    PRIMARY KEY (workspace, id)
);
CREATE INDEX ix_tasks_due ON tasks (workspace, status, due_at, id);
CREATE INDEX ix_tasks_assignee ON tasks (workspace, assignee, status, due_at, id);
CREATE INDEX ix_tasks_closed ON tasks (workspace, closed_at, id);
CREATE INDEX ix_tasks_influencer ON tasks (workspace, influencer_id, due_at, id);
CREATE INDEX ix_tasks_campaign ON tasks (workspace, campaign_id, due_at, id);
CREATE INDEX ix_tasks_partnership ON tasks (workspace, partnership_id, due_at, id);

INSERT INTO outdated_rows (kind) SELECT 'partnership' WHERE EXISTS (SELECT 1 FROM partnerships) ON CONFLICT DO NOTHING;

-- What was done with many influencers at once, and what became of each.
CREATE TABLE bulk_actions (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    value text,
    value_name text,
    dry_run boolean NOT NULL,
    undoes text COLLATE "C",
    status text COLLATE "C" NOT NULL,
    total integer NOT NULL,
    succeeded integer NOT NULL,
    unchanged integer NOT NULL,
    refused integer NOT NULL,
    started_by text NOT NULL,
    started_at timestamptz NOT NULL,
    completed_at timestamptz,
    PRIMARY KEY (workspace, id)
);
CREATE UNIQUE INDEX ux_bulk_actions_undoes ON bulk_actions (workspace, undoes);
CREATE INDEX ix_bulk_actions_running ON bulk_actions (workspace, id) WHERE status = 'RUNNING';
CREATE TABLE bulk_results (
    workspace text COLLATE "C" NOT NULL,
    action_id text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    influencer_id text COLLATE "C" NOT NULL,
    outcome text COLLATE "C" NOT NULL,
    code text COLLATE "C",
    message text,
    before text,
    partnership_id text COLLATE "C",
    PRIMARY KEY (workspace, action_id, number)
);
