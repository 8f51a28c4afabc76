using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Journal;

/// <summary>
/// Replays the whole journal and compares what it tells with what the tables hold. Reads one moment of the database, so it may run while others write,
/// and keeps one entity in memory at a time. It changes nothing.
/// </summary>
public sealed class ReadModelCheck(IDbContextFactory<CrmDbContext> contexts, EventCatalog catalog)
{
    /// <param name="limit">How many damages the report describes; the rest is only counted.</param>
    /// <param name="workspace">Compare the rows of this workspace only; null: of all.</param>
    /// <param name="cancel">Ends the check without a report.</param>
    public async Task<CheckReport> Run(int limit = 1000, string? workspace = null, CancellationToken cancel = default)
    {
        await using var database = await CheckConnection.Open(contexts, cancel);
        var damages = new DamageList(limit);
        await JournalRules.Check(database, damages, cancel);

        var rows = new RowCheck(database, damages, workspace);
        long streams = 0, events = 0;
        var reader = new StreamReplays(database, catalog, damages, workspace);
        await foreach (var stream in reader.Streams(cancel))
        {
            streams++;
            events += await reader.Replay(stream, told => rows.Compare(told, cancel), cancel);
        }

        var suspects = await rows.TablesWithExtraRows(cancel);
        if (suspects.Count > 0) await ReportExtraRows(database, rows, suspects, workspace, cancel);
        return new CheckReport(streams, events, rows.Told, damages.Count, damages.First);
    }

    // A second replay, only when a table holds too much: it collects the keys of what is told, and what has none of them is extra.
    private async Task ReportExtraRows(CheckConnection database, RowCheck rows, IReadOnlyList<Type> suspects, string? workspace, CancellationToken cancel)
    {
        var told = suspects.ToDictionary(type => type, _ => new HashSet<UInt128>());
        var reader = new StreamReplays(database, catalog, new DamageList(0), workspace);
        await foreach (var stream in reader.Streams(cancel))
        {
            await reader.Replay(stream, page =>
            {
                foreach (var row in page)
                {
                    if (told.TryGetValue(row.GetType(), out var keys)) keys.Add(rows.Hash(row));
                }
                return Task.CompletedTask;
            }, cancel);
        }
        foreach (var (type, keys) in told) await rows.ReportExtraRows(type, keys, cancel);
    }
}
