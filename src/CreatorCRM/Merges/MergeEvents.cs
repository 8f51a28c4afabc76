using CreatorCRM.Influencers;

namespace CreatorCRM.Merges;

[EventType("influencer-merge.started")]
public sealed record MergeStarted(string Survivor, string SurvivorName, string Merged, string MergedName, string? Reason) : IEvent
{
    public string Summary => $"{MergedName} is being merged into {SurvivorName}{(Reason is null ? "" : $": {Reason}")}.";
}

[EventType("influencer-merge.completed")]
public sealed record MergeCompleted(string SurvivorName, string MergedName, MergeCounts Counts) : IEvent
{
    public string Summary => $"{MergedName} was merged into {SurvivorName}: {MergeSentence.Of(Counts)}.";
}

[EventType("influencer-merge.undo-started")]
public sealed record MergeUndoStarted(string SurvivorName, string MergedName) : IEvent
{
    public string Summary => $"The merge of {MergedName} into {SurvivorName} is being undone.";
}

[EventType("influencer-merge.undone")]
public sealed record MergeUndone(string SurvivorName, string MergedName, MergeCounts Counts) : IEvent
{
    public string Summary => $"The merge of {MergedName} into {SurvivorName} was undone: {MergeSentence.Of(Counts)} went back.";
}

internal static class MergeSentence
{
    public static string Of(MergeCounts counts) =>
        $"{InfluencerAbsorbed.Counted(counts.Accounts, "account")}, {InfluencerAbsorbed.Counted(counts.Partnerships, "partnership")}, {InfluencerAbsorbed.Counted(counts.Tasks, "task")}";
}
