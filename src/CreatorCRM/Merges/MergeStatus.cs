using System.Collections.Immutable;

namespace CreatorCRM.Merges;

/// <summary>How far a merge has come.</summary>
public enum MergeStatus
{
    /// <summary>The one person goes into the other, step by step.</summary>
    Running,
    /// <summary>Both are one.</summary>
    Merged,
    /// <summary>It is being taken back, step by step.</summary>
    Undoing,
    /// <summary>Both are people of their own again.</summary>
    Undone,
}

/// <summary>The rules by which a merge goes on, in one place.</summary>
public static class MergeStatuses
{
    public static ImmutableDictionary<MergeStatus, ImmutableArray<MergeStatus>> Moves { get; } = new Dictionary<MergeStatus, ImmutableArray<MergeStatus>>
    {
        [MergeStatus.Running] = [MergeStatus.Merged],
        [MergeStatus.Merged] = [MergeStatus.Undoing],
        [MergeStatus.Undoing] = [MergeStatus.Undone],
        [MergeStatus.Undone] = [],
    }.ToImmutableDictionary();

    /// <summary>Steps are outstanding.</summary>
    public static bool IsUnderWay(this MergeStatus status) => status is MergeStatus.Running or MergeStatus.Undoing;
}
