using System.Collections.Immutable;

namespace CreatorCRM.Outreach;

/// <summary>Something about the messages and follow-ups of a partnership.</summary>
public interface IOutreachEvent : IEvent;

[EventType("partnership.outreach-logged")]
public sealed record OutreachLogged(
    string Message, OutreachDirection Direction, OutreachChannel Channel, string? Subject, string? Body, DateTimeOffset At,
    string? Place = null, ImmutableArray<string>? Participants = null, string? Template = null, int? TemplateVersion = null) : IOutreachEvent
{
    public string Summary => (Direction, Channel) switch
    {
        (_, OutreachChannel.InPerson) => $"There was a meeting in person{Where}{About}",
        (OutreachDirection.Out, OutreachChannel.Phone) => $"The influencer was called{About}",
        (OutreachDirection.In, OutreachChannel.Phone) => $"The influencer called{About}",
        (OutreachDirection.Out, _) => $"{Noun} went out{About}",
        _ => $"{Noun} came in{About}",
    };

    public DateTimeOffset? OccurredAt => At;

    private string Where => $"{(Place is null ? "" : $" at {Place}")}{(Participants is [_, ..] people ? $" with {string.Join(" and ", people)}" : "")}";

    private string About => Subject is null ? "." : $": {Subject}";

    private string Noun => Channel switch
    {
        OutreachChannel.Email => "An e-mail",
        OutreachChannel.DirectMessage => "A direct message",
        OutreachChannel.Comment => "A comment",
        _ => "A letter",
    };
}

[EventType("partnership.follow-up-scheduled")]
public sealed record FollowUpScheduled(string FollowUp, DateTimeOffset DueAt, string? Note) : IOutreachEvent
{
    public string Summary => $"A follow-up is due on {DueAt:yyyy-MM-dd}{(Note is null ? "" : $": {Note}")}.";
}

[EventType("partnership.follow-up-completed")]
public sealed record FollowUpCompleted(string FollowUp) : IOutreachEvent
{
    public string Summary => "A follow-up was done.";
}

[EventType("partnership.follow-up-rescheduled")]
public sealed record FollowUpRescheduled(string FollowUp, DateTimeOffset From, DateTimeOffset To) : IOutreachEvent
{
    public string Summary => $"A follow-up was moved from {From:yyyy-MM-dd} to {To:yyyy-MM-dd}.";
}

[EventType("partnership.follow-up-dismissed")]
public sealed record FollowUpDismissed(string FollowUp, string? Reason) : IOutreachEvent
{
    public string Summary => $"A follow-up was dismissed{(Reason is null ? "" : $": {Reason}")}.";
}
