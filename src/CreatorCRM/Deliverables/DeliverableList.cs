using System.Collections.Immutable;

namespace CreatorCRM.Deliverables;

public sealed record Deliverable(string Number, DeliverableKind Kind, DeliverableStatus Status, DateOnly? DueOn, string? Note);

/// <summary>The content of a partnership, from plan to publication.</summary>
public sealed partial record DeliverableList
{
    public static DeliverableList Empty { get; } = new();

    public ImmutableArray<Deliverable> All { get; init; } = [];

    public DeliverableList Apply(IDeliverableEvent @event) => @event switch
    {
        DeliverableAdded e => this with { All = All.Add(new Deliverable(e.Deliverable, e.Kind, DeliverableStatus.Planned, e.DueOn, e.Note)) },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of a deliverable."),
    };
}
