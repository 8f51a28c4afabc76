using CreatorCRM.Bulk;

namespace CreatorCRM.Influencers;

/// <summary>What an influencer's part in a bulk action comes to. Pure.</summary>
public partial record Influencer
{
    /// <returns>When it changes something, the part is an equals sign and what stood there before.</returns>
    public Decision Change(BulkChange command)
    {
        if (!Exists) return Refusal.NotFound("influencer", "ids");
        var value = string.IsNullOrWhiteSpace(command.Value) ? null : command.Value.Trim();
        var changes = command.Kind switch
        {
            BulkKind.AssignOwner when command.Undoing => Owner == value ? Owning(command.Before) : null,
            BulkKind.AssignOwner => Owner == value ? null : Owning(value),
            // To take a tag back is to give it again, and the other way round.
            BulkKind.Tag or BulkKind.Untag => Tagging(Label(value ?? ""), command.Kind == BulkKind.Tag != command.Undoing),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        };
        var decision = changes is null ? Decision.Nothing : Update(changes);
        return decision.Events.IsEmpty ? decision : decision.About($"={(command.Kind == BulkKind.AssignOwner ? Owner : null)}");
    }

    private static InfluencerChanges Owning(string? owner) => new() { Owner = new Change<string?>(owner) };

    private InfluencerChanges? Tagging(string tag, bool given) =>
        Tags.Contains(tag) == given ? null : new InfluencerChanges { Tags = given ? Tags.Add(tag) : Tags.Remove(tag) };
}
