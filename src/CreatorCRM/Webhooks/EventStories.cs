namespace CreatorCRM.Webhooks;

/// <summary>
/// Tells events with the states before and after them, by folding their streams. Keeps what it folded last, since the next event of a stream is mostly the next
/// one asked for. Not for two callers at a time.
/// </summary>
public sealed class EventStories(IJournalStore store, EventCatalog catalog)
{
    private const int Capacity = 500;

    private readonly Dictionary<StreamId, Fold> _folds = [];

    /// <exception cref="UnknownEventException">A newer node wrote it: it has to wait until this node is upgraded too.</exception>
    public async Task<EventStory> Tell(StreamId stream, long version, CancellationToken cancel)
    {
        if (!_folds.TryGetValue(stream, out var fold) || fold.Version >= version)
        {
            if (_folds.Count >= Capacity) _folds.Clear();
            _folds[stream] = fold = new Fold(stream, catalog);
        }
        while (true)
        {
            if (fold.Ahead.Count == 0) fold.Add(await store.Read(stream, fold.Version, cancel));
            if (fold.Version == version - 1) return fold.Next();
            fold.Skip();
        }
    }

    private sealed class Fold(StreamId stream, EventCatalog catalog)
    {
        private readonly AggregateReplay _replay = AggregateReplay.Start(stream.Kind, new EntityKey(stream.Workspace, stream.Id))!;

        // Of the present version; null when nobody asked for them.
        private IReadOnlyList<IRow>? _rows = [];

        public Queue<StoredEvent> Ahead { get; } = [];

        public long Version { get; private set; }

        public void Add(IReadOnlyList<StoredEvent> events)
        {
            if (events.Count == 0) throw new InvalidOperationException($"{stream} ends at version {Version}.");
            foreach (var stored in events) Ahead.Enqueue(stored);
        }

        public void Skip() => Apply();

        public EventStory Next()
        {
            var before = _rows ?? _replay.Rows();
            var (stored, @event, recorded) = Apply();
            _rows = _replay.Rows();
            return new EventStory(stored, @event.Summary, [new Subject(stream.Kind, stream.Id), .. _replay.RelatedSubjects], before, _rows, recorded);
        }

        private (StoredEvent, IEvent, IReadOnlyList<IRow>) Apply()
        {
            var stored = Ahead.Peek();
            var @event = catalog.Read(stored.Type, stored.SchemaVersion, stored.Data);
            var recorded = _replay.Apply(@event, stored.Meta);
            Version = Ahead.Dequeue().Version;
            _rows = null;
            return (stored, @event, recorded);
        }
    }
}
