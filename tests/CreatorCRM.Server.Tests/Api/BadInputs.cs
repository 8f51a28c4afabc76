using System.Text;
using System.Text.Json;

namespace CreatorCRM.Server.Tests.Api;

/// <summary>
/// Requests that make no sense, by what is wrong with them, each with the code and a part of the answer's message. The body is JSON as it goes over the wire;
/// words such as INFLUENCER_ID stand for what exists.
/// </summary>
internal static class BadInputs
{
    private const string Bad = "BAD_USER_INPUT";

    public static IReadOnlyDictionary<string, (string Body, string Code, string Says)> All { get; } = new Dictionary<string, (string, string, string)>
    {
        ["an id with a NUL character"] = (Query($$"""{ influencer(id: "{{Id("Influencer:\0")}}") { id } }"""), Bad, "is not an id"),
        ["the id of a partnership for an influencer"] = (Query("""{ influencer(id: "PARTNERSHIP_ID") { id } }"""), Bad, "is the id of Partnership"),
        ["the id of an influencer in a filter by campaign"] = (Query("""{ partnerships(filter: { campaignId: { eq: "INFLUENCER_ID" } }) { totalCount } }"""), Bad, "is the id of Influencer"),
        ["an offer of no partnership"] = (Mutation("acceptOffer", $$"""{ "offerId": "{{Id("Offer:none.1")}}" }"""), "NOT_FOUND", "offerId"),
        ["an account without a number"] = (Mutation("recordMetrics", $$"""{ "accountId": "{{Id("Account:x")}}", "followers": 1 }"""), "NOT_FOUND", "accountId"),
        ["101 ids in a filter"] = (Body("query ($ids: [ID!]!) { partnerships(filter: { campaignId: { in: $ids } }) { totalCount } }", $$"""{ "ids": [{{Repeat("\"CAMPAIGN_ID\"", 101)}}] }"""), Bad, "At most 100"),
        ["1,000 ids of nodes"] = (Body("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", $$"""{ "ids": [{{Repeat("\"x:\"", 1000).Replace("x:", Id("Influencer:x"), StringComparison.Ordinal)}}] }"""), Bad, "at most 100"),
        ["a tampered cursor"] = (Query("""{ influencers(after: "TAMPERED_CURSOR") { totalCount } }"""), Bad, "not a cursor of this list"),
        ["half a cursor"] = (Query("""{ influencers(after: "CUT_CURSOR") { totalCount } }"""), Bad, "not a cursor of this list"),
        ["a cursor of a timeline in a list"] = (Query("""{ influencers(after: "TIMELINE_CURSOR") { totalCount } }"""), Bad, "belongs to another list"),
        ["the last zero"] = (Query("{ campaigns(last: 0) { totalCount } }"), Bad, "last must be 1 to 100"),
        ["the first 101 of a timeline"] = (Query("""{ influencer(id: "INFLUENCER_ID") { timeline(first: 101) { totalCount } } }"""), Bad, "first must be 1 to 100"),
        ["first and last at once"] = (Query("{ partnerships(first: 1, last: 1) { totalCount } }"), Bad, "not both"),
        ["the first 2^63"] = (Query("{ campaigns(first: 9223372036854775808) { totalCount } }"), Bad, "Int"),
        ["a filter 30 deep"] = (Query($$"""{ influencers(filter: {{Repeat("{ not: ", 30, "")}} {} {{new string('}', 30)}}) { totalCount } }"""), Bad, "nest at most"),
        ["a filter of 60 tests"] = (Query($$"""{ influencers(filter: { or: [{{Repeat("{ tier: { eq: NANO } }", 60)}}] }) { totalCount } }"""), Bad, "at most 50"),
        ["a NUL character to look for"] = (Query("""{ influencers(filter: { displayName: { contains: "\u0000" } }) { totalCount } }"""), Bad, "NUL"),
        ["a search of 100,000 characters"] = (Query($$"""{ campaigns(query: "{{new string('a', 100_000)}}") { totalCount } }"""), Bad, "at most 200 characters"),
        ["a search of eleven words"] = (Query("""{ partnerships(query: "a b c d e f g h i j k") { totalCount } }"""), Bad, "at most 10 words"),
        ["1e400 followers"] = (Query("{ influencers(filter: { followers: { gt: 1e400 } }) { totalCount } }"), Bad, "1e400"),
        ["a rate of 1e400"] = (Query("{ influencers(filter: { engagementRate: { gt: 1e400 } }) { totalCount } }"), Bad, "1e400"),
        ["half a surrogate pair in a variable"] = (Body(Document("createInfluencer"), """{ "input": { "displayName": "a\ud800b" } }"""), "BAD_REQUEST", "JSON"),
        ["half a surrogate pair in a literal"] = (Query("""mutation { createInfluencer(input: { displayName: "a\ud800b" }) { userErrors { field message code } } }"""), "INVALID", "displayName"),
        ["a NUL character in a name"] = (Mutation("createInfluencer", """{ "displayName": "a\u0000b" }"""), "INVALID", "displayName"),
        ["a name of white space"] = (Mutation("createInfluencer", """{ "displayName": " \t\u00a0\u2003" }"""), "REQUIRED", "displayName"),
        ["a name of zero-width characters"] = (Mutation("createCampaign", """{ "name": "\u200b\u200d\ufeff" }"""), "REQUIRED", "name"),
        ["a name of 201 characters"] = (Mutation("createCampaign", $$"""{ "name": "{{new string('x', 201)}}" }"""), "TOO_LONG", "name"),
        ["notes of 10,001 characters"] = (Mutation("updateInfluencer", $$"""{ "influencerId": "INFLUENCER_ID", "notes": "{{new string('x', 10_001)}}" }"""), "TOO_LONG", "notes"),
        ["a handle of 5,000 characters"] = (Account($$"""{ "platform": "INSTAGRAM", "handle": "{{new string('x', 5000)}}" }"""), "TOO_LONG", "accounts.0.handle"),
        ["a handle with an emoji"] = (Account("""{ "platform": "INSTAGRAM", "handle": "mia😀" }"""), "INVALID", "contains '😀'"),
        ["a handle with an emoji where the message cuts it"] = (Account($$"""{ "platform": "X", "handle": "{{new string('x', 59)}}😀😀" }"""), "INVALID", "xxx…' cannot"),
        ["51 accounts"] = (Mutation("createInfluencer", $$"""{ "displayName": "x", "accounts": [{{Repeat("""{ "platform": "X", "handle": "h" }""", 51)}}] }"""), "TOO_LONG", "accounts"),
        ["followers below zero"] = (Account("""{ "platform": "X", "handle": "h", "followers": -1 }"""), "INVALID", "accounts.0.followers"),
        ["2^31 followers"] = (Account("""{ "platform": "X", "handle": "h", "followers": 2147483648 }"""), Bad, "followers"),
        ["an average beyond any column"] = (Account("""{ "platform": "X", "handle": "h", "averageLikes": "9999999999999999999999999999" }"""), "INVALID", "accounts.0.averageLikes"),
        ["a script to reach somebody by"] = (Mutation("updateInfluencer", """{ "influencerId": "INFLUENCER_ID", "contactPoints": [{ "kind": "URL", "value": "javascript:alert(1)" }] }"""), "INVALID", "contactPoints.0.value"),
        ["an e-mail address that is none"] = (Mutation("updateInfluencer", """{ "influencerId": "INFLUENCER_ID", "contactPoints": [{ "kind": "EMAIL", "value": "write to me" }] }"""), "INVALID", "contactPoints.0.value"),
        ["a landing page that is a script"] = (Mutation("createCampaign", """{ "name": "x", "landingPages": ["javascript:alert(1)"] }"""), Bad, "landingPages[0]"),
        ["a URL of 200,000 characters"] = (Account($$"""{ "platform": "X", "handle": "h", "url": "https://example.com/{{new string('x', 200_000)}}" }"""), Bad, "at most 2048 characters"),
        ["an unknown platform"] = (Account("""{ "platform": "ORKUT", "handle": "h" }"""), Bad, "ORKUT"),
        ["an unknown member"] = (Mutation("createInfluencer", """{ "displayName": "x", "shoeSize": 38 }"""), Bad, "shoeSize"),
        ["a budget below zero"] = (Mutation("createCampaign", """{ "name": "x", "budget": { "amount": "-0.01", "currencyCode": "EUR" } }"""), "NEGATIVE_MONEY", "budget"),
        ["a fee below zero"] = (Fee("\"-1\"", "EUR"), "NEGATIVE_MONEY", "compensation.0.fixedFee.amount"),
        ["tenths of a cent"] = (Fee("\"1.999\"", "EUR"), Bad, "more than the 2 decimal digits"),
        ["tenths of a yen"] = (Fee("1.5", "JPY"), Bad, "more than the 0 decimal digits"),
        ["2^63 euros"] = (Fee("9223372036854775808", "EUR"), Bad, "out of range"),
        ["1e400 euros"] = (Fee("1e400", "EUR"), Bad, "amount"),
        ["50,000 digits of euros"] = (Fee(new string('9', 50_000), "EUR"), "BAD_REQUEST", "400 digits"),
        ["300 digits of euros"] = (Fee(new string('9', 300), "EUR"), Bad, "28 digits"),
        ["not a number of euros"] = (Fee("\"NaN\"", "EUR"), Bad, "NaN"),
        ["a currency out of circulation"] = (Fee("1", "DEM"), Bad, "ISO 4217"),
        ["a currency in lower case"] = (Fee("1", "eur"), Bad, "ISO 4217"),
        ["an offer of nothing"] = (Mutation("proposeOffer", """{ "partnershipId": "PARTNERSHIP_ID", "compensation": [] }"""), "INVALID", "compensation"),
        ["a component of two kinds"] = (Mutation("proposeOffer",
            """{ "partnershipId": "PARTNERSHIP_ID", "compensation": [{ "product": { "name": "x" }, "fixedFee": { "amount": { "amount": 1, "currencyCode": "EUR" } } }] }"""), Bad, "exactly one"),
        ["the year 0"] = (Due("0000-01-01"), Bad, "0000-01-01"),
        ["the year 1"] = (Due("0001-01-01"), "INVALID", "dueOn"),
        ["the year 9999"] = (Due("9999-12-31"), "INVALID", "dueOn"),
        ["the year 10000"] = (Due("10000-01-01"), Bad, "10000-01-01"),
        ["the 30th of February"] = (Due("2026-02-30"), Bad, "2026-02-30"),
        ["24 o'clock"] = (Spoken("2026-01-01T24:00:00Z"), Bad, "24:00:00"),
        ["a leap second"] = (Spoken("2016-12-31T23:59:60Z"), Bad, "23:59:60"),
        ["an offset of 25 hours"] = (Spoken("2026-01-01T00:00:00+25:00"), Bad, "+25:00"),
        ["a talk in the year 9999"] = (Spoken("9999-12-31T23:59:59.9999999Z"), "INVALID", "occurredAt"),
        ["figures of before there were platforms"] = (Mutation("recordMetrics", """{ "accountId": "ACCOUNT_ID", "followers": 1, "takenAt": "0001-01-01T00:00:00Z" }"""), "INVALID", "takenAt"),
        ["no figures"] = (Mutation("recordMetrics", """{ "accountId": "ACCOUNT_ID" }"""), "INVALID", "figure"),
        ["a version that never was"] = (Mutation("updateInfluencer", """{ "influencerId": "INFLUENCER_ID", "notes": "x", "expectedVersion": -1 }"""), "VERSION_CONFLICT", "expectedVersion"),
        ["an idempotency key of 256 characters"] = (Mutation("createInfluencer", $$"""{ "displayName": "x", "idempotencyKey": "{{new string('k', 256)}}" }"""), Bad, "1 to 255"),
    };

