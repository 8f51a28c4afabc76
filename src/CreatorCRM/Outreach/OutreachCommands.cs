using System.Collections.Immutable;

namespace CreatorCRM.Outreach;

/// <summary>By which means two people spoke.</summary>
public enum OutreachChannel
{
    /// <summary>E-mail.</summary>
    Email,
    /// <summary>A direct message on a platform.</summary>
    DirectMessage,
    /// <summary>A comment below a post.</summary>
    Comment,
    /// <summary>A call.</summary>
    Phone,
    /// <summary>A personal meeting.</summary>
    InPerson,
    /// <summary>A letter or parcel.</summary>
    Letter,
}

/// <summary>Who spoke to whom.</summary>
public enum OutreachDirection
{
    /// <summary>From the brand to the influencer.</summary>
    Out,
    /// <summary>From the influencer to the brand.</summary>
    In,
}

/// <summary>Records a message or meeting; it is not sent from here.</summary>
/// <param name="OccurredAt">Null is now.</param>
/// <param name="FollowUpAt">When to get in touch again if nothing comes; null schedules nothing.</param>
/// <param name="Place">Where a meeting was.</param>
/// <param name="Participants">Who was at a meeting.</param>
/// <param name="Template">The id of the template that the text comes from, and below the version of its text.</param>
/// <param name="Unfilled">Why the template gave no text; null when it did. It is refused with it, unless it was recorded before, when the template did.</param>
[GenerateSerializer, Immutable, Alias("log-outreach")]
public sealed record LogOutreach(OutreachDirection Direction, OutreachChannel Channel, string? Subject, string? Body, DateTimeOffset? OccurredAt,
    DateTimeOffset? FollowUpAt,
    string? Place = null, ImmutableArray<string>? Participants = null, string? Template = null, int? TemplateVersion = null,
    Refusal? Unfilled = null);

[GenerateSerializer, Immutable, Alias("schedule-follow-up")]
public sealed record ScheduleFollowUp(DateTimeOffset DueAt, string? Note);

[GenerateSerializer, Immutable, Alias("complete-follow-up")]
public sealed record CompleteFollowUp(string FollowUp);

[GenerateSerializer, Immutable, Alias("reschedule-follow-up")]
public sealed record RescheduleFollowUp(string FollowUp, DateTimeOffset DueAt);

[GenerateSerializer, Immutable, Alias("dismiss-follow-up")]
public sealed record DismissFollowUp(string FollowUp, string? Reason);
