using System.Text.Json;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Server.Tests.Live;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Access;

/// <summary>
/// The workspace north holds one of everything. From south none of it can be found, counted, changed or told from what does not exist, also by the
/// installation's owner, who may enter both.
/// </summary>
public sealed class IsolationTests(IsolationTests.TwoWorkspaces workspaces) : IClassFixture<IsolationTests.TwoWorkspaces>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task No_id_of_another_workspace_finds_anything(StorageEngine engine)
    {
        var (north, south, ids) = await workspaces.On(engine);
        const string Nodes = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }";
        string[] nodes = [.. ids.Ids.Values];
        var found = await north.Query(Nodes, new { ids = nodes });
        found.GetProperty("nodes").EnumerateArray().ShouldAllBe(node => node.ValueKind == JsonValueKind.Object, found.ToString());
        (await south.Query(Nodes, new { ids = nodes })).GetProperty("nodes").EnumerateArray().ShouldAllBe(node => node.ValueKind == JsonValueKind.Null);
        foreach (var (field, id) in ((string, string)[])[("influencer", ids["influencer"]), ("campaign", ids["campaign"]), ("partnership", ids["partnership"]),
            ("importJob", ids["job"]), ("import", ids["import"]), ("webhook", ids["webhook"])])
            await IsNothing(field, id);
        (await south.Query("""{ influencerByHandle(platform: INSTAGRAM, handle: "shared.handle") { id } }""")).GetProperty("influencerByHandle").ValueKind.ShouldBe(JsonValueKind.Null);

        async Task IsNothing(string field, string id) =>
            (await south.Query($"query ($id: ID!) {{ {field}(id: $id) {{ id }} }}", new { id }))
                .GetProperty(field).ValueKind.ShouldBe(JsonValueKind.Null, field);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task No_list_filter_search_or_cursor_shows_or_counts_it(StorageEngine engine)
    {
        var (north, south, ids) = await workspaces.On(engine);
        await south.Grains.Found("quiet");
        var quiet = south.As(workspace: "quiet");
        var cursors = await north.Query("{ influencers { pageInfo { startCursor } } campaigns { pageInfo { startCursor } } partnerships { pageInfo { startCursor } } }");
        var answer = await quiet.Query(
            """
            query ($influencer: ID!, $campaign: ID!, $i: String!, $c: String!, $p: String!) {
              influencers { ...I } bySearch: influencers(query: "north") { ...I } byNiche: influencers(filter: { niches: { contains: "north" } }) { ...I } behind: influencers(before: $i, last: 50) { ...I }
              campaigns { ...C } named: campaigns(query: "bread") { ...C } campaignsBehind: campaigns(before: $c, last: 50) { ...C }
              partnerships { ...P } ofInfluencer: partnerships(filter: { influencerId: { eq: $influencer } }) { ...P } ofCampaign: partnerships(filter: { campaignId: { in: [$campaign] } }) { ...P }
              partnershipsBehind: partnerships(before: $p, last: 50) { ...P }
            }
            fragment I on InfluencerConnection { totalCount nodes { id } } fragment C on CampaignConnection { totalCount nodes { id } } fragment P on PartnershipConnection { totalCount nodes { id } }
            """,
            new
            {
                influencer = ids["influencer"],
                campaign = ids["campaign"],
                i = cursors.Find("influencers.pageInfo.startCursor").GetString(),
                c = cursors.Find("campaigns.pageInfo.startCursor").GetString(),
                p = cursors.Find("partnerships.pageInfo.startCursor").GetString(),
            });
        foreach (var list in answer.EnumerateObject()) list.Value.ToString().ShouldBe("""{"totalCount":0,"nodes":[]}""", list.Name);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Every_mutation_answers_as_if_it_did_not_exist(StorageEngine engine)
    {
        var (north, south, ids) = await workspaces.On(engine);
        var ghosts = ids.Ghosts();
        var own = new Desk(south);
        var (influencer, campaign) = (await own.Influencer("Own"), await own.Campaign("Own"));
        var before = await Everything(north);
        (string Mutation, Func<Premises, object> Input)[] mutations =
        [
            ("updateInfluencer", p => new { influencerId = p["influencer"], notes = "x" }),
            ("addAccount", p => new { influencerId = p["influencer"], platform = "TIKTOK", handle = "x" }),
            ("recordMetrics", p => new { accountId = p["account"], followers = 1 }),
            ("setDoNotContact", p => new { influencerId = p["influencer"], reason = "x" }),
            ("liftDoNotContact", p => new { influencerId = p["influencer"], reason = "x" }),
            ("updateCampaign", p => new { campaignId = p["campaign"], name = "x" }),
            ("createPartnership", p => new { influencerId = p["influencer"], campaignId = campaign }),
            ("createPartnership", p => new { influencerId = influencer, campaignId = p["campaign"] }),
            ("changePartnershipStage", p => new { partnershipId = p["partnership"], stage = "CANCELLED" }),
            ("logOutreach", p => new { partnershipId = p["partnership"], direction = "OUT", channel = "EMAIL" }),
            ("scheduleFollowUp", p => new { partnershipId = p["partnership"], dueAt = "2030-01-01T09:00:00Z" }),
            ("completeFollowUp", p => new { followUpId = p["followUp"] }),
            ("proposeOffer", p => new { partnershipId = p["partnership"], by = "BRAND", compensation = Desk.Fee(1) }),
            ("acceptOffer", p => new { offerId = p["offer"] }),
            ("declineOffer", p => new { offerId = p["offer"] }), ("withdrawOffer", p => new { offerId = p["offer"] }),
            ("draftContract", p => new { partnershipId = p["partnership"] }),
            ("sendContract", p => new { contractId = p["contract"] }), ("signContract",
                p => new { contractId = p["contract"], party = "INFLUENCER", signedBy = "x" }),
            ("declineContract", p => new { contractId = p["contract"], reason = "x" }), ("voidContract", p => new { contractId = p["contract"], reason = "x" }),
            ("addDeliverable", p => new { partnershipId = p["partnership"], kind = "INSTAGRAM_REEL" }), ("startImport", p => new { importId = p["import"] }),
            ("recordSale", p => new { partnershipId = p["partnership"], orderNumber = "x", amount = Desk.Money(1) }),
            ("reverseSale", p => new { saleId = p["sale"] }),
            ("planShipment", p => new { partnershipId = p["partnership"], items = new[] { new { name = "x" } }, address = "x" }),
            ("shipShipment", p => new { shipmentId = p["shipment"] }),
            ("closeShipment", p => new { shipmentId = p["shipment"], status = "CANCELLED" }),
            ("acknowledgeBrief", p => new { partnershipId = p["partnership"], version = 1 }),
            ("planDeliverables", p => new { partnershipId = p["partnership"] }), ("submitDraft", p => new { deliverableId = p["deliverable"], text = "x" }),
            ("requestChanges", p => new { deliverableId = p["deliverable"], comments = new[] { new { text = "x" } } }),
            ("approveDraft", p => new { deliverableId = p["deliverable"] }),
            ("recordPublication", p => new { deliverableId = p["deliverable"], url = "https://social.example.com/x", country = "DE" }),
            ("verifyDeliverable", p => new { deliverableId = p["deliverable"] }),
            ("cancelDeliverable", p => new { deliverableId = p["deliverable"], reason = "x" }),

            ("proposePayout", p => new { partnershipId = p["partnership"], components = (object[])[new { component = 1, amount = Desk.Money(1) }],
                advanceReason = "x" }),
            ("approvePayout", p => new { payoutId = p["payout"] }), ("markPayoutPaid", p => new { payoutId = p["payout"], reference = "x" }),
            ("failPayout", p => new { payoutId = p["payout"], reason = "x" }), ("retryPayout", p => new { payoutId = p["payout"] }),
            ("cancelPayout", p => new { payoutId = p["payout"], reason = "x" }),
            ("logMeeting", p => new { partnershipId = p["partnership"] }),
            ("declinePartnership", p => new { partnershipId = p["partnership"], by = "BRAND", reason = "TIMING" }),
            ("updateMessageTemplate", p => new { templateId = p["template"], name = "x" }), ("archiveMessageTemplate", p => new { templateId = p["template"] }),
            ("createTask", p => new { title = "x", dueAt = "2030-01-01T09:00:00Z", influencerId = p["influencer"] }),
            ("completeTask", p => new { taskId = p["task"] }),
            ("dismissTask", p => new { taskId = p["task"] }), ("reassignTask", p => new { taskId = p["task"] }),
            ("rescheduleTask", p => new { taskId = p["task"], dueAt = "2030-01-01T09:00:00Z" }),
            ("bulkAddToCampaign", p => new { which = new { ids = (string[])[p["influencer"]] }, campaignId = p["campaign"] }),
            ("undoBulkAction", p => new { bulkActionId = p["bulk"] }),
            ("createSequence", p => new { name = "x", steps = (object[])[new { waitDays = 0, channel = "EMAIL", templateId = p["template"] }] }),
            ("updateSequence", p => new { sequenceId = p["sequence"], name = "x" }), ("archiveSequence", p => new { sequenceId = p["sequence"] }),
            ("startSequence", p => new { partnershipId = p["partnership"], sequenceId = p["sequence"] }),
            ("completeSequenceStep", p => new { sequenceRunId = p["run"], step = 1 }),
            ("skipSequenceStep", p => new { sequenceRunId = p["run"], step = 1 }), ("stopSequence", p => new { sequenceRunId = p["run"] }),
            ("bulkStartSequence", p => new { which = new { ids = (string[])[p["partnership"]] }, sequenceId = p["sequence"] }),
            ("changeMemberRole", p => new { memberId = p["member"], role = "OWNER" }), ("removeMember", p => new { memberId = p["member"] }),
            ("revokeToken", p => new { tokenId = p["token"] }),
            ("revokePersonalToken", p => new { tokenId = p["token"] }),
            ("updateWebhook", p => new { webhookId = p["webhook"], name = "x" }), ("deleteWebhook", p => new { webhookId = p["webhook"] }),
            ("pauseWebhook", p => new { webhookId = p["webhook"] }),
            ("resumeWebhook", p => new { webhookId = p["webhook"] }), ("rotateWebhookSecret", p => new { webhookId = p["webhook"] }),
            ("sendTestEvent", p => new { webhookId = p["webhook"] }),
            ("replayWebhook", p => new { webhookId = p["webhook"], after = "start" }),
            ("createPersonalToken", p => new { memberId = p["member"], name = "x", scopes = (string[])["RELATIONSHIPS_READ"] }),
        ];
        foreach (var (mutation, input) in mutations)
        {
            var document = $"mutation ($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ userErrors {{ field message code }} }} }}";
            var answer = ids.Blank(await south.Send(document, new { input = input(ids) }));
            answer.ShouldContain("NOT_FOUND", customMessage: $"{mutation}: {answer}");
            answer.ShouldBe(ghosts.Blank(await south.Send(document, new { input = input(ghosts) })), mutation);
        }
        (await Everything(north)).ShouldBe(before);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task What_must_be_unique_is_so_in_each_workspace_for_itself(StorageEngine engine)
    {
        var (north, south, _) = await workspaces.On(engine);
        await south.Mutate(
            """mutation { createInfluencer(input: { displayName: "Other Mia", accounts: [{ platform: INSTAGRAM, handle: "twice.here" }] }) { userErrors { field message code } } }""");
        await north.Mutate("""mutation { createInfluencer(input: { displayName: "Other Mia", accounts: [{ platform: INSTAGRAM, handle: "twice.here" }] }) { userErrors { field message code } } }""");
        // The same person, key and input in two workspaces are two commands.
        const string Keyed = """mutation { createCampaign(input: { name: "Twice", idempotencyKey: "twice" }) { campaign { id } userErrors { field message code } } }""";
        var made = new[] { await north.Mutate(Keyed), await south.Mutate(Keyed), await north.Mutate(Keyed) }
            .Select(payload => payload.Find("campaign.id").GetString()).ToArray();
        (made[0] == made[1], made[0] == made[2]).ShouldBe((false, true));
        var upload = "name,tiktok\nTwice,twice\n"u8.ToArray();
        var imports = new[] { await north.PreviewImport(upload, "twice"), await south.PreviewImport(upload, "twice") }
            .Select(payload => payload.Find("import.id").GetString());
        imports.ShouldBeUnique();
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Followers_hear_of_their_own_workspace_only(StorageEngine engine)
    {
        var (north, south, ids) = await workspaces.On(engine);
        var token = (await new Desk(south).Do("createIntegrationToken", new { name = "Follower", scopes = (string[])["RELATIONSHIPS_READ"] }, "secret"))
            .GetProperty("secret").GetString();
        using var socket = await LiveSocket.Connect(south);
        await socket.Init(token);
        (await socket.Receive()).Text("type").ShouldBe("connection_ack");
        await socket.Subscribe("events", "subscription { events { summary } }");
        await socket.Subscribe("person", "subscription ($id: ID!) { influencerChanged(id: $id) { displayName } }", new { id = ids["influencer"] });
        await socket.Subscribe("job", "subscription ($id: ID!) { importProgress(id: $id) { status } }", new { id = ids["job"] });
        await socket.Subscribe("campaign", "subscription ($id: ID!) { partnershipChanged(campaignId: $id) { stage } }", new { id = ids["campaign"] });
        // As for an import that does not exist: it ends at once.
        var ended = await socket.Receive();
        (ended.Text("id"), ended.Text("type")).ShouldBe(("job", "complete"));

        await new Desk(north).Do("updateInfluencer", new { influencerId = ids["influencer"], notes = "north only" });
        await new Desk(north).Do("logMeeting", new { partnershipId = ids["partnership"], subject = "north only" });
        await new Desk(south).Do("addMember", new { email = $"{engine}@example.com", name = "Not for programs", role = "ANALYST" });
        await new Desk(south).Influencer("For everybody");
        (await socket.Next("events")).Find("events.summary").GetString().ShouldBe("For everybody was added.");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_browser_chooses_the_workspace_of_a_socket_by_its_first_message(StorageEngine engine)
    {
        var (north, south, _) = await workspaces.On(engine);
        var key = (await south.Query("{ workspace { key } }")).Find("workspace.key").GetString();
        using var socket = await LiveSocket.Connect(north);
        await socket.Send(new
        {
            type = "connection_init",
            payload = new Dictionary<string, string> { ["Authorization"] = $"Bearer {CrmServer.Token}", ["CreatorCRM-Workspace"] = key! }
        });
        (await socket.Receive()).Text("type").ShouldBe("connection_ack");
        await socket.Subscribe("1", "{ workspace { key } }");
        (await socket.Next("1")).Find("workspace.key").GetString().ShouldBe(key);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Members_tokens_and_the_audit_log_are_those_of_the_workspace(StorageEngine engine)
    {
        var (_, south, _) = await workspaces.On(engine);
        await new Desk(south).Do("addMember", new { email = "only@example.com", name = "South Only", role = "ANALYST" });
        var settings = (await south.Query("{ workspace { key name members { nodes { name } } tokens { nodes { name } } auditLog(first: 100) { nodes { summary } } } }")).GetProperty("workspace");
        settings.Text("key").ShouldBe("south");
        settings.ToString().ShouldContain("South Only");
        settings.ToString().ShouldNotContain("north");
    }

    private static async Task<string> Everything(CrmServer server) => (await server.Query(
        "{ influencers { totalCount nodes { version } } campaigns { totalCount nodes { version } } partnerships { totalCount nodes { version stage } } workspace { members { nodes { role } } tokens { nodes { revokedAt } } } }")).ToString();

    /// <summary>Per engine one server with two workspaces, of which north is furnished.</summary>
    public sealed class TwoWorkspaces(PostgresServer postgres) : IAsyncDisposable
    {
        private readonly CrmServers _servers = new(postgres);
        private readonly Dictionary<StorageEngine, Task<Premises>> _premises = [];

        internal async Task<(CrmServer North, CrmServer South, Premises Ids)> On(StorageEngine engine)
        {
            var server = await _servers.On(engine);
            if (!_premises.TryGetValue(engine, out var premises)) _premises[engine] = premises = Build(server);
            return (server.As(workspace: "north"), server.As(workspace: "south"), await premises);
        }

        private static async Task<Premises> Build(CrmServer server)
        {
            foreach (var workspace in (string[])["north", "south"]) await server.Grains.Found(workspace);
            return await Premises.Furnish(server.As(workspace: "north"), "north");
        }

        public ValueTask DisposeAsync() => _servers.DisposeAsync();
    }
}
