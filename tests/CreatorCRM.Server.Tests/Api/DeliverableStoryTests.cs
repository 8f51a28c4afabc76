using CreatorCRM.Server.Tests.Contracts;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

public sealed class DeliverableStoryTests(PostgresServer postgres)
{
    private readonly LeapingTime _time = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Content_goes_from_plan_to_verification(StorageEngine engine)
    {
        await using var server = await CrmServer.Start(engine, postgres, _time);
        var desk = new Desk(server);
        var (partnership, reel, story) = await Contracted(desk);
        (await desk.Do("planDeliverables", new { partnershipId = partnership }, "partnership { deliverables { number } }"))
            .Each("partnership.deliverables", "number").ShouldBe(["1", "2"]);

        // Two rounds of review.
        await desk.Do("submitDraft", new { deliverableId = reel, url = "https://drafts.example.com/1" });
        (await desk.Stage(partnership)).ShouldBe("IN_PRODUCTION");
        await desk.Do("requestChanges", new
        {
            deliverableId = reel,
            comments = new object[] { new { text = "Show the loaf", place = "second 3" }, new { text = "More light" } }
        });
        (await desk.Refused("approveDraft", new { deliverableId = reel })).ShouldBe("deliverableId ILLEGAL_DELIVERABLE_STATUS");
        await desk.Do("submitDraft", new { deliverableId = reel, text = "With the loaf in front", note = "as discussed" });
        var approved = await desk.Do("approveDraft", new { deliverableId = reel, note = "Lovely" },
            "deliverable { status reviews { round url text approved comments { text place } reviewNote reviewedBy } }");
        approved.Find("deliverable.status").GetString().ShouldBe("APPROVED");
        approved.Each("deliverable.reviews", "approved").ShouldBe(["False", "True"]);
        approved.Find("deliverable.reviews.0.comments").ToString().ShouldBe("""[{"text":"Show the loaf","place":"second 3"},{"text":"More light","place":null}]""");
        (approved.Find("deliverable.reviews.1.text").GetString(), approved.Find("deliverable.reviews.1.reviewNote").GetString())
            .ShouldBe(("With the loaf in front", "Lovely"));

        // The due day ends in UTC.
        _time.LeapTo(new DateTimeOffset(2026, 3, 9, 23, 59, 59, TimeSpan.Zero));
        (await Listed(desk, "{ overdue: { eq: true } }")).ShouldBe([]);
        _time.Advance(TimeSpan.FromSeconds(1));
        (await Listed(desk, "{ overdue: { eq: true } }")).ShouldBe([reel, story]);
        (await Listed(desk, "{ overdue: { eq: true }, kind: { eq: INSTAGRAM_STORY }, status: { eq: PLANNED }, dueOn: { lt: \"2026-03-10\" } }"))
            .ShouldBe([story]);
        (await Listed(desk, "{ overdue: { eq: false } }")).ShouldBe([]);

        await desk.Do("recordPublication", new
        {
            deliverableId = reel,
            url = "https://social.example.com/r1",
            caption = "Anzeige | Reisbrot",
            publishedAt = "2026-03-09T20:00:00Z"
        });
        (await Listed(desk, "{ overdue: { eq: true } }")).ShouldBe([story]);
        (await desk.Refused("recordPublication", new { deliverableId = reel, url = "https://social.example.com/r1" }))
            .ShouldBe("deliverableId ILLEGAL_DELIVERABLE_STATUS");
        (await desk.BadInput("recordPublication", new { deliverableId = story, url = "https://social.example.com/s1", caption = "a", slides = new[] { "b" } }))
            .ShouldContain("not both");
        await desk.Do("recordPublication", new
        {
            deliverableId = story,
            url = "https://social.example.com/s1",
            slides = new[] { "Anzeige: Morgens", "Anzeige: Reisbrot" }
        });
        (await desk.Stage(partnership)).ShouldBe("PUBLISHED");

        await desk.Do("recordDeliverableMetrics", new
        {
            deliverableId = reel,
            reach = 10_000,
            likes = 100,
            comments = 40,
            shares = 10,
            takenAt = "2026-03-09T22:00:00Z"
        });
        await desk.Do("recordDeliverableMetrics", new { deliverableId = reel, reach = 20_000, likes = 500, saves = 200, takenAt = "2026-03-10T00:00:00Z" });
        var again = new { deliverableId = reel, reach = 20_000, likes = 500, saves = 200, takenAt = "2026-03-10T00:00:00Z" };
        var measured = await desk.Do("recordDeliverableMetrics", again,
            "deliverable { metrics { engagementRate resultPoints reach } metricHistory(first: 5) { totalCount nodes { reach takenAt } } }");
        measured.Find("deliverable.metrics").ToString().ShouldBe("""{"engagementRate":"0.035","resultPoints":100,"reach":20000}""");
        measured.Each("deliverable.metricHistory.nodes", "reach").ShouldBe(["20000", "10000"]);
        (await desk.Refused("recordDeliverableMetrics", new { deliverableId = reel, likes = 501, takenAt = "2026-03-10T00:00:00Z" }))
            .ShouldBe("takenAt METRICS_RECORDED");

        var verified = await desk.Do("verifyDeliverable", new { deliverableId = reel, note = "Seen" },
            "deliverable { status isOverdue verification { verifiedAt note overrideReason } }");
        verified.Find("deliverable").ToString().ShouldBe("""{"status":"VERIFIED","isOverdue":false,"verification":{"verifiedAt":"2026-03-10T00:00:00Z","note":"Seen","overrideReason":null}}""");

        var health = (await server.Query("query ($id: ID!) { partnership(id: $id) { influencer { relationship { health { factors { kind source } } } } } }",
            new { id = partnership }))
            .Each("partnership.influencer.relationship.health.factors", "source");
        health.ShouldContain("1 of 2 pieces of content were published in time.");
        health.ShouldContain("1 pieces of content scored 100 of 100 on average.");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_post_without_a_label_is_found_corrected_and_found_again_to_comply(StorageEngine engine)
    {
        await using var server = await CrmServer.Start(engine, postgres, _time);
        var desk = new Desk(server);
        var (_, reel, story) = await Contracted(desk);
        const string Shown = "deliverable { status disclosureOutcome disclosure { number outcome country day ruleVersion considerations texts findings { code place { part quote } } } disclosureChecks { outcome texts } }";
        (await desk.Refused("checkDisclosure", new { deliverableId = story })).ShouldBe("deliverableId ILLEGAL_DELIVERABLE_STATUS");
        var posted = await desk.Do("recordPublication",
            new { deliverableId = story, url = "https://social.example.com/s1", slides = new[] { "Guten Morgen", "Reisbrot" } }, Shown);
        posted.Find("deliverable.disclosureOutcome").GetString().ShouldBe("NOT_COMPLIANT");
        (posted.Find("deliverable.disclosure.country").GetString(), posted.Find("deliverable.disclosure.day").GetString()).ShouldBe(("DE", "2026-03-01"));
        posted.Find("deliverable.disclosure.ruleVersion").GetString()!.ShouldStartWith("DE-");
        posted.Each("deliverable.disclosure.findings", "code").ShouldContain("LABEL_MISSING");
        posted.Find("deliverable.disclosure.considerations").ToString().ShouldBe("""["PAID"]""");
        (await desk.Refused("verifyDeliverable", new { deliverableId = story })).ShouldBe("deliverableId DISCLOSURE_NOT_COMPLIANT");
        (await desk.Refused("decideDisclosure", new { deliverableId = story, outcome = "COMPLIANT", reason = "fine" }))
            .ShouldBe("deliverableId DISCLOSURE_IS_CLEAR");
        (await Listed(desk, "{ disclosureOutcome: { eq: NOT_COMPLIANT } }")).ShouldBe([story]);

        (await desk.Do("checkDisclosure", new { deliverableId = story }, Shown)).Find("deliverable.disclosureChecks").GetArrayLength().ShouldBe(1);
        var corrected = await desk.Do("updatePublication", new { deliverableId = story, slides = new[] { "Anzeige Guten Morgen", "Anzeige Reisbrot" } }, Shown);
        corrected.Find("deliverable.disclosureOutcome").GetString().ShouldBe("COMPLIANT");
        corrected.Each("deliverable.disclosureChecks", "outcome").ShouldBe(["NOT_COMPLIANT", "COMPLIANT"]);
        corrected.Each("deliverable.disclosureChecks", "texts").ShouldBe(["""["Guten Morgen","Reisbrot"]""", """["Anzeige Guten Morgen","Anzeige Reisbrot"]"""]);
        (await desk.Do("verifyDeliverable", new { deliverableId = story }, "deliverable { status }")).Find("deliverable.status").GetString()
            .ShouldBe("VERIFIED");
        (await desk.Do("updatePublication", new { deliverableId = story, platformLabel = true }, Shown)).Find("deliverable.status").GetString()
            .ShouldBe("PUBLISHED");

        // A text that nobody could read is for a person.
        await desk.Do("recordPublication", new { deliverableId = reel, url = "https://social.example.com/r1", slides = new[] { "" }, country = "DE" });
        var decided = await desk.Do("decideDisclosure", new { deliverableId = reel, outcome = "NOT_COMPLIANT", reason = "No label in the video" },
            "deliverable { disclosureOutcome disclosure { outcome } disclosureDecision { outcome reason decidedAt } }");
        decided.Find("deliverable").ToString().ShouldBe(
            """{"disclosureOutcome":"NOT_COMPLIANT","disclosure":{"outcome":"UNCLEAR"},"disclosureDecision":{"outcome":"NOT_COMPLIANT","reason":"No label in the video","decidedAt":"2026-03-01T09:00:00Z"}}""");
        var forced = await desk.Do("verifyDeliverable", new { deliverableId = reel, overrideReason = "It is gone since yesterday" },
            "deliverable { verification { overrideReason } }");
        forced.Find("deliverable.verification.overrideReason").GetString().ShouldBe("It is gone since yesterday");
    }

    [Fact]
    public async Task Whose_rules_count_has_to_be_known_and_what_is_not_wanted_is_cancelled_with_a_reason()
    {
        await using var server = await CrmServer.Start(StorageEngine.Sqlite, postgres, _time);
        var desk = new Desk(server);
        var partnership = await desk.Partnership();
        (await desk.Refused("planDeliverables", new { partnershipId = partnership })).ShouldBe("partnershipId ILLEGAL_CONTRACT_STATUS");
        var post = (await desk.Do("addDeliverable", new { partnershipId = partnership, kind = "BLOG_POST" }, "deliverable { id }")).Find("deliverable.id")
            .GetString()!;
        (await desk.Refused("recordPublication", new { deliverableId = post, url = "https://blog.example.com/1", caption = "Reisbrot" }))
            .ShouldBe("country REQUIRED");
        (await desk.Refused("submitDraft", new { deliverableId = post })).ShouldBe("url REQUIRED");
        (await desk.Refused("cancelDeliverable", new { deliverableId = post, reason = " " })).ShouldBe("reason REQUIRED");
        (await desk.Do("cancelDeliverable", new { deliverableId = post, reason = "No blog any more" }, "deliverable { status cancelReason }"))
            .Find("deliverable").ToString()
            .ShouldBe("""{"status":"CANCELLED","cancelReason":"No blog any more"}""");
    }

    /// <summary>A partnership with a German whose contract asks for a reel and a story by the 9th of March.</summary>
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task An_amendment_moves_the_due_day_of_what_is_in_the_making(StorageEngine engine)
    {
        await using var server = await CrmServer.Start(engine, postgres, _time);
        var desk = new Desk(server);
        var (partnership, reel, story) = await Contracted(desk);
        await desk.Do("submitDraft", new { deliverableId = reel, url = "https://drafts.example.com/1" });
        var contract = (await server.Query("query ($id: ID!) { partnership(id: $id) { contract { id } } }", new { id = partnership }))
            .Find("partnership.contract.id").GetString();
        object[] deliverables = [new { kind = "INSTAGRAM_REEL", quantity = 1, dueOn = "2026-03-20" },
            new { kind = "INSTAGRAM_STORY", quantity = 1, dueOn = "2026-03-09" }];
        var amendment = (await desk.Do("amendContract", new { contractId = contract, terms = new { deliverables } }, "contract { id }")).Find("contract.id")
            .GetString()!;
        await desk.Signed(amendment);

        var told = await server.Query("query ($id: ID!) { partnership(id: $id) { deliverables { dueOn status } timeline(first: 3) { nodes { summary } } } }",
            new { id = partnership });
        told.Find("partnership.deliverables").ToString().ShouldBe("""[{"dueOn":"2026-03-20","status":"DRAFT_SUBMITTED"},{"dueOn":"2026-03-09","status":"PLANNED"}]""");
        told.Each("partnership.timeline.nodes", "summary")
            .ShouldContain("Deliverable 1 (Instagram reel) is due on 2026-03-20 now, as the contract says; it was due on 2026-03-09.");
        (await Listed(desk, "{ dueOn: { gt: \"2026-03-09\" } }")).ShouldBe([reel]);
        _time.LeapTo(new DateTimeOffset(2026, 3, 10, 0, 0, 0, TimeSpan.Zero));
        (await Listed(desk, "{ overdue: { eq: true } }")).ShouldBe([story]);
    }

    private static async Task<(string Partnership, string Reel, string Story)> Contracted(Desk desk)
    {
        var mia = (await desk.Do("createInfluencer", new { displayName = "Mia Brot", country = "DE" }, "influencer { id }")).Find("influencer.id").GetString();
        var partnership = await desk.Partnership(mia);
        await desk.Do("logOutreach", new { partnershipId = partnership, direction = "OUT", channel = "EMAIL", subject = "Bread" });
        await desk.Do("acceptOffer", new { offerId = await desk.Offer(partnership) });
        var terms = new
        {
            deliverables = new object[] { new { kind = "INSTAGRAM_REEL", quantity = 1, dueOn = "2026-03-09" },
            new { kind = "INSTAGRAM_STORY", quantity = 1, dueOn = "2026-03-09" } }
        };
        var contract = (await desk.Do("draftContract", new { partnershipId = partnership, terms }, "contract { id }")).Find("contract.id").GetString();
        await desk.Do("sendContract", new { contractId = contract });
        await desk.Do("signContract", new { contractId = contract, party = "INFLUENCER", signedBy = "Mia Brot" });
        var signed = await desk.Do("signContract", new { contractId = contract, party = "BRAND", signedBy = "Jo" },
            "partnership { deliverables { id status } }");
        signed.Each("partnership.deliverables", "status").ShouldBe(["PLANNED", "PLANNED"]);
        return (partnership, signed.Find("partnership.deliverables.0.id").GetString()!, signed.Find("partnership.deliverables.1.id").GetString()!);
    }

    private static async Task<string[]> Listed(Desk desk, string filter) =>
        (await desk.Server.Query($"{{ deliverables(first: 10, filter: {filter}, orderBy: {{ field: DUE_ON }}) {{ nodes {{ id }} }} }}"))
            .Each("deliverables.nodes", "id");
}
