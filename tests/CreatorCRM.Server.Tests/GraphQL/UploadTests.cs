using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CreatorCRM.Server.Tests.GraphQL;

public sealed class UploadTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string Weigh = """{ "query": "mutation ($file: Upload!, $note: String) { weigh(file: $file, note: $note) }", "variables": { "file": null, "note": "müsli" } }""";
    private const string Map = """{ "0": ["variables.file"] }""";

    [Theory]
    [InlineData(10)]
    [InlineData(900_000)]
    public async Task A_file_arrives_whole_whether_it_fits_in_memory_or_not(int length)
    {
        var text = new string('x', length);
        var (status, body) = await Send([("operations", Weigh), ("map", Map)], ("0", "C:\\temp\\liste ä.csv", text));
        status.ShouldBe(HttpStatusCode.OK);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
        body["data"]!["weigh"]!.GetValue<string>().ShouldBe($"liste ä.csv|text/csv|{length}|{length}|{hash}|müsli");
    }

    [Fact]
    public async Task Several_files_fill_the_places_of_a_list()
    {
        var (_, body) = await Send(
            [("operations", """{ "query": "mutation ($files: [Upload!]!) { weighAll(files: $files) }", "variables": { "files": [null, null] } }"""),
                ("map", """{ "a": ["variables.files.1"], "b": ["variables.files.0"] }""")],
            ("a", "a.csv", "1"), ("b", "b.csv", "22"));
        body["data"]!["weighAll"]!.GetValue<string>().ShouldBe("b.csv:2 a.csv:1");
    }

    [Fact]
    public async Task A_form_without_a_preflight_header_is_refused()
    {
        var (status, body) = await Send([("operations", Weigh), ("map", Map)], "Accept-Language", [("0", "a.csv", "1")]);
        status.ShouldBe(HttpStatusCode.BadRequest);
        body["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("PREFLIGHT_REQUIRED");
    }

    [Theory]
    [InlineData("X-Requested-With")]
    [InlineData("Apollo-Require-Preflight")]
    [InlineData("Authorization")]
    public async Task Headers_that_a_foreign_page_cannot_send_count_as_preflight(string header)
    {
        var (status, _) = await Send([("operations", Weigh), ("map", Map)], header, [("0", "a.csv", "1")]);
        status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(1_000_001)]
    [InlineData(30_000_000)]
    public async Task A_file_over_the_limit_is_413(int length)
    {
        var (status, body) = await Send([("operations", Weigh), ("map", Map)], ("0", "a.csv", new string('x', length)));
        status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        body["errors"]![0]!["message"]!.GetValue<string>().ShouldContain("1000000 bytes");
    }

    [Theory]
    [InlineData("""{ "0": ["variables.note"] }""")]
    [InlineData("""{ "0": ["variables.file.deeper"] }""")]
    [InlineData("""{ "0": ["query"] }""")]
    [InlineData("""{ "0": "variables.file" }""")]
    [InlineData("""{ "0": ["variables.file"], "1": ["variables.file"] }""")]
    [InlineData("""{ "1": ["variables.file"] }""")]
    [InlineData("nonsense")]
    public async Task A_map_that_does_not_fit_is_400(string map)
    {
        var (status, body) = await Send([("operations", Weigh), ("map", map)], ("0", "a.csv", "1"));
        status.ShouldBe(HttpStatusCode.BadRequest);
        body["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("BAD_REQUEST");
    }

    [Fact]
    public async Task The_parts_must_come_in_order()
    {
        var (status, body) = await Send([("map", Map), ("operations", Weigh)], ("0", "a.csv", "1"));
        status.ShouldBe(HttpStatusCode.BadRequest);
        body["errors"]![0]!["message"]!.GetValue<string>().ShouldContain("operations, map, files");
    }

    [Fact]
    public async Task A_file_cannot_come_as_text()
    {
        var error = await server.Error("mutation ($file: Upload!) { weigh(file: $file) }", new { file = "data:text/csv,1" });
        error["extensions"]!["code"]!.GetValue<string>().ShouldBe("BAD_USER_INPUT");
        error["message"]!.GetValue<string>().ShouldContain("multipart/form-data");
    }

    private Task<(HttpStatusCode Status, JsonNode Body)> Send((string Name, string Text)[] fields, params (string Part, string Name, string Text)[] files) =>
        Send(fields, "GraphQL-Preflight", files);

    private async Task<(HttpStatusCode Status, JsonNode Body)> Send((string Name, string Text)[] fields, string header,
        (string Part, string Name, string Text)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, text) in fields) form.Add(new StringContent(text), name);
        foreach (var (part, name, text) in files)
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
            content.Headers.ContentType = new("text/csv");
            form.Add(content, part, name);
        }
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = form };
        request.Headers.TryAddWithoutValidation(header, "1");
        request.Headers.ExpectContinue = true;
        using var response = await server.Http.SendAsync(request);
        return (response.StatusCode, await GraphQLServer.Read(response));
    }
}
