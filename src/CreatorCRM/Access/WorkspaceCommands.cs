using System.Collections.Immutable;

namespace CreatorCRM.Access;

[GenerateSerializer, Immutable, Alias("create-workspace")]
public sealed record CreateWorkspace(string Name);

[GenerateSerializer, Immutable, Alias("rename-workspace")]
public sealed record RenameWorkspace(string Name);

/// <param name="MemberId">Of the new member, unused so far.</param>
/// <param name="Held">What the caller may; the role must not allow more.</param>
[GenerateSerializer, Immutable, Alias("add-member")]
public sealed record AddMember(string MemberId, string Email, string Name, Role Role, ImmutableArray<Scope> Held);

/// <param name="Held">What the caller may; the role must not allow more.</param>
[GenerateSerializer, Immutable, Alias("change-member-role")]
public sealed record ChangeMemberRole(string MemberId, Role Role, ImmutableArray<Scope> Held);

/// <param name="TokenId">Of the new token, unused so far.</param>
/// <param name="MemberId">Whom it stands for; null for an integration.</param>
/// <param name="Sha256">Of the secret, which does not leave the gateway.</param>
/// <param name="ExpiresAt">Null: never, and for a personal token as late as may be.</param>
/// <param name="Held">What the caller may; the token must not allow more.</param>
[GenerateSerializer, Immutable, Alias("create-token")]
public sealed record CreateToken(
    string TokenId, string? MemberId, string Name, ImmutableArray<Scope> Scopes, string Sha256, string LastFour, DateTimeOffset? ExpiresAt,
    ImmutableArray<Scope> Held);

/// <param name="OnlyOf">The member whose tokens alone the caller may revoke; null when any.</param>
[GenerateSerializer, Immutable, Alias("revoke-token")]
public sealed record RevokeToken(string TokenId, string? OnlyOf);

/// <param name="Kind">What was exported, such as <c>influencers</c>.</param>
/// <param name="What">Which of them, in words.</param>
[GenerateSerializer, Immutable, Alias("record-export")]
public sealed record RecordExport(string Kind, string What, long Rows, string Format);
