using System.Globalization;
using System.Net.Sockets;
using System.Text;
using CreatorCRM.Imports;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Server.Tests.Api;

public sealed class RefusedUploadTests(CrmServers servers) : IClassFixture<CrmServers>
{
    private static readonly Dictionary<string, (byte[] File, string Says)> Unreadable = new()
    {
        ["an Excel workbook named .csv"] = ([.. "PK\u0003\u0004"u8, .. new byte[100], .. "xl/workbook.xml"u8], "Excel"),
        ["an image"] = ([0x89, .. "PNG\r\n\u001a\n"u8, .. new byte[50]], "image"),
        ["an empty file"] = ([], "empty"),
        ["only a header"] = ("name,instagram_handle,followers\n"u8.ToArray(), "no rows"),
        ["NUL bytes"] = ("name,tiktok\nMi\0a,mia\n"u8.ToArray(), "binary"),
        ["UTF-16 without a byte order mark"] = (Encoding.BigEndianUnicode.GetBytes("name,tiktok\nMia,mia\n"), "binary"),
        ["a cell of 2 MB"] = (Encoding.ASCII.GetBytes($"name,tiktok\n{new string('a', 2_000_000)},x\n"), "Row 2"),
        ["a row of a million cells"] = (Encoding.ASCII.GetBytes($"name,tiktok\n{new string(',', 1_000_000)}\n"), "Row 2"),
        ["600 columns"] = (Encoding.ASCII.GetBytes($"name{new string(',', 599)}\nx\n"), "500 columns"),
    };

    public static TheoryData<StorageEngine, string> Files =>
        [.. new[] { StorageEngine.Sqlite, StorageEngine.Postgres }.SelectMany(engine => Unreadable.Keys.Select(name => (engine, name)))];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task What_is_no_list_is_refused_in_words_and_not_kept(StorageEngine engine, string name)
    {
        var server = await servers.On(engine);
        var payload = await server.PreviewImport(Unreadable[name].File);
        payload.Find("userErrors.0.code").GetString().ShouldBe("UNREADABLE_FILE");
        payload.Find("userErrors.0.message").GetString()!.ShouldContain(Unreadable[name].Says);
        await using var read = server.Read();
        (await read.Set<ImportFileRow>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        server.Log.ShouldBeEmpty();
    }

    /// <summary>The declared length of a file is refused before its content; one of unknown length as soon as it is too long.</summary>
    [Theory]
    [InlineData(false, 20)]
    [InlineData(true, 60)]
    public async Task A_file_of_200_MB_is_413_before_it_is_sent_and_leaves_nothing_on_the_disk(bool chunked, int atMostMegabytes)
    {
        await using var server = await servers.New(StorageEngine.Sqlite);
        var folder = Directory.CreateTempSubdirectory("creatorcrm-uploads-");
        server.Services.GetRequiredService<GraphQLHostOptions>().UploadFolder = folder.FullName;
        var (answer, sent) = await SendHuge(server.Http, 200_000_000, chunked);
        answer.ShouldStartWith("HTTP/1.1 413");
        sent.ShouldBeLessThan(atMostMegabytes * 1_000_000L);
        (await server.Query("{ __typename }")).Text("__typename").ShouldBe("Query");
        folder.GetFiles().ShouldBeEmpty();
        folder.Delete();
        server.Log.ShouldBeEmpty();
    }

    // By hand: HttpClient would insist on sending the whole file before it reads the answer.
    private static async Task<(string Answer, long Sent)> SendHuge(HttpClient http, long length, bool chunked)
    {
        using var socket = new TcpClient(http.BaseAddress!.Host, http.BaseAddress.Port);
        var stream = socket.GetStream();
        var start = $$"""
            --x
            Content-Disposition: form-data; name="operations"

            { "query": "mutation ($file: Upload!) { previewImport(input: { file: $file }) { userErrors { code } } }", "variables": { "file": null } }
            --x
            Content-Disposition: form-data; name="map"

            { "0": ["variables.file"] }
            --x
            Content-Disposition: form-data; name="0"; filename="huge.csv"

            name,tiktok

            """.ReplaceLineEndings("\r\n");
        var size = chunked ? "Transfer-Encoding: chunked" : $"Content-Length: {length + start.Length}";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /graphql HTTP/1.1\r\nHost: localhost\r\nAuthorization: {http.DefaultRequestHeaders.Authorization}\r\n"
            + $"Content-Type: multipart/form-data; boundary=x\r\n{size}\r\n\r\n"));
        var block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("Mia Brot,miabrot\n", 4096)));
        long sent = 0;
        try
        {
            for (var part = Encoding.ASCII.GetBytes(start); sent < length && !stream.DataAvailable; part = block, sent += part.Length)
                await stream.WriteAsync(chunked
                    ? [.. Encoding.ASCII.GetBytes(part.Length.ToString("x", CultureInfo.InvariantCulture)), .. "\r\n"u8, .. part, .. "\r\n"u8] : part);
        }
        catch (IOException)
        {
            // The server has hung up; what it said before is still to be read.
        }
        var answer = new byte[1000];
        return (Encoding.ASCII.GetString(answer, 0, await stream.ReadAsync(answer)), sent);
    }
}
