using System.Text.Json;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Relationships;

public sealed class RelationshipStoryTests(PostgresServer postgres)
{
    private const string Document = """
        query ($id: ID!) { influencer(id: $id) { relationship {
          stage manualStage { stage reason } firstContactAt lastContactAt partnerships contractedPartnerships completedPartnerships
          health { score recency factors { kind value source } } } } }
        """;

    private readonly LeapingTime _time = new(new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task It_follows_from_what_happens_decays_and_obeys_a_manager(StorageEngine engine)
    {
        await using var server = await CrmServer.Start(engine, postgres, _time);
        var desk = new Desk(server);
        var (mia, tom) = (await desk.Influencer("Mia"), await desk.Influencer("Tom"));
        var partnership = await desk.Partnership(mia);
        var nobody = await Relationship(mia);
        (nobody.Text("stage"), nobody.Find("health").ValueKind, nobody.Find("partnerships").GetInt32()).ShouldBe(("PROSPECT", JsonValueKind.Null, 1));

        await Log("OUT");
        _time.Advance(TimeSpan.FromHours(12));
        await Log("OUT");
        _time.Advance(TimeSpan.FromHours(60));
        await Log("IN");
        var talking = await Relationship(mia);
        (talking.Text("stage"), talking.Find("health.score").GetInt32()).ShouldBe(("IN_CONTACT", 50));
        talking.Each("health.factors", "value").ShouldBe(["0.5", "", "", ""]);
        talking.Find("health.factors.0.source").GetString().ShouldBe("1 answers, after 72 hours on average.");
        (await Found("{ health: { gte: 50, lte: 50 } }")).ShouldBe(["Mia"]);
        (await Found("{ health: { lt: 50 } }")).ShouldBe([]);
        (await Found("{ health: { isNull: true } }")).ShouldBe(["Tom"]);

        await desk.Do("acceptOffer", new { offerId = await desk.Offer(partnership) });
        var contract = await desk.Draft(partnership);
        await desk.Do("sendContract", new { contractId = contract });
        foreach (var party in new[] { "INFLUENCER", "BRAND" }) await desk.Do("signContract", new { contractId = contract, party, signedBy = party });
        (await Relationship(mia)).Text("stage").ShouldBe("PARTNER");
        (await desk.Refused("ratePartnership", new { partnershipId = partnership, reliability = 5, quality = 5, communication = 5 }))
            .ShouldBe("partnershipId ILLEGAL_STAGE");
        foreach (var stage in new[] { "IN_PRODUCTION", "PUBLISHED", "COMPLETED" })
            await desk.Do("changePartnershipStage", new { partnershipId = partnership, stage });
        (await desk.Refused("ratePartnership", new { partnershipId = partnership, reliability = 6, quality = 5, communication = 0 }))
            .ShouldBe("reliability INVALID, communication INVALID");
        await desk.Do("ratePartnership", new { partnershipId = partnership, reliability = 5, quality = 5, communication = 5 });
        var rated = await Relationship(mia);
        (rated.Find("completedPartnerships").GetInt32(), rated.Find("health.score").GetInt32()).ShouldBe((1, 75));

        _time.Advance(TimeSpan.FromDays(180) - TimeSpan.FromSeconds(1));
        (await Relationship(mia)).Text("stage").ShouldBe("PARTNER");
        (await Found("{ relationshipStage: { eq: DORMANT } }")).ShouldBe([]);
        _time.Advance(TimeSpan.FromSeconds(1));
        var asleep = await Relationship(mia);
        (asleep.Text("stage"), asleep.Find("health.score").GetInt32(), asleep.Find("health.recency").GetString()).ShouldBe(("DORMANT", 37, "0.5"));
        (await Found("{ relationshipStage: { eq: DORMANT } }")).ShouldBe(["Mia"]);
        (await Found("{ relationshipStage: { notIn: [DORMANT] } }")).ShouldBe(["Tom"]);
        (await Found("{ relationshipStage: { in: [PARTNER] } }")).ShouldBe([]);
        (await Found("{ health: { lt: 40 }, lastContactAt: { lt: \"2026-02-01T00:00:00Z\" } }")).ShouldBe(["Mia"]);

        (await desk.Refused("setRelationshipStage", new { influencerId = mia, stage = "DORMANT" })).ShouldBe("stage INVALID");
        await desk.Do("setRelationshipStage", new { influencerId = mia, stage = "AMBASSADOR", reason = "Speaks of us everywhere" });
        (await Relationship(mia)).Find("manualStage.reason").GetString().ShouldBe("Speaks of us everywhere");
        (await Found("{ relationshipStage: { eq: AMBASSADOR } }")).ShouldBe(["Mia"]);
        await desk.Do("setDoNotContact", new { influencerId = mia, reason = "Asked for it" });
        (await Relationship(mia)).Text("stage").ShouldBe("DO_NOT_CONTACT");
        await desk.Do("liftDoNotContact", new { influencerId = mia, reason = "A mistake" });
        (await Relationship(mia)).Text("stage").ShouldBe("AMBASSADOR");
        await desk.Do("setRelationshipStage", new { influencerId = mia });
        (await Relationship(mia)).Text("stage").ShouldBe("DORMANT");
        await desk.Do("logOutreach", new { partnershipId = await desk.Partnership(tom), direction = "OUT", channel = "EMAIL" });
        (await server.Query("{ influencers(orderBy: { field: HEALTH, direction: DESC }) { nodes { displayName } } }")).Each("influencers.nodes", "displayName")
            .ShouldBe(["Tom", "Mia"]);
        (await server.Query("{ influencers(orderBy: { field: LAST_CONTACT_AT }) { nodes { displayName } } }")).Each("influencers.nodes", "displayName")
            .ShouldBe(["Mia", "Tom"]);

        Task Log(string direction) => desk.Do("logOutreach", new { partnershipId = partnership, direction, channel = "EMAIL" });
        async Task<JsonElement> Relationship(string id) => (await server.Query(Document, new { id })).Find("influencer.relationship");
        async Task<string[]> Found(string filter) =>
            (await server.Query($"{{ influencers(filter: {filter}) {{ nodes {{ displayName }} }} }}")).Each("influencers.nodes", "displayName");
    }
}
