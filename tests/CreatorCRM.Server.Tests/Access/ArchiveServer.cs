using System.Collections.Frozen;
using System.Data.Common;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Storage;
using CreatorCRM.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Server.Tests.Access;

/// <summary>The GraphQL host with the archive's schema. A request has the scopes that it says it has.</summary>
public sealed class ArchiveServer : IAsyncLifetime
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();

    public ArchiveServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddGraphQLHost(options =>
        {
            options.Types.Clear();
            options.Types.Add(typeof(NodeQueries));
            foreach (var type in new[] { typeof(ArchiveQueries), typeof(ArchiveMutations), typeof(Letter), typeof(Poster), typeof(LetterLoader),
                typeof(PosterLoader) }) options.Types.Add(type);
        });
        // Answers to repeated requests, which nobody asks for here.
        builder.Services.AddSingleton<IdGenerator>().AddSingleton<DbDataSource>(new SqliteTurns("unused")).AddSingleton<RequestStore>();
        builder.Services.AddSingleton<Drawer>();
        _app = builder.Build();
        _app.Use((http, next) =>
        {
            var scopes = http.Request.Headers["Scopes"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Scope>).ToFrozenSet();
            http.RequestServices.GetRequiredService<Caller>()
                .Identify(new Identity("default", new Actor("reader", "Reader"), Role.Integration, scopes), headerKey: null);
            return next(http);
        });
        _app.MapGraphQLHost("/graphql");
    }

    public int Opened => _app.Services.GetRequiredService<Drawer>().Opened;

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync();
        _http.BaseAddress = new Uri($"{_app.Urls.First()}/graphql");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    public async Task<(HttpStatusCode Status, string Body)> Ask(string document, Scope[]? scopes = null, string accept = "application/json",
        string? operation = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = JsonContent.Create(new { query = document, operationName = operation }) };
        request.Headers.Add("Accept", accept);
        request.Headers.Add("Scopes", string.Join(' ', scopes ?? []));
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Each error as <c>CODE field scope</c>, and <c>data</c> when something ran.</summary>
    public async Task<string> Outcome(string document, Scope[]? scopes = null, string? operation = null)
    {
        var answer = JsonDocument.Parse((await Ask(document, scopes, operation: operation)).Body).RootElement;
        var errors = answer.TryGetProperty("errors", out var list) ? list.EnumerateArray().Select(error => error.GetProperty("extensions")).Select(about =>
            $"{about.GetProperty("code")} {(about.TryGetProperty("field", out var field) ? field : null)} {(about.TryGetProperty("requiredScope", out var scope) ? scope : null)}".Trim()) : [];
        return string.Join("; ", answer.TryGetProperty("data", out _) ? errors.Append("data") : errors);
    }
}
