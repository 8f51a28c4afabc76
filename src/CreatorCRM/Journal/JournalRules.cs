namespace CreatorCRM.Journal;

/// <summary>
/// What must hold between the tables that no entity's rows tell: the journal's own, and sums that triggers keep. Each query lists what breaks the rule: place,
/// key, detail.
/// </summary>
internal static class JournalRules
{
    private static readonly (DamageKind Kind, string Sql)[] Rules =
    [
        (DamageKind.Versions, "SELECT DISTINCT e.stream, '', 'events without a stream' FROM events e WHERE NOT EXISTS (SELECT 1 FROM streams s WHERE s.stream = e.stream)"),
        (DamageKind.Subjects, "SELECT s.subject, CAST(s.position AS text), 'an event that does not exist' FROM event_subjects s WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.position = s.position)"),
        (DamageKind.Commands, "SELECT c.stream, c.id, 'version ' || c.version || ' was never reached' FROM commands c WHERE c.version < 0 OR c.version > coalesce((SELECT s.version FROM streams s WHERE s.stream = c.stream), 0)"),
        (DamageKind.Commands, "SELECT e.stream, e.command_id, 'events of a command that is not kept' FROM events e WHERE e.command_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM commands c WHERE c.id = e.command_id)"),
        // One commit: one stream, versions in a row up to the one that was answered, and one first event.
        (DamageKind.Commands, """
            SELECT c.stream, c.id, 'its events are not one commit at version ' || c.version FROM commands c JOIN events e ON e.command_id = c.id GROUP BY c.id, c.stream, c.version
            HAVING min(e.stream) <> c.stream OR max(e.stream) <> c.stream OR max(e.version) <> c.version OR max(e.version) - min(e.version) + 1 <> count(*)
            OR sum(CASE WHEN e.ordinal = 0 THEN 1 ELSE 0 END) <> 1
            """),
        // What a campaign spends is the sum of its partnerships, and its ceiling is its budget.
        (DamageKind.Totals, """
            SELECT 'campaign_spend', workspace || '/' || campaign_id || '/' || currency,
                'committed, earned and paid are too high by ' || CAST(sum(committed) AS text) || ', ' || CAST(sum(earned) AS text) || ' and ' || CAST(sum(paid) AS text)
                || ', the ceiling by ' || CAST(sum(ceiling) AS text)
            FROM (
                SELECT workspace, campaign_id, currency, committed_minor AS committed, earned_minor AS earned, paid_minor AS paid, coalesce(ceiling_minor, 0) AS ceiling FROM campaign_spend
                UNION ALL SELECT workspace, campaign_id, cost_currency, -committed_minor, -earned_minor, -paid_minor, 0 FROM partnerships WHERE cost_currency IS NOT NULL
                UNION ALL SELECT workspace, id, budget_currency, 0, 0, 0, -budget_minor FROM campaigns WHERE budget_currency IS NOT NULL
            ) AS differences
            GROUP BY workspace, campaign_id, currency HAVING sum(committed) <> 0 OR sum(earned) <> 0 OR sum(paid) <> 0 OR sum(ceiling) <> 0
            """),
        // What a relationship comes to is the sum of its partnerships.
        (DamageKind.Totals, """
            SELECT 'influencers', i.workspace || '/' || i.id, 'the sums of the relationship are not those of the partnerships'
            FROM influencers i LEFT JOIN (
                SELECT workspace, influencer_id, min(first_contact_at) AS first_contact_at, max(last_contact_at) AS last_contact_at, count(*) AS partnerships, count(contracted_at) AS contracted,
                    sum(CASE WHEN stage = 'COMPLETED' THEN 1 ELSE 0 END) AS completed, sum(replies) AS replies, sum(reply_seconds) AS reply_seconds,
                    sum(deliverables_due) AS deliverables_due, sum(deliverables_on_time) AS deliverables_on_time, sum(results) AS results, sum(result_points) AS result_points,
                    sum(marks) AS marks, sum(mark_points) AS mark_points
                FROM partnerships GROUP BY workspace, influencer_id) AS s ON s.workspace = i.workspace AND s.influencer_id = i.id
            WHERE i.first_contact_at IS DISTINCT FROM s.first_contact_at OR i.last_contact_at IS DISTINCT FROM s.last_contact_at
                OR i.partnerships <> coalesce(s.partnerships, 0) OR i.contracted_partnerships <> coalesce(s.contracted, 0) OR i.completed_partnerships <> coalesce(s.completed, 0)
                OR i.replies <> coalesce(s.replies, 0) OR i.reply_seconds <> coalesce(s.reply_seconds, 0) OR i.deliverables_due <> coalesce(s.deliverables_due, 0)
                OR i.deliverables_on_time <> coalesce(s.deliverables_on_time, 0) OR i.results <> coalesce(s.results, 0) OR i.result_points <> coalesce(s.result_points, 0)
                OR i.marks <> coalesce(s.marks, 0) OR i.mark_points <> coalesce(s.mark_points, 0)
            """),
    ];

    public static async Task Check(CheckConnection database, DamageList damages, CancellationToken cancel)
    {
        foreach (var (kind, sql) in Rules)
        {
            await foreach (var broken in database.Read(sql, cancel)) damages.Add(kind, broken.GetString(0), broken.GetString(1), broken.GetString(2));
        }
    }
}
