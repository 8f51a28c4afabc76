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

    /// <summary>What follows from it in another part of the aggregate; nothing follows from a refusal.</summary>
    public Decision Then(IEvent @event) => IsRefused ? this : new() { Events = Events.Add(@event), Guards = Guards, Part = Part };

    /// <summary>Names the part that the command made or meant.</summary>
    public Decision About(string part) => new() { Events = Events, Guards = Guards, Refusals = Refusals, Part = part };

    public Decision Provided(params ImmutableArray<RowGuard> guards) =>
        IsRefused ? this : new() { Events = Events, Guards = Guards.AddRange(guards), Part = Part };
}
