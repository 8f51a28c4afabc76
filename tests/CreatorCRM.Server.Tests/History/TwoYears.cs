using System.Globalization;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Server.Tests.Contracts;

namespace CreatorCRM.Server.Tests.History;

/// <summary>What happened with one person in 2026 and 2027, as the people of a brand's team told the server when it happened.</summary>
internal sealed class TwoYears(CrmServer server, LeapingTime time)
{
    private readonly Desk _desk = new(server);
    private string _story = "";
    private string _reel = "";
    private string _merge = "";

    public Desk Desk => _desk;
    public string Mia { get; private set; } = "";
    public string BreadWeek { get; private set; } = "";
    public string First { get; private set; } = "";
    public string Contract { get; private set; } = "";
    public string Amendment { get; private set; } = "";
    public string Second { get; private set; } = "";
    /// <summary>The same person, entered a second time by a colleague.</summary>
    public string Double { get; private set; } = "";
    public string NewYear { get; private set; } = "";
    public string Third { get; private set; } = "";

    public void On(string day, int hour = 9) =>
        time.LeapTo(new DateTimeOffset(DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddHours(hour), TimeSpan.Zero));

    public async Task The_first_words()
    {
        On("2026-01-05");
        Mia = (await _desk.Do("createInfluencer", new
        {
            displayName = "Mia Brot",
            country = "DE",
            niches = new[] { "gluten-free" },
            accounts = new[] { new { platform = "INSTAGRAM", handle = "miabrot", followers = 50_000, averageLikes = "1755" } },
        }, "influencer { id }")).Find("influencer.id").GetString()!;
        BreadWeek = await Campaign("Bread week", "Halm");
        First = await _desk.Partnership(Mia, BreadWeek);
        On("2026-01-12");
        await Write(First, "OUT", "Rice bread");
        On("2026-01-14");
        await Write(First, "IN", "Sounds good");
    }

    public async Task An_agreement_and_its_amendment()
    {
        On("2026-01-15");
        await _desk.Offer(First);
        await _desk.Do("acceptOffer", new { offerId = await _desk.Offer(First, Desk.Fee(300), "INFLUENCER") });
        On("2026-01-20");
        Contract = await _desk.Contracted(First, Terms(300));
        On("2026-02-10");
        Amendment = (await _desk.Do("amendContract", new { contractId = Contract, terms = Terms(400) }, "contract { id }")).Find("contract.id").GetString()!;
        await _desk.Signed(Amendment);
        var planned = await server.Query("query ($id: ID!) { partnership(id: $id) { deliverables { id kind } } }", new { id = First });
        foreach (var deliverable in planned.Find("partnership.deliverables").EnumerateArray())
        {
            if (deliverable.Find("kind").GetString() == "INSTAGRAM_STORY") _story = deliverable.Find("id").GetString()!;
            else _reel = deliverable.Find("id").GetString()!;
        }
    }

    public async Task A_story_that_comes_late()
    {
        On("2026-03-16");
        await Published(_story, "Anzeige: Reisbrot", likes: 100, reach: 20_000);
    }

    public async Task A_reel_in_time()
    {
        On("2026-04-09");
        await Published(_reel, "Anzeige | Reisbrot", likes: 700, reach: 20_000);
        await _desk.Do("recordSale", new { partnershipId = First, orderNumber = "o-1", amount = Desk.Money(1_000) });
        var refunded = (await _desk.Do("recordSale", new { partnershipId = First, orderNumber = "o-2", amount = Desk.Money(300) }, "sale { id }"))
            .Find("sale.id").GetString();
        On("2026-04-12");
        await _desk.Do("reverseSale", new { saleId = refunded, amount = Desk.Money(100), reason = "Arrived stale" });
    }

    public async Task A_payout_that_fails_once()
    {
        On("2026-04-20");
        var payout = (await _desk.Do("proposePayout", new
        {
            partnershipId = First,
            components = new[] { new { component = 1, amount = Desk.Money(400) } },
            invoiceNumber = "R-17"
        }, "payout { id }"))
            .Find("payout.id").GetString();
        await _desk.Do("approvePayout", new { payoutId = payout });
        On("2026-04-22");
        await _desk.Do("failPayout", new { payoutId = payout, reason = "No such account" });
        On("2026-04-27");
        await _desk.Do("retryPayout", new { payoutId = payout });
        await _desk.Do("markPayoutPaid", new { payoutId = payout, reference = "TX-9", paidOn = "2026-04-27" });
    }

