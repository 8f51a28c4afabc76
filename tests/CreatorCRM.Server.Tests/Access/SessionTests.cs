using System.Net;
using CreatorCRM.Access;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Server.Tests.Live;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Access;

public sealed class SessionTests(GuardedServers servers, PostgresServer postgres) : IClassFixture<GuardedServers>, IDisposable
{
    private const string Viewer = "{ viewer { name } }";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false });
    private CrmServer _server = null!;

    private string Origin => _server.Address.GetLeftPart(UriPartial.Authority);

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Who_signs_in_gets_a_cookie_that_scripts_and_other_sites_cannot_use()
    {
        _server = (await servers.On(StorageEngine.Sqlite)).Crm;
        var cookie = await SignIn(CrmServer.Token);
        cookie.ShouldContain("; path=/; samesite=strict; httponly");
        cookie.ShouldContain("max-age=43200");
        cookie.ShouldNotContain("secure");
        cookie.ShouldNotContain(CrmServer.Token);
        var behindTls = await SignIn(CrmServer.Token, ("X-Forwarded-Proto", "https"));
        behindTls.ShouldStartWith("__Host-creatorcrm=");
        behindTls.ShouldContain("; path=/; secure; samesite=strict; httponly");
    }

    [Fact]
    public async Task A_session_serves_only_requests_that_a_page_of_ours_made()
    {
        _server = (await servers.On(StorageEngine.Sqlite)).Crm;
        var cookie = ("Cookie", (await SignIn(CrmServer.Token)).Split(';')[0]);
        var (header, ours, theirs) = (("GraphQL-Preflight", "1"), ("Origin", Origin), ("Origin", "https://mallory.example.com"));
        (await Post(cookie, header, ours)).ShouldBe(HttpStatusCode.OK);
        (await Post(cookie, ours)).ShouldBe(HttpStatusCode.Forbidden);
        (await Post(cookie, header)).ShouldBe(HttpStatusCode.Forbidden);
        (await Post(cookie, header, theirs)).ShouldBe(HttpStatusCode.Forbidden);
        (await Post(cookie, header, ("Origin", "null"))).ShouldBe(HttpStatusCode.Forbidden);
        (await Post(cookie, header, ours, ("Sec-Fetch-Site", "same-site"))).ShouldBe(HttpStatusCode.Forbidden);
        (await Get(cookie, header)).ShouldBe(HttpStatusCode.OK);
        (await Get(cookie)).ShouldBe(HttpStatusCode.Forbidden);
        (await Get(cookie, header, theirs)).ShouldBe(HttpStatusCode.Forbidden);
        (await Get(cookie, ("Sec-Fetch-Site", "cross-site"), header)).ShouldBe(HttpStatusCode.Forbidden);
        foreach (var site in (string[])["cross-site", "same-site", "none", ""])
            (await Get(cookie, ("Sec-Fetch-Site", site))).ShouldBe(HttpStatusCode.Forbidden);
        (await Post(cookie, ours, ("Sec-Fetch-Site", "same-origin"))).ShouldBe(HttpStatusCode.Forbidden);
        (await Get(cookie, theirs, ("Sec-Fetch-Site", "same-origin"))).ShouldBe(HttpStatusCode.Forbidden);
        using (var refused = await Request(HttpMethod.Post, _server.Address, new { query = Viewer }, cookie, header, theirs))
            (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("\"code\":\"CROSS_SITE_REQUEST\"");
        // A token beside the cookie is a decision of the page that sends it.
        (await Post(cookie, ("Authorization", $"Bearer {CrmServer.Token}"))).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task EventSource_on_a_page_of_ours_subscribes_with_a_session_and_changes_nothing(StorageEngine engine)
    {
        _server = (await servers.On(engine)).Crm;
        var cookie = (await SignIn(CrmServer.Token)).Split(';')[0];
        await new Desk(_server).Influencer("Heard by EventSource");
        using (var stream = await Listen("subscription { events(after: \"start\") { summary } }"))
        {
            using var lines = new StreamReader(await stream.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is var line
                && !line.ShouldNotBeNull().Contains("Heard by EventSource was added.", StringComparison.Ordinal)) { }
        }
        using var change = await Listen("""mutation { createCampaign(input: { name: "x" }) { campaign { id } userErrors { code } } }""");
        (await change.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Send mutations by POST");

        async Task<HttpResponseMessage> Listen(string query)
        {
            // All that the browser sends of its own accord.
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{_server.Address}?query={Uri.EscapeDataString(query)}")
            {
                Headers = { { "Accept", "text/event-stream" }, { "Cookie", cookie }, { "Sec-Fetch-Site", "same-origin" } },
            };
            return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_WebSocket_with_a_session_must_come_from_our_origin()
    {
        _server = (await servers.On(StorageEngine.Sqlite)).Crm;
        var cookie = (await SignIn(CrmServer.Token)).Split(';')[0];
        using (var ours = await LiveSocket.Connect(_server, headers: [("Cookie", cookie), ("Origin", Origin)]))
        {
            await ours.Init(token: null);
            (await ours.Receive()).GetProperty("type").GetString().ShouldBe("connection_ack");
        }
        foreach (var origin in new[] { "https://mallory.example.com", "null", "" })
        {
            using var theirs = await LiveSocket.Connect(_server, headers: origin == "" ? [("Cookie", cookie)] : [("Cookie", cookie), ("Origin", origin)]);
            await theirs.Init(token: null);
            (await theirs.Close()).ShouldBe(4403);
        }
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_session_ends_with_the_token_that_began_it(StorageEngine engine)
    {
        _server = (await servers.On(engine)).Crm;
        var secret = await _server.Grains.Workspace().Issue("console", scopes: Scope.RelationshipsRead);
        var cookie = (await SignIn(secret)).Split(';')[0];
        (await Use(cookie)).ShouldBe(HttpStatusCode.OK);
        await _server.Grains.Workspace().Revoke("console");
        (await Use(cookie)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Signing_out_ends_the_session_also_for_those_who_copied_the_cookie(StorageEngine engine)
    {
        _server = (await servers.On(engine)).Crm;
        var cookie = (await SignIn(CrmServer.Token)).Split(';')[0];
        using var foreign = await Session(HttpMethod.Delete, null, ("Cookie", cookie), ("Origin", "https://mallory.example.com"), ("GraphQL-Preflight", "1"));
        foreign.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Use(cookie)).ShouldBe(HttpStatusCode.OK);
        using var left = await Session(HttpMethod.Delete, null, ("Cookie", cookie), ("Origin", Origin), ("GraphQL-Preflight", "1"));
        left.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Use(cookie)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_session_ends_two_hours_after_its_last_use_and_twelve_after_its_beginning(StorageEngine engine)
    {
        var time = new MovedTime();
        await using var server = await GuardedServer.Start(engine, postgres, time);
        _server = server.Crm;
        var (idle, busy) = ((await SignIn(CrmServer.Token)).Split(';')[0], (await SignIn(CrmServer.Token)).Split(';')[0]);
        for (var hour = 1; hour < 12; hour++)
        {
            time.Move(TimeSpan.FromHours(1));
            (await Use(busy)).ShouldBe(HttpStatusCode.OK);
        }
        (await Use(idle)).ShouldBe(HttpStatusCode.Unauthorized);
        time.Move(TimeSpan.FromHours(1));
        (await Use(busy)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_tab_that_only_listens_does_not_keep_its_session_from_ending(StorageEngine engine)
    {
        var time = new WatchedTime();
        var began = time.GetUtcNow();
        await using var server = await GuardedServer.Start(engine, postgres, time);
        _server = server.Crm;
        var cookie = (await SignIn(CrmServer.Token)).Split(';')[0];
        using var socket = await LiveSocket.Connect(_server, headers: [("Cookie", cookie), ("Origin", Origin)]);
        await socket.Init(token: null);
        (await socket.Receive()).GetProperty("type").GetString().ShouldBe("connection_ack");
        var (closed, rounds) = (socket.Close(), 0);
        // It is asked again every minute. Time must go on for that, but not as far as to where a session ends in any case.
        await Poll.Until(() =>
        {
            if (time.GetUtcNow() < began.AddHours(2)) time.Advance(TimeSpan.FromMinutes(5));
            else if (++rounds % 25 == 0) time.Advance(TimeSpan.FromMinutes(1));
            return closed.IsCompleted;
        });
        (await closed).ShouldBe(4401);
        (time.GetUtcNow() - began).ShouldBeLessThan(ConsoleSessions.Longest);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Nobody_is_signed_in_with_a_wrong_token_or_by_another_site(StorageEngine engine)
    {
        var time = new MovedTime();
        await using var server = await GuardedServer.Start(engine, postgres, time);
        _server = server.Crm;
        using var wrong = await Session(HttpMethod.Post, new { token = "wrong" }, ("Origin", Origin), ("GraphQL-Preflight", "1"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        wrong.Headers.Contains("Set-Cookie").ShouldBeFalse();
        using var none = await Session(HttpMethod.Post, new { token = (string?)null }, ("Origin", Origin), ("GraphQL-Preflight", "1"));
        none.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var crossSite = await Session(HttpMethod.Post, new { token = CrmServer.Token }, ("Origin", "https://mallory.example.com"),
            ("GraphQL-Preflight", "1"));
        crossSite.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Use("creatorcrm=0123456789abcdef")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_session_that_began_at_one_node_holds_at_every_other_until_it_ends_at_any()
    {
        await using var first = await CrmServer.Start(StorageEngine.Postgres, postgres);
        await using var second = await first.Join();
        var (here, there) = (first.Address.GetLeftPart(UriPartial.Authority), second.Address.GetLeftPart(UriPartial.Authority));
        using var signedIn = await Request(HttpMethod.Post, new Uri($"{here}/session"), new { token = CrmServer.Token }, ("Origin", here),
            ("GraphQL-Preflight", "1"));
        var cookie = ("Cookie", signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        (await Send(HttpMethod.Post, second.Address, new { query = Viewer }, cookie, ("Origin", there), ("GraphQL-Preflight", "1")))
            .ShouldBe(HttpStatusCode.OK);
        (await Send(HttpMethod.Delete, new Uri($"{there}/session"), null, cookie, ("Origin", there), ("GraphQL-Preflight", "1")))
            .ShouldBe(HttpStatusCode.NoContent);
        (await Send(HttpMethod.Post, first.Address, new { query = Viewer }, cookie, ("Origin", here), ("GraphQL-Preflight", "1")))
            .ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<string> SignIn(string token, params (string, string)[] more)
    {
        using var response = await Session(HttpMethod.Post, new { token }, [("Origin", Origin), ("GraphQL-Preflight", "1"), .. more]);
        response.StatusCode.ShouldBe(HttpStatusCode.NoContent, await response.Content.ReadAsStringAsync());
        return response.Headers.GetValues("Set-Cookie").Single();
    }

    private Task<HttpStatusCode> Use(string cookie) => Post(("Cookie", cookie), ("GraphQL-Preflight", "1"), ("Origin", Origin));

    private Task<HttpStatusCode> Post(params (string, string)[] headers) => Send(HttpMethod.Post, _server.Address, new { query = Viewer }, headers);

    private Task<HttpStatusCode> Get(params (string, string)[] headers) => Send(HttpMethod.Get, new Uri($"{_server.Address}?query={Viewer}"), null, headers);

    private async Task<HttpStatusCode> Send(HttpMethod method, Uri address, object? body, params (string Name, string Value)[] headers)
    {
        using var response = await Request(method, address, body, headers);
        return response.StatusCode;
    }

    private Task<HttpResponseMessage> Session(HttpMethod method, object? body, params (string, string)[] headers) =>
        Request(method, new Uri($"{Origin}/session"), body, headers);

    private async Task<HttpResponseMessage> Request(HttpMethod method, Uri address, object? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        // With its length, as browsers send it.
        if (body is not null)
            request.Content = new StringContent(System.Text.Json.JsonSerializer.Serialize(body),
                System.Net.Http.Headers.MediaTypeHeaderValue.Parse("application/json"));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await _http.SendAsync(request);
    }
}
