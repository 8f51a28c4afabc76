namespace CreatorCRM.Bulk;

/// <summary>A bulk action in lists.</summary>
[RowTable("bulk_actions", nameof(Id))]
public sealed record BulkActionRow : IRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public BulkKind Kind { get; init; }
    public string? Value { get; init; }
    /// <summary>The same for people.</summary>
    public string? ValueName { get; init; }
    public bool DryRun { get; init; }
    public string? Undoes { get; init; }
    public BulkStatus Status { get; init; }
    public int Total { get; init; }
    public int Succeeded { get; init; }
    public int Unchanged { get; init; }
    public int Refused { get; init; }
    public required string StartedBy { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? CompletedAt { get; init; }

    string IRow.RowKey => Id;
}

/// <summary>What became of one influencer.</summary>
[RowTable("bulk_results", nameof(ActionId), nameof(Number))]
public sealed record BulkResultRow : IRow
{
    public required string Workspace { get; init; }
    public required string ActionId { get; init; }
    /// <summary>Its place in the action's list, from 1.</summary>
    public int Number { get; init; }
    public required string InfluencerId { get; init; }
    public BulkOutcome Outcome { get; init; }
    public RefusalCode? Code { get; init; }
    public string? Message { get; init; }
    public string? Before { get; init; }
    public string? PartnershipId { get; init; }

    /// <summary>The action's id, a point and the number.</summary>
    public string Key => $"{ActionId}.{Number}";

    string IRow.RowKey => Key;
}

public partial record BulkAction
{
    public IEnumerable<IRow> Rows() =>
    [
        new BulkActionRow
        {
            Workspace = Key.Workspace,
            Id = Key.Id,
            Kind = Action,
            Value = Value,
            ValueName = ValueName,
            DryRun = DryRun,
            Undoes = Undoes,
            Status = Status,
            Total = Items.Length,
            Succeeded = Succeeded,
            Unchanged = Unchanged,
            Refused = Processed - Succeeded - Unchanged,
            StartedBy = Actor.Name,
            StartedAt = StartedAt,
            CompletedAt = CompletedAt,
        },
    ];

    public IEnumerable<IRow> Facts(IEvent @event, EventMeta meta) =>
        @event is not BulkActionProgressed e ? [] : e.Results.Select((result, i) => new BulkResultRow
        {
            Workspace = Key.Workspace,
            ActionId = Key.Id,
            // This state is the one after the event.
            Number = Processed - e.Results.Length + i + 1,
            InfluencerId = result.Item.Influencer,
            Outcome = result.Outcome,
            Code = result.Code,
            Message = result.Message,
            Before = result.Item.Before,
            PartnershipId = result.Item.Partnership,
        });
}
