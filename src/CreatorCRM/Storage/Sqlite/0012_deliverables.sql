-- Content from plan to verification.
ALTER TABLE deliverables ADD COLUMN post_url TEXT;
ALTER TABLE deliverables ADD COLUMN post_texts TEXT;
ALTER TABLE deliverables ADD COLUMN platform_label INTEGER NOT NULL DEFAULT 0;
ALTER TABLE deliverables ADD COLUMN published_at INTEGER;
ALTER TABLE deliverables ADD COLUMN verified_by TEXT;
ALTER TABLE deliverables ADD COLUMN verified_at INTEGER;
ALTER TABLE deliverables ADD COLUMN verification_note TEXT;
ALTER TABLE deliverables ADD COLUMN override_reason TEXT;
ALTER TABLE deliverables ADD COLUMN cancel_reason TEXT;
ALTER TABLE deliverables ADD COLUMN disclosure_outcome TEXT;
ALTER TABLE deliverables ADD COLUMN disclosure_decision TEXT;
ALTER TABLE deliverables ADD COLUMN impressions INTEGER;
ALTER TABLE deliverables ADD COLUMN reach INTEGER;
ALTER TABLE deliverables ADD COLUMN likes INTEGER;
ALTER TABLE deliverables ADD COLUMN comments INTEGER;
ALTER TABLE deliverables ADD COLUMN shares INTEGER;
ALTER TABLE deliverables ADD COLUMN saves INTEGER;
ALTER TABLE deliverables ADD COLUMN views INTEGER;
ALTER TABLE deliverables ADD COLUMN link_clicks INTEGER;
ALTER TABLE deliverables ADD COLUMN metrics_taken_at INTEGER;
CREATE INDEX ix_deliverables_due ON deliverables (workspace, due_on, id);
CREATE INDEX ix_deliverables_status ON deliverables (workspace, status, due_on, id);
CREATE INDEX ix_deliverables_published ON deliverables (workspace, published_at, id);
CREATE INDEX ix_deliverables_disclosure ON deliverables (workspace, disclosure_outcome, due_on, id);

-- What happened to a deliverable once and for all.
CREATE TABLE deliverable_drafts (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    partnership_id TEXT NOT NULL,
    deliverable_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    url TEXT,
    text TEXT,
    note TEXT,
    submitted_by TEXT NOT NULL,
    submitted_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_deliverable_drafts ON deliverable_drafts (workspace, deliverable_id, number);

CREATE TABLE deliverable_reviews (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    partnership_id TEXT NOT NULL,
    deliverable_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    approved INTEGER NOT NULL,
    comments TEXT NOT NULL,
    note TEXT,
    reviewed_by TEXT NOT NULL,
    reviewed_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_deliverable_reviews ON deliverable_reviews (workspace, deliverable_id, number);

CREATE TABLE disclosure_checks (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    partnership_id TEXT NOT NULL,
    deliverable_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    evidence TEXT NOT NULL,
    checked_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_disclosure_checks ON disclosure_checks (workspace, deliverable_id, number);

CREATE TABLE deliverable_metrics (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    partnership_id TEXT NOT NULL,
    deliverable_id TEXT NOT NULL,
    taken_at INTEGER NOT NULL,
    impressions INTEGER,
    reach INTEGER,
    likes INTEGER,
    comments INTEGER,
    shares INTEGER,
    saves INTEGER,
    views INTEGER,
    link_clicks INTEGER,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_deliverable_metrics ON deliverable_metrics (workspace, deliverable_id, taken_at, id);

CREATE TABLE shipments (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    partnership_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    status TEXT NOT NULL,
    items TEXT NOT NULL,
    address TEXT NOT NULL,
    note TEXT,
    carrier TEXT,
    tracking_number TEXT,
    tracking_url TEXT,
    shipped_at INTEGER,
    closed_at INTEGER,
    closing_note TEXT,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_shipments_partnership ON shipments (workspace, partnership_id, number);

-- Every version of a brief. Campaigns that have one already tell it anew from the journal.
CREATE TABLE brief_versions (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    campaign_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    brief TEXT NOT NULL,
    written_by TEXT NOT NULL,
    written_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_brief_versions_campaign ON brief_versions (workspace, campaign_id, version);
INSERT INTO outdated_rows (kind) SELECT 'campaign' WHERE EXISTS (SELECT 1 FROM campaigns WHERE brief IS NOT NULL);
ALTER TABLE partnerships ADD COLUMN acknowledged_brief TEXT;
