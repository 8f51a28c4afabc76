using CreatorCRM.Partnerships;

namespace CreatorCRM.Deliverables;

[RowTable("deliverables", nameof(Id))]
public sealed record DeliverableRow : INumberedPartRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public required string PartnershipId { get; init; }
    public int Number { get; init; }
    public DeliverableKind Kind { get; init; }
    public DeliverableStatus Status { get; init; }
    public DateOnly? DueOn { get; init; }
    public string? Note { get; init; }

    string IRow.RowKey => Id;
}

public partial record DeliverableList
{
    public IEnumerable<IRow> Rows(EntityKey partnership) => All.Select(deliverable => new DeliverableRow
    {
        Workspace = partnership.Workspace,
        Id = PartNumber.Id(partnership, deliverable.Number),
        PartnershipId = partnership.Id,
        Number = PartNumber.Parse(deliverable.Number),
        Kind = deliverable.Kind,
        Status = deliverable.Status,
        DueOn = deliverable.DueOn,
        Note = deliverable.Note,
    });
}
