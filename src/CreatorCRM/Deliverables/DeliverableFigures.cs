namespace CreatorCRM.Deliverables;

/// <summary>Figures of a post at one moment; null is unknown.</summary>
[GenerateSerializer, Immutable, Alias("deliverable-figures")]
public sealed record DeliverableFigures(
    long? Impressions = null, long? Reach = null, long? Likes = null, long? Comments = null, long? Shares = null, long? Saves = null, long? Views = null,
    long? LinkClicks = null)
{
    /// <summary>A rate that earns all points: what a good micro influencer reaches.</summary>
    private const decimal FullMarks = 0.035m;

    public static DeliverableFigures Unknown { get; } = new();

    /// <summary>Likes, comments, shares and saves together; null when none of them is known.</summary>
    public long? Engagements =>
        Likes is null && Comments is null && Shares is null && Saves is null ? null : (Likes ?? 0) + (Comments ?? 0) + (Shares ?? 0) + (Saves ?? 0);

    /// <summary>
    /// Engagements / reach, or impressions when the reach is unknown, or else views. Null without engagements, or when the denominator is unknown or zero.
    /// </summary>
    public decimal? EngagementRate =>
        Engagements is { } engagements && (Reach ?? Impressions ?? Views) is > 0 and { } audience ? (decimal)engagements / audience : null;

    /// <summary>How well the post did, 0 to 100 and rounded down: its engagement rate, where 3.5 % and above is 100. Null without a rate.</summary>
    public int? ResultPoints => EngagementRate is { } rate ? (int)Math.Min(100, Math.Floor(rate / FullMarks * 100)) : null;

    public void Check(Validation validation)
    {
        validation.Figure("impressions", Impressions).Figure("reach", Reach).Figure("likes", Likes).Figure("comments", Comments)
            .Figure("shares", Shares).Figure("saves", Saves).Figure("views", Views).Figure("linkClicks", LinkClicks);
        validation.Require(this != Unknown, "impressions", "Give at least one figure.");
    }
}
