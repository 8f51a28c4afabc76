-- Money for influencers, from proposal to transfer.
CREATE TABLE payouts (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    partnership_id TEXT NOT NULL,
    influencer_id TEXT NOT NULL,
    campaign_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    status TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    currency TEXT NOT NULL,
    transfer_minor INTEGER NOT NULL,
    transfer_currency TEXT NOT NULL,
    lines TEXT NOT NULL,
    attempts TEXT NOT NULL,
    invoice_number TEXT,
    due_on TEXT,
    advance_reason TEXT,
    proposed_by TEXT NOT NULL,
    proposed_at INTEGER NOT NULL,
    approved_by TEXT,
    paid_on TEXT,
    reference TEXT,
    cancel_reason TEXT,
    PRIMARY KEY (workspace, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_payouts_partnership ON payouts (workspace, partnership_id, number);
CREATE INDEX ix_payouts_influencer ON payouts (workspace, influencer_id, paid_on, id);
CREATE INDEX ix_payouts_proposed ON payouts (workspace, proposed_at, id);
CREATE INDEX ix_payouts_due ON payouts (workspace, due_on, id);
CREATE INDEX ix_payouts_paid ON payouts (workspace, paid_on, id);
CREATE INDEX ix_payouts_status ON payouts (workspace, status, proposed_at, id);

-- What a partnership costs follows from its payouts too.
INSERT INTO outdated_rows (kind) SELECT 'partnership' WHERE EXISTS (SELECT 1 FROM partnerships) ON CONFLICT DO NOTHING;
