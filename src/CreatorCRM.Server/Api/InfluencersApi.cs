using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Segments;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>A person - not an account - that the brand has, had or wants a relationship with.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class Influencer(InfluencerRow row, Past? past = null) : INode
{
    internal string Key => row.Id;

    internal InfluencerRow Row => row;

    internal DateTimeOffset? At => past?.At;

    public NodeId Id => NodeId.Of<Influencer>(row.Id);

    /// <summary>The name as it is shown.</summary>
    public string DisplayName => row.DisplayName;

    /// <summary>The size class by the followers of the largest account; null without known followers, and below 50.</summary>
    public Tier? Tier => row.Tier;

    /// <summary>Followers of the largest account; null when unknown.</summary>
    public int? Followers => row.Followers.ToInt();

    /// <summary>Engagement rate of the largest account; null when unknown.</summary>
    public EngagementRate? EngagementRate => Rates.Of(row.EngagementRate, row.EngagementFormula);

    /// <summary>Language tags of BCP 47 such as `de` or `pt-BR`.</summary>
    public IReadOnlyList<string> Languages => CrmJson.Read<IReadOnlyList<string>>(row.Languages);

    /// <summary>Where they live.</summary>
    [Country]
    public string? Country => row.Country;

    /// <summary>How to reach them, apart from their accounts.</summary>
    public IReadOnlyList<ContactPoint> ContactPoints => CrmJson.Read<IReadOnlyList<ContactPoint>>(row.ContactPoints);

    /// <summary>Who represents them; null when they speak for themselves.</summary>
    public string? Agency => row.Agency;

    /// <summary>Who on your side keeps the relationship.</summary>
    public string? Owner => row.Owner;

    /// <summary>Anything worth remembering.</summary>
    public string? Notes => row.Notes;

    /// <summary>They buy from you.</summary>
    public bool IsCustomer => row.IsCustomer;

    /// <summary>They need a guardian's signature.</summary>
    public bool IsMinor => row.IsMinor;

    /// <summary>Set: nobody may contact them by any path. Null: they may be contacted.</summary>
    public DoNotContact? DoNotContact => row is { DoNotContactReason: { } reason, DoNotContactSince: { } since } ? new DoNotContact(reason, since) : null;

    /// <summary>When they were added.</summary>
    public DateTimeOffset CreatedAt => row.CreatedAt;

    /// <summary>When they were changed last.</summary>
    public DateTimeOffset UpdatedAt => row.UpdatedAt;

    /// <summary>Grows with every change. Send it as `expectedVersion` to change only what you have seen.</summary>
    public int Version => int.CreateSaturating(row.Version);

    /// <summary>What they are about, in lower case, in your order.</summary>
    public IDataLoaderResult<IReadOnlyList<string>> Niches(NichesOfInfluencer loader) =>
        loader.LoadAsync(row.Id, past, then => then.Of<InfluencerNicheRow>().OrderBy(niche => niche.Ordinal).Select(niche => niche.Name));

    /// <summary>Your own labels, in lower case, in your order.</summary>
    public IDataLoaderResult<IReadOnlyList<string>> Tags(TagsOfInfluencer loader) =>
        loader.LoadAsync(row.Id, past, then => then.Of<InfluencerTagRow>().OrderBy(tag => tag.Ordinal).Select(tag => tag.Name));

    /// <summary>At most 50, in the order in which they were added.</summary>
    public IDataLoaderResult<IReadOnlyList<Account>> Accounts(AccountsOfInfluencer loader) =>
        loader.LoadAsync(row.Id, past, then => then.Of<AccountRow>().OrderBy(account => account.Number.Length).ThenBy(account => account.Number,
            StringComparer.Ordinal).Select(account => new Account(account, then)));
}

[QueryRoot]
[Requires(Scope.RelationshipsRead)]
public static class InfluencersApi
{
    /// <summary>One influencer; null when there is none with this id.</summary>
    /// <param name="asOf">As they were known at this past instant, with all that they lead to; null when they were not known yet. Left out: as they are
    /// now.</param>
    public static IDataLoaderResult<Influencer?> Influencer(NodeId<Influencer> id, InfluencerLoader loader, TimeProvider time, DateTimeOffset? asOf = null) =>
        loader.LoadAsync(id.Key, AsOf.Read(asOf, time));

    /// <summary>The influencer with this account; null when nobody here has it.</summary>
    /// <param name="platform">Where the account is.</param>
    /// <param name="handle">In any case, with or without @.</param>
    public static async Task<IDataLoaderResult<Influencer?>?> InfluencerByHandle(
        Platform platform, string handle, InfluencerQueries influencers, InfluencerLoader loader, Caller caller, CancellationToken cancel) =>
        await influencers.ByHandle(caller.Workspace, platform, handle, cancel) is { } account ? loader.LoadAsync(account.InfluencerId) : null;

    /// <summary>Everybody, or whom the filter and the search leave; those added last come first unless `orderBy` says otherwise.</summary>
    /// <param name="filter">Which influencers.</param>
    /// <param name="query">Words that all occur in name, handles, niches, tags or agency. Case and accents do not matter.</param>
    /// <param name="orderBy">In which order.</param>
    /// <param name="segmentId">Only those in this segment.</param>
    public static async Task<Page<Influencer>> Influencers(
        PageRequest page, InfluencerQueries influencers, SegmentQueries segments, Caller caller, CancellationToken cancel,
        InfluencerFilter? filter = null, string? query = null, InfluencerOrder? orderBy = null, NodeId<Segment>? segmentId = null)
    {
        var which = await segments.Select(caller, segmentId, filter, query, cancel);
        return (await influencers.List(caller.Workspace, which.Filter, which.Query, orderBy, page, cancel)).Select(row => new Influencer(row));
    }
}

internal static class InfluencerFilters
{
    /// <summary>The same filter of keys. A copy: a variable of the operation may be the filter of several fields.</summary>
    /// <param name="path">Where it stands in the arguments.</param>
    /// <exception cref="InputError">An id is none of a campaign.</exception>
    public static InfluencerFilter? ReadIds(this InfluencerFilter? filter, params string[] path) =>
        filter?.With((copy, at) => copy.CampaignId = copy.CampaignId.ReadKeys<Campaign>([.. at, "campaignId"]), path);
}

public sealed class InfluencerLoader(InfluencerQueries influencers, Caller caller, PastLoader pasts)
    : EntityLoader<Influencer>(pasts, CreatorCRM.Influencers.Influencer.Kind, past => new Influencer(past.One<InfluencerRow>(), past))
{
    protected override async Task<IReadOnlyDictionary<string, Influencer>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await influencers.ByIds(caller.Workspace, keys, cancellation)).ToDictionary(row => row.Id, row => new Influencer(row));
}

public sealed class NichesOfInfluencer(InfluencerQueries influencers, Caller caller) : ListLoader<string, string>
{
    protected override Task<ILookup<string, string>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        influencers.NichesOf(caller.Workspace, keys, cancellation);
}

public sealed class TagsOfInfluencer(InfluencerQueries influencers, Caller caller) : ListLoader<string, string>
{
    protected override Task<ILookup<string, string>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        influencers.TagsOf(caller.Workspace, keys, cancellation);
}
