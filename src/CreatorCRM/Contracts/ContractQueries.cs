using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Contracts;

/// <summary>Reads of contracts across partnerships.</summary>
public sealed class ContractQueries(IDbContextFactory<CrmDbContext> contexts)
{
    /// <summary>Contracts of all workspaces that have run out by this day, the longest due first.</summary>
    public async Task<IReadOnlyList<DueContract>> Due(DateOnly today, int limit, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<ContractRow>().Where(row => row.DueOn != null && row.DueOn <= today)
            .OrderBy(row => row.DueOn).ThenBy(row => row.Workspace).ThenBy(row => row.Id).Take(limit)
            .Select(row => new DueContract(row.Workspace, row.Id, row.PartnershipId)).ToListAsync(cancel);
    }
}

/// <summary>A contract that has run out.</summary>
public sealed record DueContract(string Workspace, string Id, string PartnershipId);
