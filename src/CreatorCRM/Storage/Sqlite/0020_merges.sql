-- Two influencers that are one person: which one goes into which, and how far that has come.
CREATE TABLE influencer_merges (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    survivor_id TEXT NOT NULL,
    survivor_name TEXT NOT NULL,
    merged_id TEXT NOT NULL,
    merged_name TEXT NOT NULL,
    reason TEXT,
    status TEXT NOT NULL,
    accounts INTEGER NOT NULL,
    partnerships INTEGER NOT NULL,
    tasks INTEGER NOT NULL,
    started_by TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    merged_at INTEGER,
    undone_by TEXT,
    undo_started_at INTEGER,
    undone_at INTEGER,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_influencer_merges_started ON influencer_merges (workspace, started_at, id);
CREATE INDEX ix_influencer_merges_survivor ON influencer_merges (workspace, survivor_id, started_at, id);
CREATE INDEX ix_influencer_merges_merged ON influencer_merges (workspace, merged_id, started_at, id);
CREATE INDEX ix_influencer_merges_running ON influencer_merges (workspace, id) WHERE status IN ('RUNNING', 'UNDOING');

-- Nobody is in two merges that are under way.
CREATE TABLE influencer_merge_parties (
    workspace TEXT NOT NULL,
    merge_id TEXT NOT NULL,
    influencer_id TEXT NOT NULL,
    PRIMARY KEY (workspace, merge_id, influencer_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX ux_influencer_merge_parties ON influencer_merge_parties (workspace, influencer_id);

ALTER TABLE influencers ADD COLUMN merged_into TEXT;
CREATE INDEX ix_influencers_merged_into ON influencers (workspace, merged_into) WHERE merged_into IS NOT NULL;
-- What counts a list need not look at the rows.
DROP INDEX ix_influencers_created;
CREATE INDEX ix_influencers_created ON influencers (workspace, created_at, id, merged_into);
DROP INDEX ix_influencers_tier_followers;
CREATE INDEX ix_influencers_tier_followers ON influencers (workspace, tier, followers, id, merged_into);

-- One partnership for each influencer in a campaign, beside which those stand that came with a merge.
ALTER TABLE partnerships ADD COLUMN merged_from TEXT NOT NULL DEFAULT '';
ALTER TABLE partnerships ADD COLUMN merge_id TEXT;
DROP INDEX ux_partnerships_pair;
CREATE UNIQUE INDEX ux_partnerships_pair ON partnerships (workspace, campaign_id, influencer_id, merged_from);
CREATE INDEX ix_partnerships_merge ON partnerships (workspace, merge_id) WHERE merge_id IS NOT NULL;

ALTER TABLE tasks ADD COLUMN merge_id TEXT;
CREATE INDEX ix_tasks_merge ON tasks (workspace, merge_id) WHERE merge_id IS NOT NULL;
