using CreatorCRM.Influencers;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>An account with what is known of its figures today. Averages are per post over the last posts.</summary>
/// <param name="Handle">As the platform shows it; a leading @ is dropped.</param>
/// <param name="EngagementRate">As somebody reported it, as a ratio: 0.035 is 3.5 %. Used only when likes or the denominator are unknown.</param>
public sealed record AccountInput(
    Platform Platform, string Handle, Uri? Url, int? Followers, decimal? AverageLikes, decimal? AverageComments, decimal? AverageViews, decimal? AverageShares,
    decimal? PostsPerWeek, decimal? EngagementRate)
{
    internal NewAccount ToCommand() => new(
        Platform, Handle, Url?.OriginalString, new Metrics(Followers, AverageLikes, AverageComments, AverageViews, AverageShares, PostsPerWeek, EngagementRate));
}

/// <summary>An account to add to an influencer, with what is known of its figures today.</summary>
/// <param name="InfluencerId">Whose account it is.</param>
/// <param name="Handle">As the platform shows it; a leading @ is dropped.</param>
/// <param name="EngagementRate">As somebody reported it, as a ratio: 0.035 is 3.5 %. Used only when likes or the denominator are unknown.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the influencer since this version.</param>
public sealed record AddAccountInput(
    NodeId<Influencer> InfluencerId, Platform Platform, string Handle, Uri? Url, int? Followers, decimal? AverageLikes, decimal? AverageComments,
    decimal? AverageViews,
    decimal? AverageShares, decimal? PostsPerWeek, decimal? EngagementRate, string? IdempotencyKey, int? ExpectedVersion)
{
    internal NewAccount ToCommand() => new(
        Platform, Handle, Url?.OriginalString, new Metrics(Followers, AverageLikes, AverageComments, AverageViews, AverageShares, PostsPerWeek, EngagementRate));
}

/// <summary>An account's figures at one moment: at least one. Figures of the past go into the history; the account shows the latest.</summary>
/// <param name="AccountId">Whose figures they are.</param>
/// <param name="EngagementRate">As somebody reported it, as a ratio: 0.035 is 3.5 %. Used only when likes or the denominator are unknown.</param>
/// <param name="TakenAt">When they were true; now when left out. From 2004 until tomorrow.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the influencer since this version.</param>
public sealed record RecordMetricsInput(
    NodeId<Account> AccountId, int? Followers, decimal? AverageLikes, decimal? AverageComments, decimal? AverageViews, decimal? AverageShares,
    decimal? PostsPerWeek,
    decimal? EngagementRate, DateTimeOffset? TakenAt, string? IdempotencyKey, int? ExpectedVersion)
{
    /// <param name="owner">Whose the account is now; null when there is none.</param>
    internal (string Influencer, RecordMetrics Command) ToCommand(string? owner)
    {
        // An account's key is that of the influencer it was added to, a point and its number.
        var influencer = owner ?? AccountId.Key[..Math.Max(AccountId.Key.LastIndexOf('.'), 0)];
        var metrics = new Metrics(Followers, AverageLikes, AverageComments, AverageViews, AverageShares, PostsPerWeek, EngagementRate);
        return (influencer, new RecordMetrics(CreatorCRM.Influencers.Influencer.AccountNumber(influencer, AccountId.Key), metrics, TakenAt));
    }
}
