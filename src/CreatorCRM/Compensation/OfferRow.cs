using CreatorCRM.Partnerships;

namespace CreatorCRM.Compensation;

[RowTable("offers", nameof(Id))]
public sealed record OfferRow : INumberedPartRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public required string PartnershipId { get; init; }
    public int Number { get; init; }
    public Party By { get; init; }
    public OfferStatus Status { get; init; }
    /// <summary>JSON array of <see cref="CompensationComponent"/>.</summary>
    public required string Compensation { get; init; }
    public string? Note { get; init; }
    /// <summary>The offer that this one counters.</summary>
    public string? Answers { get; init; }
    public DateTimeOffset ProposedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    string IRow.RowKey => Id;
}

public partial record OfferHistory
{
    public IEnumerable<IRow> Rows(EntityKey partnership) => All.Select(offer => new OfferRow
    {
        Workspace = partnership.Workspace,
        Id = PartNumber.Id(partnership, offer.Number),
        PartnershipId = partnership.Id,
        Number = PartNumber.Parse(offer.Number),
        By = offer.By,
        Status = offer.Status,
        Compensation = CrmJson.Write(offer.Compensation),
        Note = offer.Note,
        Answers = offer.Answers is { } answers ? PartNumber.Id(partnership, answers) : null,
        ProposedAt = offer.ProposedAt,
        ClosedAt = offer.ClosedAt,
    });
}
