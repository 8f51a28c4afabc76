namespace CreatorCRM.Journal;

/// <summary>What must hold between the journal's own tables. Each query lists what breaks the rule: place, key, detail.</summary>
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
    ];

    public static async Task Check(CheckConnection database, DamageList damages, CancellationToken cancel)
    {
        foreach (var (kind, sql) in Rules)
        {
            await foreach (var broken in database.Read(sql, cancel)) damages.Add(kind, broken.GetString(0), broken.GetString(1), broken.GetString(2));
        }
    }
}
