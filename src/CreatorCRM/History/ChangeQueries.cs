using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.History;

/// <summary>What became different of an entity between two instants, as far as it was recorded by then.</summary>
public sealed class ChangeQueries(IDbContextFactory<CrmDbContext> contexts, EventCatalog catalog, TimelineQueries timelines)
{
    public const int Most = 500;

    /// <summary>The fields whose values differ, in the order in which they got the later one; null when there is no such entity.</summary>
    /// <exception cref="InvalidFilterException">There are more than <see cref="Most"/>.</exception>
    public async Task<IReadOnlyList<FieldChange>?> Between(StreamId stream, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var name = stream.ToString();
        var events = await db.Set<EventRow>().Where(row => row.Stream == name && row.RecordedAt <= to).OrderBy(row => row.Version).ToListAsync(cancel);
        if (events.Count == 0) return await db.Set<EventRow>().AnyAsync(row => row.Stream == name, cancel) ? [] : null;

        var (story, changed) = (new PastStory(stream), new Dictionary<string, EventRow>(StringComparer.Ordinal));
        foreach (var row in events.TakeWhile(row => row.RecordedAt <= from)) Tell(row);
        var before = story.State();
        var was = Values(before, story.Facts);
        foreach (var row in events.SkipWhile(row => row.RecordedAt <= from))
        {
            var added = Tell(row);
            var after = story.State();
            foreach (var path in Touched(before, after, added)) changed[path] = row;
            before = after;
        }

        var now = Values(before, story.Facts);
        var paths = changed.Keys.Where(path => was.GetValueOrDefault(path) != now.GetValueOrDefault(path)).ToList();
        if (paths.Count > Most)
            throw new InvalidFilterException("to", $"{paths.Count} fields changed, and at most {Most} can be told at once. Take a shorter period.");
        return [.. paths.OrderBy(path => changed[path].Version).ThenBy(path => path, StringComparer.Ordinal)
            .Select(path => new FieldChange(path, was.GetValueOrDefault(path), now.GetValueOrDefault(path), timelines.Tell(changed[path])))];

        IReadOnlyList<IRow> Tell(EventRow row)
        {
            cancel.ThrowIfCancellationRequested();
            return story.Tell(catalog.Read(row.Type, row.SchemaVersion, row.Data),
                new EventMeta(row.Version, new Actor(row.ActorId, row.ActorName), row.OccurredAt, row.RecordedAt));
        }
    }

    // What was added before stays as it is, so an event is compared by the state and what it adds: thousands of sales are not compared for each of them.
    private static IEnumerable<string> Touched(IReadOnlyList<IRow> before, IReadOnlyList<IRow> after, IReadOnlyList<IRow> added)
    {
        var changes = RowChanges.Between(before, after, added);
        return changes.Deletes.SelectMany(RowFields.All).Select(field => field.Path).Concat(changes.Writes.SelectMany(write =>
            RowFields.All(write.Row).Except(write.Before is null ? [] : RowFields.All(write.Before))
                .Concat(write.Before is null ? [] : RowFields.All(write.Before).Except(RowFields.All(write.Row)))
                .Select(field => field.Path)));
    }

    private static Dictionary<string, string> Values(IReadOnlyList<IRow> state, IReadOnlyList<IRow> facts) =>
        state.Concat(facts).SelectMany(RowFields.All).Where(field => field.Value is not null)
            .ToDictionary(field => field.Path, field => field.Value!, StringComparer.Ordinal);
}
