using System.Text.Json;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Server.Tests.Contracts;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.History;

/// <summary>Two years of one relationship over HTTP: what was answered on a day is what is answered of that day for ever.</summary>
public sealed class TwoYearStoryTests(PostgresServer postgres)
{
    private const string Document = """
        query ($id: ID!, $asOf: DateTime) { influencer(id: $id, asOf: $asOf) { displayName tier followers accounts { handle followers }
          relationship { stage firstContactAt lastContactAt partnerships contractedPartnerships completedPartnerships health { score recency factors { kind value source } }
            lifetime { posts impressions engagements linkClicks spends { currencyCode committed { amount } earned { amount } paid { amount } revenue { amount } sales roas } } }
          partnerships(first: 10) { nodes { id stage contractStatus cost { committed { amount } earned { amount } paid { amount } } payouts { status attempts { outcome note } }
            deliverables { kind status } contracts { number status } campaign { name } } }
          timeline(first: 100) { nodes { kind summary occurredAt actor { name } } } } }
        """;

    private readonly LeapingTime _time = new(new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly List<(string Id, DateTimeOffset At, string Answer)> _told = [];

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Everything_that_was_ever_so_can_be_seen_as_it_was(StorageEngine engine)
    {
        await using var server = await CrmServer.Start(engine, postgres, _time);
        var years = new TwoYears(server, _time);
        var desk = years.Desk;

        await years.The_first_words();
        var talking = await Told(years.Mia);
        Health(talking).ShouldBe((62, "1", "1 answers, after 48 hours on average."));
        talking.Find("tier").GetString().ShouldBe("MICRO");

        await years.An_agreement_and_its_amendment();
        var agreed = await Told(years.Mia);
        (agreed.Find("relationship.stage").GetString(), agreed.Find("partnerships.nodes.0.cost.committed.amount").GetString()).ShouldBe(("PARTNER", "400.00"));
        (await desk.Status(years.Contract)).ShouldBe("REPLACED");

        years.On("2026-03-10", 23);
        (await Overdue()).ShouldBe([]);
        years.On("2026-03-11");
        (await Overdue()).ShouldBe(["INSTAGRAM_STORY"]);
        await years.A_story_that_comes_late();
        (await Overdue()).ShouldBe([]);
        (await Told(years.Mia)).Each("relationship.health.factors", "source")[1].ShouldBe("0 of 1 pieces of content were published in time.");

        await years.A_reel_in_time();
        var published = await Told(years.Mia);
        published.Each("relationship.health.factors", "source")[1..3]
            .ShouldBe(["1 of 2 pieces of content were published in time.", "2 pieces of content scored 57 of 100 on average."]);
        (await desk.Status(years.Amendment)).ShouldBe("FULFILLED");

        await years.A_payout_that_fails_once();
        var paid = await Told(years.Mia);
        paid.Find("partnerships.nodes.0.payouts").ToString().ShouldBe("""[{"status":"PAID","attempts":[{"outcome":"FAILED","note":"No such account"},{"outcome":"PAID","note":"TX-9"}]}]""");
        await years.A_rating();
        (await Told(years.Mia)).Find("relationship.lifetime").ToString().ShouldBe(
            """{"posts":2,"impressions":60000,"engagements":800,"linkClicks":100,"spends":[{"currencyCode":"EUR","committed":{"amount":"400.00"},"earned":{"amount":"400.00"},"paid":{"amount":"400.00"},"revenue":{"amount":"1200.00"},"sales":2,"roas":"3"}]}""");

        var conflict = await years.A_rival_that_has_to_wait();
        conflict.ShouldContain("Bread week");
        conflict.ShouldContain("the exclusivity for Bread (2026-02-01 to 2026-12-31) is broken 2026-07-01 to 2026-08-31");
        var refused = await Told(years.Mia);
        refused.Each("partnerships.nodes", "stage").ShouldBe(["CANCELLED", "COMPLETED"], ignoreOrder: true);
        Summaries(refused).ShouldContain(summary => summary.EndsWith("exclusivities were overridden: Halm agrees."));

        years.On("2027-01-04");
        var silent = await Told(years.Mia);
        (silent.Find("relationship.stage").GetString(), silent.Find("relationship.lastContactAt").GetString()).ShouldBe(("DORMANT", "2026-01-14T09:00:00Z"));
        Health(silent).Score.ShouldBeLessThan(Health(published).Score / 2);

        await years.The_same_person_again();
        (await Told(years.Double)).Each("partnerships.nodes", "id").ShouldBe([years.Third]);
        (await Told(years.Mia)).Find("relationship.stage").GetString().ShouldBe("DORMANT");

        years.On("2027-03-01");
        var preview = await server.Query(
            "query ($mia: ID!, $double: ID!) { previewInfluencerMerge(survivorId: $mia, mergedId: $double) { problems { code } partnershipCount sharedCampaignCount accounts { handle } fields { field survivor merged result } } }",
            new { mia = years.Mia, @double = years.Double });
        preview.Find("previewInfluencerMerge").ToString().ShouldBe(
            """{"problems":[],"partnershipCount":1,"sharedCampaignCount":0,"accounts":[{"handle":"mia.bakes"}],"fields":[{"field":"DISPLAY_NAME","survivor":"Mia Brot","merged":"Mia B.","result":"Mia Brot"},{"field":"COUNTRY","survivor":"DE","merged":null,"result":"DE"},{"field":"NICHES","survivor":"gluten-free","merged":null,"result":"gluten-free"}]}""");
        await years.A_merge();
        var one = await Told(years.Mia);
        one.Each("accounts", "handle").ShouldBe(["miabrot", "mia.bakes"], ignoreOrder: true);
        one.Each("partnerships.nodes", "id").ShouldBe([years.First, years.Second, years.Third], ignoreOrder: true);
        (one.Find("relationship.stage").GetString(), one.Find("relationship.lastContactAt").GetString(), Health(one).Replies)
            .ShouldBe(("PARTNER", "2027-02-02T09:00:00Z", "2 answers, after 36 hours on average."));
        Summaries(one).ShouldContain(summary => summary.Contains("Oat bread"));
        (await server.Query("query ($id: ID!) { influencers { totalCount } influencer(id: $id) { mergedInto { id } } }", new { id = years.Double })).ToString()
            .ShouldBe($$$$"""{"influencers":{"totalCount":1},"influencer":{"mergedInto":{"id":"{{{{years.Mia}}}}"}}}""");
        years.On("2027-06-01");
        await years.Write(years.Third, "OUT", "Next year again?");
        (await Told(years.Mia)).Find("relationship.lastContactAt").GetString().ShouldBe("2027-06-01T09:00:00Z");

        years.On("2027-09-01");
        await years.The_merge_undone();
        var alone = await Told(years.Mia);
        alone.Each("accounts", "handle").ShouldBe(["miabrot"]);
        (alone.Find("relationship.stage").GetString(), alone.Find("relationship.lastContactAt").GetString(), alone.Find("relationship.partnerships").GetInt32())
            .ShouldBe(("DORMANT", "2026-01-14T09:00:00Z", 2));
        Summaries(alone).ShouldNotContain(summary => summary.Contains("Oat bread"));
        var other = await Told(years.Double);
        (other.Find("accounts.0.handle").GetString(), other.Find("relationship.lastContactAt").GetString()).ShouldBe(("mia.bakes", "2027-06-01T09:00:00Z"));
        Summaries(other).ShouldContain(summary => summary.Contains("Next year again?"));

        years.On("2027-12-31");
        foreach (var (id, at, answer) in _told) (await Ask(id, at)).ToString().ShouldBe(answer, $"As of {at:O}");
        await Asked_of_a_campaign();

        async Task Asked_of_a_campaign()
        {
            var then = await server.Query("query ($id: ID!, $asOf: DateTime!) { campaign(id: $id, asOf: $asOf) { spend { committed { amount } paid { amount } left { amount } } } }",
                new { id = years.BreadWeek, asOf = "2026-02-01T00:00:00Z" });
            then.Find("campaign.spend").ToString().ShouldBe("""{"committed":{"amount":"300.00"},"paid":{"amount":"0.00"},"left":{"amount":"700.00"}}""");
        }

        async Task<JsonElement> Ask(string id, DateTimeOffset? asOf) => (await server.Query(Document, new { id, asOf })).Find("influencer");

        async Task<JsonElement> Told(string id)
        {
            var answer = await Ask(id, null);
            _told.Add((id, _time.GetUtcNow(), answer.ToString()));
            return answer;
        }

        async Task<string[]> Overdue() =>
            (await server.Query("{ deliverables(filter: { overdue: { eq: true } }) { nodes { kind } } }")).Each("deliverables.nodes", "kind");
    }

    private static string[] Summaries(JsonElement influencer) => influencer.Each("timeline.nodes", "summary");

    private static (int Score, string Recency, string Replies) Health(JsonElement influencer) => (
        influencer.Find("relationship.health.score").GetInt32(), influencer.Find("relationship.health.recency").GetString()!,
        influencer.Find("relationship.health.factors.0.source").GetString()!);
}
