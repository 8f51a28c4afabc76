using System.Reflection;

namespace CreatorCRM.Partnerships;

/// <summary>The partnerships that influencers and campaigns had at an instant, as they were then: those whose creation stands on their timeline.</summary>
public sealed class PastPartnerships(TimelineQueries timelines, PastQueries pasts)
{
    /// <summary>Sums are told over at most so many.</summary>
    private const int Most = 1000;

    private static readonly string Creation = typeof(PartnershipCreated).GetCustomAttribute<EventTypeAttribute>()!.Name;

    /// <summary>A page for each of the entities, the newest first.</summary>
    /// <exception cref="InvalidCursorException">A cursor that is not of such a list.</exception>
    public async Task<IReadOnlyDictionary<Subject, Page<Past>>> Pages(
        string workspace, IReadOnlyCollection<Subject> subjects, DateTimeOffset at, PageRequest page, CancellationToken cancel)
    {
        var created = await timelines.Read(workspace, subjects, new TimelineQuestion { Kinds = [Creation], RecordedBy = at }, page, cancel);
        var told = await pasts.Read(created.Values.SelectMany(one => one.Items).Select(item => item.Node.Stream).Distinct(), at, cancel);
        return created.ToDictionary(one => one.Key, one => new Page<Past>(
            [.. one.Value.Items.Select(item => new PageItem<Past>(told[item.Node.Stream], item.Cursor))], one.Value.HasNextPage, one.Value.HasPreviousPage,
            one.Value.CountTotal));
    }

    /// <summary>All of each of the entities, with all that belongs to them.</summary>
    /// <exception cref="InvalidFilterException">There were too many.</exception>
    public async Task<IReadOnlyDictionary<Subject, IReadOnlyList<Past>>> Whole(string workspace, IReadOnlyCollection<Subject> subjects, DateTimeOffset at,
        CancellationToken cancel)
    {
        var pages = await Pages(workspace, subjects, at, new PageRequest(Most, null, null, null), cancel);
        if (pages.Values.Any(page => page.HasNextPage))
            throw new InvalidFilterException("asOf", $"There were more than {Most} partnerships then, which are too many to be added up.");
        return pages.ToDictionary(page => page.Key, IReadOnlyList<Past> (page) => [.. page.Value.Items.Select(item => item.Node)]);
    }
}
