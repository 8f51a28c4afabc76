using System.Collections.Immutable;
using CreatorCRM.Disclosure;

namespace CreatorCRM.Deliverables;

/// <summary>What is online.</summary>
/// <param name="Texts">The caption; of a story or a thread the text of each part, in order. Empty when nobody wrote it down.</param>
/// <param name="PlatformLabel">The platform's own label, such as "Paid partnership", was switched on.</param>
[GenerateSerializer, Immutable, Alias("published-post")]
public sealed record PublishedPost(string Url, ImmutableArray<string> Texts, DateTimeOffset PublishedAt, bool PlatformLabel)
{
    /// <summary>The day in UTC: it counts for the due day and chooses the rules of disclosure.</summary>
    public DateOnly Day => DateOnly.FromDateTime(PublishedAt.UtcDateTime);
}

/// <summary>What a manager made of a verdict that left it open.</summary>
public sealed record DisclosureDecision(DisclosureOutcome Outcome, string Reason, string DecidedBy, DateTimeOffset DecidedAt);

/// <summary>That a post is online and as agreed.</summary>
/// <param name="OverrideReason">Why it was verified although its disclosure does not comply; null otherwise.</param>
public sealed record Verification(string VerifiedBy, DateTimeOffset VerifiedAt, string? Note, string? OverrideReason);

/// <summary>A piece of content. Drafts, reviews, figures and checks of the past are rows only.</summary>
public sealed record Deliverable(string Number, DeliverableKind Kind, DeliverableStatus Status, DateOnly? DueOn, string? Note)
{
    /// <summary>For which agreement it is made, from 0: that of when it was planned, or moved to another day.</summary>
    public int Agreement { get; init; }

    /// <summary>It was cancelled when that agreement had been given up: so it was not made, rather than not wanted.</summary>
    public bool IsForgone { get; init; }

    /// <summary>How many drafts were handed in.</summary>
    public int Rounds { get; init; }
    public PublishedPost? Post { get; init; }
    /// <summary>The latest check of the post.</summary>
    public DisclosureChecked? Check { get; init; }
    /// <summary>What a manager made of the latest check; null when nobody did.</summary>
    public DisclosureDecision? DisclosureDecision { get; init; }
    /// <summary>The latest figures.</summary>
    public DeliverableFigures? Figures { get; init; }
    public DateTimeOffset? FiguresTakenAt { get; init; }
    public Verification? Verification { get; init; }
    public string? CancelReason { get; init; }

    /// <summary>What a manager decided, else the verdict of the latest check; null before publication.</summary>
    public DisclosureOutcome? DisclosureOutcome => DisclosureDecision?.Outcome ?? Check?.Verdict.Outcome;

    public bool IsCancelled => Status == DeliverableStatus.Cancelled;

    /// <summary>Online by the end of its due day, or without one.</summary>
    public bool IsOnTime => Post is { } post && !(post.Day > DueOn);

    /// <summary>Null when it may go there.</summary>
    public Refusal? CannotBecome(DeliverableStatus to) => DeliverableStatuses.Moves[Status].Contains(to)
        ? null
        : new Refusal(RefusalCode.IllegalDeliverableStatus, $"Deliverable {Number} is {Status.Words()}, so it cannot become {to.Words()}.", "deliverableId");
}
