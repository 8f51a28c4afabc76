using System.Collections.Immutable;
using CreatorCRM.Access;
using CreatorCRM.Common;

namespace CreatorCRM.Tests.Access;

/// <summary>What an owner does with workspaces, in the short words of tests.</summary>
internal static class AccessDesk
{
    public static readonly CommandContext Owner = new(new Actor("owner", "Owner"));

    public static readonly ImmutableArray<Scope> Everything = [.. RoleScopes.Of(Role.Owner)];

    public static IWorkspaceGrain Workspace(this CrmSilo crm, string workspace) => crm.Grains.GetGrain<IWorkspaceGrain>(WorkspaceKey.GrainOf(workspace).ToString());

    public static async Task<string> Add(this IWorkspaceGrain workspace, string id, string email, Role role) =>
        Accepted(await workspace.AddMember(new AddMember(id, email, $"Name of {id}", role, Everything), Owner)).Part!;

    /// <summary>A new token's secret.</summary>
    public static async Task<string> Issue(this IWorkspaceGrain workspace, string id, string? member, DateTimeOffset? expiresAt, params ImmutableArray<Scope> scopes)
    {
        var secret = AccessTokens.NewSecret(member is null ? TokenKind.Integration : TokenKind.Personal);
        Accepted(await workspace.CreateToken(new CreateToken(id, member, $"Token {id}", scopes, AccessTokens.Hash(secret), secret[^4..], expiresAt, Everything), Owner));
        return secret;
    }

    public static CommandResult Accepted(CommandResult result)
    {
        result.IsAccepted.ShouldBeTrue(string.Join(' ', result.Refusals.Select(refusal => refusal.Message)));
        return result;
    }
}
