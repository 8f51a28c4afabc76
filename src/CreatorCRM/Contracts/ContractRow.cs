using CreatorCRM.Partnerships;

namespace CreatorCRM.Contracts;

[RowTable("contracts", nameof(Id))]
public sealed record ContractRow : INumberedPartRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public required string PartnershipId { get; init; }
    public int Number { get; init; }
    public ContractStatus Status { get; init; }
    /// <summary>JSON of <see cref="ContractTerms"/>.</summary>
    public required string Terms { get; init; }
    /// <summary>JSON array of <see cref="Signature"/>.</summary>
    public required string Signatures { get; init; }
    public DateTimeOffset DraftedAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public string? Reason { get; init; }
    /// <summary>The id of the version that it changes or renews.</summary>
    public string? Amends { get; init; }
    public bool IsRenewal { get; init; }
    /// <summary>The id of the version whose counter-proposal it answers.</summary>
    public string? Answers { get; init; }
    /// <summary>The id of the version that stands in its place.</summary>
    public string? ReplacedBy { get; init; }
    public DateTimeOffset? ViewedAt { get; init; }
    public DateOnly? OfferExpiresOn { get; init; }
    public DateTimeOffset? InForceSince { get; init; }
    public DateOnly? EndsOn { get; init; }
    public DateOnly? EndedOn { get; init; }
    /// <summary>The first day on which it has passed what it was given; null while nothing runs out.</summary>
    public DateOnly? DueOn { get; init; }
    /// <summary>JSON of <see cref="CounterProposal"/>.</summary>
    public string? Counter { get; init; }
    /// <summary>JSON of <see cref="Contracts.Termination"/>.</summary>
    public string? Termination { get; init; }
    /// <summary>Why it may break exclusivities; null when it may not.</summary>
    public string? ExclusivityOverride { get; init; }

    string IRow.RowKey => Id;
}

public partial record ContractHistory
{
    public IEnumerable<IRow> Rows(EntityKey partnership, string influencer, string campaign)
    {
        return Versions.Select(IRow (contract) => new ContractRow
        {
            Workspace = partnership.Workspace,
            Id = Id(PartNumber.Text(contract.Number))!,
            PartnershipId = partnership.Id,
            Number = contract.Number,
            Status = contract.Status,
            Terms = CrmJson.Write(contract.Terms),
            Signatures = CrmJson.Write(contract.Signatures),
            DraftedAt = contract.DraftedAt,
            SentAt = contract.SentAt,
            Reason = contract.Reason,
            Amends = Id(contract.Amends),
            IsRenewal = contract.IsRenewal,
            Answers = Id(contract.Answers),
            ReplacedBy = Id(contract.ReplacedBy),
            ViewedAt = contract.ViewedAt,
            OfferExpiresOn = contract.OfferExpiresOn,
            InForceSince = contract.InForceSince,
            EndsOn = contract.EndsOn,
            EndedOn = contract.EndedOn,
            DueOn = contract.DueOn,
            Counter = Json(contract.Counter),
            Termination = Json(contract.Termination),
            ExclusivityOverride = contract.ExclusivityOverride,
        }).Concat(Bonds(partnership, influencer, campaign)).Concat(UsageRights(partnership, influencer, campaign));

        string? Id(string? number) => number is null ? null : PartNumber.Id(partnership, number);
        string? Json<T>(T? value) where T : class => value is null ? null : CrmJson.Write(value);
    }
}
