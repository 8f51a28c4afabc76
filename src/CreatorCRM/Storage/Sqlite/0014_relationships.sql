ALTER TABLE partnerships ADD COLUMN first_contact_at INTEGER;
ALTER TABLE partnerships ADD COLUMN contracted_at INTEGER;
ALTER TABLE partnerships ADD COLUMN replies INTEGER NOT NULL DEFAULT 0;
ALTER TABLE partnerships ADD COLUMN reply_seconds INTEGER NOT NULL DEFAULT 0;
ALTER TABLE partnerships ADD COLUMN deliverables_due INTEGER NOT NULL DEFAULT 0;
ALTER TABLE partnerships ADD COLUMN deliverables_on_time INTEGER NOT NULL DEFAULT 0;
ALTER TABLE partnerships ADD COLUMN results INTEGER NOT NULL DEFAULT 0;
ALTER TABLE partnerships ADD COLUMN result_points INTEGER NOT NULL DEFAULT 0;
ALTER TABLE partnerships ADD COLUMN rating TEXT;
ALTER TABLE partnerships ADD COLUMN marks INTEGER NOT NULL DEFAULT 0;
ALTER TABLE partnerships ADD COLUMN mark_points INTEGER NOT NULL DEFAULT 0;

ALTER TABLE influencers ADD COLUMN manual_stage TEXT;
ALTER TABLE influencers ADD COLUMN manual_stage_reason TEXT;
ALTER TABLE influencers ADD COLUMN manual_stage_since INTEGER;
-- What all partnerships with the person come to.
ALTER TABLE influencers ADD COLUMN first_contact_at INTEGER;
ALTER TABLE influencers ADD COLUMN last_contact_at INTEGER;
ALTER TABLE influencers ADD COLUMN partnerships INTEGER NOT NULL DEFAULT 0;
ALTER TABLE influencers ADD COLUMN contracted_partnerships INTEGER NOT NULL DEFAULT 0;
ALTER TABLE influencers ADD COLUMN completed_partnerships INTEGER NOT NULL DEFAULT 0;
ALTER TABLE influencers ADD COLUMN replies INTEGER NOT NULL DEFAULT 0;
ALTER TABLE influencers ADD COLUMN reply_seconds INTEGER NOT NULL DEFAULT 0;
ALTER TABLE influencers ADD COLUMN deliverables_due INTEGER NOT NULL DEFAULT 0;
ALTER TABLE influencers ADD COLUMN deliverables_on_time INTEGER NOT NULL DEFAULT 0;
ALTER TABLE influencers ADD COLUMN results INTEGER NOT NULL DEFAULT 0;
ALTER TABLE influencers ADD COLUMN result_points INTEGER NOT NULL DEFAULT 0;
ALTER TABLE influencers ADD COLUMN marks INTEGER NOT NULL DEFAULT 0;
ALTER TABLE influencers ADD COLUMN mark_points INTEGER NOT NULL DEFAULT 0;
-- What follows from these; the rules are those of RelationshipStages and Health.
ALTER TABLE influencers ADD COLUMN relationship_stage TEXT NOT NULL GENERATED ALWAYS AS (CASE
    WHEN do_not_contact THEN 'DO_NOT_CONTACT'
    WHEN manual_stage IS NOT NULL THEN manual_stage
    WHEN completed_partnerships >= 3 THEN 'AMBASSADOR'
    WHEN contracted_partnerships > 0 THEN 'PARTNER'
    WHEN last_contact_at IS NOT NULL THEN 'IN_CONTACT'
    ELSE 'PROSPECT' END) VIRTUAL;
ALTER TABLE influencers ADD COLUMN dormant_at INTEGER GENERATED ALWAYS AS (iif(do_not_contact OR manual_stage IS NOT NULL, NULL, last_contact_at + 15552000000000)) VIRTUAL;
ALTER TABLE influencers ADD COLUMN health_anchor INTEGER GENERATED ALWAYS AS (last_contact_at + CAST(round(15552000000000.0 * log2(CASE
    WHEN replies + deliverables_due + results + marks = 0 THEN 0.5
    ELSE max(0.001,
        (iif(replies > 0, 0.25 * pow(2, -(reply_seconds / 3600.0 / replies) / 72), 0) + iif(deliverables_due > 0, 0.30 * deliverables_on_time / deliverables_due, 0)
            + iif(results > 0, 0.20 * result_points / 100 / results, 0) + iif(marks > 0, 0.25 * (1.0 * mark_points / marks - 1) / 4, 0))
        / (iif(replies > 0, 0.25, 0) + iif(deliverables_due > 0, 0.30, 0) + iif(results > 0, 0.20, 0) + iif(marks > 0, 0.25, 0)))
    END)) AS INTEGER)) VIRTUAL;

