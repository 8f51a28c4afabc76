-- Two influencers that are one person: which one goes into which, and how far that has come.
CREATE TABLE influencer_merges (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    survivor_id text COLLATE "C" NOT NULL,
    survivor_name text NOT NULL,
    merged_id text COLLATE "C" NOT NULL,
    merged_name text NOT NULL,
    reason text,
    status text COLLATE "C" NOT NULL,
    accounts int NOT NULL,
    partnerships int NOT NULL,
    tasks int NOT NULL,
    started_by text NOT NULL,
    started_at timestamptz NOT NULL,
    merged_at timestamptz,
    undone_by text,
    undo_started_at timestamptz,
    undone_at timestamptz,
    PRIMARY KEY (workspace, id)
);
CREATE INDEX ix_influencer_merges_started ON influencer_merges (workspace, started_at, id);
CREATE INDEX ix_influencer_merges_survivor ON influencer_merges (workspace, survivor_id, started_at, id);
CREATE INDEX ix_influencer_merges_merged ON influencer_merges (workspace, merged_id, started_at, id);
CREATE INDEX ix_influencer_merges_running ON influencer_merges (workspace, id) WHERE status IN ('RUNNING', 'UNDOING');

-- Nobody is in two merges that are under way.
CREATE TABLE influencer_merge_parties (
    workspace text COLLATE "C" NOT NULL,
    merge_id text COLLATE "C" NOT NULL,
    influencer_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (workspace, merge_id, influencer_id)
);
CREATE UNIQUE INDEX ux_influencer_merge_parties ON influencer_merge_parties (workspace, influencer_id);

ALTER TABLE influencers ADD COLUMN merged_into text COLLATE "C";
CREATE INDEX ix_influencers_merged_into ON influencers (workspace, merged_into) WHERE merged_into IS NOT NULL;
-- What counts a list need not look at the rows.
DROP INDEX ix_influencers_created;
CREATE INDEX ix_influencers_created ON influencers (workspace, created_at, id, merged_into);
DROP INDEX ix_influencers_tier_followers;
CREATE INDEX ix_influencers_tier_followers ON influencers (workspace, tier, followers, id, merged_into);

-- One partnership for each influencer in a campaign, beside which those stand that came with a merge.
ALTER TABLE partnerships ADD COLUMN merged_from text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE partnerships ADD COLUMN merge_id text COLLATE "C";
DROP INDEX ux_partnerships_pair;
CREATE UNIQUE INDEX ux_partnerships_pair ON partnerships (workspace, campaign_id, influencer_id, merged_from);
CREATE INDEX ix_partnerships_merge ON partnerships (workspace, merge_id) WHERE merge_id IS NOT NULL;

ALTER TABLE tasks ADD COLUMN merge_id text COLLATE "C";
CREATE INDEX ix_tasks_merge ON tasks (workspace, merge_id) WHERE merge_id IS NOT NULL;
