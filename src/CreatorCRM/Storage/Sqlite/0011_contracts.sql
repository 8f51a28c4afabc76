-- What becomes of contracts: amended, countered, ended.
ALTER TABLE contracts ADD COLUMN amends TEXT;
ALTER TABLE contracts ADD COLUMN is_renewal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contracts ADD COLUMN answers TEXT;
ALTER TABLE contracts ADD COLUMN replaced_by TEXT;
ALTER TABLE contracts ADD COLUMN viewed_at INTEGER;
ALTER TABLE contracts ADD COLUMN offer_expires_on TEXT;
ALTER TABLE contracts ADD COLUMN in_force_since INTEGER;
ALTER TABLE contracts ADD COLUMN ends_on TEXT;
ALTER TABLE contracts ADD COLUMN ended_on TEXT;
ALTER TABLE contracts ADD COLUMN due_on TEXT;
ALTER TABLE contracts ADD COLUMN counter TEXT;
ALTER TABLE contracts ADD COLUMN termination TEXT;
ALTER TABLE contracts ADD COLUMN exclusivity_override TEXT;
-- What runs out, of all workspaces, in the order in which it does.
CREATE INDEX ix_contracts_due ON contracts (due_on, workspace, id) WHERE due_on IS NOT NULL;

-- Texts as they were sent.
CREATE TABLE contract_texts (
    workspace TEXT NOT NULL,
    contract_id TEXT NOT NULL,
    language TEXT NOT NULL,
    format TEXT NOT NULL,
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (workspace, contract_id, language, format)
) STRICT, WITHOUT ROWID;

ALTER TABLE partnerships ADD COLUMN contract_ends_on TEXT;
CREATE INDEX ix_partnerships_contract_end ON partnerships (workspace, contract_ends_on, id);

INSERT INTO outdated_rows (kind) SELECT 'partnership' WHERE EXISTS (SELECT 1 FROM partnerships) ON CONFLICT DO NOTHING;

-- What a version that is not closed promises elsewhere (an exclusivity) and what it is about itself (an engagement), by folded names; '' is none. Both last from the draft on,
-- so that of two drafts at the same moment only one passes.
CREATE TABLE contract_exclusivities (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    contract_id TEXT NOT NULL,
    partnership_id TEXT NOT NULL,
    influencer_id TEXT NOT NULL,
    campaign_id TEXT NOT NULL,
    brand_key TEXT NOT NULL,
    category_key TEXT NOT NULL,
    excluded_brand_key TEXT NOT NULL,
    category TEXT NOT NULL,
    from_on TEXT,
    until_on TEXT,
    is_overridden INTEGER NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_contract_exclusivities_influencer ON contract_exclusivities (workspace, influencer_id);

CREATE TABLE contract_engagements (
    workspace TEXT NOT NULL,
    contract_id TEXT NOT NULL,
    partnership_id TEXT NOT NULL,
    influencer_id TEXT NOT NULL,
    campaign_id TEXT NOT NULL,
    brand_key TEXT NOT NULL,
    category_key TEXT NOT NULL,
    from_on TEXT,
    until_on TEXT,
    is_overridden INTEGER NOT NULL,
    PRIMARY KEY (workspace, contract_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_contract_engagements_influencer ON contract_engagements (workspace, influencer_id);

-- The rule: an exclusivity and an engagement of the same influencer in another partnership, for another brand, on a common day, where the category is the same or, if brands are
-- named, the brand is one of them and no other category is said.
CREATE VIEW exclusivity_conflicts AS
SELECT e.workspace, e.contract_id || ' ' || g.contract_id || ' ' || e.id AS id, e.contract_id AS exclusive_contract_id, e.campaign_id AS exclusive_campaign_id,
    g.contract_id AS engaged_contract_id, g.campaign_id AS engaged_campaign_id, e.category, e.from_on AS exclusive_from, e.until_on AS exclusive_until,
    max(coalesce(e.from_on, g.from_on), coalesce(g.from_on, e.from_on)) AS overlap_from, min(coalesce(e.until_on, g.until_on), coalesce(g.until_on, e.until_on)) AS overlap_until
FROM contract_exclusivities e JOIN contract_engagements g ON g.workspace = e.workspace AND g.influencer_id = e.influencer_id
WHERE g.partnership_id <> e.partnership_id AND g.brand_key <> e.brand_key
    AND CASE WHEN e.excluded_brand_key = '' THEN g.category_key = e.category_key ELSE g.brand_key = e.excluded_brand_key AND g.category_key IN ('', e.category_key) END
    AND (e.from_on IS NULL OR g.until_on IS NULL OR e.from_on <= g.until_on) AND (g.from_on IS NULL OR e.until_on IS NULL OR g.from_on <= e.until_on);

-- The message is read by the program: the rule's name, then between tabs the other contract, the category, the days of the exclusivity, the days of the overlap, the other campaign.
CREATE TRIGGER contract_engagements_insert AFTER INSERT ON contract_engagements WHEN NOT new.is_overridden BEGIN
    SELECT RAISE(ABORT, 'ck_contract_exclusivity: ' || concat_ws(char(9), exclusive_contract_id, category, coalesce(exclusive_from, ''), coalesce(exclusive_until, ''),
        coalesce(overlap_from, ''), coalesce(overlap_until, ''), (SELECT name FROM campaigns WHERE workspace = new.workspace AND id = exclusive_campaign_id)))
    FROM exclusivity_conflicts WHERE workspace = new.workspace AND engaged_contract_id = new.contract_id AND NOT EXISTS (SELECT 1 FROM outdated_rows);
END;
CREATE TRIGGER contract_exclusivities_insert AFTER INSERT ON contract_exclusivities WHEN NOT new.is_overridden BEGIN
    SELECT RAISE(ABORT, 'ck_contract_exclusivity: ' || concat_ws(char(9), engaged_contract_id, category, coalesce(exclusive_from, ''), coalesce(exclusive_until, ''),
        coalesce(overlap_from, ''), coalesce(overlap_until, ''), (SELECT name FROM campaigns WHERE workspace = new.workspace AND id = engaged_campaign_id)))
    FROM exclusivity_conflicts WHERE workspace = new.workspace AND exclusive_contract_id = new.contract_id AND NOT EXISTS (SELECT 1 FROM outdated_rows);
END;
