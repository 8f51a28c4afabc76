using CreatorCRM.Relationships;

namespace CreatorCRM.Influencers;

/// <summary>An influencer in lists.</summary>
[RowTable("influencers", nameof(Id))]
public sealed record InfluencerRow : IRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public long Version { get; init; }
    public required string DisplayName { get; init; }
    /// <summary>The name folded for sorting.</summary>
    public required string SortName { get; init; }
    /// <summary>Name, handles, niches, tags and agency, folded for searching.</summary>
    public required string SearchText { get; init; }
    public Tier? Tier { get; init; }
    /// <summary>Of the largest account.</summary>
    public long? Followers { get; init; }
    /// <summary>Of the largest account, as a ratio.</summary>
    public decimal? EngagementRate { get; init; }
    public EngagementFormula? EngagementFormula { get; init; }
    public string? Country { get; init; }
    public string? Agency { get; init; }
    public string? Owner { get; init; }
    public string? Notes { get; init; }
    public bool IsCustomer { get; init; }
    public bool IsMinor { get; init; }
    public bool DoNotContact { get; init; }
    public string? DoNotContactReason { get; init; }
    public DateTimeOffset? DoNotContactSince { get; init; }
    /// <summary>JSON array of text.</summary>
    public required string Languages { get; init; }
    /// <summary>JSON array of <see cref="ContactPoint"/>.</summary>
    public required string ContactPoints { get; init; }
    public RelationshipStage? ManualStage { get; init; }
    public string? ManualStageReason { get; init; }
    public DateTimeOffset? ManualStageSince { get; init; }
    /// <summary>
    /// The influencer that this one was merged into; null for a person of their own. See <see cref="MergedAway"/>: no list shows the merged ones.
    /// </summary>
    public string? MergedInto { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }

    // What all partnerships with the person come to: see RelationshipFacts.
    [KeptByTriggers] public DateTimeOffset? FirstContactAt { get; init; }
    [KeptByTriggers] public DateTimeOffset? LastContactAt { get; init; }
    [KeptByTriggers] public long Partnerships { get; init; }
    [KeptByTriggers] public long ContractedPartnerships { get; init; }
    [KeptByTriggers] public long CompletedPartnerships { get; init; }
    [KeptByTriggers] public long Replies { get; init; }
    [KeptByTriggers] public long ReplySeconds { get; init; }
    [KeptByTriggers] public long DeliverablesDue { get; init; }
    [KeptByTriggers] public long DeliverablesOnTime { get; init; }
    [KeptByTriggers] public long Results { get; init; }
    [KeptByTriggers] public long ResultPoints { get; init; }
    [KeptByTriggers] public long Marks { get; init; }
    [KeptByTriggers] public long MarkPoints { get; init; }
    /// <summary>What the relationship is until <see cref="DormantAt"/>.</summary>
    [KeptByTriggers] public RelationshipStage RelationshipStage { get; init; }
    /// <summary>From when on it is dormant; null when it cannot become so.</summary>
    [KeptByTriggers] public DateTimeOffset? DormantAt { get; init; }
    /// <summary>See <see cref="Health.Anchor"/>; null before the first contact.</summary>
    [KeptByTriggers] public DateTimeOffset? HealthAnchor { get; init; }
    /// <summary>The engagement rate in whole millionths, which both engines add up alike.</summary>
    [KeptByTriggers] public long? EngagementMillionths { get; init; }

    string IRow.RowKey => Id;

    public RelationshipFacts Facts => new()
    {
        FirstContactAt = FirstContactAt,
        LastContactAt = LastContactAt,
        Partnerships = Partnerships,
        ContractedPartnerships = ContractedPartnerships,
        CompletedPartnerships = CompletedPartnerships,
        Replies = Replies,
        ReplySeconds = ReplySeconds,
        DeliverablesDue = DeliverablesDue,
        DeliverablesOnTime = DeliverablesOnTime,
        Results = Results,
        ResultPoints = ResultPoints,
        Marks = Marks,
        MarkPoints = MarkPoints,
    };

    public static InfluencerRow From(Influencer state) => new()
    {
        Workspace = state.Key.Workspace,
        Id = state.Key.Id,
        Version = state.Version,
        DisplayName = state.DisplayName,
        SortName = TextKey.Fold(state.DisplayName),
        SearchText = TextKey.Fold(string.Join(' ', [state.DisplayName, .. state.Accounts.Select(account => account.Handle), .. state.Niches, .. state.Tags,
            state.Agency ?? ""])),
        Tier = Tiers.Of(state.LargestAccount?.Metrics.Followers),
        Followers = state.LargestAccount?.Metrics.Followers,
        EngagementRate = state.LargestAccount?.EngagementRate?.Value,
        EngagementFormula = state.LargestAccount?.EngagementRate?.Formula,
        Country = state.Country,
        Agency = state.Agency,
        Owner = state.Owner,
        Notes = state.Notes,
        IsCustomer = state.IsCustomer,
        IsMinor = state.IsMinor,
        DoNotContact = state.DoNotContact is not null,
        DoNotContactReason = state.DoNotContact?.Reason,
        DoNotContactSince = state.DoNotContact?.Since,
        Languages = CrmJson.Write(state.Languages),
        ContactPoints = CrmJson.Write(state.ContactPoints),
        ManualStage = state.ManualStage?.Stage,
        ManualStageReason = state.ManualStage?.Reason,
        ManualStageSince = state.ManualStage?.Since,
        MergedInto = state.Merged?.Into,
        CreatedAt = state.CreatedAt,
        UpdatedAt = state.UpdatedAt,
    };
}

