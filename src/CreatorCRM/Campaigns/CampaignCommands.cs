using System.Collections.Immutable;
using CreatorCRM.Deliverables;
using CreatorCRM.Influencers;

namespace CreatorCRM.Campaigns;

/// <summary>What a campaign is for.</summary>
public enum GoalKind
{
    /// <summary>Orders.</summary>
    Sales,
    /// <summary>People who see it.</summary>
    Reach,
    /// <summary>Clicks.</summary>
    Traffic,
    /// <summary>New followers of the brand.</summary>
    FollowerGrowth,
    /// <summary>Pieces of content to use.</summary>
    Content,
}

/// <summary>Where a campaign stands.</summary>
public enum CampaignStatus
{
    /// <summary>Being planned.</summary>
    Draft,
    /// <summary>Running.</summary>
    Active,
    /// <summary>Over, as planned.</summary>
    Completed,
    /// <summary>Given up.</summary>
    Cancelled,
}

/// <summary>A goal with its target: orders for SALES, people for REACH, clicks for TRAFFIC, followers for FOLLOWER_GROWTH, pieces for CONTENT.</summary>
[GenerateSerializer, Immutable, Alias("campaign-goal")]
public sealed record CampaignGoal(GoalKind Kind, long Target);

/// <summary>A platform that the campaign uses, what may be published there, and the rules for it.</summary>
[GenerateSerializer, Immutable, Alias("campaign-channel")]
public sealed record CampaignChannel(Platform Platform, ImmutableArray<DeliverableKind> Formats, string? Rules);

/// <summary>How a paid or gifted post has to be marked in a country.</summary>
[GenerateSerializer, Immutable, Alias("required-disclosure")]
public sealed record RequiredDisclosure(string Country, string Text);

/// <summary>What influencers work from, in plain words. Each revision is a new version.</summary>
[GenerateSerializer, Immutable, Alias("brief")]
public sealed record Brief
{
    [Id(0)] public string? Goals { get; init; }
    [Id(1)] public string? ProductInformation { get; init; }
    [Id(2)] public ImmutableArray<string> Assets { get; init; } = [];
    [Id(3)] public ImmutableArray<string> MustSay { get; init; } = [];
    [Id(4)] public ImmutableArray<string> MustNotSay { get; init; } = [];
    [Id(5)] public string? CreativeFreedom { get; init; }
    [Id(6)] public ImmutableArray<string> Hashtags { get; init; } = [];
    [Id(7)] public ImmutableArray<RequiredDisclosure> Disclosures { get; init; } = [];
    [Id(8)] public PeriodOfDays? PublicationWindow { get; init; }
    [Id(9)] public string? ReportingDuties { get; init; }
}

[GenerateSerializer, Immutable, Alias("create-campaign")]
public sealed record CreateCampaign(string Name, CampaignChanges Details);

/// <summary>New values for a campaign; what is null stays as it is. Lists are replaced whole.</summary>
[GenerateSerializer, Immutable, Alias("campaign-changes")]
public sealed record CampaignChanges
{
    [Id(0)] public string? Name { get; init; }
    [Id(1)] public Change<string?>? Brand { get; init; }
    [Id(2)] public Change<string?>? Product { get; init; }
    [Id(3)] public Change<Money?>? Budget { get; init; }
    [Id(4)] public Change<DateOnly?>? StartsOn { get; init; }
    [Id(5)] public Change<DateOnly?>? EndsOn { get; init; }
    [Id(6)] public ImmutableArray<CampaignGoal>? Goals { get; init; }
    [Id(7)] public ImmutableArray<CampaignChannel>? Channels { get; init; }
    [Id(8)] public ImmutableArray<string>? LandingPages { get; init; }
    [Id(9)] public Change<string?>? Owner { get; init; }
    [Id(10)] public CampaignStatus? Status { get; init; }
    [Id(11)] public Brief? Brief { get; init; }
}
