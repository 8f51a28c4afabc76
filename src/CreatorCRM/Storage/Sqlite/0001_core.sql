-- The journal. Instants are microseconds since 1970 in UTC, rates are millionths, money is minor units.
CREATE TABLE streams (
    stream TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    workspace TEXT NOT NULL,
    stream TEXT NOT NULL,
    version INTEGER NOT NULL,
    type TEXT NOT NULL,
    schema_version INTEGER NOT NULL,
    data TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    command_id TEXT,
    ordinal INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX ux_events_stream_version ON events (stream, version);

CREATE TABLE event_subjects (
    workspace TEXT NOT NULL,
    subject TEXT NOT NULL,
    occurred_at INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (workspace, subject, occurred_at, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_event_subjects_position ON event_subjects (position);

CREATE TABLE commands (
    id TEXT NOT NULL PRIMARY KEY,
    stream TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    part TEXT,
    version INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The read model: rows written whole in the commit of the events they come from.
CREATE TABLE influencers (
    row INTEGER PRIMARY KEY,
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    display_name TEXT NOT NULL,
    sort_name TEXT NOT NULL,
    search_text TEXT NOT NULL,
    tier TEXT,
    followers INTEGER,
    engagement_rate INTEGER,
    engagement_formula TEXT,
    country TEXT,
    agency TEXT,
    owner TEXT,
    notes TEXT,
    is_customer INTEGER NOT NULL,
    is_minor INTEGER NOT NULL,
    do_not_contact INTEGER NOT NULL,
    do_not_contact_reason TEXT,
    do_not_contact_since INTEGER,
    languages TEXT NOT NULL,
    contact_points TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX ux_influencers ON influencers (workspace, id);

CREATE TABLE accounts (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    influencer_id TEXT NOT NULL,
    number TEXT NOT NULL,
    platform TEXT NOT NULL,
    handle TEXT NOT NULL,
    handle_key TEXT NOT NULL,
    url TEXT,
    followers INTEGER,
    average_likes INTEGER,
    average_comments INTEGER,
    average_views INTEGER,
    average_shares INTEGER,
    posts_per_week INTEGER,
    engagement_rate INTEGER,
    engagement_formula TEXT,
    metrics_taken_at INTEGER,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX ux_accounts_handle ON accounts (workspace, platform, handle_key);
CREATE INDEX ix_accounts_influencer ON accounts (workspace, influencer_id);

CREATE TABLE metric_snapshots (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    taken_at INTEGER NOT NULL,
    followers INTEGER,
    average_likes INTEGER,
    average_comments INTEGER,
    average_views INTEGER,
    average_shares INTEGER,
    posts_per_week INTEGER,
    engagement_rate INTEGER,
    engagement_formula TEXT,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_metric_snapshots_account ON metric_snapshots (workspace, account_id, taken_at, id);

CREATE TABLE influencer_niches (
    workspace TEXT NOT NULL,
    influencer_id TEXT NOT NULL,
    name TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    PRIMARY KEY (workspace, influencer_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_influencer_niches_name ON influencer_niches (workspace, name, influencer_id);

CREATE TABLE influencer_tags (
    workspace TEXT NOT NULL,
    influencer_id TEXT NOT NULL,
    name TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    PRIMARY KEY (workspace, influencer_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_influencer_tags_name ON influencer_tags (workspace, name, influencer_id);

CREATE TABLE campaigns (
    row INTEGER PRIMARY KEY,
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    sort_name TEXT NOT NULL,
    search_text TEXT NOT NULL,
    brand TEXT,
    product TEXT,
    status TEXT NOT NULL,
    budget_minor INTEGER,
    budget_currency TEXT,
    starts_on TEXT,
    ends_on TEXT,
    owner TEXT,
    goals TEXT NOT NULL,
    channels TEXT NOT NULL,
    landing_pages TEXT NOT NULL,
    brief TEXT,
    brief_version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX ux_campaigns ON campaigns (workspace, id);

CREATE TABLE partnerships (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    influencer_id TEXT NOT NULL,
    campaign_id TEXT NOT NULL,
    owner TEXT,
    stage TEXT NOT NULL,
    stage_since INTEGER NOT NULL,
    stage_is_manual INTEGER NOT NULL,
    last_outreach_at INTEGER,
    last_reply_at INTEGER,
    last_contact_at INTEGER,
    next_follow_up_at INTEGER,
    contract_state TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX ux_partnerships_pair ON partnerships (workspace, campaign_id, influencer_id);
CREATE INDEX ix_partnerships_influencer ON partnerships (workspace, influencer_id, id);

CREATE TABLE outreach_messages (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    partnership_id TEXT NOT NULL,
    direction TEXT NOT NULL,
    channel TEXT NOT NULL,
    subject TEXT,
    body TEXT,
    occurred_at INTEGER NOT NULL,
    logged_by TEXT NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_outreach_messages_partnership ON outreach_messages (workspace, partnership_id, occurred_at, id);

CREATE TABLE offers (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    partnership_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    by TEXT NOT NULL,
    state TEXT NOT NULL,
    components TEXT NOT NULL,
    note TEXT,
    answers TEXT,
    proposed_at INTEGER NOT NULL,
    closed_at INTEGER,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_offers_partnership ON offers (workspace, partnership_id, number);

CREATE TABLE contracts (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    partnership_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    terms TEXT NOT NULL,
    signatures TEXT NOT NULL,
    drafted_at INTEGER NOT NULL,
    sent_at INTEGER,
    reason TEXT,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_contracts_partnership ON contracts (workspace, partnership_id, number);

CREATE TABLE deliverables (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    partnership_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    due_on TEXT,
    note TEXT,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_deliverables_partnership ON deliverables (workspace, partnership_id, number);

CREATE TABLE follow_ups (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    partnership_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    note TEXT,
    done_at INTEGER,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_follow_ups_partnership ON follow_ups (workspace, partnership_id, number);

-- The orders that lists are paged in.
CREATE INDEX ix_influencers_name ON influencers (workspace, sort_name, id);
CREATE INDEX ix_influencers_followers ON influencers (workspace, followers, id);
CREATE INDEX ix_influencers_tier_followers ON influencers (workspace, tier, followers, id);
CREATE INDEX ix_influencers_engagement_rate ON influencers (workspace, engagement_rate, id);
CREATE INDEX ix_influencers_created ON influencers (workspace, created_at, id);
CREATE INDEX ix_influencers_updated ON influencers (workspace, updated_at, id);
CREATE INDEX ix_campaigns_name ON campaigns (workspace, sort_name, id);
CREATE INDEX ix_campaigns_created ON campaigns (workspace, created_at, id);
CREATE INDEX ix_campaigns_starts ON campaigns (workspace, starts_on, id);
CREATE INDEX ix_partnerships_created ON partnerships (workspace, created_at, id);
CREATE INDEX ix_partnerships_updated ON partnerships (workspace, updated_at, id);
CREATE INDEX ix_partnerships_stage ON partnerships (workspace, stage, stage_since, id);
CREATE INDEX ix_partnerships_last_contact ON partnerships (workspace, last_contact_at, id);
CREATE INDEX ix_partnerships_follow_up ON partnerships (workspace, next_follow_up_at, id);

-- Search in influencers: trigrams of the folded text, kept by triggers. A document number of our own ties index and table together, since VACUUM may renumber rows.
CREATE TABLE influencers_documents (
    document INTEGER PRIMARY KEY,
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    UNIQUE (workspace, id)
) STRICT;
CREATE VIRTUAL TABLE influencers_search USING fts5(search_text, content='', contentless_delete=1, tokenize="trigram case_sensitive 1");
CREATE TRIGGER influencers_search_insert AFTER INSERT ON influencers BEGIN
    INSERT INTO influencers_documents (workspace, id) VALUES (new.workspace, new.id);
    INSERT INTO influencers_search (rowid, search_text) SELECT document, new.search_text FROM influencers_documents WHERE workspace = new.workspace AND id = new.id;
END;
CREATE TRIGGER influencers_search_update AFTER UPDATE OF search_text ON influencers WHEN old.search_text IS NOT new.search_text BEGIN
    UPDATE influencers_search SET search_text = new.search_text WHERE rowid = (SELECT document FROM influencers_documents WHERE workspace = new.workspace AND id = new.id);
END;
CREATE TRIGGER influencers_search_delete AFTER DELETE ON influencers BEGIN
    DELETE FROM influencers_search WHERE rowid = (SELECT document FROM influencers_documents WHERE workspace = old.workspace AND id = old.id);
    DELETE FROM influencers_documents WHERE workspace = old.workspace AND id = old.id;
END;

-- Search in campaigns: trigrams of the folded text, kept by triggers. A document number of our own ties index and table together, since VACUUM may renumber rows.
CREATE TABLE campaigns_documents (
    document INTEGER PRIMARY KEY,
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    UNIQUE (workspace, id)
) STRICT;
CREATE VIRTUAL TABLE campaigns_search USING fts5(search_text, content='', contentless_delete=1, tokenize="trigram case_sensitive 1");
CREATE TRIGGER campaigns_search_insert AFTER INSERT ON campaigns BEGIN
    INSERT INTO campaigns_documents (workspace, id) VALUES (new.workspace, new.id);
    INSERT INTO campaigns_search (rowid, search_text) SELECT document, new.search_text FROM campaigns_documents WHERE workspace = new.workspace AND id = new.id;
END;
CREATE TRIGGER campaigns_search_update AFTER UPDATE OF search_text ON campaigns WHEN old.search_text IS NOT new.search_text BEGIN
    UPDATE campaigns_search SET search_text = new.search_text WHERE rowid = (SELECT document FROM campaigns_documents WHERE workspace = new.workspace AND id = new.id);
END;
CREATE TRIGGER campaigns_search_delete AFTER DELETE ON campaigns BEGIN
    DELETE FROM campaigns_search WHERE rowid = (SELECT document FROM campaigns_documents WHERE workspace = old.workspace AND id = old.id);
    DELETE FROM campaigns_documents WHERE workspace = old.workspace AND id = old.id;
END;

-- Uploaded files that wait to be imported; the content is forgotten when that is done.
CREATE TABLE imports (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    file_name TEXT NOT NULL,
    fingerprint TEXT,
    content BLOB NOT NULL,
    preview TEXT NOT NULL,
    status TEXT NOT NULL,
    uploaded_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT;
CREATE INDEX ix_imports_status ON imports (status, uploaded_at);
