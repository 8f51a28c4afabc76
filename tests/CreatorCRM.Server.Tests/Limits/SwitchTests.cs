using System.Net;
using CreatorCRM.Server.Tests.Access;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Server.Tests.Live;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Limits;

/// <summary>What an operator can set, on the program itself.</summary>
public sealed class SwitchTests(PostgresServer postgres)
{
    [Fact]
    public async Task A_server_can_keep_its_schema_and_its_console_to_itself()
    {
        await using var server = await CrmServer.Start(StorageEngine.Sqlite, postgres, settings: ["--GraphQL:Introspection=false", "--GraphQL:Console=false"]);
        foreach (var document in new[] { "{ __schema { types { name } } }", """{ viewer { name } __type(name: "Query") { name } }""", "{ ...F } fragment F on Query { __schema { types { name } } }" })
            (await server.Error(document)).Find("extensions.code").GetString().ShouldBe("INTROSPECTION_DISABLED");
        (await server.Query("{ __typename }")).Find("__typename").GetString().ShouldBe("Query");
        (await server.Error("{ viewer { nam } }")).Text("message").ShouldNotContain("Did you mean");

        using var schema = await server.Http.GetAsync($"{server.Address}/schema.graphql", TestContext.Current.CancellationToken);
        schema.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var navigation = new HttpRequestMessage(HttpMethod.Get, "") { Headers = { { "Accept", "text/html" } } };
        using var page = await server.Http.SendAsync(navigation, TestContext.Current.CancellationToken);
        page.Content.Headers.ContentType!.MediaType.ShouldNotBe("text/html");
    }

    [Fact]
    public async Task A_limit_is_what_the_configuration_says()
    {
        await using var server = await CrmServer.Start(
            StorageEngine.Sqlite, postgres, new MovedTime(), "--GraphQL:MaxDepth=3", "--GraphQL:MaxCost=50", "--GraphQL:CostBudget=50",
            "--GraphQL:CostBudgetPerSecond=1");
        (await server.Error("{ influencers { nodes { accounts { handle } } } }")).Text("message")
            .ShouldBe("The operation nests 4 fields; 3 are allowed. Ask for the inner objects by their ids in a second request.");

        await server.Query("{ influencers(first: 48) { nodes { id } } }");
        using var socket = await LiveSocket.Open(server);
        await socket.Subscribe("1", "subscription { events { __typename } }");
        var refused = await socket.Receive();
        refused.Find("type").GetString().ShouldBe("error");
        refused.Find("payload.0.extensions.code").GetString().ShouldBe("RATE_LIMITED");
    }

    [Fact]
    public async Task Who_was_refused_too_often_waits_on_every_way_and_nobody_else_does()
    {
        await using var server = await CrmServer.Start(
            StorageEngine.Sqlite, postgres, new MovedTime(), "--GraphQL:CostBudgetPerSecond=1", "--GraphQL:CostBudget=50000", "--GraphQL:RefusalsPerBudget=1");
        var secret = (await new Desk(server).Do("createIntegrationToken", new { name = "Shop", scopes = (string[])["RELATIONSHIPS_READ"] }, "secret"))
            .Text("secret");
        var other = server.As(secret);
        using var socket = await LiveSocket.Open(server, secret);
        (await other.Error("{ viewer { nam } }")).Find("extensions.code").GetString().ShouldBe("GRAPHQL_VALIDATION_FAILED");

        (await other.Error("{ __typename }")).Find("extensions.code").GetString().ShouldBe("RATE_LIMITED");
        await socket.Subscribe("1", "{ __typename }");
        (await socket.Receive()).Find("payload.0.extensions.code").GetString().ShouldBe("RATE_LIMITED");
        (await server.Query("{ __typename }")).Text("__typename").ShouldBe("Query");
    }
}
