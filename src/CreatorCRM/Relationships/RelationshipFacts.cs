using CreatorCRM.Partnerships;

namespace CreatorCRM.Relationships;

/// <summary>What all partnerships with one person come to. The sums are kept in the very commit that changes one of them.</summary>
public sealed record RelationshipFacts
{
    /// <summary>The sums over these partnerships, as the database keeps them for all that there are now.</summary>
    public static RelationshipFacts Of(IReadOnlyCollection<PartnershipRow> partnerships) => new()
    {
        FirstContactAt = partnerships.Min(row => row.FirstContactAt),
        LastContactAt = partnerships.Max(row => row.LastContactAt),
        Partnerships = partnerships.Count,
        ContractedPartnerships = partnerships.Count(row => row.ContractedAt is not null),
        CompletedPartnerships = partnerships.Count(row => row.Stage == PartnershipStage.Completed),
        Replies = partnerships.Sum(row => row.Replies),
        ReplySeconds = partnerships.Sum(row => row.ReplySeconds),
        DeliverablesDue = partnerships.Sum(row => row.DeliverablesDue),
        DeliverablesOnTime = partnerships.Sum(row => row.DeliverablesOnTime),
        Results = partnerships.Sum(row => row.Results),
        ResultPoints = partnerships.Sum(row => row.ResultPoints),
        Marks = partnerships.Sum(row => row.Marks),
        MarkPoints = partnerships.Sum(row => row.MarkPoints),
    };

    public DateTimeOffset? FirstContactAt { get; init; }
    public DateTimeOffset? LastContactAt { get; init; }
    public long Partnerships { get; init; }
    /// <summary>Those whose contract both sides have signed.</summary>
    public long ContractedPartnerships { get; init; }
    public long CompletedPartnerships { get; init; }
    /// <summary>How often the person answered a message.</summary>
    public long Replies { get; init; }
    /// <summary>How long all these answers took together, each counted from the first message that it answers.</summary>
    public long ReplySeconds { get; init; }
    /// <summary>
    /// Pieces of content that are published. What is overdue and not published does not count: that depends on the day one looks, which no stored sum can.
    /// </summary>
    public long DeliverablesDue { get; init; }
    /// <summary>Those of them that were published by the end of their due day, or have none.</summary>
    public long DeliverablesOnTime { get; init; }
    /// <summary>Pieces of content whose figures are known.</summary>
    public long Results { get; init; }
    /// <summary>0 to 100 for each of them.</summary>
    public long ResultPoints { get; init; }
    /// <summary>Marks that were given, three in each rating.</summary>
    public long Marks { get; init; }
    /// <summary>The sum of the marks, 1 to 5 each.</summary>
    public long MarkPoints { get; init; }
}
