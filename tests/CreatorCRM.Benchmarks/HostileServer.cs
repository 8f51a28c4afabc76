using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.Tests.Limits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Benchmarks;

/// <summary>The server with a small workspace, and a clock on every request from its first byte read to its last byte written.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private const string Token = "the-owner-of-the-benchmark";
    private const string ClockHeader = "X-Clock";

    private readonly WebApplication _app;
    private readonly HttpClient _http;
    private readonly Dictionary<string, TaskCompletionSource<double>> _clocks = [];
    private readonly List<string> _readers = [];
    private readonly List<string> _intruders = [];
    private long _requests;
    private int _reader;
    private int _intruder;

    private HostileServer(WebApplication app)
    {
        _app = app;
        _http = new HttpClient { BaseAddress = new Uri($"{app.Urls.First()}/graphql"), DefaultRequestHeaders = { Authorization = new("Bearer", Token) } };
    }

    public IServiceProvider Services => _app.Services;

    public Uri Address => _http.BaseAddress!;

    /// <summary>What a list on a screen asks for.</summary>
    public static string NormalQuery =>
        "query ($n: Int) { influencers(first: $n) { totalCount pageInfo { hasNextPage endCursor } nodes { id displayName tier niches accounts { platform handle followers engagementRate { value formula } } } } }";

    /// <param name="hasBudgets">False: every caller may spend as much as they like.</param>
    public static async Task<HostileServer> Start(string folder, bool hasBudgets)
    {
        HostileServer? started = null;
        string[] boundless = ["--GraphQL:CostBudget=2000000000", "--GraphQL:CostBudgetPerSecond=2000000000", "--GraphQL:RefusalsPerBudget=2000000000"];
        var app = await Server.Hosting.Server.Build(
            ["--urls", "http://127.0.0.1:0", "--data", folder, $"--{OwnerToken.Variable}", Token, .. hasBudgets ? [] : boundless],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton<IStartupFilter>(new Clock((name, time) => started?.Stop(name, time)));
            });
        await app.StartAsync();
        started = new HostileServer(app);
        for (var i = 0; i < 100; i++)
            await started.Post("mutation ($input: CreateInfluencerInput!) { createInfluencer(input: $input) { userErrors { message } } }",
                new
                {
                    input = new
                    {
                        displayName = $"Person {i}",
                        niches = new[] { "gluten-free" },
                        accounts = new[] { new { platform = "INSTAGRAM", handle = $"person{i}", followers = 1000 * i } }
                    }
                });
        // A page costs 122 and takes a millisecond: more than one budget has to pay for as many as can be asked. An intruder comes again when theirs is whole.
        await started.AddTokens(started._readers, 30);
        await started.AddTokens(started._intruders, 10);
        return started;
    }

    /// <summary>A token whose budget is whole.</summary>
    public string NextIntruder() => _intruders[_intruder++ % _intruders.Count];

    /// <summary>Milliseconds that the server spent on it.</summary>
    public async Task<double> Send(HostileRequest request)
    {
        using var message = request.ToMessage();
        var name = $"{Interlocked.Increment(ref _requests)}";
        var clock = new TaskCompletionSource<double>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_clocks) _clocks[name] = clock;
        message.Headers.Add(ClockHeader, name);
        using var response = await _http.SendAsync(message);
        if (response.StatusCode != request.Status)
            throw new InvalidOperationException($"{request.Name}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return await clock.Task;
    }

    /// <summary>Milliseconds that the client waited for a usual page.</summary>
    public async Task<double> Ask()
    {
        var start = Stopwatch.GetTimestamp();
        await Post(NormalQuery, new { n = 20 }, _readers[_reader++ % _readers.Count]);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task AddTokens(List<string> tokens, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var data = await Post("mutation ($input: CreateIntegrationTokenInput!) { createIntegrationToken(input: $input) { secret userErrors { message } } }",
                new { input = new { name = $"Token {i} of {count}", scopes = new[] { "RELATIONSHIPS_READ" } } });
            tokens.Add(data.GetProperty("createIntegrationToken").GetProperty("secret").GetString()!);
        }
    }

    private async Task<JsonElement> Post(string query, object variables, string token = Token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "")
        {
            Content = JsonContent.Create(new { query, variables }),
            Headers = { Authorization = new("Bearer", token) }
        };
        using var response = await _http.SendAsync(request);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer.TryGetProperty("errors", out _) ? throw new InvalidOperationException(answer.ToString()) : answer.GetProperty("data");
    }

    private void Stop(string name, double time)
    {
        lock (_clocks)
            if (_clocks.Remove(name, out var clock)) clock.SetResult(time);
    }

    private sealed class Clock(Action<string, double> stop) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (http, following) =>
            {
                var start = Stopwatch.GetTimestamp();
                await following(http);
                if (http.Request.Headers[ClockHeader] is [{ } name]) stop(name, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            });
            next(app);
        };
    }
}
