using CreatorCRM.Storage.Queries;

namespace CreatorCRM.Journal;

/// <summary>Which entries of a timeline, and from which end; all that is set must hold.</summary>
public sealed record TimelineQuestion(OrderDirection Direction = OrderDirection.Desc)
{
    /// <summary>Of one of these kinds; an empty list matches nothing.</summary>
    public IReadOnlyList<string>? Kinds { get; init; }

    /// <summary>That stand on this timeline, too.</summary>
    public Subject? Also { get; init; }

    /// <summary>The key of who did it.</summary>
    public string? Actor { get; init; }

    /// <summary>That happened then or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>That happened before.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>That were recorded by then.</summary>
    public DateTimeOffset? RecordedBy { get; init; }

    /// <summary>
    /// The entries of these timelines: a range of their index, of which each one is looked up where the question is about the event or another timeline.
    /// </summary>
    internal IQueryable<EventSubjectRow> Of(CrmDbContext db, string workspace, string[] subjects)
    {
        var rows = db.Set<EventSubjectRow>().Where(row => row.Workspace == workspace);
        // Of one timeline the index gives the order; with a list of them both engines would sort.
        var only = subjects.Length == 1 ? subjects[0] : null;
        rows = only is null ? rows.Where(row => subjects.Contains(row.Subject)) : rows.Where(row => row.Subject == only);
        if (From is { } from) rows = rows.Where(row => row.OccurredAt >= from);
        if (To is { } to) rows = rows.Where(row => row.OccurredAt < to);
        if (Also?.ToString() is { } also)
            rows = rows.Where(row => db.Set<EventSubjectRow>().Any(other =>
                other.Workspace == workspace && other.Subject == also && other.OccurredAt == row.OccurredAt && other.Position == row.Position));
        return EventsOf(db) is { } events ? rows.Where(row => events.Any(happened => happened.Position == row.Position)) : rows;
    }

    private IQueryable<EventRow>? EventsOf(CrmDbContext db)
    {
        if (Kinds is null && Actor is null && RecordedBy is null) return null;
        var events = db.Set<EventRow>().AsQueryable();
        if (Kinds?.ToArray() is { } kinds) events = events.Where(happened => kinds.Contains(happened.Type));
        if (Actor is { } actor) events = StorableText.IsStorable(actor) ? events.Where(happened => happened.ActorId == actor) : events.Where(happened => false);
        if (RecordedBy is { } instant) events = events.Where(happened => happened.RecordedAt <= instant);
        return events;
    }
}
