ALTER TABLE partnerships
    ADD COLUMN first_contact_at timestamptz,
    ADD COLUMN contracted_at timestamptz,
    ADD COLUMN replies bigint NOT NULL DEFAULT 0,
    ADD COLUMN reply_seconds bigint NOT NULL DEFAULT 0,
    ADD COLUMN deliverables_due bigint NOT NULL DEFAULT 0,
    ADD COLUMN deliverables_on_time bigint NOT NULL DEFAULT 0,
    ADD COLUMN results bigint NOT NULL DEFAULT 0,
    ADD COLUMN result_points bigint NOT NULL DEFAULT 0,
    ADD COLUMN rating text,
    ADD COLUMN marks bigint NOT NULL DEFAULT 0,
    ADD COLUMN mark_points bigint NOT NULL DEFAULT 0;

ALTER TABLE influencers
    ADD COLUMN manual_stage text COLLATE "C",
    ADD COLUMN manual_stage_reason text,
    ADD COLUMN manual_stage_since timestamptz,
    -- What all partnerships with the person come to.
    ADD COLUMN first_contact_at timestamptz,
    ADD COLUMN last_contact_at timestamptz,
    ADD COLUMN partnerships bigint NOT NULL DEFAULT 0,
    ADD COLUMN contracted_partnerships bigint NOT NULL DEFAULT 0,
    ADD COLUMN completed_partnerships bigint NOT NULL DEFAULT 0,
    ADD COLUMN replies bigint NOT NULL DEFAULT 0,
    ADD COLUMN reply_seconds bigint NOT NULL DEFAULT 0,
    ADD COLUMN deliverables_due bigint NOT NULL DEFAULT 0,
    ADD COLUMN deliverables_on_time bigint NOT NULL DEFAULT 0,
    ADD COLUMN results bigint NOT NULL DEFAULT 0,
    ADD COLUMN result_points bigint NOT NULL DEFAULT 0,
    ADD COLUMN marks bigint NOT NULL DEFAULT 0,
    ADD COLUMN mark_points bigint NOT NULL DEFAULT 0,
    -- What follows from these; the rules are those of RelationshipStages and Health.
    ADD COLUMN relationship_stage text COLLATE "C" NOT NULL DEFAULT 'PROSPECT',
    ADD COLUMN dormant_at timestamptz,
    ADD COLUMN health_anchor timestamptz;

CREATE FUNCTION influencers_relationship() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    weight double precision := (CASE WHEN NEW.replies > 0 THEN 0.25 ELSE 0 END) + (CASE WHEN NEW.deliverables_due > 0 THEN 0.30 ELSE 0 END)
        + (CASE WHEN NEW.results > 0 THEN 0.20 ELSE 0 END) + (CASE WHEN NEW.marks > 0 THEN 0.25 ELSE 0 END);
    mean double precision := 0.5;
BEGIN
    NEW.relationship_stage := CASE
        WHEN NEW.do_not_contact THEN 'DO_NOT_CONTACT'
        WHEN NEW.manual_stage IS NOT NULL THEN NEW.manual_stage
        WHEN NEW.completed_partnerships >= 3 THEN 'AMBASSADOR'
        WHEN NEW.contracted_partnerships > 0 THEN 'PARTNER'
        WHEN NEW.last_contact_at IS NOT NULL THEN 'IN_CONTACT'
        ELSE 'PROSPECT' END;
    NEW.dormant_at := CASE WHEN NOT NEW.do_not_contact AND NEW.manual_stage IS NULL THEN NEW.last_contact_at + interval '4320 hours' END;
    IF weight > 0 THEN
        mean := greatest(0.001, (
            (CASE WHEN NEW.replies > 0 THEN 0.25 * power(2::double precision, -(NEW.reply_seconds / 3600.0::double precision / NEW.replies) / 72) ELSE 0 END)
            + (CASE WHEN NEW.deliverables_due > 0 THEN 0.30 * NEW.deliverables_on_time / NEW.deliverables_due ELSE 0 END)
            + (CASE WHEN NEW.results > 0 THEN 0.20 * NEW.result_points / 100 / NEW.results ELSE 0 END)
            + (CASE WHEN NEW.marks > 0 THEN 0.25 * (NEW.mark_points::double precision / NEW.marks - 1) / 4 ELSE 0 END)) / weight);
    END IF;
    NEW.health_anchor := NEW.last_contact_at + make_interval(secs => 15552000 * ln(mean) / ln(2::double precision));
    RETURN NEW;
