using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Outreach;
using CreatorCRM.Partnerships;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Storage.Queries;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>One influencer in one campaign: where most of the work happens.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class Partnership(PartnershipRow row, Past? past = null) : INode
{
    public NodeId Id => NodeId.Of<Partnership>(row.Id);

    internal string Key => row.Id;

    internal Past? Past => past;

    /// <summary>Counts its changes. Send it as `expectedVersion` to be refused when somebody else was faster.</summary>
    public int Version => int.CreateSaturating(row.Version);

    /// <summary>Who.</summary>
    public IDataLoaderResult<Influencer> Influencer(InfluencerLoader loader) => loader.LoadExisting(row.InfluencerId, past?.At);

    /// <summary>For what.</summary>
    public IDataLoaderResult<Campaign> Campaign(CampaignLoader loader) => loader.LoadExisting(row.CampaignId, past?.At);

    /// <summary>Who is in charge of it.</summary>
    public string? Owner => row.Owner;

    /// <summary>How far it has come.</summary>
    public PartnershipStage Stage => row.Stage;

    /// <summary>Since when it has been in its stage.</summary>
    public DateTimeOffset StageSince => row.StageSince;

    /// <summary>A manager set the stage; otherwise it followed from what happened.</summary>
    public bool StageIsManual => row.StageIsManual;

    /// <summary>Which side did not want to; null while it goes on, and when nobody said.</summary>
    public Party? DeclinedBy => row.DeclinedBy;

    /// <summary>Why it is over; null while it goes on, and when nobody said.</summary>
    public DeclineReason? DeclineReason => row.DeclineReason;

    /// <summary>The same in words.</summary>
    public string? DeclineNote => row.DeclineNote;

    /// <summary>When either side last spoke to the other; null before the first contact.</summary>
    public DateTimeOffset? LastContactAt => row.LastContactAt;

    /// <summary>When the brand last wrote or called.</summary>
    public DateTimeOffset? LastOutreachAt => row.LastOutreachAt;

    /// <summary>When the influencer last wrote or called.</summary>
    public DateTimeOffset? LastReplyAt => row.LastReplyAt;

    /// <summary>When the earliest open follow-up is due; null when none is open.</summary>
    public DateTimeOffset? NextFollowUpAt => row.NextFollowUpAt;

    /// <summary>Where the latest version of the contract stands; null without any.</summary>
    public Contracts.ContractStatus? ContractStatus => row.ContractStatus;

    /// <summary>How it was; null before it is rated.</summary>
    public PartnershipRating? Rating => row.Rating is { } rating ? new PartnershipRating(CrmJson.Read<Relationships.Rating>(rating)) : null;

    /// <summary>The version of the brief that the influencer works from; null before one is acknowledged.</summary>
    public AcknowledgedBrief? AcknowledgedBrief => row.AcknowledgedBrief is { } json && CrmJson.Read<Partnerships.AcknowledgedBrief>(json) is var read
        ? new AcknowledgedBrief(read.Version, read.AcknowledgedAt, read.RecordedBy)
        : null;

    /// <summary>What it costs, from the accepted offer or, once both have signed, the contract; null before an offer is accepted.</summary>
    public PartnershipCost? Cost => row.CostBasis is { } basis ? new PartnershipCost(basis) : null;

    /// <summary>When it was entered.</summary>
    public DateTimeOffset CreatedAt => row.CreatedAt;

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset UpdatedAt => row.UpdatedAt;

    /// <summary>Messages and meetings, the newest first.</summary>
    /// <param name="direction">Only those of this direction.</param>
    public IDataLoaderResult<Page<OutreachMessage>> Outreach(OutreachOfPartnerships loader, PageRequest page, OutreachDirection? direction = null) =>
        loader.LoadAsync(row.Id, direction, page, past, then => OutreachQueries.Of(then, direction, page).Select(message => new OutreachMessage(message, then)));

    /// <summary>All offers in the order in which they were made, at most 500.</summary>
    public IDataLoaderResult<IReadOnlyList<Offer>> Offers(OffersOfPartnership loader) => loader.LoadAsync(row.Id, past);

    /// <summary>All versions of the contract, the first one first, at most 500.</summary>
    public IDataLoaderResult<IReadOnlyList<Contract>> Contracts(ContractsOfPartnership loader) => loader.LoadAsync(row.Id, past);

    /// <summary>The latest version of the contract; null without any.</summary>
    public IDataLoaderResult<Contract?> Contract(ContractsOfPartnership loader) =>
        loader.LoadAsync(row.Id, past).Then(versions => versions is [.., var latest] ? latest : null);

    /// <summary>What the influencer is to publish, in the order in which it was planned, at most 500.</summary>
    public IDataLoaderResult<IReadOnlyList<Deliverable>> Deliverables(DeliverablesOfPartnership loader) => loader.LoadAsync(row.Id, past);

    /// <summary>When to get in touch again, in the order in which it was planned, at most 500.</summary>
    public IDataLoaderResult<IReadOnlyList<FollowUp>> FollowUps(FollowUpsOfPartnership loader) => loader.LoadAsync(row.Id, past);

    /// <summary>Everything that ever happened in it.</summary>
    /// <param name="direction">DESC: the newest first. ASC: from the beginning. By the time it happened, then in the order it was recorded.</param>
    /// <param name="filter">Which entries.</param>
    public IDataLoaderResult<Page<TimelineEntry>> Timeline(
        PageRequest page, TimelineLoader timelines, OrderDirection direction = OrderDirection.Desc, TimelineFilter? filter = null) =>
        timelines.Load(new Subject(Partnerships.Partnership.Kind, row.Id), page, direction, filter, past?.At);
}

