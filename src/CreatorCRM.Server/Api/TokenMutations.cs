using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

[MutationRoot]
public static class TokenMutations
{
    /// <summary>Makes a token for another program, which people can, but no token. Its secret is in this answer and nowhere else.</summary>
    [Requires(Scope.Access)]
    public static Task<CreateIntegrationTokenPayload> CreateIntegrationToken(
        CreateIntegrationTokenInput input, Caller caller, IdGenerator ids, IGrainFactory grains, WorkspaceQueries workspaces)
    {
        // No token has this scope: one that leaked must not outlive itself by making another.
        if (!caller.Has(Scope.OwnTokens))
            return Task.FromResult(new CreateIntegrationTokenPayload(null, null)
                .Refused(new Refusal(RefusalCode.BeyondOwnScopes, "Tokens are made by people, not by tokens. Sign in to make one.")));
        var context = caller.Command("createIntegrationToken", input.IdempotencyKey, input);
        return Create(new NewToken(TokenKind.Integration, null, input.Name, input.Scopes, input.ExpiresAt), context, caller, ids, grains, workspaces,
            (token, secret) => new CreateIntegrationTokenPayload(token, secret));
    }

    /// <summary>Makes a token for yourself: it acts in your name. Its secret is in this answer and nowhere else.</summary>
    [Requires(Scope.OwnTokens)]
    public static Task<CreatePersonalTokenPayload> CreatePersonalToken(
        CreatePersonalTokenInput input, Caller caller, IdGenerator ids, IGrainFactory grains, WorkspaceQueries workspaces)
    {
        var context = caller.Command("createPersonalToken", input.IdempotencyKey, input);
        var own = CreatorCRM.Access.Member.IdOf(caller.Actor);
        if (input.MemberId is not null && !caller.Has(Scope.Installation))
            return Refused(Refusal.Invalid("memberId", "Only the installation's owner makes tokens for others. Leave it out to make one for yourself."));
        if ((input.MemberId?.Key ?? own) is not { } member)
            return Refused(new Refusal(RefusalCode.Required, "You are no member of this workspace: say for which member the token is.", "memberId"));
        return Create(new NewToken(TokenKind.Personal, member, input.Name, input.Scopes, input.ExpiresAt), context, caller, ids, grains, workspaces,
            (token, secret) => new CreatePersonalTokenPayload(token, secret));

        static Task<CreatePersonalTokenPayload> Refused(Refusal refusal) => Task.FromResult(new CreatePersonalTokenPayload(null, null).Refused(refusal));
    }

    /// <summary>Ends any token of this workspace at once.</summary>
    [Requires(Scope.Access)]
    public static async Task<RevokeTokenPayload> RevokeToken(RevokeTokenInput input, Caller caller, IGrainFactory grains, WorkspaceQueries workspaces)
    {
        var context = caller.Command("revokeToken", input.IdempotencyKey, input);
        var result = await grains.Workspace(caller.Workspace).RevokeToken(new RevokeToken(input.TokenId.Key, null), context);
        return await result.ToPayload(token => new RevokeTokenPayload(token), () => Read(result, caller, workspaces));
    }

    /// <summary>Ends a token of your own at once.</summary>
    [Requires(Scope.OwnTokens)]
    public static async Task<RevokePersonalTokenPayload> RevokePersonalToken(RevokePersonalTokenInput input, Caller caller, IGrainFactory grains,
        WorkspaceQueries workspaces)
    {
        var context = caller.Command("revokePersonalToken", input.IdempotencyKey, input);
        var own = CreatorCRM.Access.Member.IdOf(caller.Actor) ?? "";
        var result = await grains.Workspace(caller.Workspace).RevokeToken(new RevokeToken(input.TokenId.Key, own), context);
        return await result.ToPayload(token => new RevokePersonalTokenPayload(token), () => Read(result, caller, workspaces));
    }

