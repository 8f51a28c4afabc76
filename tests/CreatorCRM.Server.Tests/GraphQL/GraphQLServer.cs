using System.Collections.Concurrent;
using System.Data.Common;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Server.Tests.GraphQL.Bakery;
using CreatorCRM.Storage;
using CreatorCRM.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Server.Tests.GraphQL;

/// <summary>The GraphQL host on Kestrel with the schema of a bakery. Every test class has its own.</summary>
public sealed class GraphQLServer : IAsyncLifetime
{
    private static readonly Identity Owner = new("default", new Common.Actor("owner", "Owner"), Role.Owner, RoleScopes.Of(Role.Owner));

    private readonly StorageOptions _storage = new(Directory.CreateTempSubdirectory("creatorcrm-bakery").FullName, PostgresConnectionString: null);
    private readonly LogQueue _log = new();
    private readonly WebApplication _app;

    public GraphQLServer()
        : this(null)
    {
    }

    internal GraphQLServer(Action<GraphQLHostOptions>? configure, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(_log);
        builder.Services.AddGraphQLHost(options =>
        {
            options.Types.Clear();
            options.Types.Add(typeof(NodeQueries));
            options.Types.Add(typeof(CreatorCRM.Server.Api.RateLimitApi));
            foreach (var type in typeof(Baker).Assembly.GetTypes().Where(type => type.Namespace == typeof(Baker).Namespace)) options.Types.Add(type);
            options.MaxFileBytes = 1_000_000;
            // What most tests are not about: they ask for what is refused all the time.
            options.RefusalsPerBudget = options.CostBudget;
            options.EventStreamKeepAlive = TimeSpan.FromMilliseconds(50);
            configure?.Invoke(options);
        });
        if (time is not null) builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<IdGenerator>().AddSingleton<DbDataSource>(new SqliteTurns(_storage.CrmFile)).AddSingleton<RequestStore>();
        builder.Services.AddSingleton<Batches>().AddSingleton<Counter>().AddSingleton<Waiting>().AddSingleton<Commands>().AddSingleton<Oven>()
            .AddSingleton<Trough>();
        _app = builder.Build();
        _app.Use((http, next) =>
        {
            http.User = Owner.ToPrincipal("Tests");
            http.RequestServices.GetRequiredService<Caller>().Identify(http.User, IdempotencyKey.Of(http.Request));
            return next(http);
        });
        _app.MapGraphQLHost("/graphql");
    }

    public HttpClient Http { get; } = PatientHttp.Client();

    public ConcurrentQueue<string> Log => _log.Entries;

    public T Get<T>()
        where T : class => _app.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync();
        Http.BaseAddress = new Uri($"{_app.Urls.First()}/graphql");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_storage.DataFolder, recursive: true);
    }

    /// <summary>Makes the table for requests with an Idempotency-Key, which few tests need.</summary>
    public Task KeepRequests() => CrmStorage.Migrate(_storage, TestContext.Current.CancellationToken);

    public async Task<JsonNode> Send(string query, object? variables = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = JsonContent.Create(new { query, variables }) };
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var response = await Http.SendAsync(request);
        return await Read(response);
    }

    /// <summary>As from a client of ours: with the header that a page of another site cannot send.</summary>
    public Task<HttpResponseMessage> Get(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "GraphQL-Preflight", "1" } } };
        return Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonNode> Data(string query, object? variables = null)
    {
        var result = await Send(query, variables);
        result["errors"].ShouldBeNull(result.ToJsonString());
        return result["data"]!;
    }

    public async Task<JsonNode> Error(string query, object? variables = null)
    {
        var result = await Send(query, variables);
        return result["errors"]?[0] ?? throw new InvalidOperationException(result.ToJsonString());
    }

    public static async Task<JsonNode> Read(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync()) ?? throw new JsonException("The answer is null.");
}
