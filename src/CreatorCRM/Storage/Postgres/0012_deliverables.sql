-- Content from plan to verification.
ALTER TABLE deliverables
    ADD COLUMN post_url text COLLATE "C",
    ADD COLUMN post_texts text COLLATE "C",
    ADD COLUMN platform_label boolean NOT NULL DEFAULT false,
    ADD COLUMN published_at timestamptz,
    ADD COLUMN verified_by text COLLATE "C",
    ADD COLUMN verified_at timestamptz,
    ADD COLUMN verification_note text COLLATE "C",
    ADD COLUMN override_reason text COLLATE "C",
    ADD COLUMN cancel_reason text COLLATE "C",
    ADD COLUMN disclosure_outcome text COLLATE "C",
    ADD COLUMN disclosure_decision text COLLATE "C",
    ADD COLUMN impressions bigint,
    ADD COLUMN reach bigint,
    ADD COLUMN likes bigint,
    ADD COLUMN comments bigint,
    ADD COLUMN shares bigint,
    ADD COLUMN saves bigint,
    ADD COLUMN views bigint,
    ADD COLUMN link_clicks bigint,
    ADD COLUMN metrics_taken_at timestamptz;
CREATE INDEX ix_deliverables_due ON deliverables (workspace, due_on, id);
CREATE INDEX ix_deliverables_status ON deliverables (workspace, status, due_on, id);
CREATE INDEX ix_deliverables_published ON deliverables (workspace, published_at, id);
CREATE INDEX ix_deliverables_disclosure ON deliverables (workspace, disclosure_outcome, due_on, id);

-- What happened to a deliverable once and for all.
CREATE TABLE deliverable_drafts (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    partnership_id text COLLATE "C" NOT NULL,
    deliverable_id text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    url text COLLATE "C",
    text text COLLATE "C",
    note text COLLATE "C",
    submitted_by text COLLATE "C" NOT NULL,
    submitted_at timestamptz NOT NULL,
    PRIMARY KEY (workspace, id)
);
CREATE INDEX ix_deliverable_drafts ON deliverable_drafts (workspace, deliverable_id, number);

CREATE TABLE deliverable_reviews (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    partnership_id text COLLATE "C" NOT NULL,
    deliverable_id text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    approved boolean NOT NULL,
    comments text COLLATE "C" NOT NULL,
    note text COLLATE "C",
    reviewed_by text COLLATE "C" NOT NULL,
    reviewed_at timestamptz NOT NULL,
    PRIMARY KEY (workspace, id)
);
CREATE INDEX ix_deliverable_reviews ON deliverable_reviews (workspace, deliverable_id, number);

CREATE TABLE disclosure_checks (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    partnership_id text COLLATE "C" NOT NULL,
    deliverable_id text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    outcome text COLLATE "C" NOT NULL,
    evidence text COLLATE "C" NOT NULL,
    checked_at timestamptz NOT NULL,
    PRIMARY KEY (workspace, id)
);
CREATE INDEX ix_disclosure_checks ON disclosure_checks (workspace, deliverable_id, number);

CREATE TABLE deliverable_metrics (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    partnership_id text COLLATE "C" NOT NULL,
    deliverable_id text COLLATE "C" NOT NULL,
    taken_at timestamptz NOT NULL,
    impressions bigint,
    reach bigint,
    likes bigint,
    comments bigint,
    shares bigint,
    saves bigint,
    views bigint,
    link_clicks bigint,
    PRIMARY KEY (workspace, id)
);
CREATE INDEX ix_deliverable_metrics ON deliverable_metrics (workspace, deliverable_id, taken_at, id);

CREATE TABLE shipments (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    partnership_id text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    status text COLLATE "C" NOT NULL,
    items text COLLATE "C" NOT NULL,
    address text COLLATE "C" NOT NULL,
    note text COLLATE "C",
    carrier text COLLATE "C",
    tracking_number text COLLATE "C",
    tracking_url text COLLATE "C",
    shipped_at timestamptz,
    closed_at timestamptz,
    closing_note text COLLATE "C",
    PRIMARY KEY (workspace, id)
);
CREATE INDEX ix_shipments_partnership ON shipments (workspace, partnership_id, number);

-- Every version of a brief. Campaigns that have one already tell it anew from the journal.
CREATE TABLE brief_versions (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    campaign_id text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    brief text COLLATE "C" NOT NULL,
    written_by text COLLATE "C" NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (workspace, id)
);
CREATE INDEX ix_brief_versions_campaign ON brief_versions (workspace, campaign_id, version);
INSERT INTO outdated_rows (kind) SELECT 'campaign' WHERE EXISTS (SELECT 1 FROM campaigns WHERE brief IS NOT NULL);
ALTER TABLE partnerships ADD COLUMN acknowledged_brief text COLLATE "C";
