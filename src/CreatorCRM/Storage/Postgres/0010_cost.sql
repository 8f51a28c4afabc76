-- What partnerships cost.
ALTER TABLE partnerships ADD COLUMN committed_minor bigint NOT NULL DEFAULT 0;
ALTER TABLE partnerships ADD COLUMN earned_minor bigint NOT NULL DEFAULT 0;
ALTER TABLE partnerships ADD COLUMN paid_minor bigint NOT NULL DEFAULT 0;
ALTER TABLE partnerships ADD COLUMN cost_currency text COLLATE "C";
ALTER TABLE partnerships ADD COLUMN cost_basis text COLLATE "C";

CREATE TABLE sales (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    partnership_id text COLLATE "C" NOT NULL,
    order_number text COLLATE "C" NOT NULL,
    amount_minor bigint NOT NULL,
    currency text COLLATE "C" NOT NULL,
    buyer text COLLATE "C" NOT NULL,
    occurred_at timestamptz NOT NULL,
    PRIMARY KEY (workspace, id)
);
CREATE UNIQUE INDEX ux_sales_order ON sales (workspace, order_number);
CREATE INDEX ix_sales_partnership ON sales (workspace, partnership_id, occurred_at, id);

CREATE TABLE sale_reversals (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    partnership_id text COLLATE "C" NOT NULL,
    sale_id text COLLATE "C" NOT NULL,
    amount_minor bigint NOT NULL,
    currency text COLLATE "C" NOT NULL,
    reason text COLLATE "C",
    occurred_at timestamptz NOT NULL,
    PRIMARY KEY (workspace, id)
);
CREATE INDEX ix_sale_reversals_sale ON sale_reversals (workspace, sale_id);

-- Kinds of entities whose rows a newer program has to write anew from the journal, since they hold more than before. The program does it before it serves anybody.
CREATE TABLE outdated_rows (kind text COLLATE "C" NOT NULL PRIMARY KEY);
INSERT INTO outdated_rows (kind) SELECT 'partnership' WHERE EXISTS (SELECT 1 FROM partnerships);

-- What the partnerships of a campaign cost together, by currency. The ceiling is the campaign's budget, in the row of its currency. The database keeps this table by
-- itself, in the very transaction that changes a partnership or a budget: the row's lock puts acceptances at the same moment in order.
CREATE TABLE campaign_spend (
    workspace text COLLATE "C" NOT NULL,
    campaign_id text COLLATE "C" NOT NULL,
    currency text COLLATE "C" NOT NULL,
    committed_minor bigint NOT NULL DEFAULT 0,
    earned_minor bigint NOT NULL DEFAULT 0,
    paid_minor bigint NOT NULL DEFAULT 0,
    ceiling_minor bigint,
    PRIMARY KEY (workspace, campaign_id, currency)
) WITH (fillfactor = 70);

INSERT INTO campaign_spend (workspace, campaign_id, currency, ceiling_minor)
SELECT workspace, id, budget_currency, budget_minor FROM campaigns WHERE budget_currency IS NOT NULL;

CREATE FUNCTION campaign_budget_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE campaign_spend SET ceiling_minor = NULL
    WHERE workspace = new.workspace AND campaign_id = new.id AND ceiling_minor IS NOT NULL AND currency IS DISTINCT FROM new.budget_currency;
    IF new.budget_currency IS NOT NULL THEN
        INSERT INTO campaign_spend (workspace, campaign_id, currency, ceiling_minor) VALUES (new.workspace, new.id, new.budget_currency, new.budget_minor)
        ON CONFLICT (workspace, campaign_id, currency) DO UPDATE SET ceiling_minor = excluded.ceiling_minor;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER campaigns_budget_insert AFTER INSERT ON campaigns FOR EACH ROW WHEN (new.budget_currency IS NOT NULL) EXECUTE FUNCTION campaign_budget_changed();
