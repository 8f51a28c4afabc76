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
