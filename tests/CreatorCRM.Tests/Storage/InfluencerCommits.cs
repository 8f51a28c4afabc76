using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;

namespace CreatorCRM.Tests.Storage;

/// <summary>Commits that a grain could have made, for speaking to a store without one.</summary>
internal static class InfluencerCommits
{
    public static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Actor Somebody = new("m", "Manager");

    /// <summary>A new influencer with accounts on Instagram.</summary>
    public static Commit Create(EntityKey key, params string[] handles)
    {
        var created = Influencer.New(key)
            .Create(new CreateInfluencer("Mia", [.. handles.Select(handle => new NewAccount(Platform.Instagram, handle))], new InfluencerChanges()), Now);
        return Of(key, 0, created.Events);
    }

    public static Commit Of(EntityKey key, long expectedVersion, ImmutableArray<IEvent> events)
    {
        var state = Influencer.New(key);
        var pending = new List<PendingEvent>();
        foreach (var @event in events)
        {
            state = state.Apply(@event, new EventMeta(expectedVersion + pending.Count + 1, Somebody, Now, Now));
            var type = EventCatalog.Default.NameOf(@event);
            pending.Add(new PendingEvent(type.Name, type.Version, EventCatalog.Write(@event), Now));
        }
        return new Commit(new StreamId(key.Workspace, Influencer.Kind, key.Id), expectedVersion, pending, [], RowChanges.Between([], [.. state.Rows()], []), [],
            Influencer.UniqueRules, [], Somebody, Now, null);
    }

    public static Commit Keyed(this Commit commit, string key) => commit with { Command = new KeyedCommand(key, "f", null) };

    public static Commit If(this Commit commit, string influencer, RefusalCode otherwise) =>
        commit with { Guards = [new RowGuard("influencers", influencer, "NOT do_not_contact", new Refusal(otherwise, "No."))] };
}
