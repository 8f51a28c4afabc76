-- What contracts that came into force let the brand do with content, one line a channel.
CREATE TABLE usage_rights (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    partnership_id TEXT NOT NULL,
    influencer_id TEXT NOT NULL,
    campaign_id TEXT NOT NULL,
    contract_id TEXT NOT NULL,
    asset TEXT NOT NULL,
    channel TEXT NOT NULL,
    territory TEXT,
    territory_key TEXT,
    from_on TEXT NOT NULL,
    until_on TEXT,
    cut_by TEXT,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_usage_rights_end ON usage_rights (workspace, until_on, id);
CREATE INDEX ix_usage_rights_beginning ON usage_rights (workspace, from_on, id);
CREATE INDEX ix_usage_rights_channel ON usage_rights (workspace, channel, until_on, id);
CREATE INDEX ix_usage_rights_influencer ON usage_rights (workspace, influencer_id, until_on, id);
CREATE INDEX ix_usage_rights_campaign ON usage_rights (workspace, campaign_id, until_on, id);
CREATE INDEX ix_usage_rights_partnership ON usage_rights (workspace, partnership_id, until_on, id);

-- Content of an influencer or a campaign, by what is due.
ALTER TABLE deliverables ADD COLUMN influencer_id TEXT NOT NULL DEFAULT '';
ALTER TABLE deliverables ADD COLUMN campaign_id TEXT NOT NULL DEFAULT '';
CREATE INDEX ix_deliverables_influencer ON deliverables (workspace, influencer_id, due_on, id);
CREATE INDEX ix_deliverables_campaign ON deliverables (workspace, campaign_id, due_on, id);

-- What a fulfilled contract earned is earned, whatever is added later; and the above is told from the journal.
INSERT INTO outdated_rows (kind) SELECT 'partnership' WHERE EXISTS (SELECT 1 FROM partnerships) ON CONFLICT DO NOTHING;
