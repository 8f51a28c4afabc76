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
ALTER TABLE influencers ADD COLUMN engagement_millionths bigint GENERATED ALWAYS AS ((engagement_rate * 1000000)::bigint) STORED;
ALTER TABLE partnerships ADD COLUMN created_month date GENERATED ALWAYS AS (date_trunc('month', created_at AT TIME ZONE 'UTC')::date) STORED;

-- Filters of influencers that somebody keeps under a name. A private name is unique among those of its owner.
CREATE TABLE segments (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    name text COLLATE "C" NOT NULL,
    sort_name text COLLATE "C" NOT NULL,
    name_key text COLLATE "C" NOT NULL,
    filter text COLLATE "C" NOT NULL,
    query text COLLATE "C",
    visibility text COLLATE "C" NOT NULL,
    owner_id text COLLATE "C" NOT NULL,
    owner_name text COLLATE "C" NOT NULL,
    archived_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (workspace, id)
);
CREATE UNIQUE INDEX ux_segments_name ON segments (workspace, name_key);
CREATE INDEX ix_segments_name ON segments (workspace, sort_name, id);