[Extends(typeof(Influencer))]
[Requires(Scope.RelationshipsRead)]
public static class InfluencerPartnerships
{
    /// <summary>The campaigns that the influencer is in.</summary>
    /// <param name="filter">Which partnerships.</param>
    /// <param name="query">Words that all occur in the influencer's or the campaign's text.</param>
    /// <param name="orderBy">The newest first when left out.</param>
    public static IDataLoaderResult<Page<Partnership>> Partnerships(
        Influencer influencer, PartnershipsOfInfluencers loader, PageRequest page, PartnershipFilter? filter = null, string? query = null,
        PartnershipOrder? orderBy = null) =>
        loader.LoadAsync(influencer.Key, PartnershipLists.Of(filter, query, orderBy, influencer.At), page);
}

[QueryRoot]
[Requires(Scope.RelationshipsRead)]
public static class PartnershipsQuery
{
    /// <summary>A partnership by its id; null when there is none.</summary>
    /// <param name="asOf">As it was known at this past instant, with all that it leads to; null when it did not exist yet. Left out: as it is now.</param>
    public static IDataLoaderResult<Partnership?> Partnership(NodeId<Partnership> id, PartnershipLoader loader, TimeProvider time, DateTimeOffset? asOf = null) =>
        loader.LoadAsync(id.Key, AsOf.Read(asOf, time));

    /// <summary>All partnerships.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="query">Words that all occur in the influencer's or the campaign's text.</param>
    /// <param name="orderBy">The newest first when left out.</param>
    public static async Task<Page<Partnership>> Partnerships(
        PartnershipQueries partnerships, Caller caller, PageRequest page, CancellationToken cancellation,
        PartnershipFilter? filter = null, string? query = null, PartnershipOrder? orderBy = null) =>
        (await partnerships.List(caller.Workspace, PartnershipLists.Of(filter, query, orderBy).List, page, cancellation)).Select(row => new Partnership(row));
}

public sealed class PartnershipLoader(PartnershipQueries partnerships, Caller caller, PastLoader pasts)
    : EntityLoader<Partnership>(pasts, Partnerships.Partnership.Kind, past => new Partnership(past.One<PartnershipRow>(), past))
{
    protected override async Task<IReadOnlyDictionary<string, Partnership>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await partnerships.ByIds(caller.Workspace, keys, cancellation)).ToDictionary(found => found.Key, found => new Partnership(found.Value));
}

public sealed class PartnershipsOfCampaigns(PartnershipQueries partnerships, PastPartnerships past, Caller caller) : PageLoader<PartnershipsThen, Partnership>
{
    protected override async Task<IReadOnlyDictionary<string, Page<Partnership>>> LoadBatch(
        IReadOnlyCollection<string> keys, PartnershipsThen question, PageRequest page, CancellationToken cancellation) =>
        question.At is { } at
            ? PartnershipLists.Nodes(await past.Pages(caller.Workspace, [.. keys.Select(key => new Subject(Campaigns.Campaign.Kind, key))], at, page,
                cancellation))
            : PartnershipLists.Nodes(await partnerships.OfCampaigns(caller.Workspace, [.. keys], question.List, page, cancellation));
}

