using System.Collections.Immutable;

namespace CreatorCRM.Sequences;

/// <summary>
/// Steps of outreach with waits between them, which managers take again and again. What is under way keeps the steps that it was started with: see
/// <see cref="SequenceRun"/>.
/// </summary>
public sealed partial record Sequence : IAggregate<Sequence>
{
    public static string Kind => "sequence";
    public static int Shape => 1;
    public static IReadOnlyList<UniqueRule> UniqueRules => [];

    public required EntityKey Key { get; init; }
    public long Version { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public string Name { get; init; } = "";
    public ImmutableArray<SequenceStep> Steps { get; init; } = [];
    public DateTimeOffset? ArchivedAt { get; init; }

    public bool Exists => Version > 0;

    public IEnumerable<Subject> RelatedSubjects => [];

    public static Sequence New(EntityKey key) => new() { Key = key };

    public Sequence Apply(IEvent @event, EventMeta meta) => (@event switch
    {
        SequenceCreated e => this with { Name = e.Name, Steps = e.Steps, CreatedAt = meta.RecordedAt },
        SequenceRenamed e => this with { Name = e.To },
        SequenceStepsReplaced e => this with { Steps = e.Steps },
        SequenceArchived => this with { ArchivedAt = meta.OccurredAt },
        SequenceRestored => this with { ArchivedAt = null },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of a sequence."),
    }) with { Version = meta.Version, UpdatedAt = meta.RecordedAt };
}
