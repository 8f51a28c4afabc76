using CreatorCRM.Influencers;
using CreatorCRM.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Segments;

/// <summary>Reads of segments. A private one is there for its owner alone.</summary>
public sealed class SegmentQueries(IDbContextFactory<CrmDbContext> contexts, InfluencerQueries influencers)
{
    private static readonly KeysetOrder<SegmentRow> ByName = new KeysetOrder<SegmentRow>("segments.name", row => row.Id).By(row => row.SortName);

    /// <summary>Those of the ids that exist and that the actor sees, by id.</summary>
    public async Task<IReadOnlyDictionary<string, SegmentRow>> ByIds(string workspace, string actor, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Seen(db, workspace, actor).Where(row => EF.Parameter(ids.ToArray()).Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
    }

    /// <summary>By name.</summary>
    /// <param name="archived">Those that are archived rather than those in use.</param>
    /// <exception cref="InvalidCursorException">A cursor that is not of this list.</exception>
    public Task<Page<SegmentRow>> List(string workspace, string actor, bool archived, PageRequest page, CancellationToken cancel) =>
        contexts.ReadPage(db => Seen(db, workspace, actor).Where(row => row.ArchivedAt != null == archived), ByName, page, cancel);

    /// <summary>
    /// How many influencers are in each segment at this moment, one after the other on one connection: each count is a read of an index, and together they
    /// would starve others.
    /// </summary>
    /// <returns>The count, or why the segment cannot be counted.</returns>
    public async Task<IReadOnlyDictionary<string, SegmentCount>> Count(IReadOnlyCollection<SegmentRow> segments, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var counts = new Dictionary<string, SegmentCount>();
        foreach (var segment in segments) counts[segment.Id] = await Count(db, segment, cancel);
        return counts;
    }

    /// <summary>Throws when a list could not be filtered so.</summary>
    /// <exception cref="InvalidFilterException">The filter or the search text asks for too much.</exception>
    public async Task Check(string workspace, InfluencerFilter? filter, string? query, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await influencers.Rows(db, workspace, filter, query, cancel);
    }

    private async Task<SegmentCount> Count(CrmDbContext db, SegmentRow segment, CancellationToken cancel)
    {
        try
        {
            return new SegmentCount(await (await influencers.Rows(db, segment.Workspace, SegmentFilter.Read(segment), segment.Query, cancel))
                .CountAsync(cancel), null);
        }
        catch (UnreadableSegmentException problem)
        {
            return new SegmentCount(null, problem);
        }
    }

    private static IQueryable<SegmentRow> Seen(CrmDbContext db, string workspace, string actor) =>
        db.Set<SegmentRow>().Where(row => row.Workspace == workspace && (row.Visibility == SegmentVisibility.Shared || row.OwnerId == actor));
}

/// <param name="Problem">Why there is no number.</param>
public sealed record SegmentCount(int? Number, UnreadableSegmentException? Problem);
