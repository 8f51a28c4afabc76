using System.Collections.Immutable;

namespace CreatorCRM.Compensation;

public sealed record Offer(
    string Number, Party By, OfferStatus Status, ImmutableArray<CompensationComponent> Compensation, string? Note, string? Answers, DateTimeOffset ProposedAt,
    DateTimeOffset? ClosedAt);

/// <summary>The offers of a partnership from both sides, none ever overwritten.</summary>
public sealed partial record OfferHistory
{
    public static OfferHistory Empty { get; } = new();

    public ImmutableArray<Offer> All { get; init; } = [];

    /// <summary>The one on the table; null when nobody waits for an answer.</summary>
    public Offer? Open => All.LastOrDefault(offer => offer.Status == OfferStatus.Proposed);

    public Offer? Accepted => All.LastOrDefault(offer => offer.Status == OfferStatus.Accepted);

    public OfferHistory Apply(IOfferEvent @event, EventMeta meta) => @event switch
    {
        OfferProposed e => With(e, meta),
        OfferAccepted e => Close(e.Offer, OfferStatus.Accepted, meta),
        OfferDeclined e => Close(e.Offer, OfferStatus.Declined, meta),
        OfferWithdrawn e => Close(e.Offer, OfferStatus.Withdrawn, meta),
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of an offer."),
    };

    private OfferHistory With(OfferProposed e, EventMeta meta)
    {
        var offers = All.Select(offer => offer.Status == OfferStatus.Proposed
            ? offer with { Status = offer.By == e.By ? OfferStatus.Superseded : OfferStatus.Countered, ClosedAt = meta.OccurredAt }
            : offer);
        return this with { All = [.. offers, new Offer(e.Offer, e.By, OfferStatus.Proposed, e.Compensation, e.Note, e.Answers, meta.OccurredAt, null)] };
    }

    private OfferHistory Close(string number, OfferStatus status, EventMeta meta) =>
        this with { All = [.. All.Select(offer => offer.Number == number ? offer with { Status = status, ClosedAt = meta.OccurredAt } : offer)] };
}
