using System.Collections.Immutable;

namespace CreatorCRM.Deliverables;

/// <summary>The content of a partnership, from plan to verification.</summary>
public sealed partial record DeliverableList
{
    public static DeliverableList Empty { get; } = new();

    public ImmutableArray<Deliverable> All { get; init; } = [];

    /// <summary>The agreement that is current or to come, from 0.</summary>
    public int Agreement { get; init; }

    public DeliverableList Apply(IDeliverableEvent @event, EventMeta meta) => @event switch
    {
        DeliverableAdded e =>
            this with { All = All.Add(new Deliverable(e.Deliverable, e.Kind, DeliverableStatus.Planned, e.DueOn, e.Note) { Agreement = Agreement }) },
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

    internal DeliverableList Moved(DeliverableRescheduled e) => With(e.Deliverable, deliverable => deliverable with { DueOn = e.To, Agreement = Agreement });

    /// <summary>What is cancelled when what it is for was given up already.</summary>
    internal DeliverableList Forgo(string number) => With(number, deliverable => deliverable with { IsForgone = true });

    /// <summary>What was agreed on anew asks for what is not cancelled.</summary>
    internal DeliverableList Resume() =>
        this with { All = [.. All.Select(deliverable => deliverable.Agreement == Agreement ? deliverable with { IsForgone = false } : deliverable)] };

    private DeliverableList With(string number, Func<Deliverable, Deliverable> change) =>
        this with { All = [.. All.Select(deliverable => deliverable.Number == number ? change(deliverable) : deliverable)] };
}
