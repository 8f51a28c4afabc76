-- Lists are filtered by these and come newest first: the page is then a range of one index, and nothing is sorted.
CREATE INDEX ix_influencers_tier ON influencers (workspace, tier, created_at, id);
CREATE INDEX ix_influencers_country ON influencers (workspace, country, created_at, id);
CREATE INDEX ix_influencers_owner ON influencers (workspace, owner, created_at, id);
-- Whether somebody is dormant by now is tested in the index.
DROP INDEX ix_influencers_stage;
CREATE INDEX ix_influencers_stage ON influencers (workspace, relationship_stage, created_at, id, dormant_at);
-- Few influencers have these, and whoever filters by them means those who have.
CREATE INDEX ix_influencers_customers ON influencers (workspace, created_at, id) WHERE is_customer;
CREATE INDEX ix_influencers_minors ON influencers (workspace, created_at, id) WHERE is_minor;
CREATE INDEX ix_influencers_opted_out ON influencers (workspace, created_at, id) WHERE do_not_contact;
-- Influencers by what their partnerships and accounts are: each is looked up without its row.
DROP INDEX ix_partnerships_influencer;
CREATE INDEX ix_partnerships_influencer ON partnerships (workspace, influencer_id, stage, contract_ends_on, id);
DROP INDEX ix_accounts_influencer;
CREATE INDEX ix_accounts_influencer ON accounts (workspace, influencer_id, platform, id);

-- What statistics add up and group by: rates as whole millionths, and the month of the shortlisting in UTC.
ALTER TABLE influencers ADD COLUMN engagement_millionths INTEGER GENERATED ALWAYS AS (engagement_rate) VIRTUAL;
ALTER TABLE partnerships ADD COLUMN created_month TEXT GENERATED ALWAYS AS (strftime('%Y-%m-01', created_at / 1000000, 'unixepoch')) VIRTUAL;

-- Filters of influencers that somebody keeps under a name. A private name is unique among those of its owner.
CREATE TABLE segments (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    sort_name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    filter TEXT NOT NULL,
    query TEXT,
    visibility TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    owner_name TEXT NOT NULL,
    archived_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX ux_segments_name ON segments (workspace, name_key);
CREATE INDEX ix_segments_name ON segments (workspace, sort_name, id);

-- What the planner is told of these tables: how many rows there are and how many are alike in an index's first columns, as in a workspace of 200,000 influencers.
-- Told nothing it takes every column for selective, and looks for the platform of each account among all accounts. Told this it chooses the same plans in every
-- database, however new: those that the tests show. Nothing analyses the tables later on. A script
-- that makes one of these indexes anew inserts its line again: a dropped index takes it along.
PRAGMA analysis_limit = 100;
ANALYZE schema_migrations;
DELETE FROM sqlite_stat1 WHERE tbl IN ('schema_migrations', 'accounts', 'influencers', 'influencer_niches', 'influencer_tags', 'partnerships');
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('accounts', 'accounts', '200000 200000 1'),
    ('accounts', 'ix_accounts_influencer', '200000 200000 1 1 1'),
    ('accounts', 'ux_accounts_handle', '200000 200000 66667 1'),
    ('influencer_niches', 'influencer_niches', '200000 200000 1 1'),
    ('influencer_niches', 'ix_influencer_niches_name', '200000 200000 1000 1'),
    ('influencer_tags', 'influencer_tags', '79997 79997 1 1'),
    ('influencer_tags', 'ix_influencer_tags_name', '79997 79997 800 1'),
    ('influencers', 'ix_influencers_country', '200000 200000 33334 1 1'),
    ('influencers', 'ix_influencers_created', '200000 200000 1 1'),
    ('influencers', 'ix_influencers_customers', '40022 40022 1 1'),
    ('influencers', 'ix_influencers_dormant', '200000 200000 4 1'),
    ('influencers', 'ix_influencers_engagement_rate', '200000 200000 3 1'),
    ('influencers', 'ix_influencers_followers', '200000 200000 6 1'),
    ('influencers', 'ix_influencers_health', '200000 200000 4 1'),
    ('influencers', 'ix_influencers_last_contact', '200000 200000 4 1'),
    ('influencers', 'ix_influencers_minors', '1952 1952 1 1'),
    ('influencers', 'ix_influencers_name', '200000 200000 1 1'),
    ('influencers', 'ix_influencers_opted_out', '4004 4004 1 1'),
    ('influencers', 'ix_influencers_owner', '200000 200000 11765 1 1'),
    ('influencers', 'ix_influencers_stage', '200000 200000 50000 1 1 1'),
    ('influencers', 'ix_influencers_tier', '200000 200000 40000 1 1'),
    ('influencers', 'ix_influencers_tier_followers', '200000 200000 40000 6 1'),
    ('influencers', 'ix_influencers_updated', '200000 200000 1 1'),
    ('influencers', 'ux_influencers', '200000 200000 1'),
    ('partnerships', 'ix_partnerships_contract_end', '59992 59992 164 1'),
    ('partnerships', 'ix_partnerships_created', '59992 59992 1 1'),
    ('partnerships', 'ix_partnerships_decline', '59992 59992 59992 1 1'),
    ('partnerships', 'ix_partnerships_follow_up', '59992 59992 59992 1'),
    ('partnerships', 'ix_partnerships_influencer', '59992 59992 1 1 1 1'),
    ('partnerships', 'ix_partnerships_last_contact', '59992 59992 1 1'),
    ('partnerships', 'ix_partnerships_stage', '59992 59992 7499 1 1'),
    ('partnerships', 'ix_partnerships_updated', '59992 59992 2 1'),
    ('partnerships', 'partnerships', '59992 59992 1'),
    ('partnerships', 'ux_partnerships_pair', '59992 59992 200 1');
-- Read by this connection, too.
ANALYZE sqlite_schema;
