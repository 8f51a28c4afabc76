using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Live;

public sealed class NpmClientTests(NpmClients clients, CrmServers servers) : IClassFixture<NpmClients>, IClassFixture<CrmServers>
{
    [Theory]
    [InlineData("graphql-ws.mjs", StorageEngine.Sqlite, "4403")]
    [InlineData("graphql-ws.mjs", StorageEngine.Postgres, "4403")]
    [InlineData("graphql-sse.mjs", StorageEngine.Sqlite, "401")]
    [InlineData("graphql-sse.mjs", StorageEngine.Postgres, "401")]
    public async Task The_usual_client_reads_writes_and_follows(string script, StorageEngine engine, string refusal)
    {
        await using var server = await servers.New(engine);
        (await clients.Tell(script, server)).ShouldBe(
            ["Ada", "Bea", "Cid", "Ada was added.", "Bea was added.", "Cid was added.", "Owner", "GRAPHQL_VALIDATION_FAILED", refusal]);
    }

    [Fact]
    public async Task A_person_signs_in_at_the_console_and_the_page_never_holds_the_token() =>
        (await clients.Tell("console.mjs", await servers.On(StorageEngine.Sqlite))).ShouldBe(["refused", "asked", "False", "", "connection_ack", "401", "[]"]);

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task The_audits_of_graphql_over_http_are_all_passed(StorageEngine engine)
    {
        var results = await clients.Tell("graphql-http.mjs", await servers.On(engine));
        results.Length.ShouldBe(61);
        results.ShouldAllBe(result => result == "ok");
    }

    [Fact]
    public async Task Apollos_client_names_its_queries_by_their_hash_and_sends_batches() =>
        (await clients.Tell("apollo.mjs", await servers.On(StorageEngine.Sqlite))).ShouldBe(
            ["POST hash", "POST hash and query", "POST hash", "GET hash", "Default", "POST batch of 2", "Default Query"]);

    [Fact]
    public async Task The_schema_can_be_introspected_with_everything_that_tools_ask_for() =>
        (await clients.Tell("introspection.mjs", await servers.On(StorageEngine.Sqlite))).ShouldBe(["ok"]);
}