    private static async Task<TPayload> Create<TPayload>(
        NewToken wanted, CommandContext context, Caller caller, IdGenerator ids, IGrainFactory grains, WorkspaceQueries workspaces,
        Func<AccessToken?, string?, TPayload> payload)
        where TPayload : Payload
    {
        var secret = AccessTokens.NewSecret(wanted.Kind);
        var command = new CreateToken(
            context.CommandId ?? ids.Next(), wanted.MemberId, wanted.Name, [.. wanted.Scopes], AccessTokens.Hash(secret), secret[^4..], wanted.ExpiresAt,
            caller.Held());
        var result = await grains.Workspace(caller.Workspace).CreateToken(command, context);
        // A repetition finds the first token, whose secret nobody has kept: the one just made belongs to nothing.
        var isShown = result.IsAccepted && !result.Replayed;
        if (isShown) caller.ShowSecret();
        return await result.ToPayload(token => payload(token, isShown ? secret : null), () => Read(result, caller, workspaces));
    }

    private static async Task<AccessToken?> Read(CommandResult result, Caller caller, WorkspaceQueries workspaces) =>
        (await workspaces.TokensByIds(caller.Workspace, [result.Part!], CancellationToken.None)).Values.SingleOrDefault() is { } row
            ? new AccessToken(row)
            : null;

    private sealed record NewToken(TokenKind Kind, string? MemberId, string Name, IReadOnlyList<Scope> Scopes, DateTimeOffset? ExpiresAt);
}

/// <summary>A token for another program.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Scopes">What it may do; nothing that you may not, and nothing about members and tokens.</param>
/// <param name="ExpiresAt">When it ends by itself; never when left out.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once. The repetition shows the token, but not its secret.</param>
public sealed record CreateIntegrationTokenInput(string Name, IReadOnlyList<Scope> Scopes, DateTimeOffset? ExpiresAt, string? IdempotencyKey);

/// <summary>A token that acts in your name.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Scopes">What it may do; nothing that you may not, and no tokens of its own.</param>
/// <param name="ExpiresAt">When it ends by itself; as late as the installation allows when left out, which is a year unless the operator says
/// otherwise.</param>
/// <param name="MemberId">Only for the installation's owner: which member it is for.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once. The repetition shows the token, but not its secret.</param>
public sealed record CreatePersonalTokenInput(string Name, IReadOnlyList<Scope> Scopes, DateTimeOffset? ExpiresAt, NodeId<Member>? MemberId,
    string? IdempotencyKey);

/// <summary>The end of a token.</summary>
/// <param name="TokenId">Which token.</param>
/// <param name="IdempotencyKey">Not needed: a token is revoked once in any case.</param>
public sealed record RevokeTokenInput(NodeId<AccessToken> TokenId, string? IdempotencyKey);

/// <summary>The end of a token of your own.</summary>
/// <param name="TokenId">Which token.</param>
/// <param name="IdempotencyKey">Not needed: a token is revoked once in any case.</param>
public sealed record RevokePersonalTokenInput(NodeId<AccessToken> TokenId, string? IdempotencyKey);

/// <param name="Token">The token; null when the mutation was refused.</param>
/// <param name="Secret">
/// What the program sends as `Authorization: Bearer`. Shown this once: null when this answers a repetition. Whoever lost it revokes the token and makes
/// another.
/// </param>
public sealed record CreateIntegrationTokenPayload(AccessToken? Token, string? Secret) : Payload;

/// <param name="Token">The token; null when the mutation was refused.</param>
/// <param name="Secret">
/// What to send as `Authorization: Bearer`. Shown this once: null when this answers a repetition. Whoever lost it revokes the token and makes another.
/// </param>
public sealed record CreatePersonalTokenPayload(AccessToken? Token, string? Secret) : Payload;

public sealed record RevokeTokenPayload(AccessToken? Token) : Payload;

public sealed record RevokePersonalTokenPayload(AccessToken? Token) : Payload;
