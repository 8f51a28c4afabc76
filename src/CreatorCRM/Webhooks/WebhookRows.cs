using System.Collections.Immutable;

namespace CreatorCRM.Webhooks;

/// <summary>A webhook in lists. A deleted one has none.</summary>
[RowTable("webhooks", nameof(Id))]
public sealed record WebhookRow : IRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public long Version { get; init; }
    public required string Name { get; init; }
    public required string Url { get; init; }
    /// <summary>JSON array of text.</summary>
    public required string Kinds { get; init; }
    public WebhookStatus Status { get; init; }
    public string? StatusReason { get; init; }
    public DateTimeOffset StatusSince { get; init; }
    /// <summary>The number of the secret that signs.</summary>
    public int Secret { get; init; }
    public DateTimeOffset? OldSecretUntil { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }

    string IRow.RowKey => Id;

    public EntityKey Key => new(Workspace, Id);

    /// <summary>See <see cref="EventKinds"/>.</summary>
    public ImmutableArray<string> Choices => CrmJson.Read<ImmutableArray<string>>(Kinds);
}

public partial record Webhook
{
    public IEnumerable<IRow> Rows() => IsDeleted
        ? []
        :
        [
            new WebhookRow
            {
                Workspace = Key.Workspace, Id = Key.Id, Version = Version, Name = Name, Url = Url, Kinds = CrmJson.Write(Kinds), Status = Status,
                StatusReason = StatusReason,
                StatusSince = StatusSince, Secret = Secret, OldSecretUntil = OldSecretUntil, CreatedAt = CreatedAt, UpdatedAt = UpdatedAt,
            },
        ];
}
