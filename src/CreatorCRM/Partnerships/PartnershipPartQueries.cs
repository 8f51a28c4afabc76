using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Partnerships;

/// <summary>Reads of what belongs to a partnership. An aggregate keeps at most 500 of each kind besides messages, so those come as whole lists.</summary>
public sealed class PartnershipPartQueries(IDbContextFactory<CrmDbContext> contexts)
{
    /// <summary>Those of the ids that exist in the workspace, by id.</summary>
    public async Task<IReadOnlyDictionary<string, TRow>> ByIds<TRow>(string workspace, IReadOnlyCollection<string> ids, CancellationToken cancel) where TRow
        : class, IPartRow
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<TRow>().Where(row => row.Workspace == workspace && EF.Parameter(ids.ToArray()).Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancel);
    }

    /// <summary>All parts of one kind of each partnership, in the order of their numbers.</summary>
    public async Task<ILookup<string, TRow>> Of<TRow>(string workspace, IReadOnlyCollection<string> partnerships, CancellationToken cancel) where TRow
        : class, INumberedPartRow
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.Set<TRow>().Where(row => row.Workspace == workspace && EF.Parameter(partnerships.ToArray()).Contains(row.PartnershipId))
            .OrderBy(row => row.PartnershipId).ThenBy(row => row.Number).ToListAsync(cancel);
        return rows.ToLookup(row => row.PartnershipId);
    }
}
