using CreatorCRM.Access;
using CreatorCRM.History;
using CreatorCRM.Journal;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>A field that has another value than before.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class FieldChange(History.FieldChange change)
{
    /// <summary>
    /// Which field, for programs: `stage`, or `offers.2.status` and `accounts.1.followers` for a part by its number. It never changes its meaning.
    /// </summary>
    public string Path => change.Path;

    /// <summary>Which field, for people: `Offer 2: status`.</summary>
    public string Label => change.Label;

    /// <summary>
    /// The value at the beginning, as this API writes it: money as `250.00 EUR`, instants in UTC, lists with commas. Null when there was none.
    /// </summary>
    public string? Before => Value(change.Before);

    /// <summary>The value at the end; null when there is none any more.</summary>
    public string? After => Value(change.After);

    /// <summary>When it got that value, as it was recorded.</summary>
    public DateTimeOffset ChangedAt => change.By.RecordedAt;

    /// <summary>Who gave it that value.</summary>
    public Actor Actor => Actor.Of(change.By.Actor);

    /// <summary>What happened then.</summary>
    public TimelineEntry Entry => new(change.By);

    // Ids stand in rows without the type that the API's have.
    private string? Value(string? value) => value is null ? null : change.Path.Split('.') switch
    {
        [.., "influencer" or "mergedInto", "id"] => NodeId.Of<Influencer>(value).ToString(),
        [.., "template", "id"] => NodeId.Of<MessageTemplate>(value).ToString(),
        _ => value,
    };
}

[QueryRoot]
[Requires(Scope.RelationshipsRead)]
public static class FieldChangesQuery
{
    /// <summary>
    /// What became different of an influencer, a campaign or a partnership between two instants, in the order in which it did; what changed and changed back is
    /// left out. Null when there is no such entity. At most 500 fields: more are an error, and a shorter period helps.
    /// </summary>
    /// <param name="subjectId">Of an influencer, a campaign or a partnership.</param>
    /// <param name="from">The state as it was known then is compared…</param>
    /// <param name="to">…with the state as it was known then, later.</param>
    public static async Task<IReadOnlyList<FieldChange>?> Changes(
        NodeId subjectId, DateTimeOffset from, DateTimeOffset to, ChangeQueries changes, Caller caller, CancellationToken cancellation)
    {
        if (from > to) throw InputError.At("The period ends before it begins: from must not be later than to.", "to");
        var stream = new StreamId(caller.Workspace, KindOf(subjectId), subjectId.Key);
        return await changes.Between(stream, from, to, cancellation) is { } found ? [.. found.Select(change => new FieldChange(change))] : null;
    }

    private static string KindOf(NodeId id) => id.Type switch
    {
        nameof(Influencer) => CreatorCRM.Influencers.Influencer.Kind,
        nameof(Campaign) => Campaigns.Campaign.Kind,
        nameof(Partnership) => Partnerships.Partnership.Kind,
        _ => throw InputError.At($"'{id}' is the id of {id.Type}, but the id of Influencer, Campaign or Partnership is needed.", "subjectId"),
    };
}
