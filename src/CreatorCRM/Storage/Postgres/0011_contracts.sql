-- What becomes of contracts: amended, countered, ended.
ALTER TABLE contracts
    ADD COLUMN amends text COLLATE "C",
    ADD COLUMN is_renewal boolean NOT NULL DEFAULT false,
    ADD COLUMN answers text COLLATE "C",
    ADD COLUMN replaced_by text COLLATE "C",
    ADD COLUMN viewed_at timestamptz,
    ADD COLUMN offer_expires_on date,
    ADD COLUMN in_force_since timestamptz,
    ADD COLUMN ends_on date,
    ADD COLUMN ended_on date,
    ADD COLUMN due_on date,
    ADD COLUMN counter text COLLATE "C",
    ADD COLUMN termination text COLLATE "C",
    ADD COLUMN exclusivity_override text COLLATE "C";
-- What runs out, of all workspaces, in the order in which it does.
CREATE INDEX ix_contracts_due ON contracts (due_on, workspace, id) WHERE due_on IS NOT NULL;

-- Texts as they were sent.
CREATE TABLE contract_texts (
    workspace text COLLATE "C" NOT NULL,
    contract_id text COLLATE "C" NOT NULL,
    language text COLLATE "C" NOT NULL,
    format text COLLATE "C" NOT NULL,
    text text COLLATE "C" NOT NULL,
    sha256 text COLLATE "C" NOT NULL,
    PRIMARY KEY (workspace, contract_id, language, format)
);

ALTER TABLE partnerships ADD COLUMN contract_ends_on date;
CREATE INDEX ix_partnerships_contract_end ON partnerships (workspace, contract_ends_on, id);

INSERT INTO outdated_rows (kind) SELECT 'partnership' WHERE EXISTS (SELECT 1 FROM partnerships) ON CONFLICT DO NOTHING;

-- What a version that is not closed promises elsewhere (an exclusivity) and what it is about itself (an engagement), by folded names; '' is none. Both last from the draft on,
-- so that of two drafts at the same moment only one passes.
CREATE TABLE contract_exclusivities (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    contract_id text COLLATE "C" NOT NULL,
    partnership_id text COLLATE "C" NOT NULL,
    influencer_id text COLLATE "C" NOT NULL,
    campaign_id text COLLATE "C" NOT NULL,
    brand_key text COLLATE "C" NOT NULL,
    category_key text COLLATE "C" NOT NULL,
    excluded_brand_key text COLLATE "C" NOT NULL,
    category text COLLATE "C" NOT NULL,
    from_on date,
    until_on date,
    is_overridden boolean NOT NULL,
    PRIMARY KEY (workspace, id)
);
CREATE INDEX ix_contract_exclusivities_influencer ON contract_exclusivities (workspace, influencer_id);

CREATE TABLE contract_engagements (
    workspace text COLLATE "C" NOT NULL,
    contract_id text COLLATE "C" NOT NULL,
    partnership_id text COLLATE "C" NOT NULL,
    influencer_id text COLLATE "C" NOT NULL,
    campaign_id text COLLATE "C" NOT NULL,
    brand_key text COLLATE "C" NOT NULL,
    category_key text COLLATE "C" NOT NULL,
    from_on date,
    until_on date,
    is_overridden boolean NOT NULL,
    PRIMARY KEY (workspace, contract_id)
);
CREATE INDEX ix_contract_engagements_influencer ON contract_engagements (workspace, influencer_id);

-- The rule: an exclusivity and an engagement of the same influencer in another partnership, for another brand, on a common day, where the category is the same or, if brands are
-- named, the brand is one of them and no other category is said.
CREATE VIEW exclusivity_conflicts AS
SELECT e.workspace, e.contract_id || ' ' || g.contract_id || ' ' || e.id AS id, e.contract_id AS exclusive_contract_id, e.campaign_id AS exclusive_campaign_id,
    g.contract_id AS engaged_contract_id, g.campaign_id AS engaged_campaign_id, e.category, e.from_on AS exclusive_from, e.until_on AS exclusive_until,
    greatest(e.from_on, g.from_on) AS overlap_from, least(e.until_on, g.until_on) AS overlap_until
FROM contract_exclusivities e JOIN contract_engagements g ON g.workspace = e.workspace AND g.influencer_id = e.influencer_id
WHERE g.partnership_id <> e.partnership_id AND g.brand_key <> e.brand_key
    AND CASE WHEN e.excluded_brand_key = '' THEN g.category_key = e.category_key ELSE g.brand_key = e.excluded_brand_key AND g.category_key IN ('', e.category_key) END
    AND (e.from_on IS NULL OR g.until_on IS NULL OR e.from_on <= g.until_on) AND (g.from_on IS NULL OR e.until_on IS NULL OR g.from_on <= e.until_on);

-- Takes its turn among all who draft for these influencers, then looks: each statement of the function sees what was committed until it began. The message is read by the
-- program: the rule's name, then between tabs the other contract, the category, the days of the exclusivity, the days of the overlap, the other campaign.
CREATE FUNCTION contract_exclusivity_check() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    i record;
    c record;
BEGIN
    FOR i IN SELECT DISTINCT workspace, influencer_id FROM inserted ORDER BY 1, 2 LOOP
        PERFORM pg_advisory_xact_lock(hashtextextended(i.workspace || '/exclusivity/' || i.influencer_id, 0));
    END LOOP;
    IF EXISTS (SELECT 1 FROM outdated_rows) THEN RETURN NULL; END IF;
    IF TG_TABLE_NAME = 'contract_engagements' THEN
        SELECT x.*, exclusive_contract_id AS other_contract, exclusive_campaign_id AS other_campaign INTO c FROM exclusivity_conflicts x
        WHERE (x.workspace, x.engaged_contract_id) IN (SELECT workspace, contract_id FROM inserted WHERE NOT is_overridden) LIMIT 1;
    ELSE
        SELECT x.*, engaged_contract_id AS other_contract, engaged_campaign_id AS other_campaign INTO c FROM exclusivity_conflicts x
        WHERE (x.workspace, x.exclusive_contract_id) IN (SELECT workspace, contract_id FROM inserted WHERE NOT is_overridden) LIMIT 1;
    END IF;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'ck_contract_exclusivity', MESSAGE = 'ck_contract_exclusivity: ' || concat_ws(chr(9),
            c.other_contract, c.category, coalesce(c.exclusive_from::text, ''), coalesce(c.exclusive_until::text, ''), coalesce(c.overlap_from::text, ''), coalesce(c.overlap_until::text, ''),
            (SELECT name FROM campaigns WHERE workspace = c.workspace AND id = c.other_campaign));
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER contract_engagements_insert AFTER INSERT ON contract_engagements REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION contract_exclusivity_check();
CREATE TRIGGER contract_exclusivities_insert AFTER INSERT ON contract_exclusivities REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION contract_exclusivity_check();
