using System.Collections.Immutable;

namespace CreatorCRM.Outreach;

public sealed record FollowUp(string Number, DateTimeOffset DueAt, string? Note, DateTimeOffset? DoneAt);

/// <summary>What was said between the two sides of a partnership, and when to speak again. The messages themselves are rows only: there may be many.</summary>
public sealed partial record OutreachLog
{
    public static OutreachLog Empty { get; } = new();

    public int Messages { get; init; }
    public DateTimeOffset? LastOutreachAt { get; init; }
    public DateTimeOffset? LastReplyAt { get; init; }
    public ImmutableArray<FollowUp> FollowUps { get; init; } = [];

    public DateTimeOffset? NextFollowUpAt => FollowUps.Where(followUp => followUp.DoneAt is null).Min(followUp => (DateTimeOffset?)followUp.DueAt);

    public OutreachLog Apply(IOutreachEvent @event, EventMeta meta) => @event switch
    {
        OutreachLogged e => With(e),
        FollowUpScheduled e => this with { FollowUps = FollowUps.Add(new FollowUp(e.FollowUp, e.DueAt, e.Note, null)) },
        FollowUpCompleted e => this with { FollowUps = [.. FollowUps.Select(f => f.Number == e.FollowUp ? f with { DoneAt = meta.OccurredAt } : f)] },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of outreach."),
    };

    // Messages may be logged late, so the latest is not always the last.
    private OutreachLog With(OutreachLogged e) => this with
    {
        Messages = Messages + 1,
        LastOutreachAt = e.Direction == OutreachDirection.Out && !(LastOutreachAt >= e.At) ? e.At : LastOutreachAt,
        LastReplyAt = e.Direction == OutreachDirection.In && !(LastReplyAt >= e.At) ? e.At : LastReplyAt,
    };
}