CREATE TRIGGER campaigns_budget_update AFTER UPDATE ON campaigns FOR EACH ROW
WHEN ((old.budget_minor, old.budget_currency) IS DISTINCT FROM (new.budget_minor, new.budget_currency)) EXECUTE FUNCTION campaign_budget_changed();

-- Adds what one statement changed, campaign by campaign in one order for all. Only a rise of what a partnership commits can break the budget: a cut budget refuses nothing
-- that is agreed, and what another releases in the same statement excuses no rise. The message is read by the program: the rule's name, the currency, the budget, what was committed before and what was to be added.
CREATE FUNCTION campaign_spend_add(change campaign_spend, rise bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    spend campaign_spend;
BEGIN
    INSERT INTO campaign_spend AS s (workspace, campaign_id, currency, committed_minor, earned_minor, paid_minor)
    VALUES (change.workspace, change.campaign_id, change.currency, change.committed_minor, change.earned_minor, change.paid_minor)
    ON CONFLICT (workspace, campaign_id, currency) DO UPDATE SET
        committed_minor = s.committed_minor + excluded.committed_minor, earned_minor = s.earned_minor + excluded.earned_minor, paid_minor = s.paid_minor + excluded.paid_minor
    RETURNING s.* INTO spend;
    IF rise > 0 AND spend.committed_minor > spend.ceiling_minor AND NOT EXISTS (SELECT 1 FROM outdated_rows) THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', TABLE = 'campaign_spend', CONSTRAINT = 'ck_campaign_spend_budget', MESSAGE = format(
            'ck_campaign_spend_budget: %s %s %s %s', spend.currency, spend.ceiling_minor, spend.committed_minor - change.committed_minor, change.committed_minor);
    END IF;
END $$;

CREATE FUNCTION partnership_cost_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    c record;
BEGIN
    FOR c IN
        SELECT workspace, campaign_id, cost_currency, sum(committed_minor) AS committed, sum(earned_minor) AS earned, sum(paid_minor) AS paid
        FROM inserted WHERE cost_currency IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    LOOP
        PERFORM campaign_spend_add((c.workspace, c.campaign_id, c.cost_currency, c.committed, c.earned, c.paid, NULL)::campaign_spend, c.committed::bigint);
    END LOOP;
    RETURN NULL;
END $$;
CREATE TRIGGER partnerships_cost_insert AFTER INSERT ON partnerships REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION partnership_cost_inserted();

CREATE FUNCTION partnership_cost_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    c record;
BEGIN
    FOR c IN
        SELECT workspace, campaign_id, cost_currency, sum(committed_minor) AS committed, sum(earned_minor) AS earned, sum(paid_minor) AS paid, sum(greatest(rise, 0)) AS rise FROM (
            SELECT a.workspace, a.campaign_id, a.cost_currency, a.committed_minor, a.earned_minor, a.paid_minor,
                a.committed_minor - CASE WHEN a.cost_currency = b.cost_currency AND a.campaign_id = b.campaign_id THEN b.committed_minor ELSE 0 END AS rise
            FROM after_update a JOIN before_update b USING (workspace, id)
            UNION ALL SELECT workspace, campaign_id, cost_currency, -committed_minor, -earned_minor, -paid_minor, 0 FROM before_update) AS changes
        WHERE cost_currency IS NOT NULL GROUP BY 1, 2, 3
        HAVING sum(committed_minor) <> 0 OR sum(earned_minor) <> 0 OR sum(paid_minor) <> 0 OR sum(greatest(rise, 0)) > 0 ORDER BY 1, 2, 3
    LOOP
        PERFORM campaign_spend_add((c.workspace, c.campaign_id, c.cost_currency, c.committed, c.earned, c.paid, NULL)::campaign_spend, c.rise::bigint);
    END LOOP;
    RETURN NULL;
END $$;
CREATE TRIGGER partnerships_cost_update AFTER UPDATE ON partnerships
REFERENCING OLD TABLE AS before_update NEW TABLE AS after_update FOR EACH STATEMENT EXECUTE FUNCTION partnership_cost_updated();
