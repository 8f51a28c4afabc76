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
