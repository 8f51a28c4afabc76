using System.Diagnostics;
using CreatorCRM.Common;
using CreatorCRM.Server.Access;
using CreatorCRM.Storage;
using CreatorCRM.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Benchmarks;

/// <summary>The server with partnerships at which things happen, and webhooks that send them.</summary>
internal sealed class WebhookServer : IAsyncDisposable
{
    private static readonly CommandContext Manager = new(new Actor("manager", "Partnership manager"));

    private readonly WebApplication _app;
    private readonly JournalContenders _journal;
    private int _webhooks;

    private WebhookServer(WebApplication app) => (_app, _journal) = (app, new JournalContenders(app.Services.GetRequiredService<IGrainFactory>()));

    private IGrainFactory Grains => _app.Services.GetRequiredService<IGrainFactory>();

    public static async Task<WebhookServer> Start(StorageOptions storage)
    {
        var app = await Server.Hosting.Server.Build(
            [
                "--urls", "http://127.0.0.1:0", "--data", storage.DataFolder, "--ConnectionStrings:Crm", storage.PostgresConnectionString ?? "",
                "--Cluster:Address", "127.0.0.1",
                $"--{OwnerToken.Variable}", "the-owner-of-the-benchmark",
                "--Webhooks:AllowHttp", "true", "--Webhooks:AllowedNetworks", "127.0.0.0/8",
            ],
            builder => builder.Logging.ClearProviders());
        await app.StartAsync();
        var server = new WebhookServer(app);
        await server._journal.Prepare();
        return server;
    }

    /// <summary>
    /// So many messages on each partnership, which all receivers get from one moment on. Seconds until the last has the last, and processor seconds of this
    /// process.
    /// </summary>
    public async Task<(double Seconds, double Processor)> Deliver(IReadOnlyList<EventReceiver> receivers, int messages)
    {
        var keys = new List<EntityKey>();
        foreach (var receiver in receivers)
        {
            var key = new EntityKey("default", $"hook-{++_webhooks}");
            Accepted(await Grains.GetGrain<IWebhooksGrain>(key.Workspace).Create(key.Id, new CreateWebhook("Data team", receiver.Url, []), Manager));
            Accepted(await Webhook(key).Pause(null, Manager));
            keys.Add(key);
        }
        for (var i = 0; i < messages; i++) await Task.WhenAll(Enumerable.Range(0, JournalContenders.MaxCallers).Select(_journal.LogOutreach));
        foreach (var key in keys) Accepted(await Webhook(key).Resume(Manager));

        var all = Task.WhenAll(receivers.Select(receiver => receiver.Expect(messages * JournalContenders.MaxCallers)));
        var (start, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        foreach (var key in keys) await Grains.GetGrain<IWebhookDeliveryGrain>(key.ToString()).Refresh();
        await all;
        var measured = (Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
        foreach (var key in keys)
        {
            Accepted(await Webhook(key).Delete(Manager));
            await Grains.GetGrain<IWebhookDeliveryGrain>(key.ToString()).Refresh();
        }
        return measured;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private IWebhookGrain Webhook(EntityKey key) => Grains.GetGrain<IWebhookGrain>(key.ToString());

    private static void Accepted(CommandResult result)
    {
        if (!result.IsAccepted) throw new InvalidOperationException(string.Join(' ', result.Refusals));
    }
}
