using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Segments;

namespace CreatorCRM.Server.Demo;

/// <summary>Two groups of people that the team looks at every week.</summary>
internal static class DemoSegments
{
    public static IEnumerable<DemoStep> Steps(DateTimeOffset now)
    {
        yield return Step("Partners who fall silent", DemoTeam.Lena,
            new InfluencerFilter { LastContactAt = new() { OlderThanDays = 90 }, DoNotContact = new() { Eq = false } });
        yield return Step("Contracts that end within 30 days", DemoTeam.Jonas, new InfluencerFilter { ContractEndsOn = new() { WithinNextDays = 30 } });

        DemoStep Step(string name, Actor owner, InfluencerFilter filter) => new(
            now.AddDays(-20), $"segment/{name}", owner, IdGenerator.Derive("demo", "segment", name),
            new CreateSegment(name, SegmentFilter.Write(filter), null, SegmentVisibility.Shared));
    }
}
