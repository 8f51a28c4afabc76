using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Contracts;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>
/// A line of the ledger of usage rights: what a contract that both signed lets you do with content, on one channel; terms that name no channel make a line for
/// each. A newer version of the contract, a notice and a termination move it; the rights of a contract that is fulfilled, or whose term is over, last as long
/// as it says.
/// </summary>
[Requires(Scope.RelationshipsRead)]
public sealed class GrantedUsageRight(UsageRightRow row, DateTimeOffset? at = null) : INode
{
    public NodeId Id => NodeId.Of<GrantedUsageRight>(row.Id);

    /// <summary>Which content, as the contract says it.</summary>
    public string Asset => row.Asset;

    /// <summary>Where the content may be used.</summary>
    public UsageChannel Channel => row.Channel;

    /// <summary>Where in the world; null is worldwide.</summary>
    public string? Territory => row.Territory;

    /// <summary>The first day. When the contract names none, it is the day on which the brand signed.</summary>
    public DateOnly BeginsOn => row.FromOn;

    /// <summary>
    /// The last day; null is without end. Earlier than the contract says when it was terminated, when notice is given, or when a newer version took its place.
    /// </summary>
    public DateOnly? EndsOn => row.UntilOn;

    /// <summary>Whether the content may be used today, in UTC; with `asOf`: whether it could then.</summary>
    public UsageRightStatus Status(TimeProvider time) => row.On(DateOnly.FromDateTime((at ?? time.GetUtcNow()).UtcDateTime));

    /// <summary>The version of the contract that gives the right.</summary>
    public IDataLoaderResult<Contract?> Contract(ContractLoader loader) => loader.LoadAsync(row.ContractId, at);

    /// <summary>The partnership it comes from.</summary>
    public IDataLoaderResult<Partnership> Partnership(PartnershipLoader loader) => loader.LoadExisting(row.PartnershipId, at);

    /// <summary>Who made the content.</summary>
    public IDataLoaderResult<Influencer> Influencer(InfluencerLoader loader) => loader.LoadExisting(row.InfluencerId, at);

    /// <summary>The campaign it was made for.</summary>
    public IDataLoaderResult<Campaign> Campaign(CampaignLoader loader) => loader.LoadExisting(row.CampaignId, at);
}

[QueryRoot]
[Requires(Scope.RelationshipsRead)]
public static class UsageRightsQuery
{
    /// <summary>What you may do, will be allowed to do, and were allowed to do with the content of all influencers.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="orderBy">What ends first when left out.</param>
    public static async Task<Page<GrantedUsageRight>> UsageRights(
        UsageRightQueries rights, Caller caller, PageRequest page, CancellationToken cancellation, UsageRightFilter? filter = null,
        UsageRightOrder? orderBy = null) =>
        (await rights.List(caller.Workspace, UsageRightLists.Of(filter, orderBy).List, page, cancellation)).Select(row => new GrantedUsageRight(row));
}

[Extends(typeof(Influencer))]
[Requires(Scope.RelationshipsRead)]
public static class InfluencerUsageRights
{
    /// <summary>What you may do with the influencer's content.</summary>
    /// <param name="filter">Which rights.</param>
    /// <param name="orderBy">What ends first when left out.</param>
    public static IDataLoaderResult<Page<GrantedUsageRight>> UsageRights(
        Influencer influencer, UsageRightsOfInfluencers loader, PageRequest page, UsageRightFilter? filter = null, UsageRightOrder? orderBy = null) =>
        loader.LoadAsync(influencer.Key, UsageRightLists.Of(filter, orderBy, influencer.At), page);
}

[Extends(typeof(Campaign))]
[Requires(Scope.RelationshipsRead)]
public static class CampaignUsageRights
{
    /// <summary>What you may do with the content of the campaign.</summary>
    /// <param name="filter">Which rights.</param>
    /// <param name="orderBy">What ends first when left out.</param>
    public static IDataLoaderResult<Page<GrantedUsageRight>> UsageRights(
        Campaign campaign, UsageRightsOfCampaigns loader, PageRequest page, UsageRightFilter? filter = null, UsageRightOrder? orderBy = null) =>
        loader.LoadAsync(campaign.Row.Id, UsageRightLists.Of(filter, orderBy, campaign.At), page);
}

[Extends(typeof(Partnership))]
[Requires(Scope.RelationshipsRead)]
public static class PartnershipUsageRights
{
    /// <summary>What you may do with the content of the partnership.</summary>
    /// <param name="filter">Which rights.</param>
    /// <param name="orderBy">What ends first when left out.</param>
    public static IDataLoaderResult<Page<GrantedUsageRight>> UsageRights(
        Partnership partnership, UsageRightsOfPartnerships loader, PageRequest page, UsageRightFilter? filter = null, UsageRightOrder? orderBy = null) =>
        loader.LoadAsync(partnership.Key, UsageRightLists.Of(filter, orderBy, partnership.Past?.At), page, partnership.Past,
            then => UsageRightLists.Of([then], page, then.At));
}
