using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CreatorCRM.Compensation;

/// <summary>Something about the offers of a partnership.</summary>
public interface IOfferEvent : IEvent;

[EventType("partnership.offer-proposed")]
public sealed record OfferProposed(
    string Offer, Party By, [property: JsonPropertyName("components")] ImmutableArray<CompensationComponent> Compensation, string? Note,
    string? Answers) : IOfferEvent
{
    public string Summary =>
        $"The {(By == Party.Brand ? "brand" : "influencer")} {(Answers is null ? "offered" : "countered with")} {CompensationRules.Describe(Compensation)}.";
}

[EventType("partnership.offer-accepted")]
public sealed record OfferAccepted(string Offer, Party By, string Terms, string? Note) : IOfferEvent
{
    public string Summary => $"The {(By == Party.Brand ? "brand" : "influencer")} accepted {Terms}.";
}

[EventType("partnership.offer-declined")]
public sealed record OfferDeclined(string Offer, string? Note) : IOfferEvent
{
    public string Summary => $"Offer {Offer} was declined{(Note is null ? "" : $": {Note}")}.";
}

[EventType("partnership.offer-withdrawn")]
public sealed record OfferWithdrawn(string Offer, string? Note) : IOfferEvent
{
    public string Summary => $"Offer {Offer} was withdrawn{(Note is null ? "" : $": {Note}")}.";
}
