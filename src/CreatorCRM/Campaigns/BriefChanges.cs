using System.Collections.Immutable;

namespace CreatorCRM.Campaigns;

/// <summary>What a brief says something about.</summary>
public enum BriefField
{
    /// <summary>What the campaign wants to achieve.</summary>
    Goals,
    /// <summary>What to know about the product.</summary>
    ProductInformation,
    /// <summary>Pictures, logos and texts to use.</summary>
    Assets,
    /// <summary>What must be said.</summary>
    MustSay,
    /// <summary>What must never be said.</summary>
    MustNotSay,
    /// <summary>How much freedom the influencer has.</summary>
    CreativeFreedom,
    /// <summary>Hashtags to use.</summary>
    Hashtags,
    /// <summary>How posts have to be marked as advertising, each entry beginning with its country.</summary>
    Disclosures,
    /// <summary>When to publish.</summary>
    PublicationWindow,
    /// <summary>Which figures to report, and when.</summary>
    ReportingDuties,
}

/// <summary>How one field of a brief differs between two versions.</summary>
/// <param name="Before">The old text; null when there was none, and for lists.</param>
/// <param name="After">The new text; null when there is none, and for lists.</param>
/// <param name="Added">Entries of a list that are new.</param>
/// <param name="Removed">Entries of a list that are gone.</param>
public sealed record BriefChange(BriefField Field, string? Before, string? After, ImmutableArray<string> Added, ImmutableArray<string> Removed)
{
    /// <summary>The fields that differ, in the order of the enum. Only what entries a list has counts, not in which order.</summary>
    public static ImmutableArray<BriefChange> Between(Brief before, Brief after) =>
    [
        .. new[]
        {
            Text(BriefField.Goals, before.Goals, after.Goals),
            Text(BriefField.ProductInformation, before.ProductInformation, after.ProductInformation),
            List(BriefField.Assets, before.Assets, after.Assets),
            List(BriefField.MustSay, before.MustSay, after.MustSay),
            List(BriefField.MustNotSay, before.MustNotSay, after.MustNotSay),
            Text(BriefField.CreativeFreedom, before.CreativeFreedom, after.CreativeFreedom),
            List(BriefField.Hashtags, before.Hashtags, after.Hashtags),
            List(BriefField.Disclosures, Words(before.Disclosures), Words(after.Disclosures)),
            Text(BriefField.PublicationWindow, before.PublicationWindow?.ToString(), after.PublicationWindow?.ToString()),
            Text(BriefField.ReportingDuties, before.ReportingDuties, after.ReportingDuties),
        }.OfType<BriefChange>(),
    ];

    private static BriefChange? Text(BriefField field, string? before, string? after) => before == after ? null : new BriefChange(field, before, after, [], []);

    private static BriefChange? List(BriefField field, ImmutableArray<string> before, ImmutableArray<string> after)
    {
        ImmutableArray<string> added = [.. after.Except(before)], removed = [.. before.Except(after)];
        return added.IsEmpty && removed.IsEmpty ? null : new BriefChange(field, null, null, added, removed);
    }

    private static ImmutableArray<string> Words(ImmutableArray<RequiredDisclosure> disclosures) =>
        [.. disclosures.Select(disclosure => $"{disclosure.Country}: {disclosure.Text}")];
}
