-- The rule: an exclusivity and an engagement of the same influencer in another partnership, for another brand, on a common day, where the category is the same
-- or, if brands are named, the brand is one of them and no other category is said. Two campaigns that name no brand may well be for two.
CREATE OR REPLACE VIEW exclusivity_conflicts AS
SELECT e.workspace, e.contract_id || ' ' || g.contract_id || ' ' || e.id AS id, e.contract_id AS exclusive_contract_id, e.campaign_id AS exclusive_campaign_id,
    g.contract_id AS engaged_contract_id, g.campaign_id AS engaged_campaign_id, e.category, e.from_on AS exclusive_from, e.until_on AS exclusive_until,
    greatest(e.from_on, g.from_on) AS overlap_from, least(e.until_on, g.until_on) AS overlap_until
FROM contract_exclusivities e JOIN contract_engagements g ON g.workspace = e.workspace AND g.influencer_id = e.influencer_id
WHERE g.partnership_id <> e.partnership_id AND (g.brand_key <> e.brand_key OR e.brand_key = '')
    AND CASE WHEN e.excluded_brand_key = '' THEN g.category_key = e.category_key
        ELSE g.brand_key = e.excluded_brand_key AND g.category_key IN ('', e.category_key) END
    AND (e.from_on IS NULL OR g.until_on IS NULL OR e.from_on <= g.until_on) AND (g.from_on IS NULL OR e.until_on IS NULL OR g.from_on <= e.until_on);
