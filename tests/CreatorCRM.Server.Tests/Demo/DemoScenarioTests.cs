using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;
using CreatorCRM.Server.Demo;
using CsCheck;

namespace CreatorCRM.Server.Tests.Demo;

public sealed class DemoScenarioTests
{
    private static readonly Gen<DateTimeOffset> Presents =
        Gen.Int[0, 5_000_000].Select(minutes => new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes));

    [Fact]
    public void The_same_seed_and_present_give_the_same_scenario() => Gen.Select(Gen.Int, Presents).Sample((seed, now) =>
        Told(DemoScenario.Invent(seed, now)).SequenceEqual(Told(DemoScenario.Invent(seed, now))), iter: 20);

    [Fact]
    public void Another_seed_gives_another_scenario() =>
        Told(DemoScenario.Invent(1, ToldDemo.Now)).ShouldNotBe(Told(DemoScenario.Invent(2, ToldDemo.Now)));

    [Fact]
    public void Every_scenario_is_complete_and_lies_between_two_years_ago_and_now() => Gen.Select(Gen.Int, Presents).Sample((seed, now) =>
    {
        var scenario = DemoScenario.Invent(seed, now);
        (scenario.InfluencerIds.Distinct().Count(), scenario.CampaignIds.Distinct().Count(), scenario.PartnershipIds.Distinct().Count()).ShouldBe((120, 6, 60));
        scenario.Steps.Select(step => step.Name).Distinct().Count().ShouldBe(scenario.Steps.Length);
        (scenario.Steps[0].At, scenario.Steps[0].EntityId).ShouldBe((now.AddDays(-730), DemoScenario.FirstInfluencerId));
        scenario.Steps[^1].At.ShouldBeLessThanOrEqualTo(now);
    }, iter: 100);

    [Fact]
    public void Whoever_is_in_a_campaign_was_there_before_it_in_every_scenario() => Gen.Select(Gen.Int, Presents).Sample((seed, now) =>
    {
        var met = new HashSet<string>();
        foreach (var moment in DemoScenario.Invent(seed, now).Steps.GroupBy(step => step.At))
        {
            foreach (var step in moment.Where(step => step.Command is CreatePartnership))
                met.ShouldContain(((CreatePartnership)step.Command).InfluencerId);
            met.UnionWith(moment.Select(step => step.EntityId));
        }
    }, iter: 50);

    [Fact]
    public void Every_invented_person_is_acceptable_in_every_scenario() => Gen.Select(Gen.Int, Presents).Sample((seed, now) =>
    {
        foreach (var step in DemoScenario.Invent(seed, now).Steps)
            if (step.Command is CreateInfluencer create)
                Influencer.New(new EntityKey("default", step.EntityId)).Create(create, step.At).Refusals.ShouldBeEmpty();
    }, iter: 50);

    private static IEnumerable<(DateTimeOffset, string, string, string, string)> Told(DemoScenario scenario) =>
        scenario.Steps.Select(step => (step.At, step.Name, step.Actor.Id, step.EntityId, step.Fingerprint()));
}
