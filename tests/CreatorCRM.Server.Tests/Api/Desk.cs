using System.Text.Json;

namespace CreatorCRM.Server.Tests.Api;

/// <summary>A partnership manager's desk: what the tests of campaigns and partnerships do again and again.</summary>
internal sealed class Desk(CrmServer server)
{
    private int _made;

    public CrmServer Server => server;

    /// <summary>The payload of a mutation that was carried out.</summary>
    public Task<JsonElement> Do(string mutation, object input, string selection = "") => server.Mutate(Document(mutation, selection), new { input });

    /// <summary>The refusals of a mutation, each as <c>field.path CODE</c>.</summary>
    public async Task<string> Refused(string mutation, object input) =>
        string.Join(", ", await server.Refusals(Document(mutation, "__typename"), new { input }));

    /// <summary>The error of a mutation whose input makes no sense.</summary>
    public async Task<string> BadInput(string mutation, object input)
    {
        var error = await server.Error(Document(mutation, "__typename"), new { input });
        error.Find("extensions.code").GetString().ShouldBe("BAD_USER_INPUT");
        return error.Find("message").GetString()!;
    }

    public async Task<string> Influencer(string? name = null, bool isMinor = false) =>
        (await Do("createInfluencer", new { displayName = name ?? $"Influencer {++_made}", isMinor }, "influencer { id }")).Find("influencer.id").GetString()!;

    public async Task<string> Campaign(string? name = null, string status = "ACTIVE") =>
        (await Do("createCampaign", new { name = name ?? $"Campaign {++_made}", status }, "campaign { id }")).Find("campaign.id").GetString()!;

    public async Task<string> Partnership(string? influencerId = null, string? campaignId = null) =>
        (await Do("createPartnership", new { influencerId = influencerId ?? await Influencer(), campaignId = campaignId ?? await Campaign() },
            "partnership { id }"))
            .Find("partnership.id").GetString()!;

    public async Task<string> Offer(string partnershipId, object? compensation = null, string by = "BRAND") =>
        (await Do("proposeOffer", new { partnershipId, by, compensation = compensation ?? Fee(250) }, "offer { id }")).Find("offer.id").GetString()!;

    /// <summary>A partnership whose first offer was accepted.</summary>
    public async Task<string> Agreed(string? influencerId = null)
    {
        var partnership = await Partnership(influencerId);
        await Do("acceptOffer", new { offerId = await Offer(partnership) });
        return partnership;
    }

    public async Task<string> Draft(string partnershipId) =>
        (await Do("draftContract", new { partnershipId }, "contract { id }")).Find("contract.id").GetString()!;

    public async Task<string> Stage(string partnershipId) =>
        (await server.Query("query ($id: ID!) { partnership(id: $id) { stage } }", new { id = partnershipId })).Find("partnership.stage").GetString()!;

    public static object[] Fee(decimal amount, string currencyCode = "EUR") => [new { fixedFee = new { amount = Money(amount, currencyCode) } }];

    public static object Money(decimal amount, string currencyCode = "EUR") =>
        new { amount = amount.ToString(System.Globalization.CultureInfo.InvariantCulture), currencyCode };

    private static string Document(string mutation, string selection) =>
        $"mutation ($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ {selection} userErrors {{ field message code }} }} }}";
}

internal static class JsonPaths
{
    /// <summary>The value at a path such as <c>nodes.0.id</c>.</summary>
    public static JsonElement Find(this JsonElement json, string path) =>
        path.Split('.').Aggregate(json, (at, step) => at.ValueKind == JsonValueKind.Array ? at[int.Parse(step,
            System.Globalization.CultureInfo.InvariantCulture)] : at.GetProperty(step));

    /// <summary>What each item of the list has at a path.</summary>
    public static string[] Each(this JsonElement json, string list, string path) =>
        [.. json.Find(list).EnumerateArray().Select(item => item.Find(path).ToString())];
}
