using System.Text;
using System.Text.Json;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Server.Tests.Contracts;

namespace CreatorCRM.Server.Tests.Access;

/// <summary>One of everything that a workspace can hold, by its id.</summary>
internal sealed record Premises(IReadOnlyDictionary<string, string> Ids)
{
    public string this[string what] => Ids[what];

    /// <summary>Ids like these that mean nothing anywhere.</summary>
    public Premises Ghosts() => new(Ids.ToDictionary(entry => entry.Key, entry => Ghost(entry.Value)));

    /// <param name="server">In the workspace that gets them.</param>
    /// <param name="name">A word that is in all their names.</param>
    /// <param name="receiver">Where the webhook sends to; that a contract is drafted is the first it tells.</param>
    public static async Task<Premises> Furnish(CrmServer server, string name, string receiver = "https://hooks.example.com/crm")
    {
        var desk = new Desk(server);
        var influencer = (await desk.Do("createInfluencer",
            new
            {
                displayName = $"{name} Mia",
                niches = (string[])[name],
                accounts = (object[])[new { platform = "INSTAGRAM", handle = "shared.handle", followers = 50_000 }]
            },
            "influencer { id accounts { id } }")).GetProperty("influencer");
        var campaign = await desk.Campaign($"{name} bread");
        var partnership = await desk.Partnership(influencer.Text("id"), campaign);
        var message = await desk.Do("logOutreach", new { partnershipId = partnership, direction = "OUT", channel = "EMAIL", subject = $"{name} hello" },
            "outreachMessage { id }");
        var followUp = await desk.Do("scheduleFollowUp", new { partnershipId = partnership, dueAt = "2030-01-01T09:00:00Z" }, "followUp { id }");
        var declined = await desk.Offer(partnership);
        await desk.Do("declineOffer", new { offerId = declined });
        var offer = await desk.Offer(partnership);
        await desk.Do("acceptOffer", new { offerId = offer });
        var deliverable = await desk.Do("addDeliverable", new { partnershipId = partnership, kind = "INSTAGRAM_REEL" }, "deliverable { id }");
        var parcel = new { partnershipId = partnership, items = new[] { new { name = "Rice loaf" } }, address = "Example Street 1" };
        var shipment = await desk.Do("planShipment", parcel, "shipment { id }");
        var sale = await desk.Do("recordSale", new { partnershipId = partnership, orderNumber = "F-1", amount = Desk.Money(10) }, "sale { id }");
        var payout = await desk.Do("proposePayout", new
        {
            partnershipId = partnership,
            components = (object[])[new { component = 1, amount = Desk.Money(10) }],
            advanceReason = "Material"
        }, "payout { id }");
        var right = await UsageRight(desk, influencer.Text("id"), name);
        var template = await desk.Do("createMessageTemplate", new { name = $"{name} letter", channel = "EMAIL", body = "Hello" }, "messageTemplate { id }");
        var task = await desk.Do("createTask", new { title = $"{name} call", dueAt = "2030-01-01T09:00:00Z", partnershipId = partnership }, "task { id }");
        var bulk = await desk.Do("bulkTag", new { which = new { ids = (string[])[influencer.Text("id")] }, tag = $"{name} tag", dryRun = true },
            "bulkAction { id }");
        var sequence = await desk.Do("createSequence", new { name = $"{name} steps", steps = (object[])[new { waitDays = 0, task = "Call" }] },
            "sequence { id }");
        var run = await desk.Do("startSequence", new
        {
            partnershipId = await desk.Partnership(campaignId: campaign),
            sequenceId = sequence.Find("sequence.id").GetString()
        }, "sequenceRun { id }");
        var twin = await desk.Influencer($"{name} twin");
        var merge = await desk.Do("mergeInfluencers", new { survivorId = await desk.Influencer($"{name} one"), mergedId = twin }, "influencerMerge { id }");
        await Merged(server, merge.Find("influencerMerge.id").GetString()!);
        var segment = await desk.Do("createSegment", new { name = $"{name} people", filter = new { niches = new { contains = name } } }, "segment { id }");
        var preview = await server.PreviewImport("name,tiktok\nSomebody,somebody\n"u8.ToArray());
        var member = await desk.Do("addMember", new { email = "jo@example.com", name = $"{name} Jo", role = "MANAGER" }, "member { id }");
        var token = await desk.Do("createIntegrationToken", new { name = $"{name} shop", scopes = (string[])["RELATIONSHIPS_READ"] }, "token { id }");
        var webhook = await desk.Do("createWebhook", new { name = $"{name} hook", url = receiver }, "webhook { id }");
        var workspace = await server.Query("{ workspace { id } }");
        return new Premises(new Dictionary<string, string>
        {
            ["webhook"] = webhook.Find("webhook.id").GetString()!,
            ["workspace"] = workspace.Find("workspace.id").GetString()!,
            ["influencer"] = influencer.Text("id"),
            ["account"] = influencer.Find("accounts.0.id").GetString()!,
            ["campaign"] = campaign,
            ["partnership"] = partnership,
            ["message"] = message.Find("outreachMessage.id").GetString()!,
            ["followUp"] = followUp.Find("followUp.id").GetString()!,
            ["offer"] = offer,
            ["contract"] = await desk.Draft(partnership),
            ["deliverable"] = deliverable.Find("deliverable.id").GetString()!,
            ["sale"] = sale.Find("sale.id").GetString()!,
            ["usageRight"] = right,
            ["shipment"] = shipment.Find("shipment.id").GetString()!,
            ["template"] = template.Find("messageTemplate.id").GetString()!,
            ["task"] = task.Find("task.id").GetString()!,
            ["bulk"] = bulk.Find("bulkAction.id").GetString()!,
            ["sequence"] = sequence.Find("sequence.id").GetString()!,
            ["run"] = run.Find("sequenceRun.id").GetString()!,
            ["merge"] = merge.Find("influencerMerge.id").GetString()!,
            ["segment"] = segment.Find("segment.id").GetString()!,
            ["payout"] = payout.Find("payout.id").GetString()!,
            ["import"] = preview.Find("import.id").GetString()!,
            ["member"] = member.Find("member.id").GetString()!,
            ["token"] = token.Find("token.id").GetString()!,
            ["job"] = Id($"ImportJob:{Read(preview.Find("import.id").GetString()!).Split(':')[1]}"),
        });
    }

