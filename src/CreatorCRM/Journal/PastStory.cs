namespace CreatorCRM.Journal;

/// <summary>Tells the events of one entity from the first one on.</summary>
public sealed class PastStory(StreamId stream)
{
    private readonly AggregateReplay _replay = AggregateReplay.Start(stream.Kind, new EntityKey(stream.Workspace, stream.Id))
        ?? throw new ArgumentException($"The program knows no such kind of entity as {stream.Kind}.", nameof(stream));

    private readonly List<IRow> _facts = [];

    public long Version { get; private set; }

    /// <summary>
    /// Tells the event that comes next. Another one is left out: when the clocks of two nodes differ, an event may bear an earlier time than the one before it,
    /// and the past ends there.
    /// </summary>
    /// <returns>What was added once and for all.</returns>
    public IReadOnlyList<IRow> Tell(IEvent @event, EventMeta meta)
    {
        if (meta.Version != Version + 1) return [];
        var added = _replay.Apply(@event, meta);
        _facts.AddRange(added);
        Version = meta.Version;
        return added;
    }

    /// <summary>What the state now stands for, and what was added once and for all.</summary>
    public IReadOnlyList<IRow> Rows() => [.. _replay.Rows(), .. _facts];

    /// <summary>What the state now stands for; nothing before the first event.</summary>
    public IReadOnlyList<IRow> State() => Version == 0 ? [] : _replay.Rows();

    /// <summary>What was added once and for all, the first first.</summary>
    public IReadOnlyList<IRow> Facts => _facts;
}
