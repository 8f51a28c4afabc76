namespace CreatorCRM.Contracts;

/// <summary>What a version promises not to do elsewhere, for one brand or all; by folded names, '' is none.</summary>
[RowTable("contract_exclusivities", nameof(Id))]
public sealed record ContractExclusivityRow : IRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public required string ContractId { get; init; }
    public required string PartnershipId { get; init; }
    public required string InfluencerId { get; init; }
    public required string CampaignId { get; init; }
    public required string BrandKey { get; init; }
    public required string CategoryKey { get; init; }
    public required string ExcludedBrandKey { get; init; }
    /// <summary>As it was written.</summary>
    public required string Category { get; init; }
    public DateOnly? FromOn { get; init; }
    public DateOnly? UntilOn { get; init; }
    public bool IsOverridden { get; init; }

    string IRow.RowKey => Id;
}

/// <summary>What a version is about itself.</summary>
[RowTable("contract_engagements", nameof(ContractId))]
public sealed record ContractEngagementRow : IRow
{
    public required string Workspace { get; init; }
    public required string ContractId { get; init; }
    public required string PartnershipId { get; init; }
    public required string InfluencerId { get; init; }
    public required string CampaignId { get; init; }
    public required string BrandKey { get; init; }
    public required string CategoryKey { get; init; }
    public DateOnly? FromOn { get; init; }
    public DateOnly? UntilOn { get; init; }
    public bool IsOverridden { get; init; }

    string IRow.RowKey => ContractId;
}

public partial record ContractHistory
{
    /// <summary>
    /// From the draft on. What was in force and has ended binds until it ended, except that exclusivities last as long as they say unless the contract was
    /// terminated; what was replaced or never came into force binds nobody.
    /// </summary>
    private IEnumerable<IRow> Bonds(EntityKey partnership, string influencer, string campaign) => Versions.Where(Binds).SelectMany(contract =>
    {
        var id = PartNumber.Id(partnership, PartNumber.Text(contract.Number));
        var brand = Key(contract.Brand);
        var end = contract.Status == ContractStatus.Terminated ? contract.EndedOn : null;
        IEnumerable<IRow> exclusivities =
            from promise in contract.Terms.Exclusivities.Select((promise, i) => (Promise: promise, Number: i + 1))
            where Key(promise.Promise.Category).Length > 0
            from excluded in promise.Promise.Brands.DefaultIfEmpty("").Select((name, i) => (Key: Key(name), Number: i + 1))
            select new ContractExclusivityRow
            {
                Workspace = partnership.Workspace,
                Id = $"{id}.{promise.Number}.{excluded.Number}",
                ContractId = id,
                PartnershipId = partnership.Id,
                InfluencerId = influencer,
                CampaignId = campaign,
                BrandKey = brand,
                CategoryKey = Key(promise.Promise.Category),
                ExcludedBrandKey = excluded.Key,
                Category = promise.Promise.Category,
                FromOn = promise.Promise.Period.From,
                UntilOn = Earlier(promise.Promise.Period.Until, end),
                IsOverridden = contract.ExclusivityOverride is not null,
            };
        return exclusivities.Append(new ContractEngagementRow
        {
            Workspace = partnership.Workspace,
            ContractId = id,
            PartnershipId = partnership.Id,
            InfluencerId = influencer,
            CampaignId = campaign,
            BrandKey = brand,
            CategoryKey = Key(contract.Terms.Category),
            FromOn = contract.Terms.Term?.From,
            UntilOn = Earlier(contract.Terms.Term?.Until, contract.EndedOn),
            IsOverridden = contract.ExclusivityOverride is not null,
        });
    });

    private static bool Binds(Contract contract) => contract.Status switch
    {
        ContractStatus.Countered or ContractStatus.Declined or ContractStatus.Voided or ContractStatus.Replaced => false,
        ContractStatus.Expired => contract.InForceSince is not null,
        _ => true,
    };

    private static string Key(string? name) => name is null ? "" : TextKey.Fold(name);

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other ?? one : one;
}