[RowTable("influencer_niches", nameof(InfluencerId), nameof(Name))]
public sealed record InfluencerNicheRow : IRow
{
    public required string Workspace { get; init; }
    public required string InfluencerId { get; init; }
    public required string Name { get; init; }
    /// <summary>Its place in the list that the user gave.</summary>
    public int Ordinal { get; init; }

    string IRow.RowKey => $"{InfluencerId}/{Name}";
}

[RowTable("influencer_tags", nameof(InfluencerId), nameof(Name))]
public sealed record InfluencerTagRow : IRow
{
    public required string Workspace { get; init; }
    public required string InfluencerId { get; init; }
    public required string Name { get; init; }
    public int Ordinal { get; init; }

    string IRow.RowKey => $"{InfluencerId}/{Name}";
}

public partial record Influencer
{
    public IEnumerable<IRow> Rows() =>
    [
        InfluencerRow.From(this),
        .. Accounts.Select(account => AccountRow.From(Key, account)),
        .. Niches.Select((niche, i) => new InfluencerNicheRow { Workspace = Key.Workspace, InfluencerId = Key.Id, Name = niche, Ordinal = i }),
        .. Tags.Select((tag, i) => new InfluencerTagRow { Workspace = Key.Workspace, InfluencerId = Key.Id, Name = tag, Ordinal = i }),
    ];

    public IEnumerable<IRow> Facts(IEvent @event, EventMeta meta)
    {
        if (@event is not MetricsRecorded e) yield break;
        yield return new MetricSnapshotRow
        {
            Workspace = Key.Workspace,
            Id = e.Account.Contains('.', StringComparison.Ordinal) ? $"{e.Account}.{Key.Id}.{meta.Version}" : $"{Key.Id}.{e.Account}.{meta.Version}",
            AccountId = AccountId(Key.Id, e.Account),
            TakenAt = e.TakenAt,
            Followers = e.Metrics.Followers,
            AverageLikes = e.Metrics.AverageLikes,
            AverageComments = e.Metrics.AverageComments,
            AverageViews = e.Metrics.AverageViews,
            AverageShares = e.Metrics.AverageShares,
            PostsPerWeek = e.Metrics.PostsPerWeek,
            EngagementRate = e.EngagementRate?.Value,
            EngagementFormula = e.EngagementRate?.Formula,
        };
    }

    public IEnumerable<IRow> HandedOver(IEvent @event) => @event switch
    {
        InfluencerMerged e => Merged!.Given.Accounts.Select(account => AccountRow.From(Key with { Id = e.Into }, account)),
        InfluencerSeparated e =>
            Absorptions.First(one => one.Merge == e.Merge).Parted!.Accounts.Select(account => AccountRow.From(Key with { Id = e.Influencer }, account)),
        _ => [],
    };
}
