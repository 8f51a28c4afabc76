using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CreatorCRM.Server.Tests.Api;

/// <summary>Speaks the GraphQL multipart request specification, and imports lists through it.</summary>
internal static class Uploads
{
    public const string Preview = "mutation ($file: Upload!, $key: String) { previewImport(input: { file: $file, defaultPlatform: TIKTOK, idempotencyKey: $key }) "
        + "{ import { id rows encoding headerRow columns { index header meaning } } userErrors { field message code } } }";

    public const string Start = "mutation ($id: ID!, $mapping: [ColumnChoiceInput!]) { startImport(input: { importId: $id, mapping: $mapping }) "
        + "{ importJob { id status total } userErrors { field message code } } }";

    private const string Job = "query ($id: ID!) { importJob(id: $id) { status total processed created updated skipped failed problems { row message fatal } } }";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Sends a document whose variable <c>$file</c> is the file.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Answer)> Upload(this CrmServer server, string document, byte[] file, string? key = null,
        string name = "list.csv")
    {
        using var form = new MultipartFormDataContent
        {
            { JsonContent.Create(new { query = document, variables = new { file = (object?)null, key } }), "operations" },
            { new StringContent("""{ "0": ["variables.file"] }"""), "map" },
            // Names that a plain file name could not hold are percent-encoded.
            new ByteArrayContent(file) { Headers = { ContentDisposition = new("form-data") { Name = "0", FileNameStar = name } } },
        };
        using var response = await server.Http.PostAsync("", form, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    /// <summary>The payload of previewImport.</summary>
    public static async Task<JsonElement> PreviewImport(this CrmServer server, byte[] file, string? key = null, string name = "list.csv") =>
        (await server.Upload(Preview, file, key, name)).Answer.Find("data.previewImport");

    /// <summary>Previews, starts and waits.</summary>
    public static async Task<JsonElement> Import(this CrmServer server, byte[] file, object? mapping = null)
    {
        var preview = await server.PreviewImport(file);
        var started = await server.Mutate(Start, new { id = preview.Find("import.id").GetString(), mapping });
        return await server.CompletedImport(started.Find("importJob.id").GetString()!);
    }

    /// <summary>Asks until the job is done. The answers themselves pace the loop.</summary>
    public static async Task<JsonElement> CompletedImport(this CrmServer server, string id)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            var job = (await server.Query(Job, new { id })).GetProperty("importJob");
            if (job.Text("status") == "COMPLETED") return job;
            if (deadline.IsCancellationRequested)
                throw new TimeoutException($"The import is not done after {Patience}: {job}\n{string.Join('\n', server.Log)}");
        }
    }
}
