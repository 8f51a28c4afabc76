namespace CreatorCRM.Segments;

/// <summary>What a segment's commands come to. Pure. Who may not see a private segment is told that there is none.</summary>
public partial record Segment
{
    public const int FilterLength = 20_000;
    public const int QueryLength = 200;

    public Decision Create(CreateSegment command)
    {
        if (Exists) return new Refusal(RefusalCode.Invalid, "This segment exists already.");
        var (name, query) = (command.Name.Trim(), Tidy(command.Query));
        var validation = Check(name, command.Filter, query);
        return validation.HasRefusals
            ? Decision.Refuse(validation.Refusals)
            : Decision.Accept(new SegmentCreated(name, command.Filter, query, command.Visibility));
    }

    public Decision Update(SegmentChanges command, Actor actor)
    {
        if (!Exists || !IsSeenBy(actor.Id)) return NoSuch;
        if (ArchivedAt is not null) return new Refusal(RefusalCode.Archived, "This segment is archived. Take it back before you change it.", "segmentId");
        if (command.Visibility == SegmentVisibility.Private && actor.Id != Owner.Id)
            return new Refusal(RefusalCode.Invalid, "Only who made a segment can make it private.", "visibility");
        var (name, filter, query) = (command.Name?.Trim() ?? Name, command.Filter ?? Filter, command.Query is { } words ? Tidy(words.Value) : Query);
        var validation = Check(name, filter, query);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        var changes = new SegmentUpdated(
            name == Name ? null : name, filter == Filter ? null : filter, query == Query ? null : new Change<string?>(query),
            command.Visibility == Visibility ? null : command.Visibility);
        return changes == new SegmentUpdated(null, null, null, null) ? Decision.Nothing : Decision.Accept(changes);
    }

    public Decision Archive(ArchiveSegment command, Actor actor)
    {
        if (!Exists || !IsSeenBy(actor.Id)) return NoSuch;
        if (command.Archived == ArchivedAt is not null) return Decision.Nothing;
        return command.Archived ? Decision.Accept(new SegmentArchived()) : Decision.Accept(new SegmentRestored());
    }

    private static Decision NoSuch => Refusal.NotFound("segment", "segmentId");

    private bool IsSeenBy(string actor) => Visibility == SegmentVisibility.Shared || Owner.Id == actor;

    private static Validation Check(string name, string filter, string? query) =>
        new Validation().Required("name", name).Text("query", query, QueryLength).Text("filter", filter, FilterLength);

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
