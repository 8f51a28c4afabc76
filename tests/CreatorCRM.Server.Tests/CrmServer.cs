using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using CreatorCRM.Server.Access;
using CreatorCRM.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Server.Tests;

/// <summary>The program itself on a free port and a real database of its own, spoken to as its owner.</summary>
public sealed class CrmServer : IAsyncDisposable
{
    public const string Token = "the-owner-of-the-tests";

    private readonly WebApplication _app;
    private readonly StorageOptions _storage;
    private readonly string[] _settings;

    private CrmServer(WebApplication app, StorageOptions storage, string[] settings)
    {
        _app = app;
        _storage = storage;
        _settings = settings;
        Http = PatientHttp.Client();
        Http.BaseAddress = new Uri($"{app.Urls.First()}/graphql");
        Http.DefaultRequestHeaders.Authorization = new("Bearer", Token);
    }

    public Uri Address => Http.BaseAddress!;

    /// <summary>Bears the owner's token.</summary>
    public HttpClient Http { get; }

    /// <summary>The statements that the read side sent.</summary>
    public SqlLog Sql => _app.Services.GetRequiredService<SqlLog>();

    /// <summary>Warnings and errors that the server logged.</summary>
    public ConcurrentQueue<string> Log => _app.Services.GetRequiredService<LogQueue>().Entries;

    public IServiceProvider Services => _app.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public CrmDbContext Read() => Services.GetRequiredService<IDbContextFactory<CrmDbContext>>().CreateDbContext();

    /// <param name="settings">More of the configuration, such as <c>--GraphQL:MaxDepth=3</c>.</param>
    public static async Task<CrmServer> Start(StorageEngine engine, PostgresServer postgres, TimeProvider? time = null, params string[] settings) =>
        await Start(await CrmSilo.NewStorage(engine, postgres), time, settings);

    /// <param name="adapt">What this server has besides, or instead.</param>
    public static async Task<CrmServer> Start(StorageEngine engine, PostgresServer postgres, Action<IServiceCollection> adapt, TimeProvider? time = null) =>
        await Start(await CrmSilo.NewStorage(engine, postgres), time, [], adapt);

    /// <summary>Another node of the same cluster. Dispose of it before this one.</summary>
    public Task<CrmServer> Join() => Start(_storage, time: null, _settings);

    private static async Task<CrmServer> Start(StorageOptions storage, TimeProvider? time, string[] settings, Action<IServiceCollection>? adapt = null)
    {
        var log = new LogQueue();
        string[] args =
        [
            "--urls", "http://127.0.0.1:0", "--data", storage.DataFolder, "--ConnectionStrings:Crm", storage.PostgresConnectionString ?? "",
            $"--{OwnerToken.Variable}", Token, "--Cluster:SiloPort", Ports.Free().ToString(CultureInfo.InvariantCulture), "--Cluster:Address", "127.0.0.1",
            // What most tests are not about: they ask for what is refused all the time, and on a busy machine a client may come late.
            "--GraphQL:RefusalsPerBudget", "200000", "--GraphQL:ExecutionTimeout", "00:05:00", "--GraphQL:ConnectionInitTimeout", "00:05:00",
            "--GraphQL:SocketSendTimeout", "00:05:00", "--GraphQL:SocketCloseTimeout", "00:01:00", "--GraphQL:SocketKeepAlive", "00:05:00", .. settings,
        ];
        var app = await CreatorCRM.Server.Hosting.Server.Build(args, builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log);
            builder.Services.AddSingleton(log).AddSingleton<SqlLog>();
            if (time is not null) builder.Services.AddSingleton(time);
            adapt?.Invoke(builder.Services);
            builder.Services.ConfigureDbContext<CrmDbContext>((services, options) => options.AddInterceptors(services.GetRequiredService<SqlLog>()));
        });
        await SqlLog.OfStart(() => app.StartAsync());
        await Caretakers.FirstRounds(app.Services);
        return new CrmServer(app, storage, settings);
    }

    /// <summary>The data of an answer without errors.</summary>
    public async Task<JsonElement> Query(string document, object? variables = null)
    {
        var answer = await Send(document, variables);
        return answer.TryGetProperty("errors", out _) ? throw new InvalidOperationException($"{answer}\n{string.Join('\n', Log)}") : answer.GetProperty("data");
    }

    /// <summary>The payload of the document's only mutation, which was carried out. Ask for <c>userErrors { field message code }</c>.</summary>
    public async Task<JsonElement> Mutate(string document, object? variables = null)
    {
        var payload = Only(await Query(document, variables));
        return payload.GetProperty("userErrors").GetArrayLength() == 0 ? payload : throw new InvalidOperationException($"Refused: {payload}");
    }

    /// <summary>The user errors of the document's only mutation, which was refused, each as <c>field.path CODE</c>.</summary>
    public async Task<string[]> Refusals(string document, object? variables = null)
    {
        var payload = Only(await Query(document, variables));
        var refusals = payload.GetProperty("userErrors").EnumerateArray().Select(error =>
            $"{(error.GetProperty("field") is { ValueKind: JsonValueKind.Array } field ? string.Join('.', field.EnumerateArray()) : "-")} {error.GetProperty("code")}").ToArray();
        return refusals.Length > 0 ? refusals : throw new InvalidOperationException($"Not refused: {payload}");
    }

    /// <summary>The first error of an answer.</summary>
    public async Task<JsonElement> Error(string document, object? variables = null)
    {
        var answer = await Send(document, variables);
        return answer.TryGetProperty("errors", out var errors) ? errors[0] : throw new InvalidOperationException($"No error: {answer}");
    }

    /// <summary>The whole answer, whatever it is.</summary>
    public async Task<JsonElement> Send(string document, object? variables = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = JsonContent.Create(new { query = document, variables }) };
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var response = await Http.SendAsync(request);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>
    /// The same server as others speak to it: with another token or none (null), from another workspace. It ends with this one and is not to be disposed of.
    /// </summary>
    public CrmServer As(string? token = Token, string? workspace = null)
    {
        var view = new CrmServer(_app, _storage, _settings);
        view.Http.DefaultRequestHeaders.Authorization = token is null ? null : new("Bearer", token);
        if (workspace is not null) view.Http.DefaultRequestHeaders.Add("CreatorCRM-Workspace", workspace);
        return view;
    }

    /// <summary>Lets go of clients politely.</summary>
    public Task Stop() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_storage.Engine == StorageEngine.Sqlite) Directory.Delete(_storage.DataFolder, recursive: true);
    }

    private static JsonElement Only(JsonElement data) => data.EnumerateObject().Single().Value;
}