    // An answer does not wait for the end of a merge that takes long.
    private static Task Merged(CrmServer server, string merge) => Poll.Until(async () =>
        (await server.Query("query ($id: ID!) { influencerMerge(id: $id) { status } }", new { id = merge })).Find("influencerMerge.status")
            .GetString() == "MERGED");

    // Of a contract that both have signed, in another campaign.
    private static async Task<string> UsageRight(Desk desk, string influencer, string name)
    {
        var partnership = await desk.Partnership(influencer, await desk.Campaign($"{name} butter"));
        await desk.Do("acceptOffer", new { offerId = await desk.Offer(partnership) });
        await desk.Contracted(partnership, new { usageRights = new[] { new { asset = $"{name} reel", channels = (string[])["PAID"] } } });
        return (await desk.Server.Query("query ($id: ID!) { partnership(id: $id) { usageRights { nodes { id } } } }", new { id = partnership }))
            .Find("partnership.usageRights.nodes.0.id").GetString()!;
    }

    /// <summary>Without these ids, so that answers about different ones compare.</summary>
    public string Blank(JsonElement answer) => Ids.Values.Aggregate(answer.ToString(), (text, id) => text.Replace(id, "ID", StringComparison.Ordinal));

    // Every hexadecimal digit of the key becomes another one, the rest of the id stays.
    private static string Ghost(string id)
    {
        var parts = Read(id).Split(':', 2);
        return Id($"{parts[0]}:{string.Concat(parts[1].Select((c, i) => i < 32 && char.IsAsciiHexDigitLower(c) ? "fedcba9876543210"[Convert.ToInt32($"{c}", 16)] : c))}");
    }

    private static string Read(string id) => Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(id));

    private static string Id(string text) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
