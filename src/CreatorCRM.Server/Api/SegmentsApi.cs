using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Segments;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Storage.Queries;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>A filter of influencers that somebody keeps under a name. Who is in it is found anew whenever you look.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class Segment(SegmentRow row) : INode
{
    internal SegmentRow Row => row;

    public NodeId Id => NodeId.Of<Segment>(row.Id);

    /// <summary>Counts its changes. Send it as `expectedVersion` to be refused when somebody else was faster.</summary>
    public int Version => int.CreateSaturating(row.Version);

    /// <summary>As people call it; unique among the shared ones of the workspace, or among your private ones.</summary>
    public string Name => row.Name;

    /// <summary>
    /// JSON with the members of InfluencerFilter, to send as the filter of influencers or to show in a form. Null, with an error of the code
    /// SEGMENT_UNREADABLE, when another version of the program kept it.
    /// </summary>
    public string? Filter() => SegmentFilter.Write(SegmentFilter.Read(row).With((copy, _) => copy.CampaignId = copy.CampaignId?.WriteIds<Campaign>()));

    /// <summary>Words that all occur in name, handles, niches, tags or agency.</summary>
    public string? Query => row.Query;

    /// <summary>Who sees it.</summary>
    public SegmentVisibility Visibility => row.Visibility;

    /// <summary>The name of who made it.</summary>
    public string Owner => row.OwnerName;

    /// <summary>When it was archived; null while it is in use.</summary>
    public DateTimeOffset? ArchivedAt => row.ArchivedAt;

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt => row.CreatedAt;

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset UpdatedAt => row.UpdatedAt;

    /// <summary>
    /// How many are in it at this moment. Null, with an error of the code SEGMENT_UNREADABLE, when another version of the program kept the filter.
    /// </summary>
    public IDataLoaderResult<SegmentMembers?> Members(MembersOfSegment loader) => loader.Of(this);

    /// <summary>Who is in it at this moment; those added last come first unless `orderBy` says otherwise.</summary>
    /// <param name="orderBy">In which order.</param>
    public async Task<Page<Influencer>?> Influencers(
        PageRequest page, InfluencerQueries influencers, Caller caller, CancellationToken cancellation, InfluencerOrder? orderBy = null) =>
        (await influencers.List(caller.Workspace, SegmentFilter.Read(row), row.Query, orderBy, page, cancellation)).Select(found => new Influencer(found));

    /// <summary>Everything that ever happened to it.</summary>
    /// <param name="direction">DESC: the newest first. ASC: from the beginning.</param>
    /// <param name="filter">Which entries.</param>
    public IDataLoaderResult<Page<TimelineEntry>> Timeline(
        PageRequest page, TimelineLoader timelines, OrderDirection direction = OrderDirection.Desc, TimelineFilter? filter = null) =>
        timelines.Load(new Subject(Segments.Segment.Kind, row.Id), page, direction, filter, at: null);
}

/// <summary>How many are in a segment.</summary>
/// <param name="Count">Influencers at this moment.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record SegmentMembers(int Count);

[QueryRoot]
[Requires(Scope.RelationshipsRead)]
public static class SegmentsQuery
{
    /// <summary>A segment by its id; null when there is none that you may see.</summary>
    public static IDataLoaderResult<Segment?> Segment(NodeId<Segment> id, SegmentLoader loader) => loader.LoadAsync(id.Key);

    /// <summary>The shared segments and your private ones, by name.</summary>
    /// <param name="archived">Those that are archived rather than those in use.</param>
    public static async Task<Page<Segment>> Segments(SegmentQueries segments, Caller caller, PageRequest page, CancellationToken cancellation,
        bool archived = false) =>
        (await segments.List(caller.Workspace, caller.Actor.Id, archived, page, cancellation)).Select(row => new Segment(row));
}

public sealed class SegmentLoader(SegmentQueries segments, Caller caller) : NodeLoader<Segment>
{
    protected override async Task<IReadOnlyDictionary<string, Segment>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await segments.ByIds(caller.Workspace, caller.Actor.Id, keys, cancellation)).ToDictionary(found => found.Key, found => new Segment(found.Value));
}

/// <summary>Counts the segments that one level of a request asks for together, each once.</summary>
public sealed class MembersOfSegment(SegmentQueries segments) : BatchLoader<SegmentRow, SegmentCount>
{
    public IDataLoaderResult<SegmentMembers?> Of(Segment segment) => LoadAsync(segment.Row).Then(count => count switch
    {
        { Problem: { } problem } => throw problem,
        { Number: { } number } => new SegmentMembers(number),
        _ => null,
    });

    protected override async Task<IReadOnlyDictionary<SegmentRow, SegmentCount>> LoadBatch(IReadOnlyCollection<SegmentRow> keys, CancellationToken cancellation)
    {
        var counts = await segments.Count(keys, cancellation);
        return keys.ToDictionary(key => key, key => counts[key.Id]);
    }
}
