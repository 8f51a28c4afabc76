using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Server.Hosting;

namespace CreatorCRM.Server.Tests.GraphQL;

public sealed class PersistedDocumentTests : IDisposable
{
    private const string Query = "query Bread($key: String!) { bread(key: $key) { key } }";
    private const string Modern = "application/graphql-response+json";

    private readonly string _folder = Directory.CreateTempSubdirectory("creatorcrm-documents").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_document_of_a_manifest_runs_by_its_id_by_POST_and_by_GET()
    {
        await using var server = await Serve(only: false);
        var variables = new { key = "rye" };
        var posted = await server.Http.PostAsJsonAsync("", new { documentId = Id(Query), variables }, TestContext.Current.CancellationToken);
        (await Key(posted)).ShouldBe("rye");
        (await Key(await server.Get($"?documentId={Uri.EscapeDataString(Id(Query))}&variables={Uri.EscapeDataString(JsonSerializer.Serialize(variables))}")))
            .ShouldBe("rye");
        (await server.Data("{ __typename }"))["__typename"]!.GetValue<string>().ShouldBe("Query");
    }

    [Theory]
    [InlineData("sha256:0000000000000000000000000000000000000000000000000000000000000000", HttpStatusCode.NotFound, "PERSISTED_DOCUMENT_NOT_FOUND")]
    [InlineData("sha256:0", HttpStatusCode.BadRequest, "BAD_REQUEST")]
    [InlineData("md5:00000000000000000000000000000000", HttpStatusCode.BadRequest, "BAD_REQUEST")]
    public async Task An_unknown_or_malformed_id_is_refused(string documentId, HttpStatusCode status, string code)
    {
        await using var server = await Serve(only: false);
        (await Send(server, new { documentId })).ShouldBe((status, code));
    }

    [Fact]
    public async Task A_request_with_both_a_query_and_an_id_is_refused()
    {
        await using var server = await Serve(only: false);
        (await Send(server, new { query = Query, documentId = Id(Query) })).ShouldBe((HttpStatusCode.BadRequest, "BAD_REQUEST"));
    }

    [Fact]
    public async Task Where_only_persisted_documents_are_allowed_everything_else_is_refused()
    {
        await using var server = await Serve(only: true);
        (await Send(server, new { documentId = Id(Query), variables = new { key = "rye" } })).ShouldBe((HttpStatusCode.OK, null));
        foreach (var query in new[] { "{ __typename }", "{ __schema { queryType { name } } }", "subscription { baked { key } }", "{" })
        {
            (await Send(server, new { query })).ShouldBe((HttpStatusCode.BadRequest, "PERSISTED_DOCUMENTS_ONLY"), query);
            (await Stream(server, query)).ShouldContain("PERSISTED_DOCUMENTS_ONLY");
        }
    }

    [Fact]
    public async Task There_Apollos_hash_finds_a_persisted_document_and_teaches_no_other()
    {
        await using var server = await Serve(only: true);
        var known = new { persistedQuery = new { version = 1, sha256Hash = Hash(Query) } };
        (await Send(server, new { extensions = known, variables = new { key = "rye" } })).ShouldBe((HttpStatusCode.OK, null));
        (await Send(server, new { query = Query, extensions = known, variables = new { key = "rye" } })).ShouldBe((HttpStatusCode.OK, null));
        var other = new { persistedQuery = new { version = 1, sha256Hash = Hash("{ __typename }") } };
        (await Send(server, new { extensions = other })).ShouldBe((HttpStatusCode.BadRequest, "PERSISTED_QUERY_NOT_SUPPORTED"));
        (await Send(server, new { query = "{ __typename }", extensions = other })).ShouldBe((HttpStatusCode.BadRequest, "PERSISTED_DOCUMENTS_ONLY"));
    }

    [Theory]
    [InlineData("""{ "sha256:HASH": "DOCUMENT" }""", null)]
    [InlineData("""{ "HASH": "DOCUMENT" }""", null)]
    [InlineData("""{ "HASH": "DOCUMENT changed" }""", "has another hash")]
    [InlineData("""{ "0123456789abcdef0123456789abcdef": "DOCUMENT" }""", "'0123456789abcdef0123456789abcdef' is not named by a SHA-256")]
    [InlineData("""{ "HASH": { "text": "DOCUMENT" } }""", "holds no document")]
    [InlineData("""[ "DOCUMENT" ]""", "is no manifest")]
    [InlineData("""{ "HASH": """, "cannot be read")]
    public void A_manifest_is_checked_entry_by_entry(string manifest, string? problem)
    {
        var file = Path.Combine(_folder, "client.json");
        File.WriteAllText(file, manifest.Replace("HASH", Hash(Query), StringComparison.Ordinal).Replace("DOCUMENT", Query, StringComparison.Ordinal));
        if (problem is null)
        {
            PersistedDocuments.Read(file).Find(Hash(Query)).ShouldBe(Query);
            return;
        }
        var message = Should.Throw<StartupException>(() => PersistedDocuments.Read(file)).Message;
        message.ShouldContain(file);
        message.ShouldContain(problem);
    }

    [Fact]
    public void A_pattern_reads_every_manifest_and_one_that_finds_none_is_named()
    {
        foreach (var (name, document) in new[] { ("web.json", Query), ("app.json", "{ __typename }") })
            File.WriteAllText(Path.Combine(_folder, name), JsonSerializer.Serialize(new Dictionary<string, string> { [Id(document)] = document }));
        PersistedDocuments.Read(Path.Combine(_folder, "*.json")).Count.ShouldBe(2);
        Should.Throw<StartupException>(() => PersistedDocuments.Read(Path.Combine(_folder, "*.js"))).Message.ShouldContain("*.js");
    }

    private async Task<GraphQLServer> Serve(bool only)
    {
        var file = Path.Combine(_folder, "documents.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new Dictionary<string, string> { [Id(Query)] = Query }));
        var server = new GraphQLServer(options => (options.PersistedDocuments, options.OnlyPersistedDocuments) = (PersistedDocuments.Read(file), only));
        await server.InitializeAsync();
        return server;
    }

    private static async Task<(HttpStatusCode Status, string? Code)> Send(GraphQLServer server, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = JsonContent.Create(body), Headers = { { "Accept", Modern } } };
        using var response = await server.Http.SendAsync(request);
        return (response.StatusCode, (await GraphQLServer.Read(response))["errors"]?[0]!["extensions"]!["code"]!.GetValue<string>());
    }

    private static async Task<string> Stream(GraphQLServer server, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "")
        {
            Content = JsonContent.Create(new { query }),
            Headers = { { "Accept", "text/event-stream" } }
        };
        using var response = await server.Http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<string> Key(HttpResponseMessage response)
    {
        using (response) return (await GraphQLServer.Read(response))["data"]!["bread"]!["key"]!.GetValue<string>();
    }

    private static string Id(string document) => $"sha256:{Hash(document)}";

    private static string Hash(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
}
