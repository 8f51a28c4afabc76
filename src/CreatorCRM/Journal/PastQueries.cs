using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Journal;

/// <summary>Reads entities as they were known, by telling their events again. The read model knows the present only; the journal knows it all.</summary>
public sealed class PastQueries(IDbContextFactory<CrmDbContext> contexts, EventCatalog catalog)
{
    /// <summary>As many streams are read by one statement.</summary>
    public const int StreamsPerStatement = 500;

    /// <summary>Those of the entities that existed then.</summary>
    public async Task<IReadOnlyDictionary<StreamId, Past>> Read(IEnumerable<StreamId> streams, DateTimeOffset at, CancellationToken cancel)
    {
        var found = new Dictionary<StreamId, Past>();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        foreach (var some in streams.Chunk(StreamsPerStatement))
        {
            foreach (var (stream, story) in await Tell(db, [.. some.Select(stream => stream.ToString())], at, cancel))
                found[stream] = new Past(at, story.Rows());
        }
        return found;
    }

    private async Task<Dictionary<StreamId, PastStory>> Tell(CrmDbContext db, string[] streams, DateTimeOffset at, CancellationToken cancel)
    {
        var stories = new Dictionary<StreamId, PastStory>();
        var events = db.Set<EventRow>().Where(row => EF.Parameter(streams).Contains(row.Stream) && row.RecordedAt <= at).OrderBy(row => row.Stream)
            .ThenBy(row => row.Version);
        await foreach (var row in events.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var stream = StreamId.Parse(row.Stream);
            if (!stories.TryGetValue(stream, out var story)) stories[stream] = story = new PastStory(stream);
            story.Tell(catalog.Read(row.Type, row.SchemaVersion, row.Data),
                new EventMeta(row.Version, new Actor(row.ActorId, row.ActorName), row.OccurredAt, row.RecordedAt));
        }
        return stories;
    }
}
