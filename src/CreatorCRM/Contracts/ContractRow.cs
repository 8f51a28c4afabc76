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

    string IRow.RowKey => Id;
}

public partial record ContractHistory
{
    public IEnumerable<IRow> Rows(EntityKey partnership) => Versions.Select(contract => new ContractRow
    {
        Workspace = partnership.Workspace,
        Id = PartNumber.Id(partnership, PartNumber.Text(contract.Number)),
        PartnershipId = partnership.Id,
        Number = contract.Number,
        Status = contract.Status,
        Terms = CrmJson.Write(contract.Terms),
        Signatures = CrmJson.Write(contract.Signatures),
        DraftedAt = contract.DraftedAt,
        SentAt = contract.SentAt,
        Reason = contract.Reason,
    });
}
