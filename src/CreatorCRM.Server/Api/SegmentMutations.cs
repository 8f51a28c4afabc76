using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Segments;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class SegmentMutations
{
    /// <summary>
    /// Keeps a filter of influencers under a name. Use `olderThanDays`, `withinLastDays` and `withinNextDays` for what shall move with the calendar.
    /// </summary>
    public static async Task<CreateSegmentPayload> CreateSegment(
        CreateSegmentInput input, Caller caller, IdGenerator ids, IGrainFactory grains, SegmentQueries queries, SegmentLoader segments)
    {
        var context = caller.Command("createSegment", input.IdempotencyKey, input);
        var filter = await Checked(input.Filter, input.Query, queries, caller);
        var result = await grains.Segment(caller, context.CommandId ?? ids.Next())
            .Create(new CreateSegment(input.Name, filter, input.Query, input.Visibility ?? SegmentVisibility.Shared), context);
        return await result.ToPayload(created => new CreateSegmentPayload(created), () => segments.LoadAsync(result.Id).GetResultAsync());
    }

    /// <summary>Changes what is given of a segment and leaves the rest as it is.</summary>
    public static async Task<UpdateSegmentPayload> UpdateSegment(UpdateSegmentInput input, Caller caller, IGrainFactory grains, SegmentQueries queries,
        SegmentLoader segments)
    {
        var context = caller.Command("updateSegment", input.IdempotencyKey, input, input.ExpectedVersion);
        var filter = await Checked(input.Filter, input.Query.Value, queries, caller);
        var changes = new SegmentChanges
        {
            Name = input.Name,
            Filter = input.Filter is null ? null : filter,
            Query = input.Query.ToChange(),
            Visibility = input.Visibility
        };
        var result = await grains.Segment(caller, input.SegmentId.Key).Update(changes, context);
        return await result.ToPayload(updated => new UpdateSegmentPayload(updated), () => segments.LoadAsync(result.Id).GetResultAsync());
    }

    /// <summary>Puts a segment away or takes it back. Its name stays taken.</summary>
    public static async Task<ArchiveSegmentPayload> ArchiveSegment(ArchiveSegmentInput input, Caller caller, IGrainFactory grains, SegmentLoader segments)
    {
        var context = caller.Command("archiveSegment", input.IdempotencyKey, input, input.ExpectedVersion);
        var result = await grains.Segment(caller, input.SegmentId.Key).Archive(new ArchiveSegment(input.Archived ?? true), context);
        return await result.ToPayload(archived => new ArchiveSegmentPayload(archived), () => segments.LoadAsync(result.Id).GetResultAsync());
    }

    // A filter that no list would take is told at once.
    private static async Task<string> Checked(InfluencerFilter? filter, string? query, SegmentQueries queries, Caller caller)
    {
        var keys = filter.ReadIds("input", "filter");
        await queries.Check(caller.Workspace, keys, query, CancellationToken.None);
        return SegmentFilter.Write(keys);
    }

    private static ISegmentGrain Segment(this IGrainFactory grains, Caller caller, string id) => grains.GetGrain<ISegmentGrain>(caller.Key(id).ToString());
}

/// <summary>A new segment.</summary>
/// <param name="Name">Up to 200 characters; no other shared segment, and no other private one of yours, has it. Case and accents do not matter.</param>
/// <param name="Filter">Which influencers; all when left out.</param>
/// <param name="Query">Words that all occur in name, handles, niches, tags or agency, up to 200 characters.</param>
/// <param name="Visibility">SHARED when left out.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record CreateSegmentInput(string Name, InfluencerFilter? Filter, string? Query, SegmentVisibility? Visibility, string? IdempotencyKey);

/// <summary>New values for a segment. What is left out stays as it is.</summary>
/// <param name="SegmentId">Which segment.</param>
/// <param name="Name">Up to 200 characters.</param>
/// <param name="Filter">The whole new filter.</param>
/// <param name="Query">Words that all occur in name, handles, niches, tags or agency; null searches for nothing.</param>
/// <param name="Visibility">Only who made it can make it private.</param>
/// <param name="ExpectedVersion">Refuse when the segment is at another version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record UpdateSegmentInput(
    NodeId<Segment> SegmentId, string? Name, InfluencerFilter? Filter, Optional<string> Query, SegmentVisibility? Visibility, int? ExpectedVersion,
    string? IdempotencyKey);

/// <summary>A segment to put away.</summary>
/// <param name="SegmentId">Which segment.</param>
/// <param name="Archived">False takes it back; true when left out.</param>
/// <param name="ExpectedVersion">Refuse when the segment is at another version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record ArchiveSegmentInput(NodeId<Segment> SegmentId, bool? Archived, int? ExpectedVersion, string? IdempotencyKey);

/// <param name="Segment">The segment as it is now; null when refused.</param>
public sealed record CreateSegmentPayload(Segment? Segment) : Payload;

/// <param name="Segment">The segment as it is now; null when refused.</param>
public sealed record UpdateSegmentPayload(Segment? Segment) : Payload;

/// <param name="Segment">The segment as it is now; null when refused.</param>
public sealed record ArchiveSegmentPayload(Segment? Segment) : Payload;
