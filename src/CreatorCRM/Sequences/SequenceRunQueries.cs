using System.Collections.Immutable;
using System.Linq.Expressions;
using CreatorCRM.Influencers;
using CreatorCRM.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Sequences;

/// <summary>How many partnerships a sequence was started in, and what became of them.</summary>
/// <param name="Replied">Those of the stopped ones that were stopped since the influencer answered.</param>
public sealed record SequenceCounts(int Started, int Active, int Finished, int Stopped, int Replied)
{
    public static SequenceCounts None { get; } = new(0, 0, 0, 0, 0);
}

/// <summary>
/// Reads of sequences in partnerships. Whoever opted out is seen as such from that very commit on: until the partnership's journal tells it too (see
/// <see cref="SequenceOptOuts"/>), it follows from the influencer's row. A partnership may not have followed its influencer into a merge yet, so merged ones
/// count too.
/// </summary>
public sealed class SequenceRunQueries(IDbContextFactory<CrmDbContext> contexts)
{
    private static readonly KeysetOrder<SeenRun> NewestFirst = new KeysetOrder<SeenRun>("sequence-runs", seen => seen.Run.Id)
        .By(seen => seen.Run.StartedAt, OrderDirection.Desc);

    /// <summary>Those of the ids that exist in the workspace, by id.</summary>
    public async Task<IReadOnlyDictionary<string, SequenceRunRow>> ByIds(string workspace, IReadOnlyCollection<string> ids, CancellationToken cancel) =>
        (await Read(workspace, row => EF.Parameter(ids.ToArray()).Contains(row.Id), cancel)).ToDictionary(row => row.Id);

    /// <summary>All of each partnership, in the order in which they were started.</summary>
    public async Task<ILookup<string, SequenceRunRow>> OfPartnerships(string workspace, IReadOnlyCollection<string> partnerships, CancellationToken cancel) =>
        (await Read(workspace, row => EF.Parameter(partnerships.ToArray()).Contains(row.PartnershipId), cancel)).ToLookup(row => row.PartnershipId);

    /// <summary>Of each sequence a page of where it was started, the latest start first.</summary>
    /// <param name="status">Those that stand there; null: all.</param>
    /// <exception cref="InvalidCursorException">A cursor that is not of this list.</exception>
    public async Task<IReadOnlyDictionary<string, Page<SequenceRunRow>>> OfSequences(
        string workspace, IReadOnlyList<string> sequences, SequenceRunStatus? status, PageRequest page, CancellationToken cancel)
    {
        // One statement finds the page and says how they stand, so nobody opts out in between.
        var pages = await contexts.ReadPages(
            db => Seen(db, Standing(db, status).Where(row => row.Workspace == workspace && EF.Parameter(sequences.ToArray()).Contains(row.SequenceId))), seen => seen.Run.SequenceId, sequences, NewestFirst, page, cancel);
        return pages.ToDictionary(found => found.Key, found => new Page<SequenceRunRow>(
            [.. found.Value.Items.Select(item => new PageItem<SequenceRunRow>(item.Node.Row, item.Cursor))], found.Value.HasNextPage,
            found.Value.HasPreviousPage, found.Value.CountTotal));
    }

    /// <summary>What became of each sequence, by its id; one that was never started is left out.</summary>
    public async Task<IReadOnlyDictionary<string, SequenceCounts>> Counts(string workspace, IReadOnlyCollection<string> sequences, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var groups = await (
            from run in db.Set<SequenceRunRow>().Where(row => row.Workspace == workspace && EF.Parameter(sequences.ToArray()).Contains(row.SequenceId))
            join influencer in db.Set<InfluencerRow>() on new { run.Workspace, Id = run.InfluencerId } equals new { influencer.Workspace, influencer.Id }
            group run by new { run.SequenceId, run.Status, run.StopReason, influencer.DoNotContact } into same
            select new { same.Key, Count = same.Count() }).IgnoreQueryFilters().ToListAsync(cancel);
        return groups.GroupBy(group => group.Key.SequenceId).ToDictionary(of => of.Key, of => new SequenceCounts(
            of.Sum(group => group.Count),
            of.Where(group => group.Key is { Status: SequenceRunStatus.Active, DoNotContact: false }).Sum(group => group.Count),
            of.Where(group => group.Key.Status == SequenceRunStatus.Finished).Sum(group => group.Count),
            of.Where(group => group.Key is { Status: SequenceRunStatus.Stopped } or { Status: SequenceRunStatus.Active, DoNotContact: true })
                .Sum(group => group.Count),
            of.Where(group => group.Key.StopReason == SequenceStopReason.Replied).Sum(group => group.Count)));
    }

