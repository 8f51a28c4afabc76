using System.Text;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Server.Tests.Webhooks;

namespace CreatorCRM.Server.Tests.Access.Walk;

/// <summary>An entity of every type, in the default workspace.</summary>
internal sealed class RealIds
{
    private readonly Dictionary<string, string> _ids = [];
    private string _before = "";

    public string this[string type] => _ids.TryGetValue(type, out var id) ? id : throw new InvalidOperationException($"Make a {type} in {nameof(RealIds)}, so that it can be tried from another workspace.");

    public string[] All => [.. _ids.Values];

    public static async Task<RealIds> Make(CrmServer server)
    {
        await using var receiver = await WebhookReceiver.Start();
        var (desk, ids) = (new Desk(server), new RealIds());
        var (webhook, _) = await server.CreateWebhook(receiver);
        var influencer = await desk.Influencer("Frieda Foreign");
        ids.Note((await desk.Do("addAccount", new { influencerId = influencer, platform = "INSTAGRAM", handle = "frieda.foreign", followers = 12000 }, "account { id }")).Find("account.id").GetString()!);
        var campaign = await desk.Campaign("Foreign bread");
        var partnership = await desk.Partnership(influencer, campaign);
        var message = await desk.Do("logOutreach", new { partnershipId = partnership, direction = "OUT", channel = "EMAIL" }, "outreachMessage { id }");
        var followUp = await desk.Do("scheduleFollowUp", new { partnershipId = partnership, dueAt = "2030-01-01T00:00:00Z" }, "followUp { id }");
        var offer = await desk.Offer(partnership);
        await desk.Do("acceptOffer", new { offerId = offer });
        var deliverable = await desk.Do("addDeliverable", new { partnershipId = partnership, kind = "INSTAGRAM_REEL" }, "deliverable { id }");
        var contract = await desk.Draft(partnership);
        var member = await desk.Do("addMember", new { email = "greta@example.com", name = "Greta", role = "ANALYST" }, "member { id }");
        var token = await desk.Do("createIntegrationToken", new { name = "Shop", scopes = new[] { "RELATIONSHIPS_READ" } }, "token { id }");
        var import = await server.PreviewImport(Encoding.UTF8.GetBytes("Handle,Followers\nfrieda.imported,100\n"));
        var job = await server.Query(Uploads.Start, new { id = import.Find("import.id").GetString() });
        var own = await server.Query("query ($id: ID!) { viewer { id workspace { id } } influencer(id: $id) { accounts { metricSnapshots { nodes { id } } } timeline { nodes { id } } } }", new { id = influencer });
        await receiver.Next();
        foreach (var id in new[]
        {
            influencer, campaign, partnership, message.Find("outreachMessage.id").GetString()!, followUp.Find("followUp.id").GetString()!, offer, contract,
            deliverable.Find("deliverable.id").GetString()!, member.Find("member.id").GetString()!, token.Find("token.id").GetString()!,
            webhook, await Delivery(server, webhook), own.Find("viewer.id").GetString()!, own.Find("viewer.workspace.id").GetString()!,
            own.Find("influencer.accounts.0.metricSnapshots.nodes.0.id").GetString()!, own.Find("influencer.timeline.nodes.0.id").GetString()!,
            import.Find("import.id").GetString()!, job.Find("startImport.importJob.id").GetString()!,
        }) ids.Note(id);
        ids._before = await State(server, ids);
        return ids;
    }

    // It is recorded a moment after the receiver has it.
    private static async Task<string> Delivery(CrmServer server, string webhook)
    {
        for (var i = 0; i < 1000; i++)
        {
            if ((await server.Deliveries(webhook)).Find("nodes") is { } nodes && nodes.GetArrayLength() > 0) return nodes[0].GetProperty("id").GetString()!;
        }
        throw new InvalidOperationException("The webhook has no delivery.");
    }

    /// <summary>Nothing that was tried from elsewhere has changed them.</summary>
    public static async Task AreUntouched(CrmServer server, RealIds ids) => (await State(server, ids)).ShouldBe(ids._before);

    private static async Task<string> State(CrmServer server, RealIds ids) => (await server.Query(
        "query ($i: ID!, $c: ID!, $p: ID!) { influencer(id: $i) { version timeline { totalCount } } campaign(id: $c) { version timeline { totalCount } } partnership(id: $p) { version timeline { totalCount } } }",
        new { i = ids["Influencer"], c = ids["Campaign"], p = ids["Partnership"] })).ToString();

    private void Note(string id) => _ids[NodeId.Parse(id).Type] = id;
}
