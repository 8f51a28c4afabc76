-- A right to use content whose terms name no channel is one on all channels, and the ledger has a line for each: told from the journal.
INSERT INTO outdated_rows (kind) SELECT 'partnership' WHERE EXISTS (SELECT 1 FROM contracts WHERE terms LIKE '%"channels":[]%') ON CONFLICT DO NOTHING;