    public async Task A_rating()
    {
        On("2026-04-30");
        if (await _desk.Stage(First) != "COMPLETED") await _desk.Do("changePartnershipStage", new { partnershipId = First, stage = "COMPLETED" });
        await _desk.Do("ratePartnership", new { partnershipId = First, reliability = 3, quality = 5, communication = 4 });
    }

    /// <summary>Answers the message that stood in the way.</summary>
    public async Task<string> A_rival_that_has_to_wait()
    {
        On("2026-06-01");
        Second = await _desk.Partnership(Mia, await Campaign("Crust days", "Kruste"));
        await _desk.Do("acceptOffer", new { offerId = await _desk.Offer(Second, Desk.Fee(200)) });
        var terms = new { category = "Bread", term = new { from = "2026-07-01", until = "2026-08-31" } };
        (await _desk.Refused("draftContract", new { partnershipId = Second, terms })).ShouldBe("overrideExclusivity EXCLUSIVITY_CONFLICT");
        var told = await server.Query("mutation ($input: DraftContractInput!) { draftContract(input: $input) { userErrors { message } } }",
            new { input = new { partnershipId = Second, terms } });
        var draft = (await _desk.Do("draftContract", new { partnershipId = Second, terms, overrideExclusivity = new { reason = "Halm agrees" } },
            "contract { id }")).Find("contract.id").GetString();
        On("2026-06-08");
        await _desk.Do("voidContract", new { contractId = draft, reason = "Kruste has no budget" });
        await _desk.Do("declinePartnership", new { partnershipId = Second, by = "BRAND", reason = "BUDGET" });
        return told.Find("draftContract.userErrors.0.message").GetString()!;
    }

    public async Task The_same_person_again()
    {
        On("2027-02-01");
        Double = (await _desk.Do("createInfluencer", new
        {
            displayName = "Mia B.",
            accounts = new[] { new { platform = "TIKTOK", handle = "mia.bakes", followers = 8_000 } }
        }, "influencer { id }"))
            .Find("influencer.id").GetString()!;
        NewYear = await Campaign("New year", "Halm");
        Third = await _desk.Partnership(Double, NewYear);
        await Write(Third, "OUT", "Oat bread");
        On("2027-02-02");
        await Write(Third, "IN", "We know each other!");
    }

    public async Task A_merge() =>
        _merge = (await _desk.Do("mergeInfluencers", new { survivorId = Mia, mergedId = Double, reason = "One person" }, "influencerMerge { id }"))
            .Find("influencerMerge.id").GetString()!;

    public Task The_merge_undone() => _desk.Do("undoInfluencerMerge", new { mergeId = _merge });

    public Task Write(string partnershipId, string direction, string subject) =>
        _desk.Do("logOutreach", new { partnershipId, direction, channel = "EMAIL", subject });

    private static object Terms(decimal fee) => new
    {
        compensation = Desk.Fee(fee),
        category = "Bread",
        term = new { from = "2026-02-01", until = "2026-06-30" },
        deliverables = new object[] { new { kind = "INSTAGRAM_STORY", dueOn = "2026-03-10" }, new { kind = "INSTAGRAM_REEL", dueOn = "2026-04-10" } },
        exclusivities = new[] { new { category = "Bread", period = new { from = "2026-02-01", until = "2026-12-31" } } },
    };

    private async Task Published(string deliverableId, string caption, int likes, int reach)
    {
        await _desk.Do("recordPublication", new { deliverableId, url = $"https://social.example.com/{deliverableId}", caption });
        await _desk.Do("recordDeliverableMetrics", new { deliverableId, likes, reach, impressions = 30_000, linkClicks = 50 });
        await _desk.Do("verifyDeliverable", new { deliverableId });
    }

    private async Task<string> Campaign(string name, string brand) =>
        (await _desk.Do("createCampaign", new { name, brand, status = "ACTIVE", budget = Desk.Money(1_000) }, "campaign { id }")).Find("campaign.id")
            .GetString()!;
}
