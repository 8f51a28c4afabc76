using CreatorCRM.Influencers;
using CreatorCRM.Segments;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>Which influencers a list, a statistic or a bulk action means: those in a segment, if one is given, that the filter and the words leave.</summary>
internal static class SegmentSelection
{
    /// <param name="path">Where the filter stands in the arguments; the segment's id stands beside it.</param>
    /// <exception cref="InputError">There is no such segment, or an id in the filter is none of a campaign.</exception>
    /// <exception cref="UnreadableSegmentException">Another version of the program kept the segment's filter.</exception>
    public static async Task<(InfluencerFilter? Filter, string? Query)> Select(
        this SegmentQueries segments, Caller caller, NodeId<Segment>? segmentId, InfluencerFilter? filter, string? query, CancellationToken cancellation,
        params string[] path)
    {
        var own = filter.ReadIds([.. path, "filter"]);
        if (segmentId is not { Key: var key }) return (own, query);
        if ((await segments.ByIds(caller.Workspace, caller.Actor.Id, [key], cancellation)).GetValueOrDefault(key) is not { } segment)
            throw InputError.At("There is no segment with this id.", [.. path, "segmentId"]);
        var kept = SegmentFilter.Read(segment);
        return (own is null ? kept : new InfluencerFilter { And = [kept, own] }, $"{segment.Query} {query}");
    }
}
