using CreatorCRM.Access;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Access;

public sealed class GateTests(GuardedServers servers, PostgresServer postgres) : IClassFixture<GuardedServers>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task The_owner_chooses_a_workspace_by_its_header(StorageEngine engine)
    {
        var server = await servers.On(engine);
        (await server.WhoIs(CrmServer.Token)).ShouldBe("200 Owner in Default");
        (await server.WhoIs(CrmServer.Token, "north")).ShouldStartWith("200 Owner");
        (await server.WhoIs(CrmServer.Token, "nowhere")).ShouldBe("403 WORKSPACE_NOT_FOUND");
        (await server.WhoIs(CrmServer.Token, "NORTH' OR 1=1")).ShouldBe("403 WORKSPACE_NOT_FOUND");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_token_opens_its_workspace_until_it_is_revoked_or_expires_or_its_member_goes(StorageEngine engine)
    {
        var time = new MovedTime();
        await using var server = await GuardedServer.Start(engine, postgres, time);
        var north = server.Crm.Grains.Workspace("north");
        await north.Hire("ben", Role.Analyst);
        var personal = await north.Issue("t1", "ben", scopes: Scope.RelationshipsRead);
        var program = await north.Issue("t2", expiresAt: time.GetUtcNow().AddHours(1), scopes: Scope.RelationshipsRead);
        (await server.WhoIs(personal)).ShouldStartWith("200 Name of ben");
        (await server.WhoIs(personal, "north")).ShouldStartWith("200");
        (await server.WhoIs(program)).ShouldStartWith("200 Token t2");
        foreach (var elsewhere in new[] { "south", "nowhere", "default" }) (await server.WhoIs(personal, elsewhere)).ShouldBe("403 WORKSPACE_NOT_FOUND");

        time.Move(TimeSpan.FromHours(1));
        (await server.WhoIs(program)).ShouldBe("401 UNAUTHENTICATED");
        await north.Dismiss("ben");
        (await server.WhoIs(personal)).ShouldBe("401 UNAUTHENTICATED");
        var other = await north.Issue("t3", scopes: Scope.RelationshipsRead);
        (await server.WhoIs(other)).ShouldStartWith("200");
        await north.Revoke("t3");
        (await server.WhoIs(other)).ShouldBe("401 UNAUTHENTICATED");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Junk_does_not_reach_the_database(StorageEngine engine)
    {
        var server = await servers.On(engine);
        var secret = AccessTokens.NewSecret(TokenKind.Personal);
        string[] junk = ["junk", secret[..^1], secret[..^1] + (secret[^1] == 'a' ? 'b' : 'a'), secret.ToUpperInvariant(), "a.b.c"];
        (await server.Crm.Sql.During(async () =>
        {
            foreach (var token in junk) (await server.WhoIs(token)).ShouldBe("401 UNAUTHENTICATED");
        })).Where(IsSearch).ShouldBeEmpty();
        (await server.Crm.Sql.During(async () => (await server.WhoIs(secret)).ShouldBe("401 UNAUTHENTICATED"))).Count(IsSearch).ShouldBe(1);

        static bool IsSearch(string sql) => sql.Contains("access_tokens", StringComparison.Ordinal) || sql.Contains("members", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Somebody_with_a_verified_address_is_linked_and_known_by_their_subject_from_then_on(StorageEngine engine)
    {
        var server = await servers.On(engine);
        await server.Crm.Grains.Workspace("north").Hire("cleo", Role.Manager);
        var claims = server.Issuer.Claims("cleo@example.com", TimeProvider.System.GetUtcNow());
        (await server.WhoIs(server.Issuer.Token(new(claims) { ["email_verified"] = false }))).ShouldBe("403 WORKSPACE_NOT_FOUND");
        (await server.WhoIs(server.Issuer.Token(claims.Where(one => one.Key != "email_verified").ToDictionary()))).ShouldBe("403 WORKSPACE_NOT_FOUND");
        (await server.WhoIs(server.Issuer.Token(claims))).ShouldStartWith("200 Name of cleo");
        // Married, and the provider has not looked at the new address yet.
        (await server.WhoIs(server.Issuer.Token(new(claims) { ["email"] = "new@example.com", ["email_verified"] = false })))
            .ShouldStartWith("200 Name of cleo");
        // The address went to somebody else at the provider, who is not Cleo.
        (await server.WhoIs(server.Issuer.Token(new(claims) { ["sub"] = "another" }))).ShouldBe("403 WORKSPACE_NOT_FOUND");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_member_of_several_workspaces_says_which(StorageEngine engine)
    {
        var server = await servers.On(engine);
        foreach (var workspace in new[] { "north", "south" }) await server.Crm.Grains.Workspace(workspace).Hire("dora", Role.Manager);
        var token = server.Issuer.Token(server.Issuer.Claims("dora@example.com", TimeProvider.System.GetUtcNow()));
        (await server.WhoIs(token)).ShouldBe("400 WORKSPACE_REQUIRED");
        (await server.WhoIs(token, "south")).ShouldStartWith("200 Name of dora");
        (await server.WhoIs(token, "default")).ShouldBe(await server.WhoIs(token, "nowhere"));
        await server.Crm.Grains.Workspace("north").Dismiss("dora");
        (await server.WhoIs(token)).ShouldStartWith("200 Name of dora");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Who_is_added_to_another_workspace_stays_where_they_are_until_they_enter_it(StorageEngine engine)
    {
        var server = await servers.On(engine);
        await server.Crm.Grains.Workspace("north").Hire("fay", Role.Manager);
        var token = server.Issuer.Token(server.Issuer.Claims("fay@example.com", TimeProvider.System.GetUtcNow()));
        var home = await server.WhoIs(token);
        home.ShouldStartWith("200 Name of fay");
        await server.Crm.Grains.Workspace("south").Hire("fay", Role.Analyst);
        (await server.WhoIs(token)).ShouldBe(home);
        (await server.WhoIs(token, "south")).ShouldStartWith("200 Name of fay");
        (await server.WhoIs(token)).ShouldBe("400 WORKSPACE_REQUIRED");
    }

    [Fact]
    public async Task A_server_whose_identity_provider_is_away_says_so()
    {
        await using var server = await GuardedServer.Start(StorageEngine.Sqlite, postgres);
        var token = server.Issuer.Token(server.Issuer.Claims("eve@example.com", TimeProvider.System.GetUtcNow()));
        await server.Issuer.DisposeAsync();
        (await server.WhoIs(token)).ShouldBe("503 IDENTITY_PROVIDER_UNREACHABLE");
        (await server.WhoIs(CrmServer.Token)).ShouldStartWith("200");
    }
}
