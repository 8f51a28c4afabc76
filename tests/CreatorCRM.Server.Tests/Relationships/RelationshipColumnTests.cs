using CreatorCRM.Influencers;
using CreatorCRM.Relationships;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Server.Tests.Relationships;

/// <summary>The database derives by its own words what the program derives by its rules: both have to say the same.</summary>
public sealed class RelationshipColumnTests(CrmServers servers) : IClassFixture<CrmServers>
{
    private static readonly DateTimeOffset Contact = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<RelationshipFacts> Facts =
        from replies in Gen.Long[0, 5]
        from seconds in Gen.Long[0, 3_000_000]
        from due in Gen.Long[0, 9]
        from late in Gen.Long[0, 9]
        from results in Gen.Long[0, 4]
        from points in Gen.Long[0, 100]
        from ratings in Gen.Long[0, 3]
        from marks in Gen.Long[3, 15]
        from contracted in Gen.Long[0, 4]
        from completed in Gen.Long[0, 4]
        from known in Gen.Frequency((9, Gen.Const(true)), (1, Gen.Const(false)))
        select new RelationshipFacts
        {
            FirstContactAt = known ? Contact : null,
            LastContactAt = known ? Contact : null,
            Partnerships = 4,
            ContractedPartnerships = contracted,
            CompletedPartnerships = completed,
            Replies = replies,
            ReplySeconds = replies == 0 ? 0 : seconds,
            DeliverablesDue = due,
            DeliverablesOnTime = Math.Max(0, due - late),
            Results = results,
            ResultPoints = results * points,
            Marks = ratings * Rating.Marks,
            MarkPoints = ratings * marks,
        };

    private static readonly Gen<(RelationshipFacts Facts, bool DoNotContact, RelationshipStage? Manual, int Days)> Cases =
        Gen.Select(Facts, Gen.Bool, Gen.Int[0, 4].Select(pick => pick switch
        {
            0 => RelationshipStage.Partner,
            1 => RelationshipStage.Prospect,
            _ => (RelationshipStage?)null
        }), Gen.Int[0, 600]);

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Stage_and_health_are_the_same_in_the_table_and_in_the_program(StorageEngine engine)
    {
        var server = await servers.On(engine);
        await new Desk(server).Influencer("Columns");
        await using var db = server.Read();
        var row = await db.Set<InfluencerRow>().SingleAsync(influencer => influencer.DisplayName == "Columns");
        await Cases.SampleAsync(async one =>
        {
            var (facts, doNotContact, manual, days) = one;
            await db.Set<InfluencerRow>().Where(influencer => influencer.Id == row.Id).ExecuteUpdateAsync(set => set
                .SetProperty(influencer => influencer.DoNotContact, doNotContact).SetProperty(influencer => influencer.ManualStage, manual)
                .SetProperty(influencer => influencer.FirstContactAt, facts.FirstContactAt)
                .SetProperty(influencer => influencer.LastContactAt, facts.LastContactAt)
                .SetProperty(influencer => influencer.Partnerships, facts.Partnerships)
                .SetProperty(influencer => influencer.ContractedPartnerships, facts.ContractedPartnerships)
                .SetProperty(influencer => influencer.CompletedPartnerships, facts.CompletedPartnerships)
                .SetProperty(influencer => influencer.Replies, facts.Replies)
                .SetProperty(influencer => influencer.ReplySeconds, facts.ReplySeconds)
                .SetProperty(influencer => influencer.DeliverablesDue, facts.DeliverablesDue)
                .SetProperty(influencer => influencer.DeliverablesOnTime, facts.DeliverablesOnTime).SetProperty(influencer => influencer.Results, facts.Results)
                .SetProperty(influencer => influencer.ResultPoints, facts.ResultPoints).SetProperty(influencer => influencer.Marks, facts.Marks)
                .SetProperty(influencer => influencer.MarkPoints, facts.MarkPoints));
            var stored = await db.Set<InfluencerRow>().AsNoTracking().SingleAsync(influencer => influencer.Id == row.Id);
            var now = Contact.AddDays(days);
            (stored.DormantAt <= now ? RelationshipStage.Dormant : stored.RelationshipStage)
                .ShouldBe(RelationshipStages.Of(stored.Facts, doNotContact, manual, now));
            stored.Facts.ShouldBe(facts);
            if (Health.Of(facts, now) is not { } health) stored.HealthAnchor.ShouldBeNull();
            else Enumerable.Range(0, 102).Count(score => stored.HealthAnchor >= Health.Anchor(score, now)).ShouldBe(health.Score + 1);
        }, iter: 200, threads: 1);
    }
}
