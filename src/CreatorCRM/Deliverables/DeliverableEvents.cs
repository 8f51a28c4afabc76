namespace CreatorCRM.Deliverables;

/// <summary>Something about the content of a partnership.</summary>
public interface IDeliverableEvent : IEvent;

[EventType("partnership.deliverable-added")]
public sealed record DeliverableAdded(string Deliverable, DeliverableKind Kind, DateOnly? DueOn, string? Note) : IDeliverableEvent
{
    public string Summary => $"A deliverable was planned: {Kind.Words()}{(DueOn is { } day ? $", due on {day:yyyy-MM-dd}" : "")}.";
}
