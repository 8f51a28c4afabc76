using CreatorCRM.Partnerships;

namespace CreatorCRM.Contracts;

/// <summary>What ended a right before the day that the contract says.</summary>
public enum UsageRightCut
{
    Termination,
    Replacement,
}

/// <summary>A line of the ledger of usage rights: what a contract that came into force lets the brand do with content, on one channel.</summary>
[RowTable("usage_rights", nameof(Id))]
public sealed record UsageRightRow : IPartRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public required string PartnershipId { get; init; }
    public required string InfluencerId { get; init; }
    public required string CampaignId { get; init; }
    public required string ContractId { get; init; }
    public required string Asset { get; init; }
    public UsageChannel Channel { get; init; }
    /// <summary>Null is worldwide.</summary>
    public string? Territory { get; init; }
    public string? TerritoryKey { get; init; }
    public DateOnly FromOn { get; init; }
    /// <summary>The last day; null is without end.</summary>
    public DateOnly? UntilOn { get; init; }
    /// <summary>Null when the right ends, or ended, as the contract says.</summary>
    public UsageRightCut? CutBy { get; init; }

    string IRow.RowKey => Id;
}

public partial record ContractHistory
{
    /// <summary>
    /// From the brand's signature on. Rights last as long as the contract says, also when it is fulfilled or its term has ended, unless it was terminated (or
    /// notice is given for an earlier day) or a newer version took its place: the ledger then goes on with the rights of that version.
    /// </summary>
    private IEnumerable<IRow> UsageRights(EntityKey partnership, string influencer, string campaign) =>
        from contract in Versions
        where contract.InForceSince is not null
        let id = PartNumber.Id(partnership, PartNumber.Text(contract.Number))
        from right in contract.Terms.UsageRights.Select((right, i) => (Terms: right, Number: i + 1))
        from channel in right.Terms.GivenFor()
        let period = right.Terms.Period
        let cut = CutOf(contract, period.Until)
        let until = cut?.On ?? period.Until
        select new UsageRightRow
        {
            Workspace = partnership.Workspace,
            Id = $"{id}.{right.Number}.{channel.ToString().ToUpperInvariant()}",
            PartnershipId = partnership.Id,
            InfluencerId = influencer,
            CampaignId = campaign,
            ContractId = id,
            Asset = right.Terms.Asset,
            Channel = channel,
            Territory = right.Terms.Territory,
            TerritoryKey = right.Terms.Territory is { } territory ? TextKey.Fold(territory) : null,
            FromOn = period.From ?? Earlier(Day(contract.InForceSince!.Value), period.Until)!.Value,
            UntilOn = until,
            CutBy = cut?.By,
        };

    private static (DateOnly On, UsageRightCut By)? CutOf(Contract contract, DateOnly? until)
    {
        (DateOnly On, UsageRightCut By)? cut = contract switch
        {
            { Status: ContractStatus.Replaced, EndedOn: { } day } => (day, UsageRightCut.Replacement),
            { Status: ContractStatus.Countersigned or ContractStatus.Terminated, Termination: { } notice } => (notice.EffectiveOn, UsageRightCut.Termination),
            _ => null,
        };
        return cut?.On >= until ? null : cut;
    }
}
