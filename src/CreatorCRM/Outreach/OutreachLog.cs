using System.Collections.Immutable;

namespace CreatorCRM.Outreach;

public sealed record FollowUp(string Number, DateTimeOffset DueAt, string? Note, DateTimeOffset? DoneAt, DateTimeOffset? DismissedAt = null)
{
    public bool IsOpen => DoneAt is null && DismissedAt is null;
}

/// <summary>What was said between the two sides of a partnership, and when to speak again. The messages themselves are rows only: there may be many.</summary>
public sealed partial record OutreachLog
{
    public static OutreachLog Empty { get; } = new();

    public int Messages { get; init; }
    public DateTimeOffset? FirstContactAt { get; init; }
    public DateTimeOffset? LastOutreachAt { get; init; }
    public DateTimeOffset? LastReplyAt { get; init; }
    /// <summary>When the first of the messages went out that nobody has answered yet; null when the influencer spoke last.</summary>
    public DateTimeOffset? UnansweredSince { get; init; }
    /// <summary>How often the influencer answered.</summary>
    public int Replies { get; init; }
    /// <summary>How long all these answers took together, each from the first message that it answers.</summary>
    public long ReplySeconds { get; init; }
    public ImmutableArray<FollowUp> FollowUps { get; init; } = [];

    public DateTimeOffset? NextFollowUpAt => FollowUps.Where(followUp => followUp.IsOpen).Min(followUp => (DateTimeOffset?)followUp.DueAt);

    public OutreachLog Apply(IOutreachEvent @event, EventMeta meta) => @event switch
    {
        OutreachLogged e => With(e),
        FollowUpScheduled e => this with { FollowUps = FollowUps.Add(new FollowUp(e.FollowUp, e.DueAt, e.Note, null)) },
        FollowUpCompleted e => With(e.FollowUp, followUp => followUp with { DoneAt = meta.OccurredAt }),
        FollowUpDismissed e => With(e.FollowUp, followUp => followUp with { DismissedAt = meta.OccurredAt }),
        FollowUpRescheduled e => With(e.FollowUp, followUp => followUp with { DueAt = e.To }),
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of outreach."),
    };

    private OutreachLog With(string number, Func<FollowUp, FollowUp> change) =>
        this with { FollowUps = [.. FollowUps.Select(followUp => followUp.Number == number ? change(followUp) : followUp)] };

    // Messages may be logged late, so the latest is not always the last.
    private OutreachLog With(OutreachLogged e) => Answered(e) with
    {
        Messages = Messages + 1,
        FirstContactAt = FirstContactAt <= e.At ? FirstContactAt : e.At,
        LastOutreachAt = e.Direction == OutreachDirection.Out && !(LastOutreachAt >= e.At) ? e.At : LastOutreachAt,
        LastReplyAt = e.Direction == OutreachDirection.In && !(LastReplyAt >= e.At) ? e.At : LastReplyAt,
    };

    // A message that is logged after a later reply was answered by it, or nobody can tell any more.
    private OutreachLog Answered(OutreachLogged e) => e.Direction == OutreachDirection.Out
        ? LastReplyAt >= e.At || UnansweredSince <= e.At ? this : this with { UnansweredSince = e.At }
        : UnansweredSince is { } since && since <= e.At
        ? this with { UnansweredSince = null, Replies = Replies + 1, ReplySeconds = ReplySeconds + (long)(e.At - since).TotalSeconds }
        : this;
}