public sealed class PartnershipsOfInfluencers(PartnershipQueries partnerships, PastPartnerships past, Caller caller) : PageLoader<PartnershipsThen, Partnership>
{
    protected override async Task<IReadOnlyDictionary<string, Page<Partnership>>> LoadBatch(
        IReadOnlyCollection<string> keys, PartnershipsThen question, PageRequest page, CancellationToken cancellation) =>
        question.At is { } at
            ? PartnershipLists.Nodes(await past.Pages(caller.Workspace, [.. keys.Select(key => new Subject(CreatorCRM.Influencers.Influencer.Kind, key))], at,
                page, cancellation))
            : PartnershipLists.Nodes(await partnerships.OfInfluencers(caller.Workspace, [.. keys], question.List, page, cancellation));
}

/// <summary>A list of partnerships as it is or, with <paramref name="At"/>, as it was.</summary>
public sealed record PartnershipsThen(PartnershipList List, DateTimeOffset? At);

/// <summary>The state of all partnerships that an influencer or a campaign had at an instant.</summary>
public sealed class PastPartnershipsOf(PastPartnerships past, Caller caller) : BatchLoader<(Subject Of, DateTimeOffset At), IReadOnlyList<Past>>
{
    public IDataLoaderResult<IReadOnlyList<Past>> Load(string kind, string id, DateTimeOffset at) =>
        LoadAsync((new Subject(kind, id), at)).Then(found => found!);

    /// <summary>Only their own rows.</summary>
    public IDataLoaderResult<IReadOnlyList<PartnershipRow>> LoadRows(string kind, string id, DateTimeOffset at) =>
        Load(kind, id, at).Then(IReadOnlyList<PartnershipRow> (found) => [.. found.Select(past => past.One<PartnershipRow>())]);

    protected override async Task<IReadOnlyDictionary<(Subject Of, DateTimeOffset At), IReadOnlyList<Past>>> LoadBatch(
        IReadOnlyCollection<(Subject Of, DateTimeOffset At)> keys, CancellationToken cancellation)
    {
        var found = new Dictionary<(Subject, DateTimeOffset), IReadOnlyList<Past>>();
        foreach (var same in keys.GroupBy(key => key.At, key => key.Of))
        {
            foreach (var (subject, rows) in await past.Whole(caller.Workspace, [.. same], same.Key, cancellation)) found[(subject, same.Key)] = rows;
        }
        return found;
    }
}

internal static class PartnershipLists
{
    /// <param name="at">The list of the past instant; null: the present one.</param>
    /// <param name="path">Where the filter stands; null: it is the field's argument.</param>
    public static PartnershipsThen Of(PartnershipFilter? filter, string? query, PartnershipOrder? orderBy, DateTimeOffset? at = null, string[]? path = null)
    {
        if (at is not null) AsOf.DemandWholeList(filter, query, orderBy);
        return new PartnershipsThen(new PartnershipList(ReadIds(filter, path ?? ["filter"]), query, orderBy), at);
    }

    public static Dictionary<string, Page<Partnership>> Nodes(IReadOnlyDictionary<Subject, Page<Past>> pages) =>
        pages.ToDictionary(page => page.Key.Id, page => page.Value.Select(past => new Partnership(past.One<PartnershipRow>(), past)));

    public static Dictionary<string, Page<Partnership>> Nodes(IReadOnlyDictionary<string, Page<PartnershipRow>> pages) =>
        pages.ToDictionary(page => page.Key, page => page.Value.Select(row => new Partnership(row)));

    /// <summary>The same filter of keys. A copy: a variable of the operation may be the filter of several fields.</summary>
    /// <param name="path">Where it stands in the arguments.</param>
    public static PartnershipFilter? ReadIds(PartnershipFilter? filter, params string[] path) => filter?.With(
        (copy, path) =>
        {
            copy.InfluencerId = copy.InfluencerId.ReadKeys<Influencer>([.. path, "influencerId"]);
            copy.CampaignId = copy.CampaignId.ReadKeys<Campaign>([.. path, "campaignId"]);
        },
        path);
}
