using System.Collections.Immutable;
using CreatorCRM.Common;

namespace CreatorCRM.Server.Demo;

/// <summary>Two years of an invented team's work. The same seed and the same present give the same scenario, on every machine.</summary>
/// <param name="From">The first moment: exactly <see cref="DemoCalendar.Days"/> days before the present.</param>
/// <param name="Steps">In the order of time.</param>
public sealed record DemoScenario(
    DateTimeOffset From, ImmutableArray<DemoStep> Steps, ImmutableArray<string> InfluencerIds, ImmutableArray<string> CampaignIds,
    ImmutableArray<string> PartnershipIds)
{
    public const int DefaultSeed = 2025;

    /// <summary>The person who was added first: when that was tells when the demo was told.</summary>
    public static string FirstInfluencerId { get; } = IdGenerator.Derive("demo", "influencer", "influencer-1");

    /// <param name="now">The present: everything happens before it.</param>
    public static DemoScenario Invent(int seed, DateTimeOffset now)
    {
        var random = new Random(seed);
        var from = now.AddDays(-DemoCalendar.Days);
        var people = new DemoInfluencers(from, now, random).Invent();
        var stories = DemoCasting.Cast(people, now, random);
        var steps = people.SelectMany(person => person.Steps(now, random))
            .Concat(DemoCampaigns.All.SelectMany(campaign => campaign.Steps(now, stories.Where(story => story.Campaign == campaign).Max(story => story.At))))
            .Concat(stories.SelectMany(story => story.Steps))
            .Concat(DemoOptOuts.Steps(people, stories, now, random))
            .Concat(DemoSequence.Steps(from))
            .Concat(DemoTwin.Steps(people[5]))
            .Concat(DemoSegments.Steps(now));
        return new DemoScenario(from, [.. steps.OrderBy(step => step.At)], [.. people.Select(person => person.Id)],
            [.. DemoCampaigns.All.Select(campaign => campaign.Id)], [.. stories.Select(story => story.Id)]);
    }
}
