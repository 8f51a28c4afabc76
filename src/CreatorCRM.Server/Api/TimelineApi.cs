using System.Globalization;
using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Storage.Queries;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>Something that happened. Entries are never changed or lost.</summary>
// Who may see one depends on whose it is: the fields that lead to timelines ask for the scope, and TimelineEntryLoader does for entries by their ids.
[AnyCaller]
public sealed class TimelineEntry(TimelineEvent happened, DateTimeOffset? at = null) : INode
{
    /// <summary>The entry was reached from what was known then; null: from what is.</summary>
    internal DateTimeOffset? At => at;

    internal long Position => happened.Position;

    internal static NodeId IdOf(StreamId stream, long version) => NodeId.Of<TimelineEntry>(new EventKey(stream.Kind, stream.Id, version).ToString());

    /// <summary>Opaque, globally unique and stable for ever; the same entry has it on every timeline that it shows on.</summary>
    public NodeId Id => IdOf(happened.Stream, happened.Version);

    /// <summary>What kind of thing happened, such as `influencer.created`. New kinds come with new versions of this program.</summary>
    public string Kind => happened.Kind;

    /// <summary>A sentence for people.</summary>
    public string Summary => happened.Summary;

    /// <summary>When it happened, which may be long before it was recorded.</summary>
    public DateTimeOffset OccurredAt => happened.OccurredAt;

    /// <summary>When it was recorded here.</summary>
    public DateTimeOffset RecordedAt => happened.RecordedAt;

    /// <summary>Who did it.</summary>
    public Actor Actor => Actor.Of(happened.Actor);

    /// <summary>The influencer it concerns, if any.</summary>
    [Requires(Scope.RelationshipsRead)]
    public IDataLoaderResult<Influencer?> Influencer(TimelineSubjects subjects, InfluencerLoader influencers) =>
        subjects.Load(this, CreatorCRM.Influencers.Influencer.Kind, influencers);
}

[Extends(typeof(Influencer))]
[Requires(Scope.RelationshipsRead)]
public static class InfluencerTimeline
{
    /// <summary>Everything that ever happened between you and this person, in all campaigns.</summary>
    /// <param name="direction">DESC: the newest first. ASC: from the beginning. By the time it happened, then in the order it was recorded.</param>
    /// <param name="filter">Which entries.</param>
    public static IDataLoaderResult<Page<TimelineEntry>> Timeline(
        Influencer influencer, PageRequest page, TimelineLoader timelines, OrderDirection direction = OrderDirection.Desc, TimelineFilter? filter = null) =>
        timelines.Load(new Subject(CreatorCRM.Influencers.Influencer.Kind, influencer.Key), page, direction, filter, influencer.At);
}

/// <summary>The key of an entry: whose journal it stands on, and where.</summary>
internal readonly record struct EventKey(string Kind, string Id, long Version)
{
    /// <summary>Null when no entry can have the key.</summary>
    public static EventKey? Of(string key) =>
        key.Split('.') is [var kind, var id, var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new EventKey(kind, id, version)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind}.{Id}.{Version}");
}

public sealed class TimelineEntryLoader(TimelineQueries timelines, Caller caller) : NodeLoader<TimelineEntry>
{
    protected override async Task<IReadOnlyDictionary<string, TimelineEntry>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        var wanted = keys.Select(EventKey.Of).OfType<EventKey>().Select(key => (new StreamId(caller.Workspace, key.Kind, key.Id), key.Version))
            .Where(one => caller.Sees(one.Item1));
        var found = await timelines.ByVersions([.. wanted], cancellation);
        return found.Select(happened => new TimelineEntry(happened)).ToDictionary(entry => entry.Id.Key);
    }
}

/// <summary>The timelines of all entities that ask on one level for the same page, in three statements.</summary>
public sealed class TimelineLoader(TimelineQueries timelines, Caller caller) : PageLoader<TimelineQuestion, TimelineEntry>
{
    public IDataLoaderResult<Page<TimelineEntry>> Load(Subject subject, PageRequest page, OrderDirection direction, TimelineFilter? filter,
        DateTimeOffset? at = null) =>
        LoadAsync(subject.ToString(), TimelineFilter.Read(filter, direction) with { RecordedBy = at }, page);

    protected override async Task<IReadOnlyDictionary<string, Page<TimelineEntry>>> LoadBatch(
        IReadOnlyCollection<string> keys, TimelineQuestion question, PageRequest page, CancellationToken cancellation) =>
        (await timelines.Read(caller.Workspace, [.. keys.Select(Subject.Parse)], question, page, cancellation))
            .ToDictionary(found => found.Key.ToString(), found => found.Value.Select(happened => new TimelineEntry(happened, question.RecordedBy)));
}

/// <summary>Whom an entry concerns.</summary>
public sealed class TimelineSubjects(TimelineQueries timelines, Caller caller) : ListLoader<long, Subject>
{
    protected override Task<ILookup<long, Subject>> LoadBatch(IReadOnlyCollection<long> keys, CancellationToken cancellation) =>
        timelines.SubjectsOf(caller.Workspace, keys, cancellation);

    /// <summary>The entry's subject of a kind, by that kind's loader.</summary>
    public IDataLoaderResult<T?> Load<T>(TimelineEntry entry, string kind, EntityLoader<T> loader)
        where T : class, INode =>
        LoadAsync(entry.Position).ThenLoad(subjects => subjects.Load(kind, loader, entry.At));
}
