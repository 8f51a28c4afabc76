-- What partnerships cost.
ALTER TABLE partnerships ADD COLUMN committed_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE partnerships ADD COLUMN earned_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE partnerships ADD COLUMN paid_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE partnerships ADD COLUMN cost_currency TEXT;
ALTER TABLE partnerships ADD COLUMN cost_basis TEXT;

CREATE TABLE sales (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    partnership_id TEXT NOT NULL,
    order_number TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    buyer TEXT NOT NULL,
    occurred_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX ux_sales_order ON sales (workspace, order_number);
CREATE INDEX ix_sales_partnership ON sales (workspace, partnership_id, occurred_at, id);

CREATE TABLE sale_reversals (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    partnership_id TEXT NOT NULL,
    sale_id TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    reason TEXT,
    occurred_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_sale_reversals_sale ON sale_reversals (workspace, sale_id);

-- Kinds of entities whose rows a newer program has to write anew from the journal, since they hold more than before. The program does it before it serves anybody.
CREATE TABLE outdated_rows (kind TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO outdated_rows (kind) SELECT 'partnership' WHERE EXISTS (SELECT 1 FROM partnerships);

-- What the partnerships of a campaign cost together, by currency. The ceiling is the campaign's budget, in the row of its currency. The database keeps this table by
-- itself, in the very transaction that changes a partnership or a budget.
CREATE TABLE campaign_spend (
    workspace TEXT NOT NULL,
    campaign_id TEXT NOT NULL,
    currency TEXT NOT NULL,
    committed_minor INTEGER NOT NULL DEFAULT 0,
    earned_minor INTEGER NOT NULL DEFAULT 0,
    paid_minor INTEGER NOT NULL DEFAULT 0,
    ceiling_minor INTEGER,
    PRIMARY KEY (workspace, campaign_id, currency)
) STRICT, WITHOUT ROWID;

INSERT INTO campaign_spend (workspace, campaign_id, currency, ceiling_minor)
SELECT workspace, id, budget_currency, budget_minor FROM campaigns WHERE budget_currency IS NOT NULL;

CREATE TRIGGER campaigns_budget_insert AFTER INSERT ON campaigns WHEN new.budget_currency IS NOT NULL BEGIN
    INSERT INTO campaign_spend (workspace, campaign_id, currency, ceiling_minor) VALUES (new.workspace, new.id, new.budget_currency, new.budget_minor)
    ON CONFLICT (workspace, campaign_id, currency) DO UPDATE SET ceiling_minor = excluded.ceiling_minor;
END;
CREATE TRIGGER campaigns_budget_update AFTER UPDATE OF budget_minor, budget_currency ON campaigns
WHEN (old.budget_minor, old.budget_currency) IS NOT (new.budget_minor, new.budget_currency) BEGIN
    UPDATE campaign_spend SET ceiling_minor = NULL
    WHERE workspace = new.workspace AND campaign_id = new.id AND ceiling_minor IS NOT NULL AND currency IS NOT new.budget_currency;
    INSERT INTO campaign_spend (workspace, campaign_id, currency, ceiling_minor)
    SELECT new.workspace, new.id, new.budget_currency, new.budget_minor WHERE new.budget_currency IS NOT NULL
    ON CONFLICT (workspace, campaign_id, currency) DO UPDATE SET ceiling_minor = excluded.ceiling_minor;
END;

-- Adds what changed. Only a rise of what is committed can break the budget: a cut budget refuses nothing that is agreed. The message is read by the program: the rule's
-- name, the currency, the budget, what was committed before and what was to be added.
CREATE TRIGGER partnerships_cost_insert AFTER INSERT ON partnerships WHEN new.cost_currency IS NOT NULL BEGIN
    INSERT INTO campaign_spend (workspace, campaign_id, currency, committed_minor, earned_minor, paid_minor)
    VALUES (new.workspace, new.campaign_id, new.cost_currency, new.committed_minor, new.earned_minor, new.paid_minor)
    ON CONFLICT (workspace, campaign_id, currency) DO UPDATE SET committed_minor = committed_minor + excluded.committed_minor,
        earned_minor = earned_minor + excluded.earned_minor, paid_minor = paid_minor + excluded.paid_minor;
    SELECT RAISE(ABORT, 'ck_campaign_spend_budget: ' || currency || ' ' || ceiling_minor || ' ' || (committed_minor - new.committed_minor) || ' ' || new.committed_minor)
    FROM campaign_spend WHERE workspace = new.workspace AND campaign_id = new.campaign_id AND currency = new.cost_currency
        AND new.committed_minor > 0 AND committed_minor > ceiling_minor AND NOT EXISTS (SELECT 1 FROM outdated_rows);
END;
CREATE TRIGGER partnerships_cost_update AFTER UPDATE OF committed_minor, earned_minor, paid_minor, cost_currency, campaign_id ON partnerships
WHEN (old.committed_minor, old.earned_minor, old.paid_minor, old.cost_currency, old.campaign_id) IS NOT (new.committed_minor, new.earned_minor, new.paid_minor, new.cost_currency, new.campaign_id)
BEGIN
    UPDATE campaign_spend SET committed_minor = committed_minor - old.committed_minor, earned_minor = earned_minor - old.earned_minor, paid_minor = paid_minor - old.paid_minor
    WHERE workspace = old.workspace AND campaign_id = old.campaign_id AND currency = old.cost_currency;
    INSERT INTO campaign_spend (workspace, campaign_id, currency, committed_minor, earned_minor, paid_minor)
    SELECT new.workspace, new.campaign_id, new.cost_currency, new.committed_minor, new.earned_minor, new.paid_minor WHERE new.cost_currency IS NOT NULL
    ON CONFLICT (workspace, campaign_id, currency) DO UPDATE SET committed_minor = committed_minor + excluded.committed_minor,
        earned_minor = earned_minor + excluded.earned_minor, paid_minor = paid_minor + excluded.paid_minor;
    SELECT RAISE(ABORT, 'ck_campaign_spend_budget: ' || currency || ' ' || ceiling_minor || ' ' || (committed_minor - rise) || ' ' || rise)
    FROM (SELECT *, new.committed_minor - CASE WHEN old.cost_currency IS new.cost_currency AND old.campaign_id = new.campaign_id THEN old.committed_minor ELSE 0 END AS rise FROM campaign_spend
        WHERE workspace = new.workspace AND campaign_id = new.campaign_id AND currency = new.cost_currency)
    WHERE rise > 0 AND committed_minor > ceiling_minor AND NOT EXISTS (SELECT 1 FROM outdated_rows);
END;
