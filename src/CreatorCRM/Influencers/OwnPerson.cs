namespace CreatorCRM.Influencers;

/// <summary>Keeps what is new away from somebody who was merged into another influencer.</summary>
public static class OwnPerson
{
    public const string Condition = "merged_into IS NULL";

    /// <summary>Checked in the commit itself, so no race with a merge can pass it.</summary>
    public static RowGuard Guard(string influencerId, string field = "influencerId") => new("influencers", influencerId, Condition, Merged(field));

    internal static Refusal Merged(string field) => new(RefusalCode.InfluencerMerged,
        "This influencer was merged into another one, which mergedInto names. Work with that one, or undo the merge.", field);
}
