namespace CreatorCRM.Influencers;

[RowTable("accounts", nameof(Id))]
public sealed record AccountRow : IRow
{
    public required string Workspace { get; init; }
    /// <summary>The id of the influencer that it was added to, a point and its number; it stays when the account goes to another one in a merge.</summary>
    public required string Id { get; init; }
    public required string InfluencerId { get; init; }
    public required string Number { get; init; }
    public Platform Platform { get; init; }
    public required string Handle { get; init; }
    /// <summary>What is unique per platform: the handle in lower case.</summary>
    public required string HandleKey { get; init; }
    public string? Url { get; init; }
    public long? Followers { get; init; }
    public decimal? AverageLikes { get; init; }
    public decimal? AverageComments { get; init; }
    public decimal? AverageViews { get; init; }
    public decimal? AverageShares { get; init; }
    public decimal? PostsPerWeek { get; init; }
    public decimal? EngagementRate { get; init; }
    public EngagementFormula? EngagementFormula { get; init; }
    public DateTimeOffset? MetricsTakenAt { get; init; }

    string IRow.RowKey => Id;

    /// <param name="key">Whose it is.</param>
    public static AccountRow From(EntityKey key, Account account) => new()
    {
        Workspace = key.Workspace,
        Id = Influencer.AccountId(key.Id, account.Number),
        InfluencerId = key.Id,
        Number = Influencer.AccountNumber(key.Id, account.Number),
        Platform = account.Platform,
        Handle = account.Handle,
        HandleKey = Influencers.Handle.Key(account.Handle),
        Url = account.Url,
        Followers = account.Metrics.Followers,
        AverageLikes = account.Metrics.AverageLikes,
        AverageComments = account.Metrics.AverageComments,
        AverageViews = account.Metrics.AverageViews,
        AverageShares = account.Metrics.AverageShares,
        PostsPerWeek = account.Metrics.PostsPerWeek,
        EngagementRate = account.EngagementRate?.Value,
        EngagementFormula = account.EngagementRate?.Formula,
        MetricsTakenAt = account.MetricsTakenAt,
    };
}

/// <summary>An account's figures at one moment; the account's history is made of these.</summary>
[RowTable("metric_snapshots", nameof(Id))]
public sealed record MetricSnapshotRow : IRow
{
    public required string Workspace { get; init; }
    /// <summary>
    /// The account's id and the version of the influencer that brought it, with the influencer's id before when the account came to them in a merge.
    /// </summary>
    public required string Id { get; init; }
    public required string AccountId { get; init; }
    public DateTimeOffset TakenAt { get; init; }
    public long? Followers { get; init; }
    public decimal? AverageLikes { get; init; }
    public decimal? AverageComments { get; init; }
    public decimal? AverageViews { get; init; }
    public decimal? AverageShares { get; init; }
    public decimal? PostsPerWeek { get; init; }
    public decimal? EngagementRate { get; init; }
    public EngagementFormula? EngagementFormula { get; init; }

    string IRow.RowKey => Id;
}
