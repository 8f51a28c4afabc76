namespace CreatorCRM.Merges;

/// <summary>Says that two influencers are one person.</summary>
/// <param name="Survivor">The one who stays and gets all that the other has.</param>
/// <param name="Merged">The one who becomes part of the survivor.</param>
[GenerateSerializer, Immutable, Alias("start-merge")]
public sealed record StartMerge(string Survivor, string Merged, string? Reason);

/// <summary>What a merge brought along.</summary>
public sealed record MergeCounts(int Accounts, int Partnerships, int Tasks);
