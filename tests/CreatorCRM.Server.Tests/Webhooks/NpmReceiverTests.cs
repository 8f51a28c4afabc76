using System.Runtime.CompilerServices;
using CreatorCRM.Server.Tests.Live;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Webhooks;

public sealed class NpmReceiverTests(NpmClients clients, CrmServers servers) : IClassFixture<NpmClients>, IClassFixture<CrmServers>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_receiver_with_the_library_of_Standard_Webhooks_takes_what_is_signed_and_nothing_else(StorageEngine engine) =>
        (await clients.Tell("webhooks.mjs", await servers.On(engine))).ShouldBe(
            ["influencer.created: null -> null", "influencer.profile-updated: null -> Bakes herself.", "True", "Sells too.", "400"]);

    [Fact]
    public void The_readme_shows_the_receiver_that_is_tested_here() =>
        File.ReadAllText(Beside("../../../README.md")).ShouldContain(File.ReadAllText(Beside("../npm/webhook-receiver.mjs")));

    private static string Beside(string path, [CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, path);
}
