using System.Collections.Immutable;
using CreatorCRM.Access;
using CreatorCRM.Common;

namespace CreatorCRM.TestSupport;

/// <summary>Workspaces, their members and tokens, as an owner makes them behind the API's back. Everything here must be accepted.</summary>
public static class Staff
{
    public static readonly CommandContext Owner = new(new Actor("owner", "Owner"));

    public static readonly ImmutableArray<Scope> Everything = [.. RoleScopes.Of(Role.Owner)];

    public static IWorkspaceGrain Workspace(this IGrainFactory grains, string workspace = WorkspaceKey.Default) =>
        grains.GetGrain<IWorkspaceGrain>(WorkspaceKey.GrainOf(workspace).ToString());

    public static async Task Found(this IGrainFactory grains, string workspace) =>
        Accept(await grains.Workspace(workspace).Create(new CreateWorkspace($"The {workspace}"), Owner));

    /// <param name="workspace">Where they work.</param>
    /// <param name="id">Their key, in their name too.</param>
    /// <param name="role">What they may.</param>
    /// <param name="email">Null is the id at example.com.</param>
    public static async Task Hire(this IWorkspaceGrain workspace, string id, Role role, string? email = null) =>
        Accept(await workspace.AddMember(new AddMember(id, email ?? $"{id}@example.com", $"Name of {id}", role, Everything), Owner));

    /// <summary>The secret of a new token: a member's own, or without a member an integration's.</summary>
    public static async Task<string> Issue(this IWorkspaceGrain workspace, string id, string? member = null, DateTimeOffset? expiresAt = null,
        params ImmutableArray<Scope> scopes)
    {
        var secret = AccessTokens.NewSecret(member is null ? TokenKind.Integration : TokenKind.Personal);
        Accept(await workspace.CreateToken(new CreateToken(id, member, $"Token {id}", scopes, AccessTokens.Hash(secret), secret[^4..], expiresAt, Everything),
            Owner));
        return secret;
    }

    public static async Task Revoke(this IWorkspaceGrain workspace, string token) =>
        Accept(await workspace.RevokeToken(new RevokeToken(token, OnlyOf: null), Owner));

    public static async Task Dismiss(this IWorkspaceGrain workspace, string member) => Accept(await workspace.RemoveMember(member, Owner));

    public static async Task Change(this IWorkspaceGrain workspace, string member, Role role) =>
        Accept(await workspace.ChangeMemberRole(new ChangeMemberRole(member, role, Everything), Owner));

    /// <param name="workspace">Where the member is.</param>
    /// <param name="member">Who signed in.</param>
    /// <param name="subject"><c>issuer|sub</c>.</param>
    public static async Task Link(this IWorkspaceGrain workspace, string member, string subject) => Accept(await workspace.LinkMember(member, subject, Owner));

    public static void Accept(CommandResult result) => result.IsAccepted.ShouldBeTrue(string.Join(' ', result.Refusals.Select(refusal => refusal.Message)));
}
