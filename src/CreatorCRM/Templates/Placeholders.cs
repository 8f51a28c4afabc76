using System.Collections.Immutable;
using System.Globalization;
using CreatorCRM.Campaigns;
using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;

namespace CreatorCRM.Templates;

/// <summary>What a text can name, and where its value comes from.</summary>
/// <param name="Name">As it is written between the braces.</param>
/// <param name="Description">For people.</param>
/// <param name="Read">Null without a value.</param>
public sealed record Placeholder(string Name, string Description, Func<PlaceholderSource, string?> Read);

/// <summary>What values are taken from.</summary>
/// <param name="Account">The influencer's largest; null without any.</param>
public sealed record PlaceholderSource(PartnershipRow Partnership, InfluencerRow Influencer, CampaignRow Campaign, AccountRow? Account);

/// <summary>All placeholders there are. Names are never changed, since kept texts use them.</summary>
public static class Placeholders
{
    public static ImmutableArray<Placeholder> All { get; } =
    [
        new("influencer.name", "The name on the profile.", from => from.Influencer.DisplayName),
        new("influencer.firstName", "The first word of that name.",
            from => from.Influencer.DisplayName.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()),
        new("influencer.agency", "The agency.", from => from.Influencer.Agency),
        new("account.handle", "The handle of the largest account, with @.", from => from.Account is { } account ? $"@{account.Handle}" : null),
        new("account.platform", "The platform of that account.", from => from.Account?.Platform.Words()),
        new("campaign.name", "The campaign's name.", from => from.Campaign.Name),
        new("campaign.brand", "The brand that the campaign is for.", from => from.Campaign.Brand),
        new("campaign.product", "The product that the campaign is for.", from => from.Campaign.Product),
        new("campaign.startsOn", "The campaign's first day, such as 2026-04-01.", from => Day(from.Campaign.StartsOn)),
        new("campaign.endsOn", "The campaign's last day.", from => Day(from.Campaign.EndsOn)),
        new("owner", "Who is in charge: of the partnership, or else of the influencer, or else of the campaign.",
            from => from.Partnership.Owner ?? from.Influencer.Owner ?? from.Campaign.Owner),
    ];

    public static string List { get; } = string.Join(", ", All.Select(placeholder => placeholder.Name));

    public static bool Exists(string name) => All.Any(placeholder => placeholder.Name == name);

    public static IReadOnlyDictionary<string, string?> Values(PlaceholderSource source) =>
        All.ToDictionary(placeholder => placeholder.Name, placeholder => placeholder.Read(source));

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
