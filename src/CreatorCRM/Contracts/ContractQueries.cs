using CreatorCRM.Campaigns;
using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;
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

    /// <summary>Whom and what the contracts of a partnership are about; the partnership exists.</summary>
    public async Task<ContractParties> Parties(EntityKey partnership, CancellationToken cancel) =>
        (await Parties(partnership.Workspace, [partnership.Id], cancel))[partnership.Id];

    /// <summary>The same for many partnerships, by their ids.</summary>
    public async Task<IReadOnlyDictionary<string, ContractParties>> Parties(string workspace, IReadOnlyCollection<string> partnerships,
        CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows =
            from partnership in db.Set<PartnershipRow>()
            join influencer in db.Set<InfluencerRow>()
                on new { partnership.Workspace, Id = partnership.InfluencerId } equals new { influencer.Workspace, influencer.Id }
            join campaign in db.Set<CampaignRow>()
                on new { partnership.Workspace, Id = partnership.CampaignId } equals new { campaign.Workspace, campaign.Id }
            where partnership.Workspace == workspace && EF.Parameter(partnerships.ToArray()).Contains(partnership.Id)
            select new { partnership.Id, Parties = new ContractParties(influencer.DisplayName, campaign.Name, campaign.Brand, campaign.Product) };
        // A partnership may not have followed its influencer into a merge yet.
        return await rows.IgnoreQueryFilters().ToDictionaryAsync(row => row.Id, row => row.Parties, cancel);
    }

    /// <summary>Conflicts that any of these contracts takes part in, in the order of their ids.</summary>
    public async Task<IReadOnlyList<ExclusivityConflictRow>> Conflicts(string workspace, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<ExclusivityConflictRow>()
            .Where(row => row.Workspace == workspace
                && (EF.Parameter(ids.ToArray()).Contains(row.ExclusiveContractId) || EF.Parameter(ids.ToArray()).Contains(row.EngagedContractId)))
            .OrderBy(row => row.Id).ToListAsync(cancel);
    }

    /// <summary>The texts of contracts as they were sent.</summary>
    public async Task<IReadOnlyList<ContractTextRow>> Texts(string workspace, IReadOnlyCollection<string> sent, ContractTextFormat format,
        ContractLanguage language, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<ContractTextRow>()
            .Where(row => row.Workspace == workspace && row.Language == language && row.Format == format
                && EF.Parameter(sent.ToArray()).Contains(row.ContractId)).ToListAsync(cancel);
    }
}

/// <summary>A contract that has run out.</summary>
public sealed record DueContract(string Workspace, string Id, string PartnershipId);
