using System.Net.Http.Json;
using System.Text.Json;

namespace CreatorCRM.Cluster.Tests;

/// <summary>
/// A client that wants each mutation done exactly once, whatever happens to the server: it repeats it with the same key until it is answered.
/// </summary>
internal sealed class CrmClient(Uri address) : IDisposable
{
    private const int Attempts = 40;

    private readonly HttpClient _http = ServerProcess.Client(address);

    /// <summary>The id of the entity in the payload.</summary>
    public async Task<string> CreateInfluencer(string name) =>
        Id(await Mutate("createInfluencer", "CreateInfluencerInput!", "influencer { id }", new { displayName = name, idempotencyKey = name }), "influencer");

    public async Task<string> CreateCampaign(string name) =>
        Id(await Mutate("createCampaign", "CreateCampaignInput!", "campaign { id }", new { name, idempotencyKey = name }), "campaign");

    public async Task<string> CreateCampaign(string name, decimal budget) => Id(
        await Mutate("createCampaign", "CreateCampaignInput!", "campaign { id }", new { name, budget = Euros(budget), idempotencyKey = name }), "campaign");

    /// <summary>A fee, offered by the brand.</summary>
    public async Task<string> ProposeOffer(string partnershipId, decimal fee) => Id(await Mutate("proposeOffer", "ProposeOfferInput!", "offer { id }",
        new { partnershipId, compensation = new[] { new { fixedFee = new { amount = Euros(fee) } } }, idempotencyKey = $"offer {partnershipId}" }), "offer");

    /// <summary>Null when accepted, else the refusal's code.</summary>
    public async Task<string?> AcceptOffer(string offerId)
    {
        var payload = await Answer("acceptOffer", "AcceptOfferInput!", "offer { id }", new { offerId, idempotencyKey = $"accept {offerId}" });
        return payload.GetProperty("userErrors") is var refusals && refusals.GetArrayLength() == 0 ? null : refusals[0].GetProperty("code").GetString();
    }

    public async Task<string> CreatePartnership(string influencerId, string campaignId) =>
        Id(await Mutate("createPartnership", "CreatePartnershipInput!", "partnership { id }",
            new { influencerId, campaignId, idempotencyKey = $"{influencerId} {campaignId}" }), "partnership");

    public Task LogOutreach(string partnershipId, string subject) => Mutate("logOutreach", "LogOutreachInput!", "outreachMessage { id }",
        new { partnershipId, direction = "OUT", channel = "EMAIL", subject, body = "Dear baker, may we send you a loaf?", idempotencyKey = subject });

    public Task CreateWebhook(string url) =>
        Mutate("createWebhook", "CreateWebhookInput!", "webhook { id }", new { name = "Data team", url, idempotencyKey = url });

    public Task UpdateNotes(string id, string notes) =>
        Mutate("updateInfluencer", "UpdateInfluencerInput!", "influencer { id }", new { influencerId = id, notes, idempotencyKey = notes });

    public void Dispose() => _http.Dispose();

    private static object Euros(decimal amount) => new { amount = amount.ToString(System.Globalization.CultureInfo.InvariantCulture), currencyCode = "EUR" };

    private async Task<JsonElement> Mutate(string mutation, string type, string fields, object input) => Accepted(await Answer(mutation, type, fields, input));

    private async Task<JsonElement> Answer(string mutation, string type, string fields, object input)
    {
        var body = new
        {
            query = $"mutation ($input: {type}) {{ {mutation}(input: $input) {{ {fields} userErrors {{ message code }} }} }}",
            variables = new { input }
        };
        var last = "";
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            try
            {
                using var response = await _http.PostAsJsonAsync("/graphql", body);
                last = await response.Content.ReadAsStringAsync();
                var answer = JsonDocument.Parse(last).RootElement;
                if (response.IsSuccessStatusCode && !answer.TryGetProperty("errors", out _)) return answer.GetProperty("data").GetProperty(mutation);
            }
            catch (Exception e) when (ServerProcess.IsOfConnection(e) || e is JsonException)
            {
                last = e.Message;
            }
            // Not acknowledged: it may have happened or not, and only the same key can tell.
            await ServerProcess.WaitUntilReady(_http);
        }
        throw new InvalidOperationException($"{mutation} was not acknowledged in {Attempts} attempts: {last}");
    }

    private static JsonElement Accepted(JsonElement payload) =>
        payload.GetProperty("userErrors").GetArrayLength() == 0 ? payload : throw new InvalidOperationException($"Refused: {payload}");

    private static string Id(JsonElement payload, string entity) => payload.GetProperty(entity).GetProperty("id").GetString()!;
}
