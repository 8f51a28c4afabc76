using System.Collections.Immutable;
using CreatorCRM.Influencers;

namespace CreatorCRM.Merges;

/// <summary>A field of a profile in which two influencers differ.</summary>
public enum MergeFieldKind
{
    /// <summary>The name.</summary>
    DisplayName,
    /// <summary>Where they live.</summary>
    Country,
    /// <summary>Who represents them.</summary>
    Agency,
    /// <summary>Who keeps the relationship.</summary>
    Owner,
    /// <summary>Anything worth remembering.</summary>
    Notes,
    /// <summary>What they are about.</summary>
    Niches,
    /// <summary>Your own labels.</summary>
    Tags,
    /// <summary>What they speak.</summary>
    Languages,
    /// <summary>How to reach them.</summary>
    ContactPoints,
    /// <summary>They buy from you.</summary>
    IsCustomer,
    /// <summary>They need a guardian's signature.</summary>
    IsMinor,
    /// <summary>Why they must not be contacted.</summary>
    DoNotContact,
    /// <summary>A stage of the relationship that a manager set.</summary>
    RelationshipStage,
}

/// <summary>What becomes of a field in which two influencers differ.</summary>
public enum MergeFieldOutcome
{
    /// <summary>The survivor's value stays, and the other one is kept for an undo only.</summary>
    SurvivorStays,
    /// <summary>The survivor has none and gets the other's, or the other's protects somebody: an objection, a minor.</summary>
    MergedFills,
    /// <summary>The survivor has both.</summary>
    Joined,
}

/// <param name="Survivor">The survivor's value as text; null without one. Likewise the others.</param>
/// <param name="Result">What the survivor has afterwards.</param>
public sealed record MergeField(MergeFieldKind Field, string? Survivor, string? Merged, string? Result, MergeFieldOutcome Outcome);

/// <summary>What a merge would come to.</summary>
/// <param name="Survivor">Null when there is no such influencer; likewise the other.</param>
/// <param name="Partnerships">How many go to the survivor.</param>
/// <param name="Tasks">How many are about the survivor then.</param>
/// <param name="SharedCampaigns">Where both are, by the ids of the campaigns: two partnerships stand beside each other there.</param>
/// <param name="Problems">What stands against it; empty when it can be done.</param>
public sealed record MergePreview(Belongings? Survivor, Belongings? Merged, int Partnerships, int Tasks, ImmutableArray<string> SharedCampaigns,
    ImmutableArray<Refusal> Problems)
{
    public ImmutableArray<MergeField> Fields { get; init; } = [];
}
