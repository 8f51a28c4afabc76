using System.Collections.Immutable;
using System.Globalization;

namespace CreatorCRM.Bulk;

[EventType("bulk-action.started")]
public sealed record BulkActionStarted(
    BulkKind Kind, string? Value, string? ValueName, bool DryRun, string? Undoes, ImmutableArray<BulkItem> Items, string? Owner = null) : IEvent
{
    public string Summary =>
        string.Create(CultureInfo.InvariantCulture, $"A bulk action over {Items.Length} {Those} was {(Undoes is null ? DryRun ? "tried" : "started" : "taken back")}: {What}.");

    private string Those => Kind == BulkKind.StartSequence ? "partnerships" : "influencers";

    private string What => Kind switch
    {
        BulkKind.Tag => $"give the tag {Value}",
        BulkKind.Untag => $"take the tag {Value} away",
        BulkKind.AssignOwner => $"put {Value ?? "nobody"} in charge",
        BulkKind.StartSequence => $"start the sequence {ValueName}",
        _ => $"shortlist for {ValueName}{(Owner is null ? "" : $" with {Owner} in charge")}",
    };
}

/// <summary>Results of the next influencers, in the order of the action's list.</summary>
[EventType("bulk-action.progressed")]
public sealed record BulkActionProgressed(ImmutableArray<BulkResult> Results) : IEvent
{
    public string Summary => string.Create(CultureInfo.InvariantCulture,
        $"A bulk action did {Count(BulkOutcome.Succeeded)}, left {Count(BulkOutcome.Unchanged)} as they were and could not do {Count(BulkOutcome.Refused)}.");

    private int Count(BulkOutcome outcome) => Results.Count(result => result.Outcome == outcome);
}
