using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CreatorCRM.Common;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Access.Walk;

/// <summary>
/// Walks to every field of the schema as everybody, over HTTP. Who gets where is a reviewed text: a field that is new or opens to others shows as a difference,
/// to be read and then accepted with CREATORCRM_ACCEPT_ACCESS=1.
/// </summary>
public sealed class AccessWalkTests(GuardedServers servers) : IClassFixture<GuardedServers>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Everybody_gets_what_was_reviewed_and_nothing_else(StorageEngine engine)
    {
        var server = await servers.On(engine);
        using var principals = await Principals.Arrive(server);
        var documents = (await Schema(server.Crm)).Documents(Nothing).ToList();
        var table = new AccessTable([.. principals.Clients.Keys]);
        var refusals = new System.Collections.Concurrent.ConcurrentBag<(FieldDocument Document, string Principal, string[] Forbidden)>();
        await Parallel.ForEachAsync(documents.SelectMany(document => principals.Clients.Select(client => (document, client))), async (walk, _) =>
        {
            var forbidden = await Forbidden(walk.client.Value, walk.document);
            refusals.Add((walk.document, walk.client.Key, forbidden));
            table.Note(walk.document.Field, walk.client.Key, !forbidden.Contains(walk.document.Field));
        });

        // The way there is forbidden just where its own walk says so.
        foreach (var (document, principal, forbidden) in refusals)
            forbidden.Order().ShouldBe(document.Path.Distinct().Where(field => !table.Allows(field, principal)).Order(), $"{principal}: {document.Text}");
        await Review(table.Text);
    }

    [Fact]
    public async Task Who_is_nobody_gets_nowhere()
    {
        var server = await servers.On(StorageEngine.Sqlite);
        var nobody = server.Crm.As(null).Http;
        foreach (var document in (await Schema(server.Crm)).Documents(Nothing))
        {
            using var response = await nobody.PostAsJsonAsync("", new { query = document.Text });
            response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, document.Text);
        }
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task An_id_of_another_workspace_is_like_one_that_nobody_has(StorageEngine engine)
    {
        var server = await servers.On(engine);
        var stranger = server.Crm.As(workspace: "south").Http;
        var real = await RealIds.Make(server.Crm);
        var schema = await Schema(server.Crm);
        var (theirs, nobodys) = (schema.Documents(type => real[type]), schema.Documents(Nothing));
        var compared = 0;
        var withIds = theirs.Zip(nobodys).Where(pair => pair.First.Text != pair.Second.Text).ToLookup(pair => pair.First.IsLive);
        foreach (var (document, invented) in withIds[false])
        {
            (await Answer(stranger, document.Text, real.All))
                .ShouldBe(await Answer(stranger, invented.Text, [.. schema.Implementations["Node"].Select(Nothing)]), document.Text);
            compared++;
        }
        compared.ShouldBeGreaterThan(100);
        foreach (var id in real.All) (await Answer(stranger, $$"""{ node(id: "{{id}}") { id } nodes(ids: ["{{id}}"]) { id } }""", [])).ShouldStartWith("""{"data":{"node":null,"nodes":[null]}""");
        await RealIds.AreUntouched(server.Crm, real);
        await LiveWalk.Run(server.Crm, real, [.. withIds[true]]);
    }

    private static string Nothing(string type) => new NodeId(type, IdGenerator.Derive("nobody has this", type)).ToString();

    /// <summary>The fields that were refused. Where any was, nothing ran and nothing else is said.</summary>
    private static async Task<string[]> Forbidden(HttpClient client, FieldDocument document)
    {
        using var response = await client.PostAsJsonAsync("", new { query = document.Text });
        response.StatusCode.ShouldBe(HttpStatusCode.OK, document.Text);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        if (!answer.TryGetProperty("errors", out var errors)) return [];
        var codes = errors.EnumerateArray().Select(error => error.GetProperty("extensions")).ToLookup(about => about.GetProperty("code").GetString()!);
        var forbidden = codes["FORBIDDEN"].Select(about => about.GetProperty("field").GetString()!).ToArray();
        // That a subscription needs a stream is found at the same moment.
        if (forbidden.Length > 0)
            codes.Select(code => code.Key).Where(code => !(document.IsLive && code == "OPERATION_RESOLUTION_FAILURE"))
                .ShouldBe(["FORBIDDEN"], answer.ToString());
        if (forbidden.Length > 0) answer.TryGetProperty("data", out _).ShouldBeFalse(answer.ToString());
        codes.ShouldNotContain(code => code.Key == "GRAPHQL_VALIDATION_FAILED" || code.Key == "INTERNAL_ERROR", $"{document.Text} {answer}");
        return forbidden;
    }

    private static async Task<string> Answer(HttpClient client, string document, IEnumerable<string> ids)
    {
        using var response = await client.PostAsJsonAsync("", new { query = document });
        var answer = await response.Content.ReadAsStringAsync();
        return ids.Aggregate(answer, (text, id) => text.Replace(id, "ID", StringComparison.Ordinal));
    }

    private static async Task<SchemaMap> Schema(CrmServer server) =>
        new(await server.Http.GetStringAsync(new Uri($"{server.Address}/schema.graphql"), TestContext.Current.CancellationToken));

    private static async Task Review(string table, [CallerFilePath] string thisFile = "")
    {
        var reviewed = Path.Combine(Path.GetDirectoryName(thisFile)!, "access.expected.txt");
        if (Environment.GetEnvironmentVariable("CREATORCRM_ACCEPT_ACCESS") == "1") await File.WriteAllTextAsync(reviewed, table);
        var expected = File.Exists(reviewed) ? await File.ReadAllLinesAsync(reviewed) : [];
        var actual = table.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        expected.Except(actual).Select(line => $"- {line}").Concat(actual.Except(expected).Select(line => $"+ {line}")).ShouldBeEmpty(
            "Who may use which field differs from access.expected.txt. Look at each line; if it is meant, run this test with CREATORCRM_ACCEPT_ACCESS=1.");
    }
}
