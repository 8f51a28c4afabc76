using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Server.Tests.Api;

namespace CreatorCRM.Server.Tests.Access;

/// <summary>Workspaces, their members and tokens, made behind the API's back.</summary>
internal static class Staff
{
    private static readonly CommandContext Owner = new(new Actor("owner", "Owner"));
    private static readonly ImmutableArray<Scope> Everything = [.. RoleScopes.Of(Role.Owner)];

    public static IWorkspaceGrain Workspace(this CrmServer server, string workspace = WorkspaceKey.Default) =>
        server.Grains.GetGrain<IWorkspaceGrain>(WorkspaceKey.GrainOf(workspace).ToString());

    public static async Task Found(this CrmServer server, string workspace) => Accept(await server.Workspace(workspace).Create(new CreateWorkspace($"The {workspace}"), Owner));

    /// <summary>Their id is the part of the address before the @, the address one at example.com.</summary>
    public static async Task Hire(this IWorkspaceGrain workspace, string id, Role role) =>
        Accept(await workspace.AddMember(new AddMember(id, $"{id}@example.com", $"Name of {id}", role, Everything), Owner));

    /// <summary>The secret of a new token: a member's own, or without a member an integration's.</summary>
    public static async Task<string> Issue(this IWorkspaceGrain workspace, string id, string? member = null, DateTimeOffset? expiresAt = null, params Scope[] scopes)
    {
        var secret = AccessTokens.NewSecret(member is null ? TokenKind.Integration : TokenKind.Personal);
        Accept(await workspace.CreateToken(new CreateToken(id, member, $"Token {id}", [.. scopes], AccessTokens.Hash(secret), secret[^4..], expiresAt, Everything), Owner));
        return secret;
    }

    public static async Task Revoke(this IWorkspaceGrain workspace, string id) => Accept(await workspace.RevokeToken(new RevokeToken(id, OnlyOf: null), Owner));

    public static async Task Dismiss(this IWorkspaceGrain workspace, string member) => Accept(await workspace.RemoveMember(member, Owner));

    public static async Task Change(this IWorkspaceGrain workspace, string member, Role role) =>
        Accept(await workspace.ChangeMemberRole(new ChangeMemberRole(member, role, Everything), Owner));

    /// <summary>Who the server takes the client for: <c>200 name in workspace</c>, or the status with the error's code.</summary>
    public static async Task<string> WhoAmI(this HttpClient client)
    {
        using var response = await client.PostAsJsonAsync("", new { query = "{ viewer { name workspace { name } } }" });
        if (response.StatusCode == HttpStatusCode.RequestHeaderFieldsTooLarge) return "431";
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return body.TryGetProperty("errors", out var errors)
            ? $"{(int)response.StatusCode} {errors[0].GetProperty("extensions").GetProperty("code")}"
            : $"{(int)response.StatusCode} {body.Find("data.viewer.name")} in {body.Find("data.viewer.workspace.name")}";
    }

    private static void Accept(CommandResult result) => result.IsAccepted.ShouldBeTrue(string.Join(' ', result.Refusals.Select(refusal => refusal.Message)));
}
