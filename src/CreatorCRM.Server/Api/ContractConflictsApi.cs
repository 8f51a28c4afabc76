using CreatorCRM.Access;
using CreatorCRM.Contracts;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>An exclusivity that two contracts of an influencer break together.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class ExclusivityConflict(ExclusivityConflictRow row, bool isExclusive, DateTimeOffset? at = null)
{
    /// <summary>What is excluded.</summary>
    public string Category => row.Category;

    /// <summary>True: the other contract breaks an exclusivity of this one. False: this one breaks the other's.</summary>
    public bool IsOwnExclusivity => isExclusive;

    /// <summary>How long the exclusivity lasts.</summary>
    public Period Exclusivity => new(row.ExclusiveFrom, row.ExclusiveUntil);

    /// <summary>The days on which it is broken.</summary>
    public Period Overlap => new(row.OverlapFrom, row.OverlapUntil);

    /// <summary>The other contract.</summary>
    public IDataLoaderResult<Contract?> Contract(ContractLoader loader) =>
        loader.LoadAsync(isExclusive ? row.EngagedContractId : row.ExclusiveContractId, at);

    /// <summary>The campaign of the other contract.</summary>
    public IDataLoaderResult<Campaign?> Campaign(CampaignLoader loader) =>
        loader.LoadAsync(isExclusive ? row.EngagedCampaignId : row.ExclusiveCampaignId, at);
}

public sealed class ConflictsOfContracts(ContractQueries contracts, Caller caller, PastPartnershipsOf influencers) : ListLoader<string, ExclusivityConflict>
{
    /// <param name="past">The contract's partnership as it was; null: as it is.</param>
    public IDataLoaderResult<IReadOnlyList<ExclusivityConflict>> LoadAsync(string contract, Past? past) => past is null
        ? LoadAsync(contract)
        : influencers.Load(CreatorCRM.Influencers.Influencer.Kind, past.One<PartnershipRow>().InfluencerId, past.At)
            .Then(IReadOnlyList<ExclusivityConflict> (then) => [.. Of([.. PastConflicts.Of(then)], [contract], past.At)[contract]]);

    protected override async Task<ILookup<string, ExclusivityConflict>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        return Of(await contracts.Conflicts(caller.Workspace, keys, cancellation), keys, null);
    }

    private static ILookup<string, ExclusivityConflict> Of(
        IReadOnlyList<ExclusivityConflictRow> rows, IReadOnlyCollection<string> contracts, DateTimeOffset? at)
    {
        var own = rows.Select(row => (Contract: row.ExclusiveContractId, Conflict: new ExclusivityConflict(row, isExclusive: true, at)));
        var others = rows.Select(row => (Contract: row.EngagedContractId, Conflict: new ExclusivityConflict(row, isExclusive: false, at)));
        return own.Concat(others).Where(found => contracts.Contains(found.Contract)).ToLookup(found => found.Contract, found => found.Conflict);
    }
}
