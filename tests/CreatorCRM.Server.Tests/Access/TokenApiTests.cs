using System.Text.Json;
using CreatorCRM.Access;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Server.Tests.Access;

public sealed class TokenApiTests(CrmServers servers) : IClassFixture<CrmServers>
{
    private static readonly string[] Read = ["RELATIONSHIPS_READ"], ReadAndWrite = ["RELATIONSHIPS_READ", "RELATIONSHIPS_WRITE"];

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_secret_is_shown_once_and_opens_the_workspace_until_it_is_revoked(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        var desk = new Desk(server);
        var input = new { name = "Shop", scopes = ReadAndWrite, idempotencyKey = "shop" };
        const string Selection = "secret token { id kind name scopes lastFour expiresAt revokedAt lastUsedAt member { name } }";
        var created = await desk.Do("createIntegrationToken", input, Selection);
        var secret = created.Text("secret");
        AccessTokens.IsWellFormed(secret).ShouldBeTrue();
        created.Find("token.lastFour").GetString().ShouldBe(secret[^4..]);
        (created.Find("token.kind").GetString(), created.Find("token.scopes").ToString()).ShouldBe(("INTEGRATION", """["RELATIONSHIPS_READ","RELATIONSHIPS_WRITE"]"""));

        var again = await desk.Do("createIntegrationToken", input, Selection);
        again.GetProperty("secret").ValueKind.ShouldBe(JsonValueKind.Null);
        again.GetProperty("token").ToString().ShouldBe(created.GetProperty("token").ToString());
        (await desk.Refused("createIntegrationToken", input with { name = "Other" })).ShouldBe("idempotencyKey IDEMPOTENCY_KEY_REUSED");

        var shop = new Desk(server.As(secret));
        var influencer = await shop.Influencer("By the shop");
        (await server.Query("query ($id: ID!) { influencer(id: $id) { timeline { nodes { actor { name } } } } }", new { id = influencer }))
            .Find("influencer.timeline.nodes.0.actor.name").GetString().ShouldBe("Shop");
        await desk.Do("revokeToken", new { tokenId = created.Find("token.id").GetString() }, "token { revokedAt }");
        (await server.As(secret).Error("{ viewer { name } }")).Find("extensions.code").GetString().ShouldBe("UNAUTHENTICATED");
        await using var read = server.Read();
        (await read.Set<EventRow>().CountAsync(row => row.Data.Contains(secret), TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_request_with_a_key_is_repeated_without_the_secret_since_it_was_written_nowhere(StorageEngine engine)
    {
        var server = await servers.On(engine);
        const string Document = "mutation { createIntegrationToken(input: { name: \"Keyed\", scopes: [RELATIONSHIPS_READ] }) { secret token { id } userErrors { code } } }";
        var first = (await server.Send(Document, null, ("Idempotency-Key", "keyed-token"))).Find("data.createIntegrationToken");
        var second = (await server.Send(Document, null, ("Idempotency-Key", "keyed-token"))).Find("data.createIntegrationToken");
        AccessTokens.IsWellFormed(first.Text("secret")).ShouldBeTrue();
        second.GetProperty("secret").ValueKind.ShouldBe(JsonValueKind.Null);
        second.Find("token.id").GetString().ShouldBe(first.Find("token.id").GetString());
        await using var read = server.Read();
        (await read.Database.SqlQuery<long>($"SELECT count(*) AS \"Value\" FROM requests WHERE body LIKE '%ccrm_int_%'")
            .SingleAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Nobody_gives_what_they_do_not_have(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        await server.Grains.Workspace().Hire("jo", Role.Owner);
        await server.Grains.Workspace().Hire("kim", Role.Analyst);
        var desk = new Desk(server);
        (await desk.Refused("createIntegrationToken", new { name = "X", scopes = (string[])["ACCESS"] })).ShouldBe("scopes INVALID");
        (await desk.Refused("createIntegrationToken", new { name = "X", scopes = (string[])["INSTALLATION"] })).ShouldBe("scopes INVALID");
        (await desk.Refused("createIntegrationToken", new { name = "X", scopes = (string[])[] })).ShouldBe("scopes INVALID");
        (await desk.Refused("createPersonalToken", new { name = "X", scopes = Read })).ShouldBe("memberId REQUIRED");
        (await desk.Refused("createPersonalToken", new { name = "X", scopes = ReadAndWrite, memberId = await Id("Name of kim") })).ShouldBe("scopes INVALID");

        // Jo is an owner, but this token of hers may only look after access and read.
        var narrow = new Desk(server.As(await server.Grains.Workspace().Issue("t1", "jo", null, Scope.Access, Scope.RelationshipsRead)));
        (await narrow.Refused("addMember", new { email = "x@example.com", name = "X", role = "MANAGER" })).ShouldBe("role BEYOND_OWN_SCOPES");
        (await narrow.Refused("changeMemberRole", new { memberId = await Id("Name of kim"), role = "OWNER" })).ShouldBe("role BEYOND_OWN_SCOPES");
        (await narrow.Refused("createIntegrationToken", new { name = "X", scopes = Read })).ShouldBe("- BEYOND_OWN_SCOPES");
        await narrow.Do("addMember", new { email = "x@example.com", name = "X", role = "ANALYST" });
        (await Forbidden(narrow, "createPersonalToken", new { name = "X", scopes = Read })).ShouldBe("FORBIDDEN");
        (await Forbidden(narrow, "createWorkspace", new { key = "mine", name = "X" })).ShouldBe("FORBIDDEN");

        async Task<string> Id(string name) =>
            (await server.Query("{ workspace { members { nodes { id name } } } }")).Find("workspace.members.nodes").EnumerateArray()
            .Single(node => node.Text("name") == name).Text("id");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Members_see_and_end_their_own_tokens_and_no_others(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        await server.Grains.Workspace().Hire("jo", Role.Manager);
        await server.Grains.Workspace().Hire("kim", Role.Manager);
        await server.Grains.Workspace().Issue("t-kim", "kim", null, Scope.RelationshipsRead);
        // A sign-in by the identity provider has all scopes of the role; here a token stands for one.
        var jo = new Desk(server.As(await Session("jo")));
        var own = await jo.Do("createPersonalToken", new { name = "Notebook", scopes = Read }, "secret token { id expiresAt }");
        own.Find("token.expiresAt").ValueKind.ShouldBe(JsonValueKind.String);
        (await jo.Server.Query("{ viewer { personalTokens { nodes { name lastUsedAt } } } }")).Each("viewer.personalTokens.nodes", "name")
            .ShouldContain("Notebook");
        (await jo.Server.Query("{ viewer { personalTokens { nodes { name } } } }")).ToString().ShouldNotContain("t-kim");
        var kims = (await server.Query("{ workspace { tokens { nodes { id name } } } }")).Find("workspace.tokens.nodes").EnumerateArray()
            .Single(node => node.Text("name") == "Token t-kim").Text("id");
        (await jo.Server.Query("query ($id: ID!) { node(id: $id) { id } }", new { id = kims })).GetProperty("node").ValueKind.ShouldBe(JsonValueKind.Null);
        (await jo.Refused("revokePersonalToken", new { tokenId = kims })).ShouldBe("tokenId NOT_FOUND");
        (await Forbidden(jo, "revokeToken", new { tokenId = kims })).ShouldBe("FORBIDDEN");
        await jo.Do("revokePersonalToken", new { tokenId = own.Find("token.id").GetString() }, "token { revokedAt }");
        (await server.As(own.Text("secret")).Error("{ viewer { name } }")).Find("extensions.code").GetString().ShouldBe("UNAUTHENTICATED");

        async Task<string> Session(string member)
        {
            await using var read = server.Read();
            var secret = await server.Grains.Workspace().Issue($"session-{member}", member, null, Scope.RelationshipsRead, Scope.RelationshipsWrite);
            await read.Set<AccessTokenRow>().Where(row => row.Id == $"session-{member}")
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Scopes, """["RELATIONSHIPS_READ","RELATIONSHIPS_WRITE","OWN_TOKENS"]"""), TestContext.Current.CancellationToken);
            return secret;
        }
    }

    private static async Task<string> Forbidden(Desk desk, string mutation, object input) => (await desk.Server.Error(
        $"mutation ($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ userErrors {{ code }} }} }}",
        new { input })).Find("extensions.code").GetString()!;
}
