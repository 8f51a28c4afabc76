using System.Text.Json;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Limits;

/// <summary>Every hostile request gets the status and code that are meant for it, the answer is short, and nothing of it is a fault of the server.</summary>
public sealed class HostileTests(CrmServers servers) : IClassFixture<CrmServers>
{
    public static TheoryData<string> Names => [.. HostileCorpus.All.Select(request => request.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_refused_in_so_many_words(string name)
    {
        var request = HostileCorpus.All.Single(request => request.Name == name);
        var server = await servers.On(StorageEngine.Sqlite);
        // The second time the server may remember something of it.
        for (var round = 0; round < 2; round++)
        {
            using var message = request.ToMessage();
            using var response = await server.Http.SendAsync(message, TestContext.Current.CancellationToken);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var answer = JsonDocument.Parse(text).RootElement;
            (answer.TryGetProperty("errors", out var errors) ? errors[0].Find("extensions.code").GetString() : null)
                .ShouldBe(request.Code, text[..Math.Min(600, text.Length)]);
            response.StatusCode.ShouldBe(request.Status, text[..Math.Min(600, text.Length)]);
            text.Length.ShouldBeLessThan(20_000);
        }
        server.Log.ShouldBeEmpty();
    }
}