    /// <summary>The partnerships of a person in which a sequence is under way by the journal.</summary>
    public async Task<IReadOnlyList<EntityKey>> UnderWay(EntityKey influencer, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<SequenceRunRow>()
            .Where(row => row.Workspace == influencer.Workspace && row.InfluencerId == influencer.Id && row.Status == SequenceRunStatus.Active)
            .Select(row => new EntityKey(row.Workspace, row.PartnershipId)).ToListAsync(cancel);
    }

    /// <summary>The partnerships of all workspaces whose journal does not tell yet that the person opted out.</summary>
    public async Task<IReadOnlyList<EntityKey>> Unrecorded(int limit, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await (
            from run in db.Set<SequenceRunRow>().Where(row => row.Status == SequenceRunStatus.Active)
            join influencer in db.Set<InfluencerRow>().IgnoreQueryFilters()
                .Where(row => row.DoNotContact) on new { run.Workspace, Id = run.InfluencerId } equals new { influencer.Workspace, influencer.Id }
            orderby run.Workspace, run.Id
            select new EntityKey(run.Workspace, run.PartnershipId)).Take(limit).ToListAsync(cancel);
    }

    private static IQueryable<SequenceRunRow> Standing(CrmDbContext db, SequenceRunStatus? status)
    {
        var (runs, people) = (db.Set<SequenceRunRow>().IgnoreQueryFilters(), OptedOut(db));
        return status switch
        {
            null => runs,
            SequenceRunStatus.Active =>
                runs.Where(run => run.Status == SequenceRunStatus.Active
                    && !people.Any(person => person.Workspace == run.Workspace && person.Id == run.InfluencerId)),
            SequenceRunStatus.Stopped => runs.Where(run => run.Status == SequenceRunStatus.Stopped
                || (run.Status == SequenceRunStatus.Active && people.Any(person => person.Workspace == run.Workspace && person.Id == run.InfluencerId))),
            _ => runs.Where(run => run.Status == SequenceRunStatus.Finished),
        };
    }

    private static IQueryable<InfluencerRow> OptedOut(CrmDbContext db) => db.Set<InfluencerRow>().IgnoreQueryFilters().Where(person => person.DoNotContact);

    private async Task<IReadOnlyList<SequenceRunRow>> Read(string workspace, Expression<Func<SequenceRunRow, bool>> which, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = await Seen(db, db.Set<SequenceRunRow>().Where(row => row.Workspace == workspace).Where(which)).OrderBy(seen => seen.Run.PartnershipId)
            .ThenBy(seen => seen.Run.Number).ToListAsync(cancel);
        return [.. found.Select(seen => seen.Row)];
    }

    // The join from the runs' side leaves the list's own index in charge.
    private static IQueryable<SeenRun> Seen(CrmDbContext db, IQueryable<SequenceRunRow> runs) => (
        from run in runs
        join influencer in db.Set<InfluencerRow>() on new { run.Workspace, Id = run.InfluencerId } equals new { influencer.Workspace, influencer.Id } into people
        from person in people.DefaultIfEmpty()
        select new SeenRun { Run = run, OptedOut = (bool?)person!.DoNotContact == true, Since = person.DoNotContactSince }).IgnoreQueryFilters();

    /// <summary>A row beside what the same statement saw of the influencer.</summary>
    private sealed record SeenRun
    {
        public required SequenceRunRow Run { get; init; }
        public bool OptedOut { get; init; }
        public DateTimeOffset? Since { get; init; }

        public SequenceRunRow Row => !OptedOut || Run.Status != SequenceRunStatus.Active ? Run : Run with
        {
            Steps = CrmJson.Write(SequenceRuns.Dropped(CrmJson.Read<ImmutableArray<SequenceRunStep>>(Run.Steps), Since)),
            Status = SequenceRunStatus.Stopped,
            StopReason = SequenceStopReason.OptedOut,
            EndedAt = Since,
            NextStep = null,
            NextDueAt = null,
        };
    }
}
