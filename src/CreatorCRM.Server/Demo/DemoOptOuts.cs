using System.Collections.Immutable;
using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;

namespace CreatorCRM.Server.Demo;

/// <summary>Those who want to be left alone, and one who changed their mind.</summary>
internal static class DemoOptOuts
{
    private static readonly string[] Reasons =
    [
        "Asked by e-mail not to be contacted again.", "The agency objects to every kind of advertising mail.",
        "Objected to the processing of their data (Art. 21 GDPR).",
        "Takes a break from the internet and asked us to respect it.", "Fell out with us about a late parcel.",
    ];

    public static IEnumerable<DemoStep> Steps(ImmutableArray<DemoInfluencer> people, ImmutableArray<DemoStory> stories, DateTimeOffset now, Random random)
    {
        var never = people.Where(person => stories.All(story => story.Influencer != person)).OrderBy(_ => random.Next()).Take(4)
            .Select(person => (person, At: DemoCalendar.WorkingMoment(person.AddedAt + (now - person.AddedAt) * random.Between(0.1, 0.7), random)));
        // Who said no and is in no other campaign, some days after that.
        var after = stories.Where(story => story.End == PartnershipStage.Declined && stories.Count(other => other.Influencer == story.Influencer) == 1).Take(2)
            .Select(story => (story.Influencer, At: DemoCalendar.WorkingMoment(story.At.AddDays(random.Next(1, 4)), random)));
        foreach (var ((person, at), i) in never.Concat(after).Select((optOut, i) => (optOut, i)).ToArray())
        {
            yield return new DemoStep(at, $"{person.Slug}/do-not-contact", person.Owner, person.Id, new SetDoNotContact(Reasons[i % Reasons.Length]));
            if (i != 0) continue;
            yield return new DemoStep(at + (now - at) / 2, $"{person.Slug}/contact-again", person.Owner, person.Id,
                new LiftDoNotContact("Wrote to us and asked for news of the shop."));
        }
    }
}
