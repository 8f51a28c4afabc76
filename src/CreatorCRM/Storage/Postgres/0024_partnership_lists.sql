-- Lists of partnerships are filtered by these and come newest first, or stand by how long they have been in their stage. Who is in a stage is read from the index alone.
DROP INDEX ix_partnerships_stage;
CREATE INDEX ix_partnerships_stage ON partnerships (workspace, stage, created_at, id, influencer_id);
CREATE INDEX ix_partnerships_stage_since ON partnerships (workspace, stage_since, id);
CREATE INDEX ix_partnerships_owner ON partnerships (workspace, owner, created_at, id);
CREATE INDEX ix_partnerships_campaign ON partnerships (workspace, campaign_id, created_at, id);
-- Many partnerships never get that far.
CREATE INDEX ix_partnerships_contract_status ON partnerships (workspace, contract_status, created_at, id) WHERE contract_status IS NOT NULL;
CREATE INDEX ix_partnerships_declined_by ON partnerships (workspace, declined_by, created_at, id) WHERE declined_by IS NOT NULL;
