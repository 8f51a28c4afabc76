using System.Net;
using CreatorCRM.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Server.Tests.Hosting;

public sealed class ApiConsoleTests : IDisposable
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("creatorcrm-console-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_browser_that_opens_graphql_gets_the_console_under_a_strict_policy()
    {
        await using var server = await Start(Built());

        using var response = await Get(server, "/graphql", Browser);

        response.Content.Headers.ContentType?.MediaType.ShouldBe("text/html");
        (await response.Content.ReadAsStringAsync()).ShouldBe("<p>console</p>");
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'; script-src 'self';");
    }

    [Fact]
    public async Task The_files_of_the_console_are_kept_by_the_browser_and_the_page_is_not()
    {
        await using var server = await Start(Built());

        using var asset = await Get(server, "/graphiql/assets/app-1a2b.js", "*/*");
        using var page = await Get(server, "/graphql", Browser);

        asset.Headers.CacheControl?.ToString().ShouldContain("immutable");
        page.Headers.CacheControl?.NoCache.ShouldBeTrue();
    }

    [Theory]
    [InlineData("/graphql", "application/graphql-response+json")]
    [InlineData("/graphql", "text/event-stream")]
    [InlineData("/graphql", "*/*")]
    [InlineData("/graphql?query={viewer{id}}", Browser)]
    [InlineData("/graphql/schema.graphql", Browser)]
    public async Task Every_other_request_reaches_the_api(string path, string accept)
    {
        await using var server = await Start(Built());

        using var response = await Get(server, path, accept);

        (await response.Content.ReadAsStringAsync()).ShouldBe("api");
    }

    [Fact]
    public async Task Without_a_built_console_the_page_says_how_to_build_it()
    {
        await using var server = await Start(Path.Combine(_folder.FullName, "missing"));

        using var response = await Get(server, "/graphql", Browser);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldContain("npm run build");
    }

    private string Built()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "index.html"), "<p>console</p>");
        var assets = _folder.CreateSubdirectory("assets");
        File.WriteAllText(Path.Combine(assets.FullName, "app-1a2b.js"), "export {};");
        return _folder.FullName;
    }

    private static async Task<WebApplication> Start(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.UseApiConsole(folder);
        app.Run(context => context.Response.WriteAsync("api"));
        await app.StartAsync();
        return app;
    }

    private static async Task<HttpResponseMessage> Get(WebApplication server, string path, string accept)
    {
        using var client = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", accept);
        return await client.SendAsync(request);
    }
}
