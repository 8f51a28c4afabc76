namespace CreatorCRM.Influencers;

/// <summary>An account's figures at one moment. Null is unknown; averages are per post over the last posts.</summary>
[GenerateSerializer, Immutable, Alias("metrics")]
public sealed record Metrics(
    long? Followers = null,
    decimal? AverageLikes = null,
    decimal? AverageComments = null,
    decimal? AverageViews = null,
    decimal? AverageShares = null,
    decimal? PostsPerWeek = null,
    decimal? ReportedEngagementRate = null)
{
    public static Metrics Unknown { get; } = new();

    /// <summary>The newer figures, with the older ones where the newer do not say.</summary>
    public Metrics Over(Metrics older) => new(
        Followers ?? older.Followers, AverageLikes ?? older.AverageLikes, AverageComments ?? older.AverageComments, AverageViews ?? older.AverageViews,
        AverageShares ?? older.AverageShares, PostsPerWeek ?? older.PostsPerWeek, ReportedEngagementRate ?? older.ReportedEngagementRate);
}
