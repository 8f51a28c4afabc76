using System.Collections.Frozen;
using CreatorCRM.Access;
using CreatorCRM.Common;

namespace CreatorCRM.Server.Access;

/// <summary>What a credential opens at this moment. Asked with every request, so that a revoked token or a removed member is out at once.</summary>
internal sealed class Admission(OwnerToken owner, AccessQueries access, IGrainFactory grains, TimeProvider time)
{
    private static readonly FrozenSet<Scope> OwnerScopes = RoleScopes.Of(Role.Owner).Append(Scope.Installation).ToFrozenSet();

    /// <param name="credential">What was shown.</param>
    /// <param name="workspace">Which one the request wants; null leaves it to the credential.</param>
    /// <param name="isUse">Whether a token counts as used by it.</param>
    /// <param name="cancel">Ends the question.</param>
    public Task<Checked<Identity>> Admit(Credential credential, string? workspace, bool isUse, CancellationToken cancel) => credential switch
    {
        OwnerCredential shown => AdmitOwner(shown, workspace ?? WorkspaceKey.Default, cancel),
        TokenCredential shown => AdmitToken(shown, workspace, isUse, cancel),
        PersonCredential shown => AdmitPerson(shown, workspace, cancel),
        _ => throw new InvalidOperationException($"{credential.GetType()} is no known credential."),
    };

    private async Task<Checked<Identity>> AdmitOwner(OwnerCredential shown, string workspace, CancellationToken cancel)
    {
        // A session may remember a token that was replaced.
        if (shown.Sha256 != owner.Sha256) return AccessProblem.BadToken;
        if (!await access.WorkspaceExists(workspace, cancel)) return AccessProblem.NoWorkspace;
        return new Identity(workspace, Actor.Owner, Role.Owner, OwnerScopes);
    }

    private async Task<Checked<Identity>> AdmitToken(TokenCredential shown, string? workspace, bool isUse, CancellationToken cancel)
    {
        if (await access.FindToken(shown.Sha256, cancel) is not { RevokedAt: null } token) return AccessProblem.BadToken;
        var now = time.GetUtcNow();
        if (token.ExpiresAt <= now) return AccessProblem.Expired;
        if (workspace is not null && workspace != token.Workspace) return AccessProblem.NoWorkspace;
        if (isUse && (token.LastUsedAt is null || token.LastUsedAt <= now - AccessQueries.UsesApart))
            _ = Task.Run(() => access.Touch(token.TokenId, token.Workspace, now), CancellationToken.None);
        return new Identity(token.Workspace, token.Actor, token.Role, token.Scopes, token.ExpiresAt);
    }

    private async Task<Checked<Identity>> AdmitPerson(PersonCredential shown, string? workspace, CancellationToken cancel)
    {
        if (shown.ExpiresAt <= time.GetUtcNow()) return AccessProblem.Expired;
        var memberships = await access.FindMemberships(shown.Subject, shown.VerifiedEmail, cancel);
        var open = workspace is null ? WithoutChoice(memberships) : [.. memberships.Where(one => one.Workspace == workspace)];
        if (open.Count > 1) return AccessProblem.SeveralWorkspaces(memberships.Select(one => one.Workspace));
        if (open.SingleOrDefault() is not { } chosen) return AccessProblem.NoWorkspace;
        if (chosen.Subject is null && !await Link(chosen, shown.Subject)) return AccessProblem.NoWorkspace;
        return new Identity(chosen.Workspace, chosen.Actor, chosen.Role, RoleScopes.Of(chosen.Role), shown.ExpiresAt);
    }

    // The owner of any workspace can add any address. What its holder has joined stays open as it was, until they choose the new one themselves.
    private static IReadOnlyList<Membership> WithoutChoice(IReadOnlyList<Membership> memberships) =>
        memberships.Where(one => one.Subject is not null).ToList() is { Count: > 0 } joined ? joined : memberships;

    // The first sign-in by a verified address; from then on the address may change.
    private async Task<bool> Link(Membership member, string subject)
    {
        var workspace = grains.GetGrain<IWorkspaceGrain>(WorkspaceKey.GrainOf(member.Workspace).ToString());
        return (await workspace.LinkMember(member.MemberId, subject, new CommandContext(member.Actor))).IsAccepted;
    }
}
