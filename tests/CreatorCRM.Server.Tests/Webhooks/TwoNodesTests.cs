using CreatorCRM.Server.GraphQL;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Server.Tests.Live;
using CreatorCRM.Storage;
using CreatorCRM.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Server.Tests.Webhooks;

public sealed class TwoNodesTests(PostgresServer postgres)
{
    [Fact]
    public async Task When_the_node_that_delivers_is_stopped_the_other_goes_on_and_nothing_is_lost()
    {
        const int people = 20, rounds = 20;
        await using var receiver = await WebhookReceiver.Start();
        await using var first = await CrmServer.Start(StorageEngine.Postgres, postgres, settings: WebhookReceiver.Allowed);
        await using var second = await first.Join();
        var (id, _) = await first.CreateWebhook(receiver);
        await first.Write("p", people, rounds);
        await receiver.Take(100);

        var isFirst = await Delivering(first, id) == first.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress;
        var (leaves, stays) = isFirst ? (first, second) : (second, first);
        await leaves.Stop();
        await stays.Write("q", people, rounds);

        // The log waits for the oldest transaction of the whole server, where the other tests have their databases, too.
        var written = await Poll.For(async () => await stays.InfluencerCursors() is { Length: 2 * people * rounds } all ? all : null);
        await Poll.Until(() => receiver.All.Select(received => received.Id).Distinct().Count() == written.Length);
        // Under the same ids and in the same order, however often.
        receiver.All.DistinctBy(received => received.Id).Select(received => received.Json.Find("cursor").GetString()).ShouldBe(written);
        (await Delivering(stays, id)).ShouldBe(stays.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress);
    }

    private static async Task<SiloAddress?> Delivering(CrmServer server, string webhook)
    {
        var grain = server.Grains.GetGrain<IWebhookDeliveryGrain>($"default/{NodeId.Parse(webhook).Key}");
        return await server.Grains.GetGrain<IManagementGrain>(0).GetActivationAddress(grain);
    }
}
