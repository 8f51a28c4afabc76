using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Deliverables;
using CreatorCRM.Disclosure;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>A piece of content that the influencer is to publish.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class Deliverable(DeliverableRow row, Past? past = null) : INode
{
    public NodeId Id => NodeId.Of<Deliverable>(row.Id);

    /// <summary>Counts the partnership's deliverables, from 1.</summary>
    public int Number => row.Number;

    /// <summary>Its format.</summary>
    public DeliverableKind Kind => row.Kind;

    /// <summary>Where it stands.</summary>
    public DeliverableStatus Status => row.Status;

    /// <summary>The day by which it is to be published; null when that is open.</summary>
    public DateOnly? DueOn => row.DueOn;

    /// <summary>
    /// Its due day has passed in UTC, and it is neither online nor cancelled; false once the partnership was given up. With `asOf`: whether that was so then.
    /// </summary>
    public bool IsOverdue(TimeProvider time) => row.IsOverdue(past?.At ?? time.GetUtcNow());

    /// <summary>In the words of whoever wrote it.</summary>
    public string? Note => row.Note;

    /// <summary>The drafts with what was said about each, the first first.</summary>
    public IDataLoaderResult<IReadOnlyList<DeliverableReview>> Reviews(ReviewsOfDeliverables loader) =>
        loader.LoadAsync(row.Id, past, then => DeliverableReview.All(FactsOf<DraftRow>(then), FactsOf<ReviewRow>(then)));

    /// <summary>What is online; null before publication.</summary>
    public DeliverablePost? Post =>
        row is { PostUrl: { } url, PostTexts: { } texts, PublishedAt: { } at }
            ? new DeliverablePost(url, CrmJson.Read<List<string>>(texts), at, row.PlatformLabel)
            : null;

    /// <summary>What a manager decided about its disclosure, else the verdict of the latest check; null before publication.</summary>
    public DisclosureOutcome? DisclosureOutcome => row.DisclosureOutcome;

    /// <summary>The latest check of its disclosure; null before publication.</summary>
    public IDataLoaderResult<DisclosureCheck?> Disclosure(ChecksOfDeliverables loader) =>
        DisclosureChecks(loader).Then(checks => checks is [.., var latest] ? latest : null);

    /// <summary>All checks of its disclosure, the first first. None is ever changed.</summary>
    public IDataLoaderResult<IReadOnlyList<DisclosureCheck>> DisclosureChecks(ChecksOfDeliverables loader) =>
        loader.LoadAsync(row.Id, past, then => FactsOf<DisclosureCheckRow>(then).Select(check => new DisclosureCheck(check)));

    /// <summary>What a manager made of the latest check, which left it open; null when nobody decided.</summary>
    public DisclosureDecision? DisclosureDecision =>
        row.DisclosureDecision is { } json && CrmJson.Read<Deliverables.DisclosureDecision>(json) is var made
            ? new DisclosureDecision(made.Outcome, made.Reason, made.DecidedBy, made.DecidedAt)
            : null;

    /// <summary>That somebody looked, and it is online and as agreed; null before.</summary>
    public DeliverableVerification? Verification =>
        row is { VerifiedBy: { } by, VerifiedAt: { } at } ? new DeliverableVerification(by, at, row.VerificationNote, row.OverrideReason) : null;

    /// <summary>The latest figures; null before any were recorded.</summary>
    public DeliverableMetrics? Metrics =>
        row.MetricsTakenAt is { } at ? new DeliverableMetrics(DeliverableMetricsRow.IdOf(row.Id, at), row.Figures(), at) : null;

    /// <summary>The figures of the past and of today, latest first.</summary>
    public IDataLoaderResult<Page<DeliverableMetrics>> MetricHistory(MetricsOfDeliverables loader, PageRequest page) =>
        loader.LoadAsync(row.Id, null, page, past, then => DeliverableQueries.MetricsOf(then, row.Id, page).Select(metrics => new DeliverableMetrics(metrics.Id,
            metrics.Figures(), metrics.TakenAt)));

    /// <summary>Why it is not wanted any more; null unless it was cancelled.</summary>
    public string? CancelReason => row.CancelReason;

    /// <summary>The partnership it belongs to.</summary>
    public IDataLoaderResult<Partnership> Partnership(PartnershipLoader loader) => loader.LoadExisting(row.PartnershipId, past?.At);

    private IEnumerable<TRow> FactsOf<TRow>(Past then) where TRow : IDeliverableFactRow =>
        then.Of<TRow>().Where(fact => fact.DeliverableId == row.Id).OrderBy(fact => fact.Number);
}

[QueryRoot]
[Requires(Scope.RelationshipsRead)]
public static class DeliverablesQuery
{
    /// <summary>The content of all partnerships.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="orderBy">What is due first when left out.</param>
    public static async Task<Page<Deliverable>> Deliverables(
        DeliverableQueries deliverables, Caller caller, PageRequest page, CancellationToken cancellation, DeliverableFilter? filter = null,
        DeliverableOrder? orderBy = null) =>
        (await deliverables.List(caller.Workspace, ReadIds(filter), orderBy, page, cancellation)).Select(row => new Deliverable(row));

    /// <summary>The same filter of keys. A copy: a variable of the operation may be the filter of several fields.</summary>
    private static DeliverableFilter? ReadIds(DeliverableFilter? filter) => filter?.With(
        (copy, path) =>
        {
            copy.PartnershipId = copy.PartnershipId.ReadKeys<Partnership>([.. path, "partnershipId"]);
            copy.InfluencerId = copy.InfluencerId.ReadKeys<Influencer>([.. path, "influencerId"]);
            copy.CampaignId = copy.CampaignId.ReadKeys<Campaign>([.. path, "campaignId"]);
        },
        "filter");
}

public sealed class DeliverableLoader(PartnershipPartQueries parts, Caller caller)
    : PartLoader<DeliverableRow, Deliverable>(parts, caller, row => new Deliverable(row));

public sealed class DeliverablesOfPartnership(PartnershipPartQueries parts, Caller caller)
    : PartsLoader<DeliverableRow, Deliverable>(parts, caller, (row, past) => new Deliverable(row, past));
