-- The journal. Text sorts by code point, as it does on SQLite.
CREATE TABLE streams (
    stream text COLLATE "C" NOT NULL PRIMARY KEY,
    version bigint NOT NULL
) WITH (fillfactor = 70);

-- A position is handed out before its transaction commits. Followers therefore read by transaction, below the oldest that still runs.
CREATE TABLE events (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
    workspace text COLLATE "C" NOT NULL,
    stream text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    type text COLLATE "C" NOT NULL,
    schema_version integer NOT NULL,
    data text NOT NULL,
    actor_id text COLLATE "C" NOT NULL,
    actor_name text NOT NULL,
    command_id text COLLATE "C",
    ordinal integer NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX ux_events_stream_version ON events (stream, version);
CREATE INDEX ix_events_log ON events (transaction, position);

CREATE TABLE event_subjects (
    workspace text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    occurred_at timestamptz NOT NULL,
    position bigint NOT NULL,
    PRIMARY KEY (workspace, subject, occurred_at, position)
);
CREATE INDEX ix_event_subjects_position ON event_subjects (position);

CREATE TABLE commands (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    stream text COLLATE "C" NOT NULL,
    fingerprint text COLLATE "C" NOT NULL,
    part text COLLATE "C",
    version bigint NOT NULL,
    recorded_at timestamptz NOT NULL
);

-- The read model: rows written whole in the commit of the events they come from.
CREATE TABLE influencers (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    display_name text COLLATE "C" NOT NULL,
    sort_name text COLLATE "C" NOT NULL,
    search_text text COLLATE "C" NOT NULL,
    tier text COLLATE "C",
    followers bigint,
    engagement_rate numeric(20,6),
    engagement_formula text COLLATE "C",
    country text COLLATE "C",
    agency text COLLATE "C",
    owner text COLLATE "C",
    notes text,
    is_customer boolean NOT NULL,
    is_minor boolean NOT NULL,
    do_not_contact boolean NOT NULL,
    do_not_contact_reason text COLLATE "C",
    do_not_contact_since timestamptz,
    languages text COLLATE "C" NOT NULL,
    contact_points text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
ALTER TABLE influencers ADD PRIMARY KEY (workspace, id);

CREATE TABLE accounts (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    influencer_id text COLLATE "C" NOT NULL,
    number text COLLATE "C" NOT NULL,
    platform text COLLATE "C" NOT NULL,
    handle text COLLATE "C" NOT NULL,
    handle_key text COLLATE "C" NOT NULL,
    url text COLLATE "C",
    followers bigint,
    average_likes numeric(20,6),
    average_comments numeric(20,6),
    average_views numeric(20,6),
    average_shares numeric(20,6),
    posts_per_week numeric(20,6),
    engagement_rate numeric(20,6),
    engagement_formula text COLLATE "C",
    metrics_taken_at timestamptz,
    PRIMARY KEY (workspace, id)
);
CREATE UNIQUE INDEX ux_accounts_handle ON accounts (workspace, platform, handle_key);
CREATE INDEX ix_accounts_influencer ON accounts (workspace, influencer_id);

CREATE TABLE metric_snapshots (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    account_id text COLLATE "C" NOT NULL,
    taken_at timestamptz NOT NULL,
    followers bigint,
    average_likes numeric(20,6),
    average_comments numeric(20,6),
    average_views numeric(20,6),
    average_shares numeric(20,6),
    posts_per_week numeric(20,6),
    engagement_rate numeric(20,6),
    engagement_formula text COLLATE "C",
    PRIMARY KEY (workspace, id)
);
CREATE INDEX ix_metric_snapshots_account ON metric_snapshots (workspace, account_id, taken_at, id);

CREATE TABLE influencer_niches (
    workspace text COLLATE "C" NOT NULL,
    influencer_id text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    ordinal integer NOT NULL,
    PRIMARY KEY (workspace, influencer_id, name)
);
CREATE INDEX ix_influencer_niches_name ON influencer_niches (workspace, name, influencer_id);

CREATE TABLE influencer_tags (
    workspace text COLLATE "C" NOT NULL,
    influencer_id text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    ordinal integer NOT NULL,
    PRIMARY KEY (workspace, influencer_id, name)
);
CREATE INDEX ix_influencer_tags_name ON influencer_tags (workspace, name, influencer_id);

CREATE TABLE campaigns (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    name text COLLATE "C" NOT NULL,
    sort_name text COLLATE "C" NOT NULL,
    search_text text COLLATE "C" NOT NULL,
    brand text COLLATE "C",
    product text COLLATE "C",
    status text COLLATE "C" NOT NULL,
    budget_minor bigint,
    budget_currency text COLLATE "C",
    starts_on date,
    ends_on date,
    owner text COLLATE "C",
    goals text COLLATE "C" NOT NULL,
    channels text COLLATE "C" NOT NULL,
    landing_pages text COLLATE "C" NOT NULL,
    brief text COLLATE "C",
    brief_version integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
ALTER TABLE campaigns ADD PRIMARY KEY (workspace, id);

CREATE TABLE partnerships (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    influencer_id text COLLATE "C" NOT NULL,
    campaign_id text COLLATE "C" NOT NULL,
    owner text COLLATE "C",
    stage text COLLATE "C" NOT NULL,
    stage_since timestamptz NOT NULL,
    stage_is_manual boolean NOT NULL,
    last_outreach_at timestamptz,
    last_reply_at timestamptz,
    last_contact_at timestamptz,
    next_follow_up_at timestamptz,
    contract_state text COLLATE "C",
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (workspace, id)
);
CREATE UNIQUE INDEX ux_partnerships_pair ON partnerships (workspace, campaign_id, influencer_id);
CREATE INDEX ix_partnerships_influencer ON partnerships (workspace, influencer_id, id);

CREATE TABLE outreach_messages (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    partnership_id text COLLATE "C" NOT NULL,
    direction text COLLATE "C" NOT NULL,
    channel text COLLATE "C" NOT NULL,
    subject text COLLATE "C",
    body text,
    occurred_at timestamptz NOT NULL,
    logged_by text COLLATE "C" NOT NULL,
    PRIMARY KEY (workspace, id)
);
CREATE INDEX ix_outreach_messages_partnership ON outreach_messages (workspace, partnership_id, occurred_at, id);

CREATE TABLE offers (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    partnership_id text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    by text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    components text COLLATE "C" NOT NULL,
    note text COLLATE "C",
    answers text COLLATE "C",
    proposed_at timestamptz NOT NULL,
    closed_at timestamptz,
    PRIMARY KEY (workspace, id)
);
CREATE INDEX ix_offers_partnership ON offers (workspace, partnership_id, number);

CREATE TABLE contracts (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    partnership_id text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    state text COLLATE "C" NOT NULL,
    terms text COLLATE "C" NOT NULL,
    signatures text COLLATE "C" NOT NULL,
    drafted_at timestamptz NOT NULL,
    sent_at timestamptz,
    reason text COLLATE "C",
    PRIMARY KEY (workspace, id)
);
CREATE INDEX ix_contracts_partnership ON contracts (workspace, partnership_id, number);

CREATE TABLE deliverables (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    partnership_id text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    kind text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    due_on date,
    note text COLLATE "C",
    PRIMARY KEY (workspace, id)
);
CREATE INDEX ix_deliverables_partnership ON deliverables (workspace, partnership_id, number);

CREATE TABLE follow_ups (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    partnership_id text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    due_at timestamptz NOT NULL,
    note text COLLATE "C",
    done_at timestamptz,
    PRIMARY KEY (workspace, id)
);
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

-- Search: trigrams of the folded text. A database's owner may create this extension.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX ix_influencers_search_text ON influencers USING gin (search_text gin_trgm_ops);
CREATE INDEX ix_campaigns_search_text ON campaigns USING gin (search_text gin_trgm_ops);

-- Uploaded files that wait to be imported; the content is forgotten when that is done.
CREATE TABLE imports (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    file_name text NOT NULL,
    fingerprint text COLLATE "C",
    content bytea NOT NULL,
    preview text NOT NULL,
    status text COLLATE "C" NOT NULL,
    uploaded_at timestamptz NOT NULL,
    PRIMARY KEY (workspace, id)
);
CREATE INDEX ix_imports_status ON imports (status, uploaded_at);
