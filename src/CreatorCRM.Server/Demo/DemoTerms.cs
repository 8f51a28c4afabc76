using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;
using CreatorCRM.Influencers;

namespace CreatorCRM.Server.Demo;

/// <summary>What the contracts say and what content they ask for.</summary>
internal static class DemoTerms
{
    public static ImmutableArray<DeliverableKind> Pieces(DemoInfluencer influencer) => influencer.Platform switch
    {
        Platform.Tiktok => [DeliverableKind.TiktokVideo, DeliverableKind.TiktokVideo],
        Platform.Youtube => [DeliverableKind.YoutubeVideo, DeliverableKind.YoutubeShort],
        _ when influencer.Tier == Tier.Nano => [DeliverableKind.InstagramStory],
        _ => [DeliverableKind.InstagramReel, DeliverableKind.InstagramStory],
    };

    /// <summary>The compensation is left empty: it is that of the accepted offer.</summary>
    public static ContractTerms Of(DemoCampaign campaign, DemoInfluencer influencer, DateTimeOffset draftedAt)
    {
        var day = draftedAt.Day();
        var large = influencer.Tier >= Tier.Mid;
        ImmutableArray<UsageChannel> channels = large ? [UsageChannel.Organic, UsageChannel.Paid] : [UsageChannel.Organic];
        return new ContractTerms
        {
            Deliverables = [.. Pieces(influencer).CountBy(kind => kind).Select(kind => new AgreedDeliverable(kind.Key, kind.Value, DueOn(draftedAt)))],
            UsageRights = [new UsageRight("All pieces of this contract", channels, "EU and UK", new PeriodOfDays(day, day.AddMonths(large ? 6 : 3)))],
            Exclusivities = large ? [new Exclusivity(campaign.Product, [], new PeriodOfDays(day, day.AddMonths(2)))] : [],
            DisclosureDuty = $"{(influencer.Country.SpeaksGerman ? "Anzeige" : "AD")}, at the start of each piece and on every story slide",
            ReportWithinDays = 7,
            NoticeDays = 14,
            Term = new PeriodOfDays(day, day.AddMonths(6)),
        };
    }

    /// <summary>The same with rights of use for another year.</summary>
    public static ContractTerms Longer(ContractTerms terms) =>
        terms with { UsageRights = [.. terms.UsageRights.Select(right => right with { Period = right.Period with { Until = right.Period.Until?.AddYears(1) } })] };

    public static DateOnly DueOn(DateTimeOffset draftedAt) => draftedAt.AddDays(24).Day();
}
