using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Merges;

/// <summary>Who is one person with whom.</summary>
internal static class MergeFamilies
{
    /// <summary>Merges that stand, from their start until they are undone.</summary>
    /// <param name="at">Those that stood then; null: now.</param>
    public static IQueryable<InfluencerMergeRow> Standing(CrmDbContext db, string workspace, DateTimeOffset? at)
    {
        var merges = db.Set<InfluencerMergeRow>().Where(row => row.Workspace == workspace);
        return at is { } instant
            ? merges.Where(row => row.StartedAt <= instant && (row.UndoneAt == null || row.UndoneAt > instant))
            : merges.Where(row => row.Status != MergeStatus.Undone);
    }

    /// <summary>
    /// Of each influencer all who are one with them: themselves first. As many statements as merges lie behind each other, and most often one.
    /// </summary>
    /// <inheritdoc cref="Standing" path="/param"/>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> Of(
        CrmDbContext db, string workspace, IReadOnlyCollection<string> influencers, DateTimeOffset? at, CancellationToken cancel)
    {
        var families = influencers.Distinct().ToDictionary(id => id, id => new List<string> { id });
        var heads = families.Keys.ToDictionary(id => id, id => new List<string> { id });
        while (heads.Count > 0)
        {
            var found = await Standing(db, workspace, at).Where(row => EF.Parameter(heads.Keys.ToArray()).Contains(row.SurvivorId))
                .Select(row => new { row.SurvivorId, row.MergedId }).ToListAsync(cancel);
            var next = new Dictionary<string, List<string>>();
            foreach (var (merged, family) in found.SelectMany(merge => heads[merge.SurvivorId].Select(head => (merge.MergedId, head))))
            {
                if (families[family].Contains(merged)) continue;
                families[family].Add(merged);
                next.TryAdd(merged, []);
                next[merged].Add(family);
            }
            heads = next;
        }
        return families.ToDictionary(family => family.Key, IReadOnlyList<string> (family) => family.Value);
    }
}
