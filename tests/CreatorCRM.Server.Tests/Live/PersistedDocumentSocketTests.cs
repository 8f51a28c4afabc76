using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Server.Tests.Live;

public sealed class PersistedDocumentSocketTests(PostgresServer postgres)
{
    private const string Query = "{ viewer { name } }";

    [Fact]
    public async Task A_socket_takes_only_persisted_documents_where_nothing_else_is_allowed()
    {
        var manifest = Path.GetTempFileName();
        var documentId = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Query)))}";
        await File.WriteAllTextAsync(manifest, JsonSerializer.Serialize(new Dictionary<string, string> { [documentId] = Query }),
            TestContext.Current.CancellationToken);
        var options = new GraphQLHostOptions { PersistedDocuments = PersistedDocuments.Read(manifest), OnlyPersistedDocuments = true };
        File.Delete(manifest);
        await using var server = await CrmServer.Start(StorageEngine.Sqlite, postgres, adapt: services => services.AddSingleton(options));
        using var socket = await LiveSocket.Open(server);

        await socket.Send(new { id = "1", type = "subscribe", payload = new { documentId } });
        (await socket.Next("1")).GetProperty("viewer").GetProperty("name").GetString().ShouldBe("Owner");
        (await socket.Receive()).GetProperty("type").GetString().ShouldBe("complete");

        foreach (var query in new[] { Query, "{ __schema { queryType { name } } }", "subscription { events { cursor } }" })
        {
            await socket.Subscribe("2", query);
            var answer = await socket.Receive();
            answer.GetProperty("type").GetString().ShouldBe("error");
            answer.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("PERSISTED_DOCUMENTS_ONLY");
        }
    }
}
