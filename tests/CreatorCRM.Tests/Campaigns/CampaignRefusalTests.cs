using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Tests.Journal;

namespace CreatorCRM.Tests.Campaigns;

/// <summary>Places where a campaign refuses.</summary>
public sealed class CampaignRefusalTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Campaign None = Campaign.New(new EntityKey("w", "c"));
    private static readonly Campaign Bread = None.After(None.Create(new CreateCampaign("Bread",
        new CampaignChanges { StartsOn = new Change<DateOnly?>(new DateOnly(2026, 3, 1)) })), Now);

    [Fact]
    public void A_campaign_is_made_once_and_with_a_name()
    {
        Bread.Create(new CreateCampaign("Bread", new CampaignChanges())).Refused().ShouldBe(" Invalid");
        None.Create(new CreateCampaign(" ", new CampaignChanges())).Refused().ShouldBe("name Required");
        None.Update(new CampaignChanges()).Refused().ShouldBe("campaignId NotFound");
    }

    public static TheoryData<string, CampaignChanges> Wrong => new()
    {
        { "name Required", new CampaignChanges { Name = "" } },
        { "endsOn Invalid", new CampaignChanges { EndsOn = new Change<DateOnly?>(new DateOnly(2026, 2, 28)) } },
        { "goals.0.target Invalid", new CampaignChanges { Goals = [new CampaignGoal(GoalKind.Sales, 0)] } },
        { "goals Invalid", new CampaignChanges { Goals = [new CampaignGoal(GoalKind.Sales, 1), new CampaignGoal(GoalKind.Sales, 2)] } },
        { "budget NegativeMoney", new CampaignChanges { Budget = new Change<Money?>(new Money(-1, Currency.Eur)) } },
        { "status IllegalStage", new CampaignChanges { Status = CampaignStatus.Completed } },
        { "landingPages.0 Required", new CampaignChanges { LandingPages = [" "] } },
        { "brief.publicationWindow Invalid", new CampaignChanges { Brief = new Brief { PublicationWindow = new PeriodOfDays(new DateOnly(2026, 3, 2),
            new DateOnly(2026, 3, 1)) } } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void A_campaign_makes_sense(string refused, CampaignChanges changes) => Bread.Update(changes).Refused().ShouldBe(refused);
}
