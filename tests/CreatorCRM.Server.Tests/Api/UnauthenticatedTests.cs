using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

public sealed class UnauthenticatedTests(CrmServers servers) : IClassFixture<CrmServers>
{
    [Theory]
    [InlineData("POST", "")]
    [InlineData("GET", "?query={viewer{name}}")]
    [InlineData("GET", "/schema.graphql")]
    [InlineData("FORM", "")]
    [InlineData("DELETE", "")]
    [InlineData("GET", "?query={__schema{types{name}}}")]
    public async Task A_stranger_learns_nothing_but_how_to_come_in(string method, string path)
    {
        foreach (var authorization in new[] { null, "Bearer", "Bearer ", "Bearer wrong", "Basic b3duZXI6b3duZXI=", "bearer the-owner-of-the-tests-and-more",
            "the-owner-of-the-tests" })
        {
            var (status, challenge, body) = await Ask(method, path, authorization);
            status.ShouldBe(HttpStatusCode.Unauthorized, authorization);
            challenge.ShouldBe(authorization?.StartsWith("bearer ", StringComparison.OrdinalIgnoreCase) == true
                && authorization.Length > 7 ? "Bearer error=\"invalid_token\"" : "Bearer");
            body.EnumerateObject().Select(member => member.Name).ShouldBe(["errors"]);
            body.Find("errors.0.extensions.code").GetString().ShouldBe("UNAUTHENTICATED");
        }
    }

    private async Task<(HttpStatusCode Status, string Challenge, JsonElement Body)> Ask(string method, string path, string? authorization)
    {
        var server = await servers.On(StorageEngine.Sqlite);
        using var stranger = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method == "FORM" ? "POST" : method), $"{server.Http.BaseAddress}{path}");
        if (method == "POST")
            request.Content = JsonContent.Create(new { query = "mutation { createInfluencer(input: { displayName: \"x\" }) { influencer { id } } }" });
        if (method == "FORM")
            request.Content = new MultipartFormDataContent { { new StringContent("{}"), "operations" }, { new ByteArrayContent(new byte[100]), "0", "a.csv" } };
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization).ShouldBeTrue();
        using var response = await stranger.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, response.Headers.WwwAuthenticate.ToString(),
            await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }
}
