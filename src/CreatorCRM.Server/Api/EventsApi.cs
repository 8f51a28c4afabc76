using CreatorCRM.Access;
using CreatorCRM.Journal;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>Something that was recorded in your workspace.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class Event(LoggedEvent logged)
{
    /// <summary>Its place in the log. Give the last one you have seen as `after` to go on behind it.</summary>
    public string Cursor => EventCursor.Write(logged.Cursor);

    /// <summary>How it stands on timelines.</summary>
    public TimelineEntry TimelineEntry => new(logged.Event);

    /// <summary>What kind of thing happened, such as `influencer.created`. New kinds come with new versions of this program.</summary>
    public string Kind => logged.Event.Kind;

    /// <summary>A sentence for people.</summary>
    public string Summary => logged.Event.Summary;

    /// <summary>When it happened, which may be long before it was recorded.</summary>
    public DateTimeOffset OccurredAt => logged.Event.OccurredAt;

    /// <summary>When it was recorded here.</summary>
    public DateTimeOffset RecordedAt => logged.Event.RecordedAt;

    /// <summary>Who did it.</summary>
    public Actor Actor => Actor.Of(logged.Event.Actor);

    /// <summary>The version that it gave to the influencer, campaign, partnership or whatever else it happened to.</summary>
    public int Version => int.CreateSaturating(logged.Event.Version);

    /// <summary>The influencer it concerns, if any, as they are now.</summary>
    public IDataLoaderResult<Influencer?> Influencer(InfluencerLoader influencers) => Subject(CreatorCRM.Influencers.Influencer.Kind, influencers);

    /// <summary>The campaign it concerns, if any, as it is now.</summary>
    public IDataLoaderResult<Campaign?> Campaign(CampaignLoader campaigns) => Subject(Campaigns.Campaign.Kind, campaigns);

    /// <summary>The partnership it concerns, if any, as it is now.</summary>
    public IDataLoaderResult<Partnership?> Partnership(PartnershipLoader partnerships) => Subject(Partnerships.Partnership.Kind, partnerships);

    /// <summary>The sequence it happened to, if any, as it is now. What happens to one that is under way concerns its partnership.</summary>
    public IDataLoaderResult<Sequence?> Sequence(SequenceLoader sequences) =>
        sequences.Load(logged.Subjects.Where(subject => subject.Kind == Sequences.Sequence.Kind).Select(subject => subject.Id).FirstOrDefault());

    private IDataLoaderResult<T?> Subject<T>(string kind, EntityLoader<T> loader)
        where T : class, INode =>
        logged.Subjects.Load(kind, loader);
}

/// <summary>Which events; all that is given must hold.</summary>
/// <param name="Kinds">Of one of these kinds, such as `influencer.created`.</param>
/// <param name="InfluencerId">That concern this influencer.</param>
/// <param name="CampaignId">That concern this campaign.</param>
/// <param name="PartnershipId">That concern this partnership.</param>
/// <param name="SequenceId">That happened to this sequence.</param>
public sealed record EventFilter(
    IReadOnlyList<string>? Kinds, NodeId<Influencer>? InfluencerId, NodeId<Campaign>? CampaignId, NodeId<Partnership>? PartnershipId,
    NodeId<Sequence>? SequenceId)
{
    internal bool Holds(LoggedEvent logged) =>
        (Kinds?.Contains(logged.Event.Kind) ?? true)
        && Concerns(logged, CreatorCRM.Influencers.Influencer.Kind, InfluencerId?.Key)
        && Concerns(logged, Campaigns.Campaign.Kind, CampaignId?.Key)
        && Concerns(logged, Partnerships.Partnership.Kind, PartnershipId?.Key)
        && Concerns(logged, Sequences.Sequence.Kind, SequenceId?.Key);

    private static bool Concerns(LoggedEvent logged, string kind, string? id) => id is null || logged.Subjects.Contains(new Subject(kind, id));
}

[SubscriptionRoot]
[Requires(Scope.RelationshipsRead)]
public static class EventsApi
{
    /// <summary>Everything that was recorded behind a cursor and then everything to come: each event once and in one order, however often you reconnect. What
    /// happened to members, tokens and the workspace itself shows only to those with the scope ACCESS, what happened to webhooks to those with
    /// WEBHOOKS.</summary>
    /// <param name="after">The cursor of the last event you have seen, or `start` for everything ever recorded. Left out: only what is to come.</param>
    /// <param name="filter">Which events.</param>
    public static IObservable<Event> Events(
        LiveLog log, CatchUps catchUps, Caller caller, CancellationToken cancel, string? after = null, EventFilter? filter = null)
    {
        LogCursor? place = after is null ? null : EventCursor.Read(after, "after");
        var pages = log.Follow(caller.Workspace, place, cancel, read => catchUps.Read(caller, read, cancel));
        return Read(pages, logged => caller.Sees(logged.Event.Stream) && filter?.Holds(logged) != false).ToLive();
    }

    private static async IAsyncEnumerable<Event> Read(IAsyncEnumerable<IReadOnlyList<LoggedEvent>> pages, Func<LoggedEvent, bool> isShown)
    {
        await foreach (var page in pages)
        {
            foreach (var logged in page)
            {
                if (isShown(logged)) yield return new Event(logged);
            }
        }
    }
}
