using System.Collections.Immutable;

namespace CreatorCRM.Compensation;

/// <summary>Where an offer stands.</summary>
public enum OfferStatus
{
    /// <summary>On the table.</summary>
    Proposed,
    /// <summary>Answered by the other side with an offer of its own.</summary>
    Countered,
    /// <summary>Replaced by the same side with a newer offer.</summary>
    Superseded,
    /// <summary>Agreed on by the other side.</summary>
    Accepted,
    /// <summary>Refused by the other side.</summary>
    Declined,
    /// <summary>Taken back by the side that made it.</summary>
    Withdrawn,
}

/// <summary>An offer, or a counter-offer when the other side's lies on the table.</summary>
[GenerateSerializer, Immutable, Alias("propose-offer")]
public sealed record ProposeOffer(Party By, ImmutableArray<CompensationComponent> Compensation, string? Note);

/// <param name="Offer">Its number.</param>
[GenerateSerializer, Immutable, Alias("close-offer")]
public sealed record CloseOffer(string Offer, string? Note);
