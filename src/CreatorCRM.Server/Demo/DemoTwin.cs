using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Merges;

namespace CreatorCRM.Server.Demo;

/// <summary>One person who was found a second time on another platform, until somebody noticed.</summary>
internal static class DemoTwin
{
    public static IEnumerable<DemoStep> Steps(DemoInfluencer person)
    {
        var (twin, added) = (IdGenerator.Derive("demo", "influencer", $"{person.Slug}/twin"), person.AddedAt.AddDays(120));
        var account = new NewAccount(Platform.Threads, $"{DemoAccounts.Ascii(person.FirstName)}.daily", null, new Metrics(2_140));
        yield return new DemoStep(added, $"{person.Slug}/twin/added", person.Owner, twin,
            new CreateInfluencer($"{person.FirstName} {person.Name.Split(' ')[1][0]}.", [account], new InfluencerChanges { Tags = ["found on threads"] }));
        yield return new DemoStep(added.AddDays(17), $"{person.Slug}/twin/merged", person.Owner, IdGenerator.Derive("demo", "merge", person.Slug),
            new StartMerge(person.Id, twin, "Both answered from the same address."));
    }
}
