using CreatorCRM.Access;
using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Deliverables;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Storage.Queries;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>One effort for a brand or product, with goals, a budget and a brief.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class Campaign(CampaignRow row, Past? past = null) : INode
{
    public NodeId Id => NodeId.Of<Campaign>(row.Id);

    internal CampaignRow Row => row;

    internal Past? Past => past;

    internal DateTimeOffset? At => past?.At;

    /// <summary>Counts its changes. Send it as `expectedVersion` to be refused when somebody else was faster.</summary>
    public int Version => int.CreateSaturating(row.Version);

    /// <summary>As people call it.</summary>
    public string Name => row.Name;

    /// <summary>The brand it is for.</summary>
    public string? Brand => row.Brand;

    /// <summary>The product it is for.</summary>
    public string? Product => row.Product;

    /// <summary>Where it stands.</summary>
    public CampaignStatus Status => row.Status;

    /// <summary>What may be spent; null when that is open.</summary>
    public Money? Budget => row is { BudgetMinor: { } minor, BudgetCurrency: { } currency } ? new Money(minor, Currency.Parse(currency)) : null;

    /// <summary>Its first day; null when that is open.</summary>
    public DateOnly? StartsOn => row.StartsOn;

    /// <summary>Its last day; null when that is open.</summary>
    public DateOnly? EndsOn => row.EndsOn;

    /// <summary>What it is for, each kind once.</summary>
    public IReadOnlyList<CampaignGoal> Goals =>
        [.. CrmJson.Read<List<Campaigns.CampaignGoal>>(row.Goals).Select(goal => new CampaignGoal(goal.Kind, goal.Target))];

    /// <summary>The platforms it uses.</summary>
    public IReadOnlyList<CampaignChannel> Channels =>
        [.. CrmJson.Read<List<Campaigns.CampaignChannel>>(row.Channels)
            .Select(channel => new CampaignChannel(channel.Platform, channel.Formats, channel.Rules))];

    /// <summary>Where posts lead to.</summary>
    public IReadOnlyList<Uri> LandingPages => [.. CrmJson.Read<List<string>>(row.LandingPages).Select(page => new Uri(page))];

    /// <summary>Who is in charge of it.</summary>
    public string? Owner => row.Owner;

    /// <summary>What influencers work from; null before the first version is written.</summary>
    public Brief? Brief => row.Brief is { } json ? new Brief(row.BriefVersion, CrmJson.Read<Campaigns.Brief>(json)) : null;

    /// <summary>When it was entered.</summary>
    public DateTimeOffset CreatedAt => row.CreatedAt;

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset UpdatedAt => row.UpdatedAt;

    /// <summary>The influencers in it.</summary>
    /// <param name="filter">Which partnerships.</param>
    /// <param name="query">Words that all occur in the influencer's or the campaign's text.</param>
    /// <param name="orderBy">The newest first when left out.</param>
    public IDataLoaderResult<Page<Partnership>> Partnerships(
        PartnershipsOfCampaigns loader, PageRequest page, PartnershipFilter? filter = null, string? query = null, PartnershipOrder? orderBy = null) =>
        loader.LoadAsync(row.Id, PartnershipLists.Of(filter, query, orderBy, past?.At), page);

    /// <summary>Everything that ever happened in it and in its partnerships.</summary>
    /// <param name="direction">DESC: the newest first. ASC: from the beginning. By the time it happened, then in the order it was recorded.</param>
    /// <param name="filter">Which entries.</param>
    public IDataLoaderResult<Page<TimelineEntry>> Timeline(
        PageRequest page, TimelineLoader timelines, OrderDirection direction = OrderDirection.Desc, TimelineFilter? filter = null) =>
        timelines.Load(new Subject(Campaigns.Campaign.Kind, row.Id), page, direction, filter, past?.At);
}

/// <summary>A goal with its target: orders for SALES, people for REACH, clicks for TRAFFIC, followers for FOLLOWER_GROWTH, pieces for CONTENT.</summary>
/// <param name="Kind">What is to be reached.</param>
/// <param name="Target">How much of it.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record CampaignGoal(GoalKind Kind, long Target);

/// <summary>A platform that the campaign uses.</summary>
/// <param name="Formats">What may be published there; empty when any format may.</param>
/// <param name="Rules">What to keep in mind there.</param>
/// <param name="Platform">Which platform.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record CampaignChannel(Influencers.Platform Platform, IReadOnlyList<DeliverableKind> Formats, string? Rules);

[QueryRoot]
[Requires(Scope.RelationshipsRead)]
public static class CampaignsQuery
{
    /// <summary>A campaign by its id; null when there is none.</summary>
    /// <param name="asOf">As it was known at this past instant, with all that it leads to; null when it did not exist yet. Left out: as it is now.</param>
    public static IDataLoaderResult<Campaign?> Campaign(NodeId<Campaign> id, CampaignLoader loader, TimeProvider time, DateTimeOffset? asOf = null) =>
        loader.LoadAsync(id.Key, AsOf.Read(asOf, time));

    /// <summary>All campaigns.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="query">Words that all occur in name, brand or product.</param>
    /// <param name="orderBy">The newest first when left out.</param>
    public static async Task<Page<Campaign>> Campaigns(
        CampaignQueries campaigns, Caller caller, PageRequest page, CancellationToken cancellation,
        CampaignFilter? filter = null, string? query = null, CampaignOrder? orderBy = null) =>
        (await campaigns.List(caller.Workspace, filter, query, orderBy, page, cancellation)).Select(row => new Campaign(row));
}

public sealed class CampaignLoader(CampaignQueries campaigns, Caller caller, PastLoader pasts)
    : EntityLoader<Campaign>(pasts, CreatorCRM.Campaigns.Campaign.Kind, past => new Campaign(past.One<CampaignRow>(), past))
{
    protected override async Task<IReadOnlyDictionary<string, Campaign>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await campaigns.ByIds(caller.Workspace, keys, cancellation)).ToDictionary(found => found.Key, found => new Campaign(found.Value));
}
