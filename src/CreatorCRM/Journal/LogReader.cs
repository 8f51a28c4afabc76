using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Journal;

/// <summary>An event with its place in the log and all whom it concerns. The data it was told from is not kept.</summary>
public sealed record LoggedEvent(LogCursor Cursor, TimelineEvent Event, ImmutableArray<Subject> Subjects);

/// <summary>Reads the log as people see it.</summary>
public sealed class LogReader(IJournalStore store, IDbContextFactory<CrmDbContext> contexts, EventSummaries summaries)
{
    public const int PageSize = 500;

    /// <summary>The next events behind the cursor; fewer than <see cref="PageSize"/> when the log holds no more at this moment.</summary>
    /// <param name="workspace">Only those of this workspace; null: of all.</param>
    public async Task<IReadOnlyList<LoggedEvent>> Read(LogCursor after, string? workspace, CancellationToken cancel)
    {
        var page = await store.ReadLog(after, PageSize, cancel, workspace);
        if (page.Count == 0) return [];
        var subjects = await Subjects([.. page.Select(stored => stored.Cursor.Position)], cancel);
        return [.. page.Select(stored => new LoggedEvent(stored.Cursor, Tell(stored), [.. subjects[stored.Cursor.Position]]))];
    }

    private async Task<ILookup<long, Subject>> Subjects(long[] positions, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await db.Set<EventSubjectRow>().Where(row => EF.Parameter(positions).Contains(row.Position)).ToListAsync(cancel))
            .ToLookup(row => row.Position, row => Subject.Parse(row.Subject));
    }

    private TimelineEvent Tell(StoredEvent stored) => new(
        stored.Stream, stored.Version, stored.Cursor.Position, stored.Type, summaries.Of(stored.Type, stored.SchemaVersion, stored.Data),
        stored.OccurredAt, stored.RecordedAt, stored.Actor);
}
