using System.Collections.Immutable;

namespace CreatorCRM.Bulk;

/// <summary>One thing done with many influencers: who was meant, how far it has come, and what became of each. The results themselves are rows only.</summary>
public sealed partial record BulkAction : IAggregate<BulkAction>
{
    public const int MaxItems = 5_000;

    public static string Kind => "bulk-action";
    public static int Shape => 2;
    public static IReadOnlyList<UniqueRule> UniqueRules { get; } =
    [
        new("bulk_actions", "ux_bulk_actions_undoes", ["workspace", "undoes"],
            new Refusal(RefusalCode.AlreadyUndone, "This bulk action was taken back already.", "bulkActionId")),
    ];

    public required EntityKey Key { get; init; }
    public long Version { get; init; }
    public BulkKind Action { get; init; }
    public string? Value { get; init; }
    public string? ValueName { get; init; }
    public string? Owner { get; init; }
    public bool DryRun { get; init; }
    public string? Undoes { get; init; }
    public ImmutableArray<BulkItem> Items { get; init; } = [];
    public Actor Actor { get; init; } = Actor.System;
    public int Processed { get; init; }
    public int Succeeded { get; init; }
    public int Unchanged { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? CompletedAt { get; init; }

    public bool Exists => Version > 0;

    public BulkStatus Status => Processed == Items.Length ? BulkStatus.Completed : BulkStatus.Running;

    public IEnumerable<Subject> RelatedSubjects => [];

    public static BulkAction New(EntityKey key) => new() { Key = key };

    public BulkAction Apply(IEvent @event, EventMeta meta) => (@event switch
    {
        BulkActionStarted e => this with
        {
            Action = e.Kind,
            Value = e.Value,
            ValueName = e.ValueName,
            Owner = e.Owner,
            DryRun = e.DryRun,
            Undoes = e.Undoes,
            Items = e.Items,
            Actor = meta.Actor,
            StartedAt = meta.OccurredAt,
            CompletedAt = e.Items.IsEmpty ? meta.OccurredAt : null,
        },
        BulkActionProgressed e => this with
        {
            Processed = Processed + e.Results.Length,
            Succeeded = Succeeded + e.Results.Count(result => result.Outcome == BulkOutcome.Succeeded),
            Unchanged = Unchanged + e.Results.Count(result => result.Outcome == BulkOutcome.Unchanged),
            CompletedAt = Processed + e.Results.Length == Items.Length ? meta.OccurredAt : null,
        },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of a bulk action."),
    }) with { Version = meta.Version };

    public Decision Start(StartBulkAction command)
    {
        if (Exists) return Decision.Nothing;
        var validation = new Validation().Count("ids", command.Items, MaxItems);
        if (command.Kind is BulkKind.Tag or BulkKind.Untag) validation.Required("tag", command.Value);
        else validation.Text("owner", command.Value, Validation.NameLength);
        validation.Text("owner", command.Owner, Validation.NameLength);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        return Decision.Accept(
            new BulkActionStarted(command.Kind, command.Value, command.ValueName, command.DryRun, command.Undoes, command.Items, command.Owner));
    }

    /// <param name="processed">How many had results when these were made: a repetition adds nothing.</param>
    public Decision Progress(int processed, ImmutableArray<BulkResult> results) =>
        processed == Processed ? Decision.Accept(new BulkActionProgressed(results)) : Decision.Nothing;
}
