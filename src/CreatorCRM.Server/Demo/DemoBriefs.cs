using CreatorCRM.Campaigns;
using CreatorCRM.Deliverables;
using CreatorCRM.Influencers;

namespace CreatorCRM.Server.Demo;

/// <summary>What the influencers of the six campaigns work from, in two versions each.</summary>
internal static class DemoBriefs
{
    public static CampaignChannel Instagram { get; } =
        new(Platform.Instagram, [DeliverableKind.InstagramReel, DeliverableKind.InstagramStory, DeliverableKind.InstagramCarousel],
            "Label every slide, not only the first.");

    public static CampaignChannel Tiktok { get; } = new(Platform.Tiktok, [DeliverableKind.TiktokVideo], "Turn on the platform's own advertising label as well.");

    public static CampaignChannel Youtube { get; } = new(Platform.Youtube, [DeliverableKind.YoutubeVideo, DeliverableKind.YoutubeShort],
        "Tick 'includes paid promotion'.");

    public static Brief Bread { get; } = Common with
    {
        Goals = "People who must avoid gluten find a loaf with a real crust.",
        ProductInformation = "Baked from buckwheat and rice, certified gluten-free, keeps five days.",
        MustSay = ["Certified gluten-free"],
        Hashtags = ["#ohnekorn", "#brotohneweizen"],
    };

    public static Brief BreadRevised { get; } = Bread with
    {
        MustNotSay = ["That it heals or treats coeliac disease", "That other bread is unhealthy"],
        ReportingDuties = "Send the figures of each piece within 7 days.",
    };

    public static Brief BakingBox { get; } = Common with
    {
        Goals = "Families bake together at the weekend and order the box for it.",
        ProductInformation = "Flour mix, sourdough starter and four recipes for about twelve hours of baking.",
        MustSay = ["Everything in the box is gluten-free"],
        Hashtags = ["#ohnekornbackt"],
    };

    public static Brief BakingBoxRevised { get; } = BakingBox with { MustNotSay = ["A delivery date that the shop has not confirmed"] };

    public static Brief OatLaunch { get; } = Common with
    {
        Goals = "Two and a half million people have seen the new oat drink in the week it arrives.",
        ProductInformation = "Organic oats, no added sugar, foams up to 65 degrees.",
        MustSay = ["Foams like milk"],
        Hashtags = ["#hafermorgen"],
    };

    public static Brief OatLaunchRevised { get; } = OatLaunch with { MustNotSay = ["The word milk as a name for the drink: EU law keeps it for dairy"] };

    public static Brief TrailSeason { get; } = Common with
    {
        Goals = "Runners try the shoe on their own hill and say what it is like.",
        ProductInformation = "Repairable trail shoe, 268 g, sole can be replaced twice.",
        MustSay = ["The sole can be replaced"],
        CreativeFreedom = "Everything. Criticism stays in.",
        Hashtags = ["#fjellrund", "#hoehenmeter"],
    };

    public static Brief TrailSeasonRevised { get; } = TrailSeason with
    {
        MustNotSay = ["Comparisons with named competitors"],
        Assets = ["https://fjellrund.example/press/trail.zip"],
    };

    public static Brief ShortList { get; } = Common with
    {
        Goals = "People with sensitive skin read the short list of ingredients and try a sample.",
        ProductInformation = "Nine ingredients, no fragrance, tested on sensitive skin.",
        MustSay = ["Nine ingredients"],
        Hashtags = ["#birkentau", "#shortlist"],
        Disclosures = [new("GB", "AD"), new("US", "Ad"), new("DE", "Werbung")],
    };

    public static Brief ShortListRevised { get; } = ShortList with { MustNotSay = ["Medical claims", "Before-and-after pictures with filters"] };

    public static Brief BreakfastBox { get; } = Common with
    {
        Goals = "One thousand five hundred households try the box for a week.",
        ProductInformation = "Seven small gluten-free bakes, one for each morning.",
        MustSay = ["Seven bakes, all gluten-free"],
        Hashtags = ["#ohnekornmorgens"],
    };

    public static Brief BreakfastBoxRevised { get; } = BreakfastBox with
    {
        CreativeFreedom = "Open it on camera or keep it a secret: both are fine.",
        Assets = ["https://ohnekorn.example/press/breakfast.zip"],
    };

    private static Brief Common => new()
    {
        CreativeFreedom = "Your own words and pictures. We check facts and the label, not taste.",
        Disclosures = [new("DE", "Anzeige"), new("AT", "Werbung"), new("GB", "AD"), new("US", "Ad")],
    };
}
