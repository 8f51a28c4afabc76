using System.Collections.Immutable;
using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;

namespace CreatorCRM.Server.Demo;

/// <summary>An invented campaign: what is set up, and how each of its partnerships ends.</summary>
/// <param name="Price">Of one piece in the shop.</param>
/// <param name="PlannedDaysAgo">When it was created, before now.</param>
/// <param name="RunsAfterDays">From creation to its first day; the last day follows after <paramref name="RunsForDays"/>.</param>
/// <param name="Ends">The status it has now.</param>
/// <param name="FirstBrief">What was written on the first day; a second version follows two weeks later.</param>
internal sealed record DemoCampaign(
    string Slug, string Name, string Brand, string Product, Money Price, Money Budget, int PlannedDaysAgo, int RunsAfterDays, int RunsForDays, Actor Owner,
    CampaignStatus Ends,
    ImmutableArray<CampaignGoal> Goals, ImmutableArray<CampaignChannel> Channels, string LandingPage, Brief FirstBrief, Brief SecondBrief,
    ImmutableArray<DemoTopic> Topics, ImmutableArray<Tier> Tiers, ImmutableArray<PartnershipStage> Stages)
{
    public string Id { get; } = IdGenerator.Derive("demo", "campaign", Slug);

    public Currency Currency => Budget.Currency;

    public DateTimeOffset PlannedAt(DateTimeOffset now) => new DateTimeOffset(now.AddDays(-PlannedDaysAgo).UtcDateTime.Date, TimeSpan.Zero).AddHours(8);

    /// <param name="lastStory">When the last of its partnerships came to its end.</param>
    public IEnumerable<DemoStep> Steps(DateTimeOffset now, DateTimeOffset lastStory)
    {
        var planned = PlannedAt(now);
        yield return Step(planned, "planned", new CreateCampaign(Name, new CampaignChanges
        {
            Brand = new Change<string?>(Brand),
            Product = new Change<string?>(Product),
            Budget = new Change<Money?>(Budget),
            StartsOn = new Change<DateOnly?>(planned.AddDays(RunsAfterDays).Day()),
            EndsOn = new Change<DateOnly?>(planned.AddDays(RunsAfterDays + RunsForDays).Day()),
            Goals = Goals,
            Channels = Channels,
            LandingPages = [LandingPage],
            Owner = new Change<string?>(Owner.Name),
            Brief = FirstBrief,
        }));
        yield return Step(planned.AddDays(14).AddHours(2), "brief-revised", new CampaignChanges { Brief = SecondBrief });
        if (Ends == CampaignStatus.Draft) yield break;
        yield return Step(planned.AddDays(15), "started", new CampaignChanges { Status = CampaignStatus.Active });
        if (Ends == CampaignStatus.Active) yield break;
        yield return Step(lastStory.AddDays(2), "ended", new CampaignChanges { Status = Ends });
    }

    private DemoStep Step(DateTimeOffset at, string what, object command) => new(at, $"{Slug}/{what}", Owner, Id, command);
}
