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
    ADD COLUMN termination text COLLATE "C";
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
