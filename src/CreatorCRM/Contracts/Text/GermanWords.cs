using CreatorCRM.Compensation;
using CreatorCRM.Deliverables;

namespace CreatorCRM.Contracts;

/// <summary>Formats and figures in German sentences.</summary>
internal static class GermanWords
{
    public static string Of(DeliverableKind kind) => kind switch
    {
        DeliverableKind.InstagramPost => "Instagram-Beitrag",
        DeliverableKind.InstagramStory => "Instagram-Story",
        DeliverableKind.InstagramReel => "Instagram-Reel",
        DeliverableKind.InstagramCarousel => "Instagram-Karussell",
        DeliverableKind.TiktokVideo => "TikTok-Video",
        DeliverableKind.YoutubeVideo => "YouTube-Video",
        DeliverableKind.YoutubeShort => "YouTube-Short",
        DeliverableKind.TwitchStream => "Twitch-Stream",
        DeliverableKind.XPost => "Beitrag auf X",
        DeliverableKind.FacebookPost => "Facebook-Beitrag",
        DeliverableKind.PinterestPin => "Pinterest-Pin",
        DeliverableKind.LinkedinPost => "LinkedIn-Beitrag",
        DeliverableKind.SnapchatStory => "Snapchat-Story",
        DeliverableKind.ThreadsPost => "Threads-Beitrag",
        DeliverableKind.BlogPost => "Blog-Artikel",
        DeliverableKind.Podcast => "Podcast-Folge",
        DeliverableKind.Newsletter => "Newsletter",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(BonusMetric metric) => metric switch
    {
        BonusMetric.Impressions => "Einblendungen",
        BonusMetric.Reach => "erreichten Personen",
        BonusMetric.Views => "Aufrufen",
        BonusMetric.Likes => "Likes",
        BonusMetric.LinkClicks => "Klicks auf den Link",
        BonusMetric.Sales => "Verkäufen",
        _ => throw new ArgumentOutOfRangeException(nameof(metric)),
    };
}
