-- A message that was logged after a later reply is no question that still waits for one: told from the journal.
INSERT INTO outdated_rows (kind) SELECT 'partnership' WHERE EXISTS (SELECT 1 FROM partnerships WHERE last_reply_at IS NOT NULL) ON CONFLICT DO NOTHING;
