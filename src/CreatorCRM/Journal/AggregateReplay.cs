using System.Collections.Frozen;

namespace CreatorCRM.Journal;

/// <summary>Folds the events of one entity without its grain, whatever its kind.</summary>
public abstract class AggregateReplay
{
    private static readonly FrozenDictionary<string, Func<EntityKey, AggregateReplay>> ByKind = typeof(AggregateReplay).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false }
            && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IAggregate<>)))
        .Select(type => (IKind)Activator.CreateInstance(typeof(Kind<>).MakeGenericType(type))!)
        .ToFrozenDictionary(kind => kind.Name, kind => (Func<EntityKey, AggregateReplay>)kind.Start, StringComparer.Ordinal);

    private interface IKind
    {
        string Name { get; }

        AggregateReplay Start(EntityKey key);
    }

    public static IEnumerable<string> Kinds => ByKind.Keys;

    public abstract IEnumerable<Subject> RelatedSubjects { get; }

    /// <summary>Null when the program has no such aggregate.</summary>
    public static AggregateReplay? Start(string kind, EntityKey key) => ByKind.TryGetValue(kind, out var start) ? start(key) : null;

    /// <summary>Folds the event and returns the rows that it adds once and for all.</summary>
    public abstract IReadOnlyList<IRow> Apply(IEvent @event, EventMeta meta);

    /// <summary>The rows that the state now stands for.</summary>
    public abstract IReadOnlyList<IRow> Rows();

    private sealed class Kind<TState> : IKind where TState : class, IAggregate<TState>
    {
        public string Name => TState.Kind;

        public AggregateReplay Start(EntityKey key) => new Of<TState>(key);
    }

    private sealed class Of<TState>(EntityKey key) : AggregateReplay where TState : class, IAggregate<TState>
    {
        private TState _state = TState.New(key);

        public override IEnumerable<Subject> RelatedSubjects => _state.RelatedSubjects;

        public override IReadOnlyList<IRow> Apply(IEvent @event, EventMeta meta)
        {
            _state = _state.Apply(@event, meta);
            return [.. _state.Facts(@event, meta)];
        }

        public override IReadOnlyList<IRow> Rows() => [.. _state.Rows()];
    }
}
