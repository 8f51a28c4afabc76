using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Webhooks;

/// <summary>
/// What receivers get is a promise: a change of it is seen in review, in bodies.expected.json. Members may join; none may go or change its name or form.
/// </summary>
public sealed partial class BodyTests(CrmServers servers) : IClassFixture<CrmServers>
{
    private const string Accept = "CREATORCRM_ACCEPT_WEBHOOKS";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Bodies_are_the_reviewed_ones(StorageEngine engine)
    {
        await using var receiver = await WebhookReceiver.Start();
        var server = await servers.On(engine);
        string[] kinds =
        [
            "campaign.created", "influencer.account-added", "influencer.created", "partnership.contract-drafted", "partnership.outreach-logged",
            "partnership.sale-recorded", "partnership.shipment-planned", "sequence.created",
        ];
        var (webhook, _) = await server.CreateWebhook(receiver, kinds);
        var desk = new Desk(server);
        var influencer = await desk.Influencer("Mia Brot");
        await desk.Do("updateInfluencer", new
        {
            influencerId = influencer,
            niches = new[] { "gluten-free", "bread" },
            tags = new[] { "spring" },
            country = "DE"
        });
        await desk.Do("addAccount", new { influencerId = influencer, platform = "INSTAGRAM", handle = "miabrot", followers = 50_000 });
        var partnership = await desk.Partnership(influencer, await desk.Campaign("Gluten-free spring"));
        await desk.Do("acceptOffer", new { offerId = await desk.Offer(partnership) });
        await desk.Do("addDeliverable", new { partnershipId = partnership, kind = "INSTAGRAM_REEL", dueOn = "2030-05-01" });
        await desk.Draft(partnership);
        await desk.Do("logOutreach", new { partnershipId = partnership, direction = "IN", channel = "EMAIL", subject = "The loaf", body = "When does it come?" });
        await desk.Do("planShipment", new
        {
            partnershipId = partnership,
            address = "1 Mill Lane",
            items = (object[])[new { name = "Loaf", quantity = 2, value = new { amount = "4.50", currencyCode = "EUR" } }]
        });
        await desk.Do("recordSale", new { partnershipId = partnership, orderNumber = "A-1", amount = new { amount = "30.00", currencyCode = "EUR" } });
        var template = (await desk.Do("createMessageTemplate", new { name = "First letter", channel = "EMAIL", body = "Dear {{ influencer.name }}," },
            "messageTemplate { id }")).Find("messageTemplate.id").GetString();
        await desk.Do("createSequence", new
        {
            name = "Spring",
            steps = (object[])[new { waitDays = 0, channel = "EMAIL", templateId = template }, new { waitDays = 3, task = "Look at her posts" }]
        });
        await desk.Do("sendTestEvent", new { webhookId = webhook });

        var received = await receiver.Take(kinds.Length + 1);
        received.Select(one => one.Kind).Order(StringComparer.Ordinal).ShouldBe([.. kinds, "webhook.test"]);
        var bodies = new JsonArray([.. received.OrderBy(one => one.Kind, StringComparer.Ordinal).Select(one => Steady(JsonNode.Parse(one.Body)))]);
        var text = bodies.ToJsonString(Readable) + "\n";
        var reviewed = Reviewed();
        if (Environment.GetEnvironmentVariable(Accept) == "1") await File.WriteAllTextAsync(reviewed, text);
        text.ShouldBe(await File.ReadAllTextAsync(reviewed),
            $"What receivers get changed. If the change is meant, run this test again with {Accept}=1 and commit {reviewed}.");
    }

    // What is different in each run stands there as what it is: an instant, a cursor, the id of a type.
    private static JsonNode? Steady(JsonNode? node) => node switch
    {
        JsonObject members =>
            new JsonObject(members.Select(member => KeyValuePair.Create(member.Key,
                member.Key == "cursor" && member.Value is not null ? "<cursor>" : Steady(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Steady)]),
        JsonValue value when value.TryGetValue<string>(out var text) =>
            Instant().IsMatch(text) ? "<instant>" : TypeOf(text) is { } type ? $"<id of {type}>" : text,
        _ => node?.DeepClone(),
    };

    private static string? TypeOf(string text)
    {
        try
        {
            return NodeId.Parse(text).Type;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT[\d:.]+Z$")]
    private static partial Regex Instant();

    private static string Reviewed([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "bodies.expected.json");
}
