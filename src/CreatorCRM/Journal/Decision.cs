using System.Collections.Immutable;

namespace CreatorCRM.Journal;

/// <summary>What a pure decision answers: events to record (perhaps none), or why not.</summary>
public sealed class Decision
{
    public ImmutableArray<IEvent> Events { get; private init; } = [];
    public ImmutableArray<RowGuard> Guards { get; private init; } = [];
    public ImmutableArray<Refusal> Refusals { get; private init; } = [];

    /// <summary>The part that the command made or meant, such as an offer's number.</summary>
    public string? Part { get; private init; }

    public bool IsRefused => !Refusals.IsEmpty;

    /// <summary>Nothing to do: the entity is already as the command wants it.</summary>
    public static Decision Nothing { get; } = new();

    public static Decision Accept(params ImmutableArray<IEvent> events) => new() { Events = events };

    public static Decision Refuse(params ImmutableArray<Refusal> refusals) => new() { Refusals = refusals };

    public static implicit operator Decision(Refusal refusal) => Refuse(refusal);

    public static Decision FromRefusal(Refusal refusal) => Refuse(refusal);

    public Decision About(string part) => new() { Events = Events, Guards = Guards, Refusals = Refusals, Part = part };

    public Decision Provided(params ImmutableArray<RowGuard> guards) => new() { Events = Events, Guards = Guards.AddRange(guards), Refusals = Refusals, Part = Part };
}
