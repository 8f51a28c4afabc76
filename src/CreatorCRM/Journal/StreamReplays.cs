using System.Globalization;
using System.Runtime.CompilerServices;

namespace CreatorCRM.Journal;

/// <summary>Reads streams from the tables, checks their versions and subjects, and folds them into rows.</summary>
internal sealed class StreamReplays(CheckConnection database, EventCatalog catalog, DamageList damages, string? workspace)
{
    private const int PageSize = 500;

    public async IAsyncEnumerable<(StreamId Stream, long Version)> Streams([EnumeratorCancellation] CancellationToken cancel)
    {
        // The names of a workspace's streams begin with its key and a slash, and '0' is what comes after '/'.
        var (after, end) = workspace is null ? ("", "~") : ($"{workspace}/", $"{workspace}0");
        while (true)
        {
            var page = new List<(string Stream, long Version)>();
            await foreach (var row in database.Read($"SELECT stream, version FROM streams WHERE stream > @p0 AND stream < @p1 ORDER BY stream LIMIT {PageSize}",
                cancel, after, end))
                page.Add((row.GetString(0), row.GetInt64(1)));
            foreach (var (stream, version) in page) yield return (StreamId.Parse(stream), version);
            if (page.Count < PageSize) yield break;
            after = page[^1].Stream;
        }
    }

    /// <summary>Folds one stream, hands over facts page by page and the state's rows at the end, and returns how many events there are.</summary>
    public async Task<long> Replay((StreamId Id, long Version) stream, Func<IReadOnlyList<IRow>, Task> take, CancellationToken cancel)
    {
        var name = stream.Id.ToString();
        var replay = AggregateReplay.Start(stream.Id.Kind, new EntityKey(stream.Id.Workspace, stream.Id.Id));
        if (replay is null) damages.Add(DamageKind.Unreadable, name, "", "the program knows no such kind of entity");
        var subjects = new SubjectCheck(database, stream.Id, damages);
        long version = 0, count = 0;
        for (List<ReadEvent> page = await Page(name, version, cancel); page.Count > 0; page = await Page(name, version, cancel))
        {
            var facts = new List<IRow>();
            foreach (var read in page)
            {
                if (read.Version != ++version)
                    damages.Add(DamageKind.Versions, name, read.Version.ToString(CultureInfo.InvariantCulture), $"version {version} is missing");
                version = read.Version;
                // The events of one commit show on the timelines that its last state names.
                if (read.Ordinal == 0 && replay is not null) subjects.EndCommit(replay.RelatedSubjects);
                subjects.Add(read.Position, read.Version, read.Meta.OccurredAt);
                if (replay is not null && !Fold(replay, read, name, facts)) replay = null;
            }
            count += page.Count;
            await subjects.Compare(cancel);
            await take(facts);
        }
        if (version != stream.Version)
            damages.Add(DamageKind.Versions, name, stream.Version.ToString(CultureInfo.InvariantCulture), $"the last event has version {version}");
        if (replay is null) return count;
        subjects.EndCommit(replay.RelatedSubjects);
        await subjects.Compare(cancel);
        if (count > 0) await take(replay.Rows());
        return count;
    }

    private bool Fold(AggregateReplay replay, ReadEvent read, string stream, List<IRow> facts)
    {
        try
        {
            facts.AddRange(replay.Apply(catalog.Read(read.Type, read.SchemaVersion, read.Data), read.Meta));
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            damages.Add(DamageKind.Unreadable, stream, read.Version.ToString(CultureInfo.InvariantCulture), $"{read.Type} v{read.SchemaVersion}: {e.Message}");
            return false;
        }
    }

    private async Task<List<ReadEvent>> Page(string stream, long after, CancellationToken cancel)
    {
        var page = new List<ReadEvent>();
        var sql = $"SELECT position, version, ordinal, type, schema_version, data, actor_id, actor_name, occurred_at, recorded_at FROM events WHERE stream = @p0 AND version > @p1 ORDER BY version LIMIT {PageSize}";
        await foreach (var row in database.Read(sql, cancel, stream, after))
        {
            var meta = new EventMeta(row.GetInt64(1), new Actor(row.GetString(6), row.GetString(7)), CheckConnection.Instant(row, 8),
                CheckConnection.Instant(row, 9));
            page.Add(new ReadEvent(row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), row.GetString(3), row.GetInt32(4), row.GetString(5), meta));
        }
        return page;
    }

    private sealed record ReadEvent(long Position, long Version, int Ordinal, string Type, int SchemaVersion, string Data, EventMeta Meta);
}
