-- Money for influencers, from proposal to transfer.
CREATE TABLE payouts (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    partnership_id text COLLATE "C" NOT NULL,
    influencer_id text COLLATE "C" NOT NULL,
    campaign_id text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    status text COLLATE "C" NOT NULL,
    amount_minor bigint NOT NULL,
    currency text COLLATE "C" NOT NULL,
    transfer_minor bigint NOT NULL,
    transfer_currency text COLLATE "C" NOT NULL,
    lines text COLLATE "C" NOT NULL,
    attempts text COLLATE "C" NOT NULL,
    invoice_number text COLLATE "C",
    due_on date,
    advance_reason text COLLATE "C",
    proposed_by text COLLATE "C" NOT NULL,
    proposed_at timestamptz NOT NULL,
    approved_by text COLLATE "C",
    paid_on date,
    reference text COLLATE "C",
    cancel_reason text COLLATE "C",
    PRIMARY KEY (workspace, id)
);
CREATE INDEX ix_payouts_partnership ON payouts (workspace, partnership_id, number);
CREATE INDEX ix_payouts_influencer ON payouts (workspace, influencer_id, paid_on, id);
CREATE INDEX ix_payouts_proposed ON payouts (workspace, proposed_at, id);
CREATE INDEX ix_payouts_due ON payouts (workspace, due_on, id);
CREATE INDEX ix_payouts_paid ON payouts (workspace, paid_on, id);
CREATE INDEX ix_payouts_status ON payouts (workspace, status, proposed_at, id);

-- What a partnership costs follows from its payouts too.
INSERT INTO outdated_rows (kind) SELECT 'partnership' WHERE EXISTS (SELECT 1 FROM partnerships) ON CONFLICT DO NOTHING;
