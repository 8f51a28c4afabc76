using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Server.Tests.Webhooks;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Access;

/// <summary>A server with an identity provider of its own beside it, and the workspaces north and south besides the default one.</summary>
public sealed class GuardedServer : IAsyncDisposable
{
    private GuardedServer(CrmServer crm, Issuer issuer) => (Crm, Issuer) = (crm, issuer);

    public CrmServer Crm { get; }

    public Issuer Issuer { get; }

    /// <param name="engine">Where it keeps its data.</param>
    /// <param name="postgres">Has a database for it.</param>
    /// <param name="time">Null is the real one. Silos watch the same clock and take a leap for a silo that died: end the server soon after you made
    /// one.</param>
    public static async Task<GuardedServer> Start(StorageEngine engine, PostgresServer postgres, TimeProvider? time = null)
    {
        var issuer = await Issuer.Start();
        var crm = await CrmServer.Start(engine, postgres, time, [.. issuer.Settings, .. WebhookReceiver.Allowed, "--ForwardedHeaders_Enabled", "true"]);
        foreach (var workspace in (string[])["north", "south"]) await crm.Grains.Found(workspace);
        return new GuardedServer(crm, issuer);
    }

    /// <summary>Who the server takes the bearer of a token for: <c>200 name in workspace</c>, or the status with the error's code.</summary>
    public async Task<string> WhoIs(string token, string? workspace = null)
    {
        using var response = await Crm.As(token, workspace).Http.PostAsJsonAsync("", new { query = "{ viewer { name workspace { name } } }" });
        if (response.StatusCode == HttpStatusCode.RequestHeaderFieldsTooLarge) return "431";
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return body.TryGetProperty("errors", out var errors)
            ? $"{(int)response.StatusCode} {errors[0].Find("extensions.code")}"
            : $"{(int)response.StatusCode} {body.Find("data.viewer.name")} in {body.Find("data.viewer.workspace.name")}";
    }

    public async ValueTask DisposeAsync()
    {
        await Crm.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}

/// <summary>
/// One of them per engine for all tests of a class, started when first asked for. The tests share its data: let each look only at what it made.
/// </summary>
public sealed class GuardedServers(PostgresServer postgres) : IAsyncDisposable
{
    private readonly Dictionary<StorageEngine, GuardedServer> _servers = [];

    public async Task<GuardedServer> On(StorageEngine engine)
    {
        if (!_servers.TryGetValue(engine, out var server)) _servers[engine] = server = await GuardedServer.Start(engine, postgres);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.Values) await server.DisposeAsync();
    }
}
