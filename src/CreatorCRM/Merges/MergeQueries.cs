using System.Collections.Immutable;
using System.Linq.Expressions;
using CreatorCRM.Partnerships;
using CreatorCRM.Storage.Queries;
using CreatorCRM.Tasks;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Merges;

/// <summary>Reads of merges, and of what they move.</summary>
public sealed class MergeQueries(IDbContextFactory<CrmDbContext> contexts)
{
    private static readonly KeysetOrder<InfluencerMergeRow> NewestFirst =
        new KeysetOrder<InfluencerMergeRow>("influencer-merges", row => row.Id).By(row => row.StartedAt, OrderDirection.Desc);

    /// <summary>Those of the ids that exist in the workspace, by id.</summary>
    public async Task<IReadOnlyDictionary<string, InfluencerMergeRow>> ByIds(string workspace, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<InfluencerMergeRow>().Where(row => row.Workspace == workspace && EF.Parameter(ids.ToArray()).Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancel);
    }

    /// <summary>The newest first.</summary>
    /// <exception cref="InvalidFilterException">A filter that cannot be answered.</exception>
    /// <exception cref="InvalidCursorException">A cursor that is not of this list.</exception>
    public Task<Page<InfluencerMergeRow>> List(string workspace, InfluencerMergeFilter? filter, PageRequest page, CancellationToken cancel) =>
        contexts.ReadPage(
        db => db.Set<InfluencerMergeRow>().Where(row => row.Workspace == workspace)
            .Where(InfluencerMergeFilter.Map.Compile(filter, db)), NewestFirst, page, cancel);

    /// <summary>For each influencer a page of the merges that brought others into them and stand, the newest first.</summary>
    /// <param name="at">Those that stood then; null: now.</param>
    /// <exception cref="InvalidCursorException">A cursor that is not of this list.</exception>
    public Task<IReadOnlyDictionary<string, Page<InfluencerMergeRow>>> Into(
        string workspace, IReadOnlyList<string> survivors, DateTimeOffset? at, PageRequest page, CancellationToken cancel) => contexts.ReadPages(
        db => MergeFamilies.Standing(db, workspace, at)
            .Where(row => EF.Parameter(survivors.ToArray()).Contains(row.SurvivorId)), row => row.SurvivorId, survivors, NewestFirst, page, cancel);

    /// <summary>Of each influencer all who are one with them: themselves first, then those who were merged into them, and into those.</summary>
    /// <inheritdoc cref="Into" path="/param"/>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> FamiliesOf(string workspace, IReadOnlyCollection<string> influencers,
        DateTimeOffset? at, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await MergeFamilies.Of(db, workspace, influencers, at, cancel);
    }

    /// <summary>All who ever had what belonged to the influencer: themselves, and those whom they were merged into, whether that was undone or not.</summary>
    public async Task<IReadOnlyCollection<string>> EverWith(string workspace, string influencer, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var all = new HashSet<string> { influencer };
        for (string[] news = [influencer]; news.Length > 0;)
        {
            var survivors = await db.Set<InfluencerMergeRow>().Where(row => row.Workspace == workspace && EF.Parameter(news).Contains(row.MergedId))
                .Select(row => row.SurvivorId).ToListAsync(cancel);
            news = [.. survivors.Where(all.Add)];
        }
        return all;
    }

    public async Task<bool> IsUnderWay(string workspace, string influencer, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<MergePartyRow>().AnyAsync(row => row.Workspace == workspace && row.InfluencerId == influencer, cancel);
    }

    /// <summary>Merges of all workspaces that are under way, or were when a process ended.</summary>
    public async Task<IReadOnlyList<EntityKey>> Running(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<InfluencerMergeRow>().Where(row => row.Status == MergeStatus.Running || row.Status == MergeStatus.Undoing)
            .Select(row => new EntityKey(row.Workspace, row.Id)).ToListAsync(cancel);
    }

    /// <summary>The campaigns where both are.</summary>
    public async Task<ImmutableArray<string>> SharedCampaigns(string workspace, string survivor, string merged, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (ours, theirs) = (CampaignsOf(db, workspace, survivor), CampaignsOf(db, workspace, merged));
        return survivor == merged ? [] : [.. await ours.Intersect(theirs).OrderBy(id => id).ToListAsync(cancel)];
    }

    /// <summary>How many partnerships the influencer has, and how many tasks were written down about them.</summary>
    public async Task<(int Partnerships, int Tasks)> CountOf(string workspace, string influencer, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await db.Set<PartnershipRow>().CountAsync(row => row.Workspace == workspace && row.InfluencerId == influencer, cancel),
            await db.Set<TaskRow>().CountAsync(row => row.Workspace == workspace && row.InfluencerId == influencer && row.Kind == TaskKind.Manual, cancel));
    }

    /// <summary>What a merge has brought to the survivor, as far as it has come and nothing took it further.</summary>
    public async Task<(int Partnerships, int Tasks)> CountMoved(EntityKey merge, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await db.Set<PartnershipRow>().CountAsync(row => row.Workspace == merge.Workspace && row.MergeId == merge.Id, cancel),
            await db.Set<TaskRow>().CountAsync(row => row.Workspace == merge.Workspace && row.MergeId == merge.Id, cancel));
    }

    public Task<List<string>> SomePartnershipsOf(string workspace, string influencer, int most) =>
        Ids<PartnershipRow>(row => row.Workspace == workspace && row.InfluencerId == influencer, row => row.Id, most);

    public Task<List<string>> SomePartnershipsBy(EntityKey merge, int most) =>
        Ids<PartnershipRow>(row => row.Workspace == merge.Workspace && row.MergeId == merge.Id, row => row.Id, most);

    public Task<List<string>> SomeTasksOf(string workspace, string influencer, int most) =>
        Ids<TaskRow>(row => row.Workspace == workspace && row.InfluencerId == influencer && row.Kind == TaskKind.Manual, row => row.Id, most);

    public Task<List<string>> SomeTasksBy(EntityKey merge, int most) =>
        Ids<TaskRow>(row => row.Workspace == merge.Workspace && row.MergeId == merge.Id, row => row.Id, most);

    private async Task<List<string>> Ids<TRow>(Expression<Func<TRow, bool>> which, Expression<Func<TRow, string>> id, int most) where TRow : class
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Set<TRow>().Where(which).Select(id).OrderBy(one => one).Take(most).ToListAsync();
    }

    private static IQueryable<string> CampaignsOf(CrmDbContext db, string workspace, string influencer) =>
        db.Set<PartnershipRow>().Where(row => row.Workspace == workspace && row.InfluencerId == influencer).Select(row => row.CampaignId);
}
