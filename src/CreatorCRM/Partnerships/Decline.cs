namespace CreatorCRM.Partnerships;

/// <summary>Why one of the sides does not want to.</summary>
public enum DeclineReason
{
    /// <summary>The money: too little for the influencer, or too much for the brand.</summary>
    Budget,
    /// <summary>The dates do not fit.</summary>
    Timing,
    /// <summary>Brand and person do not go together.</summary>
    BrandFit,
    /// <summary>The influencer is bound to a competitor.</summary>
    Exclusivity,
    /// <summary>No wish to cooperate, with no further reason given.</summary>
    NoInterest,
    /// <summary>The followers are not the buyers, or are not real.</summary>
    Audience,
    /// <summary>What is to be made, or how freely, is not agreed upon.</summary>
    CreativeTerms,
    /// <summary>Something else; the note says what.</summary>
    Other,
}

/// <summary>Ends a partnership before it came to anything, and keeps why. By the influencer it becomes declined, by the brand cancelled.</summary>
[GenerateSerializer, Immutable, Alias("decline-partnership")]
public sealed record DeclinePartnership(Party By, DeclineReason Reason, string? Note);

/// <summary>Why a partnership is over; forgotten when it is taken up again, and kept on the timeline.</summary>
public sealed record Decline(Party By, DeclineReason Reason, string? Note);

[EventType("partnership.declined")]
public sealed record PartnershipDeclined(Party By, DeclineReason Reason, string? Note) : IEvent
{
    public string Summary => $"The {By.Words()} declined, {Because}{(Note is null ? "" : $": {Note}")}.";

    private string Because => Reason switch
    {
        DeclineReason.NoInterest => "without interest",
        DeclineReason.Other => "for another reason",
        _ => $"because of {Reason.Words()}",
    };
}
