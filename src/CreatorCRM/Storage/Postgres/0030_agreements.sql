-- Whether anybody waits for a deliverable still; and the cost of partnerships by agreements, one after the other: told from the journal.
ALTER TABLE deliverables ADD COLUMN given_up boolean NOT NULL DEFAULT false;
INSERT INTO outdated_rows (kind) SELECT 'partnership' WHERE EXISTS (SELECT 1 FROM partnerships) ON CONFLICT DO NOTHING;
