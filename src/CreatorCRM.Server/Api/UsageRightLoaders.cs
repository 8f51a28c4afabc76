using CreatorCRM.Common;
using CreatorCRM.Contracts;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>A list of usage rights as it is or, with <paramref name="At"/>, as it was.</summary>
public sealed record UsageRightsThen(UsageRightList List, DateTimeOffset? At);

public sealed class GrantedUsageRightLoader(PartnershipPartQueries parts, Caller caller)
    : PartLoader<UsageRightRow, GrantedUsageRight>(parts, caller, row => new GrantedUsageRight(row));

public sealed class UsageRightsOfInfluencers(UsageRightQueries rights, PastPartnerships past, Caller caller) : PageLoader<UsageRightsThen, GrantedUsageRight>
{
    protected override async Task<IReadOnlyDictionary<string, Page<GrantedUsageRight>>> LoadBatch(
        IReadOnlyCollection<string> keys, UsageRightsThen question, PageRequest page, CancellationToken cancellation) =>
        question.At is { } at
            ? UsageRightLists.Of(await past.Whole(caller.Workspace, [.. keys.Select(key => new Subject(CreatorCRM.Influencers.Influencer.Kind, key))], at,
                cancellation), page, at)
            : UsageRightLists.Nodes(await rights.OfInfluencers(caller.Workspace, [.. keys], question.List, page, cancellation));
}

public sealed class UsageRightsOfCampaigns(UsageRightQueries rights, PastPartnerships past, Caller caller) : PageLoader<UsageRightsThen, GrantedUsageRight>
{
    protected override async Task<IReadOnlyDictionary<string, Page<GrantedUsageRight>>> LoadBatch(
        IReadOnlyCollection<string> keys, UsageRightsThen question, PageRequest page, CancellationToken cancellation) =>
        question.At is { } at
            ? UsageRightLists.Of(await past.Whole(caller.Workspace, [.. keys.Select(key => new Subject(Campaigns.Campaign.Kind, key))], at, cancellation), page,
                at)
            : UsageRightLists.Nodes(await rights.OfCampaigns(caller.Workspace, [.. keys], question.List, page, cancellation));
}

public sealed class UsageRightsOfPartnerships(UsageRightQueries rights, Caller caller) : PageLoader<UsageRightsThen, GrantedUsageRight>
{
    protected override async Task<IReadOnlyDictionary<string, Page<GrantedUsageRight>>> LoadBatch(
        IReadOnlyCollection<string> keys, UsageRightsThen question, PageRequest page, CancellationToken cancellation) =>
        UsageRightLists.Nodes(await rights.OfPartnerships(caller.Workspace, [.. keys], question.List, page, cancellation));
}

internal static class UsageRightLists
{
    /// <param name="at">The list of the past instant; null: the present one.</param>
    public static UsageRightsThen Of(UsageRightFilter? filter, UsageRightOrder? orderBy, DateTimeOffset? at = null)
    {
        if (at is not null) AsOf.DemandWholeList(filter, null, orderBy);
        return new UsageRightsThen(new UsageRightList(ReadIds(filter), orderBy), at);
    }

    public static Page<GrantedUsageRight> Of(IEnumerable<Past> partnerships, PageRequest page, DateTimeOffset at) =>
        UsageRightQueries.Of(partnerships, page).Select(row => new GrantedUsageRight(row, at));

    public static Dictionary<string, Page<GrantedUsageRight>> Of(IReadOnlyDictionary<Subject, IReadOnlyList<Past>> partnerships, PageRequest page,
        DateTimeOffset at) =>
        partnerships.ToDictionary(found => found.Key.Id, found => Of(found.Value, page, at));

    public static Dictionary<string, Page<GrantedUsageRight>> Nodes(IReadOnlyDictionary<string, Page<UsageRightRow>> pages) =>
        pages.ToDictionary(page => page.Key, page => page.Value.Select(row => new GrantedUsageRight(row)));

    /// <summary>The same filter of keys. A copy: a variable of the operation may be the filter of several fields.</summary>
    private static UsageRightFilter? ReadIds(UsageRightFilter? filter) => filter?.With(
        (copy, path) =>
        {
            copy.InfluencerId = copy.InfluencerId.ReadKeys<Influencer>([.. path, "influencerId"]);
            copy.CampaignId = copy.CampaignId.ReadKeys<Campaign>([.. path, "campaignId"]);
            copy.PartnershipId = copy.PartnershipId.ReadKeys<Partnership>([.. path, "partnershipId"]);
            copy.ContractId = copy.ContractId.ReadKeys<Contract>([.. path, "contractId"]);
        },
        "filter");
}
