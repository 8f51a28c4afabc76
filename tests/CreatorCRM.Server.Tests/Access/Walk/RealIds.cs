using CreatorCRM.Server.GraphQL;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Server.Tests.Webhooks;

namespace CreatorCRM.Server.Tests.Access.Walk;

/// <summary>An entity of every type, in the default workspace.</summary>
internal sealed class RealIds
{
    private readonly Dictionary<string, string> _ids = [];
    private string _before = "";

    public string this[string type] =>
        _ids.TryGetValue(type, out var id)
            ? id
            : throw new InvalidOperationException($"Make a {type} in {nameof(RealIds)}, so that it can be tried from another workspace.");

    public string[] All => [.. _ids.Values];

    public static async Task<RealIds> Make(CrmServer server)
    {
        await using var receiver = await WebhookReceiver.Start();
        var (premises, ids) = (await Premises.Furnish(server, "Foreign", receiver.Url), new RealIds());
        await receiver.Next();
        var more = await server.Query(
            "query ($id: ID!) { viewer { id } influencer(id: $id) { accounts { metricSnapshots { nodes { id } } } timeline { nodes { id } } } }",
            new { id = premises["influencer"] });
        foreach (var id in (string[])
        [
            .. premises.Ids.Values, await Delivery(server, premises["webhook"]), more.Find("viewer.id").GetString()!,
            more.Find("influencer.accounts.0.metricSnapshots.nodes.0.id").GetString()!, more.Find("influencer.timeline.nodes.0.id").GetString()!,
        ]) ids.Note(id);
        ids._before = await State(server, ids);
        return ids;
    }

    // It is recorded a moment after the receiver has it.
    private static Task<string> Delivery(CrmServer server, string webhook) =>
        Poll.For(async () => (await server.Deliveries(webhook)).Each("nodes", "id").FirstOrDefault());

    /// <summary>Nothing that was tried from elsewhere has changed them.</summary>
    public static async Task AreUntouched(CrmServer server, RealIds ids) => (await State(server, ids)).ShouldBe(ids._before);

    private static async Task<string> State(CrmServer server, RealIds ids) => (await server.Query(
        "query ($i: ID!, $c: ID!, $p: ID!) { influencer(id: $i) { version timeline { totalCount } } campaign(id: $c) { version timeline { totalCount } } partnership(id: $p) { version timeline { totalCount } } }",
        new { i = ids["Influencer"], c = ids["Campaign"], p = ids["Partnership"] })).ToString();

    private void Note(string id) => _ids[NodeId.Parse(id).Type] = id;
}
