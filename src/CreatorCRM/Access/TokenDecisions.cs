using System.Collections.Immutable;

namespace CreatorCRM.Access;

/// <summary>What a workspace's commands come to, about tokens.</summary>
public partial record Workspace
{
    /// <summary>So many tokens that work, for one member or for all programs together.</summary>
    public const int MaxTokens = 50;

    public Decision CreateToken(CreateToken command, DateTimeOffset now, AccessOptions options)
    {
        if (!Exists) return Missing;
        var member = command.MemberId is { } id ? Find(id) : null;
        if (command.MemberId is not null && member is null) return Refusal.NotFound("member", "memberId");
        if (Tokens.Any(token => token.Id == command.TokenId)) return Refusal.Invalid("tokenId", "This id is another token's.");
        var scopes = command.Scopes.Distinct().Order().ToImmutableArray();
        var validation = new Validation().Required("name", command.Name, 100)
            .Require(!scopes.IsEmpty, "scopes", "Name at least one scope: a token without any may do nothing.")
            // Else a program could have delivered to it what it may not read.
            .Require(!scopes.Contains(Scope.Webhooks) || scopes.Contains(Scope.RelationshipsRead), "scopes",
                "Webhooks deliver what relationships read shows: name that scope, too.")
            .Require(!(command.ExpiresAt <= now), "expiresAt", "A token ends in the future.")
            .Add(CannotHave(member, scopes))
            .Add(BeyondHeld(scopes, command.Held, "scopes"));
        var latest = now.AddDays(options.PersonalTokenDays);
        if (member is not null)
            validation.Require(!(command.ExpiresAt > latest), "expiresAt", $"A personal token lives {options.PersonalTokenDays} days at most.");
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        if (Tokens.Count(token => token.MemberId == command.MemberId && token.WorksAt(now)) >= MaxTokens)
            return new Refusal(RefusalCode.TooManyTokens, $"There are {MaxTokens} tokens already. Revoke one that is not needed any more.");
        return Decision.Accept(new TokenCreated(
            command.TokenId, member is null ? TokenKind.Integration : TokenKind.Personal, member?.Id, member?.Name, command.Name.Trim(), scopes,
            command.Sha256, command.LastFour, command.ExpiresAt ?? (member is null ? null : latest))).About(command.TokenId);
    }

    public Decision RevokeToken(RevokeToken command, DateTimeOffset now)
    {
        if (Tokens.FirstOrDefault(one => one.Id == command.TokenId && (command.OnlyOf is null || one.MemberId == command.OnlyOf)) is not { } token)
            return Refusal.NotFound("token", "tokenId");
        return token.WorksAt(now) ? Decision.Accept(new TokenRevoked(token.Id, token.Name, token.LastFour)).About(token.Id) : Decision.Nothing.About(token.Id);
    }

    // Tokens are made by people, not by tokens: else a leaked one could outlive itself.
    private static Refusal? CannotHave(Member? member, ImmutableArray<Scope> scopes)
    {
        var allowed = RoleScopes.Of(member?.Role ?? Role.Integration).Where(scope => scope != Scope.OwnTokens);
        return scopes.Except(allowed).Order().ToArray() is { Length: > 0 } beyond
            ? Refusal.Invalid("scopes", $"{(member is null ? "An integration token" : $"A personal token of a member with the role {member.Role.Words()}")} cannot have {string.Join(", ", beyond.Select(scope => scope.Words()))}.")
            : null;
    }
}
