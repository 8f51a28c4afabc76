namespace CreatorCRM.Journal;

/// <summary>The state of one entity as its events tell it. Immutable, and free of I/O: the grain only carries it.</summary>
public interface IAggregate<TSelf> where TSelf : class, IAggregate<TSelf>
{
    /// <summary>The noun in stream and subject names, such as <c>influencer</c>.</summary>
    static abstract string Kind { get; }

    /// <summary>Raise it when snapshots of the previous shape cannot be read any more; they are then ignored and the events replayed.</summary>
    static abstract int Shape { get; }

    /// <summary>Which unique indexes of the read model are rules of this aggregate, and the refusal that names each.</summary>
    static abstract IReadOnlyList<UniqueRule> UniqueRules { get; }

    /// <summary>Which triggers of the read model keep a rule of this aggregate, and how its refusal is told.</summary>
    static virtual IReadOnlyList<CheckRule> CheckRules => [];

    /// <summary>The state before the first event.</summary>
    static abstract TSelf New(EntityKey key);

    TSelf Apply(IEvent @event, EventMeta meta);

    /// <summary>The other entities on whose timelines the events show.</summary>
    IEnumerable<Subject> RelatedSubjects { get; }

    /// <summary>Every read-model row that this state stands for; a row that is no longer returned is deleted.</summary>
    IEnumerable<IRow> Rows();

    /// <summary>Rows that the event adds once and for all, such as a metric snapshot, so that the state need not hold a growing history.</summary>
    IEnumerable<IRow> Facts(IEvent @event, EventMeta meta) => [];

    /// <summary>
    /// Rows that the event gives to another entity, as they are from now on: this state tells them no longer, and they stay in their table, so that no unique
    /// index lets go of them before the other entity's next commit tells the very same rows.
    /// </summary>
    IEnumerable<IRow> HandedOver(IEvent @event) => [];
}

/// <summary>An entity whose timeline shows an event. As text <c>influencer/0198…</c>.</summary>
public readonly record struct Subject(string Kind, string Id)
{
    public static Subject Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return new Subject(text[..slash], text[(slash + 1)..]);
    }

    public override string ToString() => $"{Kind}/{Id}";
}

/// <summary>The journal of one entity. As text <c>workspace/kind/id</c>.</summary>
public readonly record struct StreamId(string Workspace, string Kind, string Id)
{
    public static StreamId Parse(string text)
    {
        var parts = text.Split('/', 3);
        return new StreamId(parts[0], parts[1], parts[2]);
    }

    public override string ToString() => $"{Workspace}/{Kind}/{Id}";
}
