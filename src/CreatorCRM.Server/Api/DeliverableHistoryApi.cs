using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Deliverables;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>A draft and what was said about it.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class DeliverableReview(DraftRow draft, ReviewRow? review)
{
    internal static IEnumerable<DeliverableReview> All(IEnumerable<DraftRow> drafts, IEnumerable<ReviewRow> reviews)
    {
        var byId = reviews.ToDictionary(review => review.Id);
        return drafts.Select(draft => new DeliverableReview(draft, byId.GetValueOrDefault(draft.Id)));
    }

    /// <summary>Counts the drafts of the deliverable, from 1.</summary>
    public int Round => draft.Number;

    /// <summary>Where the draft is; null when it was handed in as text.</summary>
    [Url]
    public string? Url => draft.Url;

    /// <summary>The draft itself, if it is text.</summary>
    public string? Text => draft.Text;

    /// <summary>What was said when it was handed in.</summary>
    public string? Note => draft.Note;

    /// <summary>Who recorded it.</summary>
    public string SubmittedBy => draft.SubmittedBy;

    /// <summary>When it was handed in.</summary>
    public DateTimeOffset SubmittedAt => draft.SubmittedAt;

    /// <summary>True: it may go online. False: it has to be changed. Null: nobody has answered, or another draft came before that.</summary>
    public bool? Approved => review?.Approved;

    /// <summary>What is to be changed.</summary>
    public IReadOnlyList<DeliverableReviewComment> Comments =>
        review is null
            ? []
            : [.. CrmJson.Read<List<ReviewComment>>(review.Comments).Select(comment => new DeliverableReviewComment(comment.Text, comment.Place))];

    /// <summary>What was said when it was approved.</summary>
    public string? ReviewNote => review?.Note;

    /// <summary>Who answered; null before.</summary>
    public string? ReviewedBy => review?.ReviewedBy;

    /// <summary>When; null before.</summary>
    public DateTimeOffset? ReviewedAt => review?.ReviewedAt;
}

/// <summary>Something to change in a draft.</summary>
/// <param name="Text">What.</param>
/// <param name="Place">Where, such as "second 12"; null is the whole.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record DeliverableReviewComment(string Text, string? Place);

/// <summary>A post as it is online.</summary>
/// <param name="Url">Where.</param>
/// <param name="Texts">The caption; of a story or a thread the text of each part, in order. Empty when nobody wrote it down.</param>
/// <param name="PublishedAt">When it went online.</param>
/// <param name="PlatformLabel">The platform's own label, such as "Paid partnership", was switched on.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record DeliverablePost([property: Url] string Url, IReadOnlyList<string> Texts, DateTimeOffset PublishedAt, bool PlatformLabel);

/// <summary>That a post is online and as agreed.</summary>
/// <param name="VerifiedBy">Who looked.</param>
/// <param name="VerifiedAt">When.</param>
/// <param name="Note">In their words.</param>
/// <param name="OverrideReason">Why it was verified although its disclosure does not comply; null otherwise.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record DeliverableVerification(string VerifiedBy, DateTimeOffset VerifiedAt, string? Note, string? OverrideReason);

/// <summary>A post's figures at one moment. Null is unknown.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class DeliverableMetrics(string id, DeliverableFigures figures, DateTimeOffset takenAt) : INode
{
    public NodeId Id => NodeId.Of<DeliverableMetrics>(id);

    /// <summary>When the figures were true.</summary>
    public DateTimeOffset TakenAt => takenAt;

    /// <summary>How often it was shown.</summary>
    public long? Impressions => figures.Impressions;

    /// <summary>How many people saw it.</summary>
    public long? Reach => figures.Reach;

    /// <summary>How many liked it.</summary>
    public long? Likes => figures.Likes;

    /// <summary>How many comments it got.</summary>
    public long? Comments => figures.Comments;

    /// <summary>How often it was shared.</summary>
    public long? Shares => figures.Shares;

    /// <summary>How often it was saved.</summary>
    public long? Saves => figures.Saves;

    /// <summary>How often it was played.</summary>
    public long? Views => figures.Views;

    /// <summary>How often its link was followed.</summary>
    public long? LinkClicks => figures.LinkClicks;

    /// <summary>(likes + comments + shares + saves) / reach, or impressions when the reach is unknown, or else views. 0.035 is 3.5 %.</summary>
    public decimal? EngagementRate => figures.EngagementRate is { } rate ? decimal.Round(rate, 6) : null;

    /// <summary>How well it did: 100 from an engagement rate of 3.5 % on, in proportion below, rounded down.</summary>
    public int? ResultPoints => figures.ResultPoints;
}

public sealed class ReviewsOfDeliverables(DeliverableQueries deliverables, Caller caller) : ListLoader<string, DeliverableReview>
{
    protected override async Task<ILookup<string, DeliverableReview>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        var drafts = await deliverables.Of<DraftRow>(caller.Workspace, keys, cancellation);
        var reviews = await deliverables.Of<ReviewRow>(caller.Workspace, keys, cancellation);
        return drafts.SelectMany(rows => DeliverableReview.All(rows, reviews[rows.Key]).Select(review => (rows.Key, Review: review)))
            .ToLookup(one => one.Key, one => one.Review);
    }
}

public sealed class DeliverableMetricsLoader(PartnershipPartQueries parts, Caller caller)
    : PartLoader<DeliverableMetricsRow, DeliverableMetrics>(parts, caller, row => new DeliverableMetrics(row.Id, row.Figures(), row.TakenAt));

public sealed class MetricsOfDeliverables(DeliverableQueries deliverables, Caller caller) : PageLoader<string?, DeliverableMetrics>
{
    protected override async Task<IReadOnlyDictionary<string, Page<DeliverableMetrics>>> LoadBatch(
        IReadOnlyCollection<string> keys, string? question, PageRequest page, CancellationToken cancellation) =>
        (await deliverables.MetricsOf(caller.Workspace, [.. keys], page, cancellation))
            .ToDictionary(found => found.Key, found => found.Value.Select(row => new DeliverableMetrics(row.Id, row.Figures(), row.TakenAt)));
}
