using System.Collections.Immutable;
using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;
using static CreatorCRM.Partnerships.PartnershipStage;

namespace CreatorCRM.Server.Demo;

/// <summary>The six campaigns. The brands are invented; so are their shops, at addresses that can never exist.</summary>
internal static class DemoCampaigns
{
    private static readonly Currency Gbp = Currency.Parse("GBP");

    public static ImmutableArray<DemoCampaign> All { get; } =
    [
        new("bread", "Bread without wheat", "Ohnekorn", "Gluten-free country loaf", Euros(6.90m), Euros(6_000), 700, 30, 75, DemoTeam.Lena,
            CampaignStatus.Completed,
            [new(GoalKind.Sales, 600), new(GoalKind.Content, 20)], [DemoBriefs.Instagram, DemoBriefs.Tiktok], "https://ohnekorn.example/landbrot",
            DemoBriefs.Bread, DemoBriefs.BreadRevised, [DemoTopic.GlutenFree, DemoTopic.Family], [Tier.Nano, Tier.Micro, Tier.Mid],
            Stages((Completed, 8), (Declined, 2), (Unresponsive, 2))),
        new("baking-box", "Baking box", "Ohnekorn", "Gluten-free baking box", Euros(34.90m), Euros(12_000), 470, 35, 60, DemoTeam.Lena,
            CampaignStatus.Completed,
            [new(GoalKind.Sales, 1_200), new(GoalKind.FollowerGrowth, 4_000)], [DemoBriefs.Instagram, DemoBriefs.Youtube], "https://ohnekorn.example/backbox",
            DemoBriefs.BakingBox, DemoBriefs.BakingBoxRevised, [DemoTopic.GlutenFree, DemoTopic.Family, DemoTopic.PlantBased],
            [Tier.Nano, Tier.Micro, Tier.Mid],
            Stages((Completed, 8), (Declined, 2), (Unresponsive, 1), (Cancelled, 1))),
        new("oat-launch", "Oat drink launch", "Hafermorgen", "Barista oat drink", Euros(2.49m), Euros(60_000), 330, 40, 30, DemoTeam.Jonas,
            CampaignStatus.Cancelled,
            [new(GoalKind.Reach, 2_500_000)], [DemoBriefs.Instagram, DemoBriefs.Tiktok, DemoBriefs.Youtube], "https://hafermorgen.example/barista",
            DemoBriefs.OatLaunch, DemoBriefs.OatLaunchRevised, [DemoTopic.Coffee, DemoTopic.PlantBased], [Tier.Mid, Tier.Macro, Tier.Mega],
            Stages((Cancelled, 4), (Declined, 2), (Unresponsive, 2))),
        new("trail-season", "Trail season", "Fjellrund", "Gipfelpuls trail shoe", Euros(149), Euros(45_000), 190, 45, 200, DemoTeam.Jonas,
            CampaignStatus.Active,
            [new(GoalKind.Sales, 900), new(GoalKind.Reach, 800_000), new(GoalKind.Content, 40)], [DemoBriefs.Instagram, DemoBriefs.Tiktok, DemoBriefs.Youtube],
            "https://fjellrund.example/trail", DemoBriefs.TrailSeason, DemoBriefs.TrailSeasonRevised, [DemoTopic.Running], [.. Enum.GetValues<Tier>()],
            Stages((Completed, 2), (Published, 3), (InProduction, 3), (Contracted, 2), (Declined, 1), (Unresponsive, 1), (Cancelled, 1))),
        new("short-list", "Short list", "Birkentau", "Fragrance-free day cream", new Money(28_00, Gbp), new Money(30_000_00, Gbp), 150, 60, 150,
            DemoTeam.Amelia, CampaignStatus.Active,
            [new(GoalKind.Traffic, 25_000), new(GoalKind.Sales, 700)], [DemoBriefs.Instagram, DemoBriefs.Tiktok], "https://birkentau.example/short-list",
            DemoBriefs.ShortList, DemoBriefs.ShortListRevised, [DemoTopic.Skincare], [.. Enum.GetValues<Tier>()],
            Stages((InProduction, 1), (Agreed, 4), (Negotiating, 3), (Replied, 1), (Contacted, 1))),
        new("breakfast-box", "Breakfast box", "Ohnekorn", "Gluten-free breakfast box", Euros(24.90m), Euros(18_000), 60, 75, 45, DemoTeam.Lena,
            CampaignStatus.Draft,
            [new(GoalKind.Sales, 1_500)], [DemoBriefs.Instagram, DemoBriefs.Tiktok], "https://ohnekorn.example/fruehstueck",
            DemoBriefs.BreakfastBox, DemoBriefs.BreakfastBoxRevised, [DemoTopic.GlutenFree, DemoTopic.Family], [Tier.Nano, Tier.Micro, Tier.Mid],
            Stages((Shortlisted, 3), (Contacted, 1), (Replied, 1))),
    ];

    private static Money Euros(decimal amount) => new((long)(amount * 100), Currency.Eur);

    private static ImmutableArray<PartnershipStage> Stages(params (PartnershipStage Stage, int Times)[] stages) =>
        [.. stages.SelectMany(stage => Enumerable.Repeat(stage.Stage, stage.Times))];
}
