using System.Collections.Immutable;
using CreatorCRM.Partnerships;

namespace CreatorCRM.Server.Demo;

/// <summary>Finds the people for each campaign and tells what happened with each of them.</summary>
internal static class DemoCasting
{
    public static ImmutableArray<DemoStory> Cast(ImmutableArray<DemoInfluencer> people, DateTimeOffset now, Random random)
    {
        var stories = ImmutableArray.CreateBuilder<DemoStory>();
        foreach (var campaign in DemoCampaigns.All)
        {
            var cast = Candidates(campaign, people, stories, now, random).Take(campaign.Stages.Length).ToArray();
            for (var i = 0; i < cast.Length; i++)
            {
                var stage = campaign.Stages[i];
                stories.Add(Tell(campaign, cast[i], stage, stories.Count(story => story.End == stage), now, random));
            }
        }
        return stories.ToImmutable();
    }

    // Those whose topic fits come first, among them those who have not worked for the brands yet.
    private static IEnumerable<DemoInfluencer> Candidates(
        DemoCampaign campaign, ImmutableArray<DemoInfluencer> people, IEnumerable<DemoStory> stories, DateTimeOffset now, Random random)
    {
        var busy = stories.CountBy(story => story.Influencer).ToDictionary();
        return people.Where(person => person.AddedAt < campaign.PlannedAt(now) && campaign.Tiers.Contains(person.Tier))
            .OrderByDescending(person => campaign.Topics.Contains(person.Topic)).ThenBy(person => busy.GetValueOrDefault(person)).ThenBy(_ => random.Next());
    }

    private static DemoStory Tell(DemoCampaign campaign, DemoInfluencer person, PartnershipStage stage, int variant, DateTimeOffset now, Random random)
    {
        var seed = random.Next();
        var manager = random.Next(3) == 0 ? person.Owner : campaign.Owner;
        var age = IsOpen(stage) ? random.Next(1, 15) : random.Next(15, 40);
        var start = IsOpen(stage) ? now : campaign.PlannedAt(now).AddDays(16 + random.Next(0, 15));
        var story = Tell(start);
        // By whole weeks, so that the weekdays stay and the story with them.
        var late = story.At - now.AddDays(-age);
        return late <= TimeSpan.Zero ? story : Tell(start.AddDays(-7 * Math.Ceiling(late.TotalDays / 7)));

        DemoStory Tell(DateTimeOffset from)
        {
            var told = new DemoStory(campaign, person, manager, stage, from, new Random(seed));
            told.Tell(variant);
            return told;
        }
    }

    private static bool IsOpen(PartnershipStage stage) => stage < PartnershipStage.Completed;
}
