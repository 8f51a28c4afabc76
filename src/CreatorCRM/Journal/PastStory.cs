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
    public void Tell(IEvent @event, EventMeta meta)
    {
        if (meta.Version != Version + 1) return;
        _facts.AddRange(_replay.Apply(@event, meta));
        Version = meta.Version;
    }

    /// <summary>What the state now stands for, and what was added once and for all.</summary>
    public IReadOnlyList<IRow> Rows() => [.. _replay.Rows(), .. _facts];
}
