using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Storage.Queries;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>Something that happened. Entries are never changed or lost.</summary>
public sealed class TimelineEntry(TimelineEvent happened)
{
    internal long Position => happened.Position;

    internal static NodeId IdOf(TimelineEvent happened) => new(nameof(TimelineEntry), $"{happened.Stream.Kind}.{happened.Stream.Id}.{happened.Version}");

    /// <summary>Opaque and stable; the same entry has it on every timeline that it shows on.</summary>
    public NodeId Id => IdOf(happened);

    /// <summary>What kind of thing happened, such as `influencer.created`. New kinds come with new versions of this program.</summary>
    public string Kind => happened.Kind;

    /// <summary>A sentence for people.</summary>
    public string Summary => happened.Summary;

    /// <summary>When it happened, which may be long before it was recorded.</summary>
    public DateTimeOffset OccurredAt => happened.OccurredAt;

    /// <summary>When it was recorded here.</summary>
    public DateTimeOffset RecordedAt => happened.RecordedAt;

    /// <summary>Who did it.</summary>
    public Actor Actor => happened.Actor;

    /// <summary>The influencer it concerns, if any.</summary>
    public IDataLoaderResult<Influencer?> Influencer(TimelineSubjects subjects, InfluencerLoader influencers) => subjects.Load(this, CreatorCRM.Influencers.Influencer.Kind, influencers);
}

[Extends(typeof(Influencer))]
public static class InfluencerTimeline
{
    /// <summary>Everything that ever happened between you and this person, in all campaigns.</summary>
    /// <param name="direction">DESC: the newest first. ASC: from the beginning. By the time it happened, then in the order it was recorded.</param>
    public static IDataLoaderResult<Page<TimelineEntry>> Timeline(Influencer influencer, PageRequest page, TimelineLoader timelines, OrderDirection direction = OrderDirection.Desc) =>
        timelines.Load(new Subject(CreatorCRM.Influencers.Influencer.Kind, influencer.Key), page, direction);
}

/// <summary>The timelines of all entities that ask on one level for the same page, in three statements.</summary>
public sealed class TimelineLoader(TimelineQueries timelines, Caller caller) : BatchLoader<(Subject Subject, PageRequest Page, OrderDirection Direction), Page<TimelineEntry>>
{
    public IDataLoaderResult<Page<TimelineEntry>> Load(Subject subject, PageRequest page, OrderDirection direction) => LoadAsync((subject, page, direction)).Then(found => found!);

    protected override async Task<IReadOnlyDictionary<(Subject Subject, PageRequest Page, OrderDirection Direction), Page<TimelineEntry>>> LoadBatch(
        IReadOnlyCollection<(Subject Subject, PageRequest Page, OrderDirection Direction)> keys, CancellationToken cancellation)
    {
        var found = new Dictionary<(Subject, PageRequest, OrderDirection), Page<TimelineEntry>>();
        foreach (var same in keys.GroupBy(key => (key.Page, key.Direction), key => key.Subject))
        {
            var pages = await timelines.Read(caller.Workspace, [.. same], same.Key.Direction, same.Key.Page, cancellation);
            foreach (var subject in same) found[(subject, same.Key.Page, same.Key.Direction)] = pages[subject].Select(happened => new TimelineEntry(happened));
        }
        return found;
    }
}

/// <summary>Whom an entry concerns.</summary>
public sealed class TimelineSubjects(TimelineQueries timelines, Caller caller) : ListLoader<long, Subject>
{
    protected override Task<ILookup<long, Subject>> LoadBatch(IReadOnlyCollection<long> keys, CancellationToken cancellation) =>
        timelines.SubjectsOf(caller.Workspace, keys, cancellation);

    /// <summary>The entry's subject of a kind, by that kind's loader.</summary>
    public IDataLoaderResult<T?> Load<T>(TimelineEntry entry, string kind, NodeLoader<T> loader)
        where T : class, INode =>
        LoadAsync(entry.Position).ThenLoad(subjects => subjects.FirstOrDefault(subject => subject.Kind == kind) is { Id: { } id } ? loader.LoadAsync(id) : new LoaderResult<T?>(_ => Task.FromResult<T?>(null)));
}
