using System.Text.Json;

namespace CreatorCRM.Server.Tests.Api;

/// <summary>What the tests of influencers say again and again.</summary>
internal static class Influencers
{
    public const string CreateDocument = "mutation ($input: CreateInfluencerInput!) { createInfluencer(input: $input) { influencer { id version accounts { id } } userErrors { field message code } } }";

    /// <summary>Adds one and answers its id.</summary>
    public static async Task<string> CreateInfluencer(this CrmServer server, object input) =>
        (await server.Mutate(CreateDocument, new { input })).GetProperty("influencer").Text("id");

    /// <summary>The display names on one page.</summary>
    public static async Task<string[]> Names(this CrmServer server, string arguments, object? variables = null, string declared = "") =>
        [.. (await server.Query($"query {declared} {{ influencers({arguments}) {{ nodes {{ displayName }} }} }}", variables)).Find("influencers.nodes")
            .EnumerateArray().Select(node => node.Text("displayName")!)];

    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;

    public static string[] Texts(this JsonElement list, string name) => [.. list.EnumerateArray().Select(item => item.GetProperty(name).ToString())];
}