CREATE TRIGGER partnerships_to_influencer_insert AFTER INSERT ON partnerships BEGIN
    UPDATE influencers SET
        (first_contact_at, last_contact_at, partnerships, contracted_partnerships, completed_partnerships, replies, reply_seconds, deliverables_due, deliverables_on_time, results, result_points, marks, mark_points) =
        (SELECT min(first_contact_at), max(last_contact_at), count(*), count(contracted_at), coalesce(sum(stage = 'COMPLETED'), 0), coalesce(sum(replies), 0), coalesce(sum(reply_seconds), 0),
            coalesce(sum(deliverables_due), 0), coalesce(sum(deliverables_on_time), 0), coalesce(sum(results), 0), coalesce(sum(result_points), 0), coalesce(sum(marks), 0), coalesce(sum(mark_points), 0)
        FROM partnerships WHERE workspace = new.workspace AND influencer_id = new.influencer_id)
    WHERE workspace = new.workspace AND id = new.influencer_id;
END;
CREATE TRIGGER partnerships_to_influencer_update AFTER UPDATE ON partnerships
WHEN (old.influencer_id, old.first_contact_at, old.last_contact_at, old.contracted_at, old.stage = 'COMPLETED', old.replies, old.reply_seconds, old.deliverables_due,
        old.deliverables_on_time, old.results, old.result_points, old.marks, old.mark_points)
    IS NOT (new.influencer_id, new.first_contact_at, new.last_contact_at, new.contracted_at, new.stage = 'COMPLETED', new.replies, new.reply_seconds, new.deliverables_due,
        new.deliverables_on_time, new.results, new.result_points, new.marks, new.mark_points)
BEGIN
    UPDATE influencers SET
        (first_contact_at, last_contact_at, partnerships, contracted_partnerships, completed_partnerships, replies, reply_seconds, deliverables_due, deliverables_on_time, results, result_points, marks, mark_points) =
        (SELECT min(first_contact_at), max(last_contact_at), count(*), count(contracted_at), coalesce(sum(stage = 'COMPLETED'), 0), coalesce(sum(replies), 0), coalesce(sum(reply_seconds), 0),
            coalesce(sum(deliverables_due), 0), coalesce(sum(deliverables_on_time), 0), coalesce(sum(results), 0), coalesce(sum(result_points), 0), coalesce(sum(marks), 0), coalesce(sum(mark_points), 0)
        FROM partnerships WHERE workspace = influencers.workspace AND influencer_id = influencers.id)
    WHERE workspace = new.workspace AND id IN (old.influencer_id, new.influencer_id);
END;
CREATE TRIGGER partnerships_to_influencer_delete AFTER DELETE ON partnerships BEGIN
    UPDATE influencers SET
        (first_contact_at, last_contact_at, partnerships, contracted_partnerships, completed_partnerships, replies, reply_seconds, deliverables_due, deliverables_on_time, results, result_points, marks, mark_points) =
        (SELECT min(first_contact_at), max(last_contact_at), count(*), count(contracted_at), coalesce(sum(stage = 'COMPLETED'), 0), coalesce(sum(replies), 0), coalesce(sum(reply_seconds), 0),
            coalesce(sum(deliverables_due), 0), coalesce(sum(deliverables_on_time), 0), coalesce(sum(results), 0), coalesce(sum(result_points), 0), coalesce(sum(marks), 0), coalesce(sum(mark_points), 0)
        FROM partnerships WHERE workspace = old.workspace AND influencer_id = old.influencer_id)
    WHERE workspace = old.workspace AND id = old.influencer_id;
END;

CREATE INDEX ix_influencers_last_contact ON influencers (workspace, last_contact_at, id);
CREATE INDEX ix_influencers_health ON influencers (workspace, health_anchor, id);
CREATE INDEX ix_influencers_stage ON influencers (workspace, relationship_stage, dormant_at, id);
CREATE INDEX ix_influencers_dormant ON influencers (workspace, dormant_at, id);

INSERT INTO outdated_rows (kind) SELECT 'partnership' WHERE EXISTS (SELECT 1 FROM partnerships) ON CONFLICT DO NOTHING;
