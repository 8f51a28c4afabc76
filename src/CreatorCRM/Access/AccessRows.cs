namespace CreatorCRM.Access;

[RowTable("workspaces")]
public sealed record WorkspaceRow : IRow
{
    public required string Workspace { get; init; }
    public required string Name { get; init; }

    string IRow.RowKey => Workspace;
}

/// <summary>A workspace's name, also of the default one before anything was recorded in it. A view.</summary>
public sealed class WorkspaceName
{
    public required string Workspace { get; init; }
    public required string Name { get; init; }
}

[RowTable("members", nameof(Id))]
public sealed record MemberRow : IRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public required string Email { get; init; }
    public required string EmailKey { get; init; }
    public required string Name { get; init; }
    public Role Role { get; init; }
    public string? Subject { get; init; }
    public DateTimeOffset AddedAt { get; init; }
    public DateTimeOffset? RemovedAt { get; init; }

    string IRow.RowKey => Id;
}

[RowTable("access_tokens", nameof(Id))]
public sealed record AccessTokenRow : IRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public TokenKind Kind { get; init; }
    /// <summary>Null for an integration.</summary>
    public string? MemberId { get; init; }
    public required string Name { get; init; }
    /// <summary>JSON array of <see cref="Scope"/>.</summary>
    public required string Scopes { get; init; }
    public required string Sha256 { get; init; }
    public required string LastFour { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }

    string IRow.RowKey => Id;
}

/// <summary>When a token was last seen, to the minute. Not part of the journal.</summary>
public sealed class TokenUseRow
{
    public required string Workspace { get; init; }
    public required string TokenId { get; init; }
    public DateTimeOffset LastUsedAt { get; init; }
}

public partial record Workspace
{
    public IEnumerable<IRow> Rows() =>
    [
        new WorkspaceRow { Workspace = Key.Workspace, Name = Name },
        .. Members.Select(member => new MemberRow
        {
            Workspace = Key.Workspace, Id = member.Id, Email = member.Email, EmailKey = Member.EmailKey(member.Email), Name = member.Name, Role = member.Role,
            Subject = member.Subject, AddedAt = member.AddedAt, RemovedAt = member.RemovedAt,
        }),
        .. Tokens.Select(token => new AccessTokenRow
        {
            Workspace = Key.Workspace, Id = token.Id, Kind = token.Kind, MemberId = token.MemberId, Name = token.Name, Scopes = CrmJson.Write(token.Scopes),
            Sha256 = token.Sha256, LastFour = token.LastFour, CreatedAt = token.CreatedAt, ExpiresAt = token.ExpiresAt, RevokedAt = token.RevokedAt,
        }),
    ];
}
