using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Storage.Queries;
using GraphQL.Utilities;

namespace CreatorCRM.Server.Api;

/// <summary>Which entries of a timeline; all that is given must hold.</summary>
/// <param name="Kind">What kind of thing happened.</param>
/// <param name="CampaignId">That concern this campaign: of one influencer, what happened in it.</param>
/// <param name="Actor">Done by the actor with this key, such as `owner` or `member:…`.</param>
/// <param name="From">That happened at this instant or later.</param>
/// <param name="To">That happened before this instant.</param>
public sealed record TimelineFilter(TimelineKindFilter? Kind, NodeId<Campaign>? CampaignId, string? Actor, DateTimeOffset? From, DateTimeOffset? To)
{
    /// <exception cref="InputError">It can hold for no entry, whatever happened.</exception>
    internal static TimelineQuestion Read(TimelineFilter? filter, OrderDirection direction)
    {
        var question = new TimelineQuestion(direction);
        if (filter is null) return question;
        if (filter.From >= filter.To) throw InputError.At("The period ends before it begins: from must be earlier than to.", "filter", "to");
        return question with
        {
            Kinds = filter.Kind?.Read(),
            Also = filter.CampaignId is { } campaign ? new Subject(Campaigns.Campaign.Kind, campaign.Key) : null,
            Actor = filter.Actor,
            From = filter.From,
            To = filter.To,
        };
    }
}

/// <summary>Tests of the kind of an entry; all that are set must hold.</summary>
/// <param name="In">One of these kinds, at most 100, such as `partnership.contract-signed`. An empty list matches nothing.</param>
/// <param name="StartsWith">A kind that begins with this text: `partnership.` is everything that happens in partnerships.</param>
public sealed record TimelineKindFilter(IReadOnlyList<string>? In, string? StartsWith)
{
    private const int MaxKinds = 100;
    private const int Suggestions = 3;

    private static readonly string[] Known = [.. EventCatalog.Default.All.Select(type => type.Name).Order(StringComparer.Ordinal)];

    /// <summary>The kinds that are meant; null: all.</summary>
    internal IReadOnlyList<string>? Read()
    {
        if (In is { Count: > MaxKinds }) throw InputError.At($"At most {MaxKinds} kinds can be asked for at once.", "filter", "kind", "in");
        foreach (var (kind, i) in (In ?? []).Select((kind, i) => (kind, i)))
            if (!Known.Contains(kind)) throw Unknown($"'{Excerpt.Of(kind)}' is no kind of entry.", kind, "in", $"{i}");
        if (StartsWith is null) return In;
        var meant = Known.Where(kind => kind.StartsWith(StartsWith, StringComparison.Ordinal)).ToArray();
        if (meant.Length == 0) throw Unknown($"No kind of entry begins with '{Excerpt.Of(StartsWith)}'.", StartsWith, "startsWith");
        return In is null ? meant : [.. meant.Intersect(In)];
    }

    private static InputError Unknown(string problem, string text, params string[] path)
    {
        // A long text is like none of them, and comparing it would cost.
        var near = text.Length > 100 ? [] : StringUtils.SuggestionList(text, Known).Take(Suggestions).ToArray();
        return InputError.At(near.Length == 0 ? problem : $"{problem} The nearest known ones are {string.Join(", ", near)}.", ["filter", "kind", .. path]);
    }
}
