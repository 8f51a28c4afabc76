using System.Collections.Immutable;

namespace CreatorCRM.Deliverables;

/// <summary>The content of a partnership, from plan to verification.</summary>
public sealed partial record DeliverableList
{
    public static DeliverableList Empty { get; } = new();

    public ImmutableArray<Deliverable> All { get; init; } = [];

    /// <summary>How often the contract was renewed.</summary>
    public int Renewals { get; init; }

    public DeliverableList Apply(IDeliverableEvent @event, EventMeta meta) => @event switch
    {
        DeliverableAdded e =>
            this with { All = All.Add(new Deliverable(e.Deliverable, e.Kind, DeliverableStatus.Planned, e.DueOn, e.Note) { Renewal = Renewals }) },
        DeliverableRescheduled e => Moved(e),
        DraftSubmitted e => With(e.Deliverable, deliverable => deliverable with { Status = DeliverableStatus.DraftSubmitted, Rounds = e.Round }),
        ChangesRequested e => With(e.Deliverable, deliverable => deliverable with { Status = DeliverableStatus.ChangesRequested }),
        DraftApproved e => With(e.Deliverable, deliverable => deliverable with { Status = DeliverableStatus.Approved }),
        DeliverablePublished e => With(e.Deliverable, deliverable => deliverable with { Status = DeliverableStatus.Published, Post = e.Post }),
        PublicationUpdated e =>
            With(e.Deliverable, deliverable => deliverable with { Status = DeliverableStatus.Published, Post = e.Post, Verification = null }),
        // What was decided about an earlier check does not hold for this one.
        DisclosureChecked e => With(e.Deliverable, deliverable => deliverable with { Check = e, DisclosureDecision = null }),
        DisclosureDecided e =>
            With(e.Deliverable, deliverable => deliverable with
            {
                DisclosureDecision = new DisclosureDecision(e.Outcome, e.Reason, meta.Actor.Name,
                meta.OccurredAt)
            }),
        DeliverableVerified e => With(e.Deliverable, deliverable => deliverable with
        {
            Status = DeliverableStatus.Verified,
            Verification = new Verification(meta.Actor.Name, meta.OccurredAt, e.Note, e.OverrideReason),
        }),
        // Figures of the past go into the history only.
        DeliverableMetricsRecorded e => With(e.Deliverable, deliverable =>
            deliverable.FiguresTakenAt > e.TakenAt ? deliverable : deliverable with { Figures = e.Figures, FiguresTakenAt = e.TakenAt }),
        DeliverableCancelled e => With(e.Deliverable, deliverable => deliverable with { Status = DeliverableStatus.Cancelled, CancelReason = e.Reason }),
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of a deliverable."),
    };

    internal DeliverableList Moved(DeliverableRescheduled e) => With(e.Deliverable, deliverable => deliverable with { DueOn = e.To, Renewal = Renewals });

    private DeliverableList With(string number, Func<Deliverable, Deliverable> change) =>
        this with { All = [.. All.Select(deliverable => deliverable.Number == number ? change(deliverable) : deliverable)] };
}
