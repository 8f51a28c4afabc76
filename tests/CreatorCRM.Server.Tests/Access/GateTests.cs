using CreatorCRM.Access;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Access;

public sealed class GateTests(PostgresServer postgres) : IAsyncLifetime
{
    private readonly MovedTime _time = new();
    private Issuer _issuer = null!;
    private CrmServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await Issuer.Start();
        _server = await CrmServer.Start(StorageEngine.Sqlite, postgres, _time, _issuer.Settings);
        await _server.Found("north");
        await _server.Found("south");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task The_owner_chooses_a_workspace_by_its_header()
    {
        (await WhoIs(CrmServer.Token)).ShouldBe("200 Owner in Default");
        (await WhoIs(CrmServer.Token, "north")).ShouldStartWith("200 Owner");
        (await WhoIs(CrmServer.Token, "nowhere")).ShouldBe("403 WORKSPACE_NOT_FOUND");
        (await WhoIs(CrmServer.Token, "NORTH' OR 1=1")).ShouldBe("403 WORKSPACE_NOT_FOUND");
    }

    [Fact]
    public async Task A_token_opens_its_workspace_until_it_is_revoked_or_expires_or_its_member_goes()
    {
        var north = _server.Workspace("north");
        await north.Hire("ben", Role.Analyst);
        var personal = await north.Issue("t1", "ben", scopes: Scope.RelationshipsRead);
        var program = await north.Issue("t2", expiresAt: _time.GetUtcNow().AddHours(1), scopes: Scope.RelationshipsRead);
        (await WhoIs(personal)).ShouldStartWith("200 Name of ben");
        (await WhoIs(personal, "north")).ShouldStartWith("200");
        (await WhoIs(program)).ShouldStartWith("200 Token t2");
        foreach (var elsewhere in new[] { "south", "nowhere", "default" }) (await WhoIs(personal, elsewhere)).ShouldBe("403 WORKSPACE_NOT_FOUND");

        _time.Move(TimeSpan.FromHours(1));
        (await WhoIs(program)).ShouldBe("401 UNAUTHENTICATED");
        await north.Dismiss("ben");
        (await WhoIs(personal)).ShouldBe("401 UNAUTHENTICATED");
        var other = await north.Issue("t3", scopes: Scope.RelationshipsRead);
        (await WhoIs(other)).ShouldStartWith("200");
        await north.Revoke("t3");
        (await WhoIs(other)).ShouldBe("401 UNAUTHENTICATED");
    }

    [Fact]
    public async Task Junk_does_not_reach_the_database()
    {
        var secret = AccessTokens.NewSecret(TokenKind.Personal);
        string[] junk = ["junk", secret[..^1], secret[..^1] + (secret[^1] == 'a' ? 'b' : 'a'), secret.ToUpperInvariant(), "a.b.c"];
        (await _server.Sql.During(async () =>
        {
            foreach (var token in junk) (await WhoIs(token)).ShouldBe("401 UNAUTHENTICATED");
        })).Where(IsSearch).ShouldBeEmpty();
        (await _server.Sql.During(async () => (await WhoIs(secret)).ShouldBe("401 UNAUTHENTICATED"))).Count(IsSearch).ShouldBe(1);

        static bool IsSearch(string sql) => sql.Contains("access_tokens", StringComparison.Ordinal) || sql.Contains("members", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_with_a_verified_address_is_linked_and_known_by_their_subject_from_then_on()
    {
        await _server.Workspace("north").Hire("cleo", Role.Manager);
        var claims = _issuer.Claims("cleo@example.com", _time.GetUtcNow());
        (await WhoIs(_issuer.Token(new(claims) { ["email_verified"] = false }))).ShouldBe("403 WORKSPACE_NOT_FOUND");
        (await WhoIs(_issuer.Token(claims.Where(one => one.Key != "email_verified").ToDictionary()))).ShouldBe("403 WORKSPACE_NOT_FOUND");
        (await WhoIs(_issuer.Token(claims))).ShouldStartWith("200 Name of cleo");
        // Married, and the provider has not looked at the new address yet.
        (await WhoIs(_issuer.Token(new(claims) { ["email"] = "new@example.com", ["email_verified"] = false }))).ShouldStartWith("200 Name of cleo");
        // The address went to somebody else at the provider, who is not Cleo.
        (await WhoIs(_issuer.Token(new(claims) { ["sub"] = "another" }))).ShouldBe("403 WORKSPACE_NOT_FOUND");
    }

    [Fact]
    public async Task A_member_of_several_workspaces_says_which()
    {
        foreach (var workspace in new[] { "north", "south" }) await _server.Workspace(workspace).Hire("dora", Role.Manager);
        var token = _issuer.Token(_issuer.Claims("dora@example.com", _time.GetUtcNow()));
        (await WhoIs(token)).ShouldBe("400 WORKSPACE_REQUIRED");
        (await WhoIs(token, "south")).ShouldStartWith("200 Name of dora");
        (await WhoIs(token, "default")).ShouldBe(await WhoIs(token, "nowhere"));
        await _server.Workspace("north").Dismiss("dora");
        (await WhoIs(token)).ShouldStartWith("200 Name of dora");
    }

    [Fact]
    public async Task A_server_whose_identity_provider_is_away_says_so()
    {
        var token = _issuer.Token(_issuer.Claims("eve@example.com", _time.GetUtcNow()));
        await _issuer.DisposeAsync();
        (await WhoIs(token)).ShouldBe("503 IDENTITY_PROVIDER_UNREACHABLE");
        (await WhoIs(CrmServer.Token)).ShouldStartWith("200");
    }

    private async Task<string> WhoIs(string token, string? workspace = null)
    {
        using var client = _server.As(token, workspace);
        return await client.WhoAmI();
    }
}
