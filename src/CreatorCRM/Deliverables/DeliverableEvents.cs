using System.Collections.Immutable;
using CreatorCRM.Disclosure;

namespace CreatorCRM.Deliverables;

/// <summary>Something about the content of a partnership.</summary>
public interface IDeliverableEvent : IEvent;

[EventType("partnership.deliverable-added")]
public sealed record DeliverableAdded(string Deliverable, DeliverableKind Kind, DateOnly? DueOn, string? Note) : IDeliverableEvent
{
    public string Summary => $"A deliverable was planned: {Kind.Words()}{(DueOn is { } day ? $", due on {day:yyyy-MM-dd}" : "")}.";
}

/// <summary>An amendment of the contract put it on another day.</summary>
/// <param name="From">Null when it had no due day; likewise <paramref name="To"/>.</param>
[EventType("partnership.deliverable-rescheduled")]
public sealed record DeliverableRescheduled(string Deliverable, DeliverableKind Kind, DateOnly? From, DateOnly? To) : IDeliverableEvent
{
    public string Summary =>
        $"Deliverable {Deliverable} ({Kind.Words()}) {(To is { } day ? $"is due on {day:yyyy-MM-dd} now" : "has no due day any more")}, as the contract says{(From is { } old ? $"; it was due on {old:yyyy-MM-dd}" : "")}.";
}

/// <param name="Round">Counts the drafts of the deliverable, from 1.</param>
[EventType("partnership.draft-submitted")]
public sealed record DraftSubmitted(string Deliverable, DeliverableKind Kind, int Round, string? Url, string? Text, string? Note) : IDeliverableEvent
{
    public string Summary => $"Draft {Round} of deliverable {Deliverable} ({Kind.Words()}) was handed in.";
}

/// <param name="Round">The draft that the comments are about.</param>
[EventType("partnership.changes-requested")]
public sealed record ChangesRequested(string Deliverable, DeliverableKind Kind, int Round, ImmutableArray<ReviewComment> Comments) : IDeliverableEvent
{
    public string Summary =>
        $"Changes to draft {Round} of deliverable {Deliverable} ({Kind.Words()}) were asked for: {string.Join("; ", Comments.Take(3).Select(comment => Excerpt.Of(comment.Text)))}.";
}

/// <param name="Round">The draft that was approved; 0 when none was handed in.</param>
[EventType("partnership.draft-approved")]
public sealed record DraftApproved(string Deliverable, DeliverableKind Kind, int Round, string? Note) : IDeliverableEvent
{
    public string Summary => Round == 0
        ? $"Deliverable {Deliverable} ({Kind.Words()}) was approved without a draft."
        : $"Draft {Round} of deliverable {Deliverable} ({Kind.Words()}) was approved.";
}

/// <param name="Approved">Somebody had said that it may go online.</param>
[EventType("partnership.deliverable-published")]
public sealed record DeliverablePublished(string Deliverable, DeliverableKind Kind, PublishedPost Post, bool Approved) : IDeliverableEvent
{
    public string Summary => $"Deliverable {Deliverable} ({Kind.Words()}) went online{(Approved ? "" : " without approval")}: {Post.Url}.";

    public DateTimeOffset? OccurredAt => Post.PublishedAt;
}

/// <param name="Post">As it is now.</param>
[EventType("partnership.publication-updated")]
public sealed record PublicationUpdated(string Deliverable, DeliverableKind Kind, PublishedPost Post) : IDeliverableEvent
{
    public string Summary => $"The post of deliverable {Deliverable} ({Kind.Words()}) was changed.";
}

/// <summary>The evidence of a check: what was checked and for what in return, and what came out.</summary>
/// <param name="Check">Counts the checks of the deliverable, from 1.</param>
[EventType("partnership.disclosure-checked")]
public sealed record DisclosureChecked(
    string Deliverable, DeliverableKind Kind, int Check, ImmutableArray<Consideration> Considerations, bool PlatformLabel, ImmutableArray<string> Texts,
    DisclosureVerdict Verdict)
    : IDeliverableEvent
{
    public string Summary =>
        $"The disclosure of deliverable {Deliverable} ({Kind.Words()}) was checked by the rules of {Verdict.Country}: {Verdict.Outcome.Words()}.";
}

[EventType("partnership.disclosure-decided")]
public sealed record DisclosureDecided(string Deliverable, DeliverableKind Kind, int Check, DisclosureOutcome Outcome, string Reason) : IDeliverableEvent
{
    public string Summary => $"The disclosure of deliverable {Deliverable} ({Kind.Words()}) was decided to be {Outcome.Words()}: {Reason}.";
}

[EventType("partnership.deliverable-verified")]
public sealed record DeliverableVerified(string Deliverable, DeliverableKind Kind, string? Note, string? OverrideReason) : IDeliverableEvent
{
    public string Summary =>
        $"Deliverable {Deliverable} ({Kind.Words()}) was verified{(OverrideReason is null ? ": it is online and as agreed" : $" although its disclosure does not comply: {OverrideReason}")}.";
}

[EventType("partnership.deliverable-metrics-recorded")]
public sealed record DeliverableMetricsRecorded(string Deliverable, DeliverableKind Kind, DeliverableFigures Figures, DateTimeOffset TakenAt)
    : IDeliverableEvent
{
    public string Summary => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"Figures of deliverable {Deliverable} ({Kind.Words()}) were recorded{(Figures.EngagementRate is { } rate ? $": an engagement rate of {rate * 100:0.##} %" : "")}.");

    public DateTimeOffset? OccurredAt => TakenAt;
}

[EventType("partnership.deliverable-cancelled")]
public sealed record DeliverableCancelled(string Deliverable, DeliverableKind Kind, string Reason) : IDeliverableEvent
{
    public string Summary => $"Deliverable {Deliverable} ({Kind.Words()}) was cancelled: {Reason}.";
}
