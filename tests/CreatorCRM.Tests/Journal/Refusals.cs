using CreatorCRM.Common;
using CreatorCRM.Journal;

namespace CreatorCRM.Tests.Journal;

internal static class Refusals
{
    /// <summary>What is refused, each as <c>field Code</c>; empty when nothing is.</summary>
    public static string Refused(this Decision decision) => string.Join(", ", decision.Refusals.Select(refusal => $"{refusal.Field} {refusal.Code}"));

    /// <summary>The state after what was decided, which was not refused.</summary>
    public static TState After<TState>(this TState state, Decision decision, DateTimeOffset now) where TState : class, IAggregate<TState>
    {
        decision.Refusals.ShouldBeEmpty();
        return decision.Events.Aggregate(state, (told, e) => told.Apply(e, new EventMeta(1, Actor.System, e.OccurredAt ?? now, now)));
    }
}
