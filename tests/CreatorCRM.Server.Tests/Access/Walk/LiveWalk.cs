using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Server.Tests.Live;

namespace CreatorCRM.Server.Tests.Access.Walk;

/// <summary>
/// Subscriptions to what another workspace has, beside such to what nobody has. They tell the same, which is nothing, while those who have it hear of each
/// change.
/// </summary>
internal static class LiveWalk
{
    public static async Task Run(CrmServer server, RealIds real, IReadOnlyList<(FieldDocument Theirs, FieldDocument Nobodys)> documents)
    {
        documents.Select(pair => pair.Theirs.Field)
            .ShouldBe(["Subscription.importProgress", "Subscription.influencerChanged", "Subscription.partnershipChanged"]);
        using var stranger = await Enter(server, "south");
        foreach (var (theirs, nobodys) in documents)
        {
            await stranger.Subscribe($"theirs: {theirs.Field}", theirs.Text);
            await stranger.Subscribe($"nobody's: {theirs.Field}", nobodys.Text);
        }
        await ChangeUntilTold(server, real, [.. documents.Select(pair => pair.Theirs)]);
        (await HeardUntilNow(server, stranger, atLeast: 2)).Order(StringComparer.Ordinal)
            .ShouldBe(["nobody's: Subscription.importProgress complete", "theirs: Subscription.importProgress complete"]);
    }

    private static async Task<LiveSocket> Enter(CrmServer server, string workspace)
    {
        var socket = await LiveSocket.Connect(server);
        var payload = new Dictionary<string, string> { ["Authorization"] = $"Bearer {CrmServer.Token}", ["CreatorCRM-Workspace"] = workspace };
        await socket.Send(new { type = "connection_init", payload });
        (await socket.Receive()).Text("type").ShouldBe("connection_ack");
        return socket;
    }

    // The protocol does not say when a subscription has begun, so everything is changed again until all have told.
    private static async Task ChangeUntilTold(CrmServer server, RealIds real, FieldDocument[] documents)
    {
        var desk = new Desk(server);
        using var owner = await LiveSocket.Open(server);
        foreach (var document in documents) await owner.Subscribe(document.Field, document.Text);
        var told = Hear();
        for (var turn = 0; !told.IsCompleted; turn++)
        {
            await desk.Do("updateInfluencer", new { influencerId = real["Influencer"], notes = $"{turn}" });
            await desk.Do("logMeeting", new { partnershipId = real["Partnership"], subject = $"{turn}" });
        }
        await told;

        async Task Hear()
        {
            for (var silent = documents.Select(document => document.Field).ToHashSet(); silent.Count > 0;)
            {
                var message = await owner.Receive();
                message.Text("type").ShouldBe("next", message.ToString());
                silent.Remove(message.Text("id"));
            }
        }
    }

    /// <summary>What came besides, until something that happens now is told.</summary>
    private static async Task<List<string>> HeardUntilNow(CrmServer server, LiveSocket stranger, int atLeast)
    {
        await new Desk(server.As(workspace: "south")).Influencer("Who comes last");
        await stranger.Subscribe("now", """subscription { events(after: "start") { summary } }""");
        List<string> heard = [];
        for (var isNow = false; !isNow || heard.Count < atLeast;)
        {
            var message = await stranger.Receive();
            if (message.Text("id") != "now") heard.Add($"{message.Text("id")} {message.Text("type")}");
            else isNow |= message.Find("payload.data.events.summary").GetString() == "Who comes last was added.";
        }
        return heard;
    }
}
