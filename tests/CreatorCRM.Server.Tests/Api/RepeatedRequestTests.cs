using System.Net;
using System.Net.Http.Json;
using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Server.Tests.Api;

public sealed class RepeatedRequestTests(CrmServers servers) : IClassFixture<CrmServers>
{
    private const string Create = "mutation ($name: String!) { createInfluencer(input: { displayName: $name }) { influencer { id version displayName } userErrors { code } } }";

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_repetition_gets_the_answer_of_the_first_even_when_the_entity_has_changed(StorageEngine engine)
    {
        var server = await servers.On(engine);
        var first = await Send(server, "kept", "Mia Muster");
        var id = (await server.Query("{ influencers(query: \"Mia Muster\", first: 5) { nodes { id } } }")).Find("influencers.nodes.0.id").GetString();
        await server.Mutate("mutation ($id: ID!) { updateInfluencer(input: { influencerId: $id, displayName: \"Mia Neu\" }) { influencer { id } userErrors { field message code } } }", new { id });

        var second = await Send(server, "kept", "Mia Muster");
        second.ShouldBe((HttpStatusCode.OK, first.Body, true));
        second.Body.ShouldContain("Mia Muster");
        (await Send(server, "kept", "Somebody Else")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_command_whose_answer_was_never_kept_happens_once_all_the_same(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        await Run(server, engine == StorageEngine.Sqlite
            ? "CREATE TRIGGER lost BEFORE UPDATE ON requests BEGIN SELECT RAISE(ABORT, 'the node dies here'); END"
            : """
              CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the node dies here'; END $$;
              CREATE TRIGGER lost BEFORE UPDATE ON requests FOR EACH ROW EXECUTE FUNCTION lose()
              """);
        var first = await Send(server, "lost", "Ada Probe");
        first.Status.ShouldBe(HttpStatusCode.OK);
        await Run(server, engine == StorageEngine.Sqlite ? "DROP TRIGGER lost" : "DROP TRIGGER lost ON requests");

        (await Send(server, "lost", "Ada Probe")).Status.ShouldBe(HttpStatusCode.Conflict);
        await Run(server, "UPDATE requests SET lease_until = 0");
        (await Send(server, "lost", "Ada Probe")).ShouldBe((HttpStatusCode.OK, first.Body, false));
        (await Send(server, "lost", "Ada Probe")).ShouldBe((HttpStatusCode.OK, first.Body, true));
        (await server.Query("{ influencers { totalCount } }")).Find("influencers.totalCount").GetInt32().ShouldBe(1);
    }

    private static async Task Run(CrmServer server, string sql)
    {
        await using var db = server.Read();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    private static async Task<(HttpStatusCode Status, string Body, bool Replayed)> Send(CrmServer server, string key, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = JsonContent.Create(new { query = Create, variables = new { name } }) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", $"\"{key}\"");
        using var response = await server.Http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Contains("Idempotency-Replayed"));
    }
}
