using CreatorCRM.Disclosure;
using CreatorCRM.Partnerships;

namespace CreatorCRM.Deliverables;

/// <summary>What happened to a deliverable once and for all.</summary>
public interface IDeliverableFactRow : IPartRow
{
    string DeliverableId { get; }
    /// <summary>In what order it happened.</summary>
    int Number { get; }
}

/// <summary>A draft that was handed in.</summary>
[RowTable("deliverable_drafts", nameof(Id))]
public sealed record DraftRow : IDeliverableFactRow
{
    public required string Workspace { get; init; }
    /// <summary>The deliverable's id, a point and the round; likewise the id of its review.</summary>
    public required string Id { get; init; }
    public required string PartnershipId { get; init; }
    public required string DeliverableId { get; init; }
    public int Number { get; init; }
    public string? Url { get; init; }
    public string? Text { get; init; }
    public string? Note { get; init; }
    public required string SubmittedBy { get; init; }
    public DateTimeOffset SubmittedAt { get; init; }

    string IRow.RowKey => Id;
}

/// <summary>The answer to a draft.</summary>
[RowTable("deliverable_reviews", nameof(Id))]
public sealed record ReviewRow : IDeliverableFactRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public required string PartnershipId { get; init; }
    public required string DeliverableId { get; init; }
    public int Number { get; init; }
    public bool Approved { get; init; }
    /// <summary>JSON array of <see cref="ReviewComment"/>.</summary>
    public required string Comments { get; init; }
    public string? Note { get; init; }
    public required string ReviewedBy { get; init; }
    public DateTimeOffset ReviewedAt { get; init; }

    string IRow.RowKey => Id;
}

/// <summary>A check of a post's disclosure with all that it was made of.</summary>
[RowTable("disclosure_checks", nameof(Id))]
public sealed record DisclosureCheckRow : IDeliverableFactRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public required string PartnershipId { get; init; }
    public required string DeliverableId { get; init; }
    public int Number { get; init; }
    public DisclosureOutcome Outcome { get; init; }
    /// <summary>JSON of the event <see cref="DisclosureChecked"/>.</summary>
    public required string Evidence { get; init; }
    public DateTimeOffset CheckedAt { get; init; }

    string IRow.RowKey => Id;
}

/// <summary>A post's figures at one moment.</summary>
[RowTable("deliverable_metrics", nameof(Id))]
public sealed record DeliverableMetricsRow : IPartRow
{
    public required string Workspace { get; init; }
    /// <summary>The deliverable's id, a point and the instant in microseconds since 1970.</summary>
    public required string Id { get; init; }
    public required string PartnershipId { get; init; }
    public required string DeliverableId { get; init; }
    public DateTimeOffset TakenAt { get; init; }
    public long? Impressions { get; init; }
    public long? Reach { get; init; }
    public long? Likes { get; init; }
    public long? Comments { get; init; }
    public long? Shares { get; init; }
    public long? Saves { get; init; }
    public long? Views { get; init; }
    public long? LinkClicks { get; init; }

    public DeliverableFigures Figures() => new(Impressions, Reach, Likes, Comments, Shares, Saves, Views, LinkClicks);

    public static string IdOf(EntityKey partnership, string deliverable, DateTimeOffset takenAt) => IdOf(PartNumber.Id(partnership, deliverable), takenAt);

    public static string IdOf(string deliverableId, DateTimeOffset takenAt) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{deliverableId}.{Microseconds.From(takenAt)}");

    string IRow.RowKey => Id;
}
