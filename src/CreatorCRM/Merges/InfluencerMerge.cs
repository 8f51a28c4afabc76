namespace CreatorCRM.Merges;

/// <summary>Two influencers that are one person: the one becomes part of the other, with all their history, and can be taken out again at any time.</summary>
public sealed partial record InfluencerMerge : IAggregate<InfluencerMerge>
{
    public static string Kind => "influencer-merge";
    public static int Shape => 1;
    public static IReadOnlyList<UniqueRule> UniqueRules { get; } =
    [
        new("influencer_merge_parties", "ux_influencer_merge_parties", ["workspace", "influencer_id"],
            new Refusal(RefusalCode.MergeUnderWay, "One of the two is in another merge that is under way. Try again when it has come to its end.")),
    ];

    public required EntityKey Key { get; init; }
    public long Version { get; init; }
    public string Survivor { get; init; } = "";
    public string SurvivorName { get; init; } = "";
    public string Merged { get; init; } = "";
    public string MergedName { get; init; } = "";
    public string? Reason { get; init; }
    public MergeStatus Status { get; init; }
    public MergeCounts Counts { get; init; } = new(0, 0, 0);
    public Actor StartedBy { get; init; } = Actor.System;
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? MergedAt { get; init; }
    public Actor? UndoneBy { get; init; }
    public DateTimeOffset? UndoStartedAt { get; init; }
    public DateTimeOffset? UndoneAt { get; init; }

    public bool Exists => Version > 0;

    // Both people have sentences of their own on their timelines.
    public IEnumerable<Subject> RelatedSubjects => [];

    public static InfluencerMerge New(EntityKey key) => new() { Key = key };

    public InfluencerMerge Apply(IEvent @event, EventMeta meta) => (@event switch
    {
        MergeStarted e => this with
        {
            Survivor = e.Survivor,
            SurvivorName = e.SurvivorName,
            Merged = e.Merged,
            MergedName = e.MergedName,
            Reason = e.Reason,
            StartedBy = meta.Actor,
            StartedAt = meta.OccurredAt,
        },
        MergeCompleted e => this with { Status = MergeStatus.Merged, Counts = e.Counts, MergedAt = meta.OccurredAt },
        MergeUndoStarted => this with { Status = MergeStatus.Undoing, UndoneBy = meta.Actor, UndoStartedAt = meta.OccurredAt },
        MergeUndone => this with { Status = MergeStatus.Undone, UndoneAt = meta.OccurredAt },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of a merge."),
    }) with { Version = meta.Version };
}