END $$;
CREATE TRIGGER influencers_relationship BEFORE INSERT OR UPDATE ON influencers FOR EACH ROW EXECUTE FUNCTION influencers_relationship();

-- The lock comes first: each statement of the function sees what was committed until it began, so the sum holds what the transaction before has added.
CREATE FUNCTION influencers_sum(of_workspace text, of_influencer text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM influencers WHERE workspace = of_workspace AND id = of_influencer FOR NO KEY UPDATE;
    UPDATE influencers SET
        first_contact_at = s.first_contact_at, last_contact_at = s.last_contact_at,
        partnerships = s.partnerships, contracted_partnerships = s.contracted, completed_partnerships = s.completed,
        replies = s.replies, reply_seconds = s.reply_seconds, deliverables_due = s.deliverables_due, deliverables_on_time = s.deliverables_on_time,
        results = s.results, result_points = s.result_points, marks = s.marks, mark_points = s.mark_points
    FROM (
        SELECT min(first_contact_at) AS first_contact_at, max(last_contact_at) AS last_contact_at, count(*) AS partnerships, count(contracted_at) AS contracted,
            count(*) FILTER (WHERE stage = 'COMPLETED') AS completed, coalesce(sum(replies), 0) AS replies, coalesce(sum(reply_seconds), 0) AS reply_seconds,
            coalesce(sum(deliverables_due), 0) AS deliverables_due, coalesce(sum(deliverables_on_time), 0) AS deliverables_on_time,
            coalesce(sum(results), 0) AS results, coalesce(sum(result_points), 0) AS result_points, coalesce(sum(marks), 0) AS marks, coalesce(sum(mark_points), 0) AS mark_points
        FROM partnerships WHERE workspace = of_workspace AND influencer_id = of_influencer) AS s
    WHERE workspace = of_workspace AND id = of_influencer;
END $$;

CREATE FUNCTION partnerships_to_influencer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN PERFORM influencers_sum(OLD.workspace, OLD.influencer_id); END IF;
    IF TG_OP = 'INSERT' OR (TG_OP = 'UPDATE' AND NEW.influencer_id <> OLD.influencer_id) THEN PERFORM influencers_sum(NEW.workspace, NEW.influencer_id); END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER partnerships_to_influencer AFTER INSERT OR DELETE ON partnerships FOR EACH ROW EXECUTE FUNCTION partnerships_to_influencer();
CREATE TRIGGER partnerships_to_influencer_changed AFTER UPDATE ON partnerships FOR EACH ROW
    WHEN ((OLD.influencer_id, OLD.first_contact_at, OLD.last_contact_at, OLD.contracted_at, OLD.stage = 'COMPLETED', OLD.replies, OLD.reply_seconds, OLD.deliverables_due,
            OLD.deliverables_on_time, OLD.results, OLD.result_points, OLD.marks, OLD.mark_points)
        IS DISTINCT FROM (NEW.influencer_id, NEW.first_contact_at, NEW.last_contact_at, NEW.contracted_at, NEW.stage = 'COMPLETED', NEW.replies, NEW.reply_seconds, NEW.deliverables_due,
            NEW.deliverables_on_time, NEW.results, NEW.result_points, NEW.marks, NEW.mark_points))
    EXECUTE FUNCTION partnerships_to_influencer();

CREATE INDEX ix_influencers_last_contact ON influencers (workspace, last_contact_at, id);
CREATE INDEX ix_influencers_health ON influencers (workspace, health_anchor, id);
CREATE INDEX ix_influencers_stage ON influencers (workspace, relationship_stage, dormant_at, id);
CREATE INDEX ix_influencers_dormant ON influencers (workspace, dormant_at, id);

INSERT INTO outdated_rows (kind) SELECT 'partnership' WHERE EXISTS (SELECT 1 FROM partnerships) ON CONFLICT DO NOTHING;
