using System.Net;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using CreatorCRM.Server.Tests.Live;
using CreatorCRM.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CreatorCRM.Server.Tests.Api;

public sealed class FaultTests(CrmServers servers, PostgresServer postgres) : IClassFixture<CrmServers>
{
    private const string Query = """{ "query": "{ influencers { totalCount } }" }""";
    private const string Mutation = """{ "query": "mutation { createInfluencer(input: { displayName: \"Ada Probe\" }) { influencer { id } } }" }""";

    private static readonly string[] Internals = ["Exception", "Npgsql", "SQLite", "SQL", "127.0.0.1", "influencers\\\"", " at "];

    [Fact]
    public async Task When_the_database_is_lost_every_transport_tells_a_correlation_id_and_nothing_else()
    {
        await using var server = await servers.New(StorageEngine.Postgres);
        await server.Query("{ influencers { totalCount } }");
        var database = new NpgsqlConnectionStringBuilder(server.Services.GetRequiredService<StorageOptions>().PostgresConnectionString).Database;
        using var socket = await LiveSocket.Open(server);
        await postgres.Execute($"ALTER DATABASE {database} ALLOW_CONNECTIONS false");
        try
        {
            await postgres.Execute($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'");
            await AllTransports(server, socket);
        }
        finally
        {
            await postgres.Execute($"ALTER DATABASE {database} ALLOW_CONNECTIONS true");
        }
        await server.Query("{ influencers { totalCount } }");
    }

    [Fact]
    public async Task So_it_is_on_sqlite_when_a_table_is_lost()
    {
        await using var server = await servers.New(StorageEngine.Sqlite);
        using var socket = await LiveSocket.Open(server);
        await using var db = server.Read();
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE influencers RENAME TO lost_influencers; ALTER TABLE requests RENAME TO lost_requests",
            TestContext.Current.CancellationToken);
        await AllTransports(server, socket);
    }

    [Fact]
    public async Task A_fault_before_the_endpoint_is_told_like_any()
    {
        await using var server = await CrmServer.Start(StorageEngine.Sqlite, postgres,
            adapt: services => services.AddSingleton<IClaimsTransformation, LostDirectory>());
        Tells(server, await Post(server, Query, HttpStatusCode.InternalServerError));

        using var socket = await LiveSocket.Connect(server);
        await socket.Init(CrmServer.Token);
        (await socket.Close()).ShouldBe(4500);
        const string reason = "Internal server error, correlation id ";
        socket.Reason!.ShouldStartWith(reason);
        var id = socket.Reason[reason.Length..];
        server.Log.ShouldContain(entry => entry.Contains(id) && entry.Contains("secret"));
    }

    private static async Task AllTransports(CrmServer server, LiveSocket socket)
    {
        Tells(server, await Post(server, Query, HttpStatusCode.OK));
        Tells(server, await Post(server, $"[{Query}]", HttpStatusCode.OK));
        Tells(server, await Post(server, Query, HttpStatusCode.OK, ("Accept", "text/event-stream")));
        Tells(server, await server.Http.GetStringAsync(new Uri($"{server.Address}?query={{influencers{{totalCount}}}}"), TestContext.Current.CancellationToken));
        Tells(server, await Post(server, Mutation, HttpStatusCode.OK));
        // Its key cannot be claimed, so the request does not even begin.
        Tells(server, await Post(server, Mutation, HttpStatusCode.InternalServerError, ("Idempotency-Key", "\"k\"")));
        await socket.Subscribe("1", "{ influencers { totalCount } }");
        Tells(server, (await socket.Receive()).ToString());
    }

    private static async Task<string> Post(CrmServer server, string body, HttpStatusCode status, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status, text);
        return text;
    }

    private static void Tells(CrmServer server, string answer)
    {
        answer.ShouldContain("\"INTERNAL_ERROR\"");
        foreach (var secret in Internals) answer.ShouldNotContain(secret, Case.Sensitive);
        var id = answer.Split("\"correlationId\":")[1].TrimStart().Split('"')[1];
        server.Log.ShouldContain(entry => entry.Contains(id));
    }

    private sealed class LostDirectory : IClaimsTransformation
    {
        public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal) => throw new JsonException("secret");
    }
}
