-- Where something stands is called its status everywhere.
ALTER TABLE partnerships RENAME COLUMN contract_state TO contract_status;
ALTER TABLE offers RENAME COLUMN state TO status;
ALTER TABLE contracts RENAME COLUMN state TO status;
ALTER TABLE deliverables RENAME COLUMN state TO status;
