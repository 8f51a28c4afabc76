using System.Collections.Immutable;

namespace CreatorCRM.Access;

/// <param name="MemberId">Whom it stands for; null for an integration.</param>
/// <param name="MemberName">The same by name.</param>
/// <param name="Sha256">By which the token is known again. The secret has 178 random bits, so nobody comes back from here to it.</param>
[EventType("token.created")]
public sealed record TokenCreated(
    string Token, TokenKind Kind, string? MemberId, string? MemberName, string Name, ImmutableArray<Scope> Scopes, string Sha256, string LastFour,
    DateTimeOffset? ExpiresAt) : IEvent
{
    public string Summary =>
        $"The {(Kind == TokenKind.Personal ? $"personal token {Name} of {MemberName}" : $"integration token {Name}")} (…{LastFour}) was created for {string.Join(", ", Scopes.Select(scope => scope.Words()))}, "
        + $"{(ExpiresAt is { } end ? $"until {end.UtcDateTime:yyyy-MM-dd HH:mm} UTC" : "without an end")}.";

    internal AccessToken ToToken(DateTimeOffset now) => new(Token, Kind, MemberId, Name, Scopes, Sha256, LastFour, now, ExpiresAt, null);
}

[EventType("token.revoked")]
public sealed record TokenRevoked(string Token, string Name, string LastFour) : IEvent
{
    public string Summary => $"The token {Name} (…{LastFour}) was revoked.";
}
