using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

public sealed class PartnershipRetryTests(CrmServers servers) : IClassFixture<CrmServers>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_repeated_key_does_every_mutation_once(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var campaignId = await Once("createCampaign",
            key => new { name = "Once", idempotencyKey = key },
            key => new { name = "Twice", idempotencyKey = key }, "campaign");
        var influencerId = await desk.Influencer();
        var partnershipId = await Once("createPartnership",
            key => new { influencerId, campaignId, idempotencyKey = key },
            key => new { influencerId, campaignId, owner = "Jo", idempotencyKey = key }, "partnership");
        await Once("logOutreach",
            key => new { partnershipId, direction = "OUT", channel = "EMAIL", idempotencyKey = key },
            key => new { partnershipId, direction = "IN", channel = "EMAIL", idempotencyKey = key }, "outreachMessage");
        var followUpId = await Once("scheduleFollowUp",
            key => new { partnershipId, dueAt = "2030-01-01T00:00:00Z", idempotencyKey = key },
            key => new { partnershipId, dueAt = "2031-01-01T00:00:00Z", idempotencyKey = key }, "followUp");
        await Once("completeFollowUp", key => new { followUpId, idempotencyKey = key }, null, "followUp");
        var offerId = await Once("proposeOffer",
            key => new { partnershipId, compensation = Desk.Fee(250), idempotencyKey = key },
            key => new { partnershipId, compensation = Desk.Fee(251), idempotencyKey = key }, "offer");
        await Once("acceptOffer",
            key => new { offerId, idempotencyKey = key },
            key => new { offerId, note = "Yes", idempotencyKey = key }, "offer");
        var contractId = await Once("draftContract",
            key => new { partnershipId, idempotencyKey = key },
            key => new { partnershipId, terms = new { noticeDays = 3 }, idempotencyKey = key }, "contract");
        await Once("sendContract", key => new { contractId, idempotencyKey = key }, null, "contract");
        await Once("signContract",
            key => new { contractId, party = "INFLUENCER", signedBy = "Mia", idempotencyKey = key },
            key => new { contractId, party = "BRAND", signedBy = "Jo", idempotencyKey = key }, "contract");
        await Once("addDeliverable",
            key => new { partnershipId, kind = "PODCAST", idempotencyKey = key },
            key => new { partnershipId, kind = "NEWSLETTER", idempotencyKey = key }, "deliverable");

        var all = (await desk.Server.Query(
            "query ($id: ID!) { partnership(id: $id) { version outreach { totalCount } followUps { id } offers { id } contracts { id } deliverables { id } } }",
            new { id = partnershipId })).Find("partnership");
        all.Find("outreach.totalCount").GetInt32().ShouldBe(1);
        foreach (var parts in (string[])["followUps", "offers", "contracts", "deliverables"]) all.Find(parts).GetArrayLength().ShouldBe(1, parts);
        all.Find("version").GetInt32().ShouldBe(13);

        async Task<string> Once(string mutation, Func<string, object> input, Func<string, object>? other, string entity)
        {
            var key = $"{mutation} key";
            var first = await desk.Do(mutation, input(key), $"{entity} {{ id }}");
            (await desk.Do(mutation, input(key), $"{entity} {{ id }}")).ToString().ShouldBe(first.ToString(), mutation);
            if (other is not null) (await desk.Refused(mutation, other(key))).ShouldBe("idempotencyKey IDEMPOTENCY_KEY_REUSED", mutation);
            return first.Find($"{entity}.id").GetString()!;
        }
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Twenty_at_once_with_one_key_make_one(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var input = new { influencerId = await desk.Influencer(), campaignId = await desk.Campaign(), idempotencyKey = "all at once" };
        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => desk.Do("createPartnership", input, "partnership { id version }")));
        made.Select(payload => payload.ToString()).Distinct().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_stale_expected_version_changes_nothing(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var partnershipId = await desk.Partnership();
        var offerId = await desk.Offer(partnershipId);
        foreach (var (mutation, input) in new (string, object)[]
        {
            ("changePartnershipStage", new { partnershipId, stage = "DECLINED", expectedVersion = 1 }),
            ("logOutreach", new { partnershipId, direction = "OUT", channel = "EMAIL", expectedVersion = 1 }),
            ("scheduleFollowUp", new { partnershipId, dueAt = "2030-01-01T00:00:00Z", expectedVersion = 1 }),
            ("proposeOffer", new { partnershipId, compensation = Desk.Fee(1), expectedVersion = 1 }),
            ("acceptOffer", new { offerId, expectedVersion = 1 }),
            ("declineOffer", new { offerId, expectedVersion = 1 }),
            ("withdrawOffer", new { offerId, expectedVersion = 1 }),
            ("draftContract", new { partnershipId, expectedVersion = 1 }),
            ("addDeliverable", new { partnershipId, kind = "PODCAST", expectedVersion = 1 }),
        })
        {
            (await desk.Refused(mutation, input)).ShouldBe("expectedVersion VERSION_CONFLICT", mutation);
        }
        await desk.Do("acceptOffer", new { offerId, expectedVersion = 3 });
    }
}
