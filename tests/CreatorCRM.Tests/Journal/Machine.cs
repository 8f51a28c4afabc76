using CreatorCRM.Common;
using CreatorCRM.Journal;
using CsCheck;

namespace CreatorCRM.Tests.Journal;

/// <summary>Ten thousand random runs of an aggregate without grain or storage, and what holds of every one.</summary>
internal static class Machine
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Manager = new("m", "Manager");

    /// <summary>A refusal has no events, no event that was decided is lost, and the stored events tell the same state again.</summary>
    /// <param name="rule">What holds before and after each event besides.</param>
    public static void Check<TState>(Gen<Func<TState, DateTimeOffset, Decision>> step, Action<TState, TState>? rule = null, int longest = 40,
        Func<EntityKey, TState>? begin = null)
        where TState : class, IAggregate<TState> => step.Array[1, longest].Sample(steps =>
    {
        var key = new EntityKey("w", "x");
        var (state, now) = (New(), Start);
        var stored = new List<(EventTypeAttribute Type, string Data, EventMeta Meta)>();
        foreach (var decide in steps)
        {
            now = now.AddHours(1);
            var decision = decide(state, now);
            if (decision.IsRefused) decision.Events.ShouldBeEmpty();
            foreach (var refusal in decision.Refusals) refusal.Message.ShouldEndWith(".");
            foreach (var @event in decision.Events)
            {
                var meta = new EventMeta(stored.Count + 1, Manager, @event.OccurredAt ?? now, now);
                var next = state.Apply(@event, meta);
                @event.Summary.ShouldNotBeNullOrWhiteSpace();
                rule?.Invoke(state, next);
                stored.Add((EventCatalog.Default.NameOf(@event), EventCatalog.Write(@event), meta));
                state = next;
            }
        }
        var replayed = stored.Aggregate(New(), (told, entry) => told.Apply(EventCatalog.Default.Read(entry.Type.Name, entry.Type.Version, entry.Data),
            entry.Meta));
        var json = CrmJson.Write(state);
        CrmJson.Write(replayed).ShouldBe(json);
        CrmJson.Read<TState>(json).Rows().SequenceEqual(state.Rows()).ShouldBeTrue();

        TState New() => begin?.Invoke(key) ?? TState.New(key);
    }, iter: 10_000);
}