    private static string Account(string account) => Mutation("createInfluencer", $$"""{ "displayName": "x", "accounts": [{{account}}] }""");

    private static string Fee(string amount, string currency) => Mutation("proposeOffer",
        $$"""{ "partnershipId": "PARTNERSHIP_ID", "compensation": [{ "fixedFee": { "amount": { "amount": {{amount}}, "currencyCode": "{{currency}}" } } }] }""");

    private static string Due(string day) => Mutation("addDeliverable", $$"""{ "partnershipId": "PARTNERSHIP_ID", "kind": "INSTAGRAM_POST", "dueOn": "{{day}}" }""");

    private static string Spoken(string at) => Mutation("logOutreach", $$"""{ "partnershipId": "PARTNERSHIP_ID", "direction": "OUT", "channel": "EMAIL", "occurredAt": "{{at}}" }""");

    private static string Query(string document) => Body(document, "{}");

    private static string Mutation(string name, string input) => Body(Document(name), $$"""{ "input": {{input}} }""");

    private static string Document(string mutation) =>
        $"mutation ($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ userErrors {{ field message code }} }} }}";

    private static string Body(string document, string variables) => $$"""{ "query": {{JsonSerializer.Serialize(document)}}, "variables": {{variables}} }""";

    private static string Id(string decoded) => Convert.ToBase64String(Encoding.UTF8.GetBytes(decoded)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Repeat(string part, int times, string between = ", ") => string.Join(between, Enumerable.Repeat(part, times));
}
