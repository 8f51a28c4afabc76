using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using CreatorCRM.Server.Tests.Api;

namespace CreatorCRM.Server.Tests.Hosting;

public sealed class CultureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("creatorcrm-culture-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_host_of_another_calendar_tells_days_of_the_Gregorian_one()
    {
        var cancel = TestContext.Current.CancellationToken;
        var url = $"http://127.0.0.1:{Ports.Free()}";
        // In Thailand 2004 is 2547.
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CreatorCRM.Server.dll"), "--urls", url,
            "--data", _folder, "--Cluster:SiloPort", $"{Ports.Free()}"])
        {
            Environment =
            {
                ["LC_ALL"] = "th_TH.UTF-8", ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = null, ["CREATORCRM_OWNER_TOKEN"] = CrmServer.Token,
                ["ConnectionStrings__Crm"] = null,
            },
        })!;
        try
        {
            using var http = PatientHttp.Client();
            http.DefaultRequestHeaders.Authorization = new("Bearer", CrmServer.Token);
            await Poll.Until(() => process.HasExited ? throw new InvalidOperationException("The server ended.") : IsReady(http, $"{url}/health/ready"));
            var created = await Ask("""
                mutation { createInfluencer(input: { displayName: "Mia", accounts: [{ platform: TIKTOK, handle: "mia" }] }) { influencer { accounts { id } } } }
                """);
            var account = created.Find("data.createInfluencer.influencer.accounts.0.id").GetString();
            var refused = await Ask($$"""
                mutation { recordMetrics(input: { accountId: "{{account}}", followers: 1, takenAt: "1999-01-01T00:00:00Z" }) { userErrors { message } } }
                """);
            refused.Find("data.recordMetrics.userErrors.0.message").GetString().ShouldStartWith("takenAt must be between 2004-01-01 and 2");

            async Task<JsonElement> Ask(string query)
            {
                using var response = await http.PostAsJsonAsync($"{url}/graphql", new { query }, cancel);
                return await response.Content.ReadFromJsonAsync<JsonElement>(cancel);
            }
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<bool> IsReady(HttpClient http, string url)
    {
        try
        {
            using var response = await http.GetAsync(url);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
    }
}
