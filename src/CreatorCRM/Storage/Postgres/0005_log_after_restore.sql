-- The log is ordered by the number of the writing transaction, and a server's numbers begin low. In a database that was dumped here and restored into another
-- server, new events would stand before old ones and old ones in the future. A start that finds such a database replaces this function by one that adds what is missing.
CREATE FUNCTION log_transaction(number xid8) RETURNS xid8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT number';
ALTER TABLE events ALTER COLUMN transaction SET DEFAULT log_transaction(pg_current_xact_id());
