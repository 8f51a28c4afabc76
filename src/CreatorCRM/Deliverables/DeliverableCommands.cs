namespace CreatorCRM.Deliverables;

[GenerateSerializer, Immutable, Alias("add-deliverable")]
public sealed record AddDeliverable(DeliverableKind Kind, DateOnly? DueOn, string? Note);
