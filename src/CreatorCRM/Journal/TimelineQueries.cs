using CreatorCRM.Influencers;
using CreatorCRM.Merges;
using CreatorCRM.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Journal;

/// <summary>An event as people read it.</summary>
/// <param name="Stream">The entity that it happened to, and on whose journal it stands.</param>
/// <param name="Position">Its place in the journal.</param>
/// <param name="Kind">The declared name of the event, such as <c>influencer.created</c>.</param>
/// <param name="Summary">A sentence in the past tense.</param>
public sealed record TimelineEvent(
    StreamId Stream, long Version, long Position, string Kind, string Summary, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, Actor Actor);

/// <summary>Reads what happened to an entity: every event that has it as a subject, by the time it happened and then in the order it was recorded.</summary>
public sealed class TimelineQueries(IDbContextFactory<CrmDbContext> contexts, EventSummaries summaries)
{
    // The primary key of event_subjects is (workspace, subject, occurred_at, position): a page is one range of it.
    private static readonly KeysetOrder<EventSubjectRow> OldestFirst = new KeysetOrder<EventSubjectRow>("timeline", row => row.Position)
        .By(row => row.OccurredAt);
    private static readonly KeysetOrder<EventSubjectRow> NewestFirst = OldestFirst.Reversed();

    /// <summary>The same page of each subject's timeline. That of an influencer is of all who are one person with them, told as one.</summary>
    /// <exception cref="InvalidCursorException">A cursor is altered or of another direction.</exception>
    public async Task<IReadOnlyDictionary<Subject, Page<TimelineEvent>>> Read(
        string workspace, IReadOnlyCollection<Subject> subjects, TimelineQuestion question, PageRequest page, CancellationToken cancel)
    {
        var order = question.Direction == OrderDirection.Asc ? OldestFirst : NewestFirst;
        var families = await FamiliesOf(workspace, subjects, question.RecordedBy, cancel);
        string[] alone = [.. families.Where(family => family.Value.Length == 1).Select(family => family.Value[0])];
        var pages = new Dictionary<string, Page<EventSubjectRow>>(
            alone.Length == 0 ? [] : await contexts.ReadPages(db => question.Of(db, workspace, alone), row => row.Subject, alone, order, page, cancel));
        foreach (var (subject, names) in families.Where(family => family.Value.Length > 1))
            pages[subject.ToString()] = await Joined(workspace, names, question, order, page, cancel);
        var found = await Events([.. pages.Values.SelectMany(one => one.Items).Select(item => item.Node.Position).Distinct()], cancel);
        return pages.ToDictionary(one => Subject.Parse(one.Key), one => Tell(one.Value, found));
    }

    // A seek in each of the timelines, since both engines would sort all they hold to read them as one; a page has the first entries of these pages together.
    // An entry has the same cursor on every timeline, and may stand on several.
    private async Task<Page<EventSubjectRow>> Joined(
        string workspace, string[] names, TimelineQuestion question, KeysetOrder<EventSubjectRow> order, PageRequest request, CancellationToken cancel)
    {
        var pages = new List<Page<EventSubjectRow>>();
        foreach (var name in names) pages.Add(await contexts.ReadPage(db => question.Of(db, workspace, [name]), order, request, cancel));
        var all = pages.SelectMany(one => one.Items).DistinctBy(item => item.Node.Position);
        PageItem<EventSubjectRow>[] sorted = question.Direction == OrderDirection.Asc
            ? [.. all.OrderBy(item => item.Node.OccurredAt).ThenBy(item => item.Node.Position)]
            : [.. all.OrderByDescending(item => item.Node.OccurredAt).ThenByDescending(item => item.Node.Position)];
        var shown = request.First is { } first ? sorted.Take(first) : sorted.TakeLast(request.Last!.Value);
        var cut = sorted.Length > shown.Count();
        return new Page<EventSubjectRow>(
            [.. shown], pages.Any(one => one.HasNextPage) || (cut && request.First is not null),
            pages.Any(one => one.HasPreviousPage) || (cut && request.First is null), async cancelCount =>
            {
                await using var db = await contexts.CreateDbContextAsync(cancelCount);
                return await question.Of(db, workspace, names).Select(row => row.Position).Distinct().CountAsync(cancelCount);
            });
    }

    // By each subject the names of all whose timelines are one with it.
    private async Task<Dictionary<Subject, string[]>> FamiliesOf(string workspace, IReadOnlyCollection<Subject> subjects, DateTimeOffset? at,
        CancellationToken cancel)
    {
        string[] influencers = [.. subjects.Where(subject => subject.Kind == Influencer.Kind).Select(subject => subject.Id)];
        if (influencers.Length == 0) return subjects.ToDictionary(subject => subject, subject => new[] { subject.ToString() });
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var families = await MergeFamilies.Of(db, workspace, influencers, at, cancel);
        return subjects.ToDictionary(subject => subject, subject =>
            subject.Kind == Influencer.Kind ? families[subject.Id].Select(id => (subject with { Id = id }).ToString()).ToArray() : [subject.ToString()]);
    }

    /// <summary>Whom each event concerns, by its position.</summary>
    public async Task<ILookup<long, Subject>> SubjectsOf(string workspace, IReadOnlyCollection<long> positions, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await db.Set<EventSubjectRow>().Where(row => row.Workspace == workspace && EF.Parameter(positions.ToArray()).Contains(row.Position))
            .ToListAsync(cancel))
            .ToLookup(row => row.Position, row => Subject.Parse(row.Subject));
    }

    /// <summary>Those events that exist, in no order. One statement per stream, as a stream's version is the index.</summary>
    public async Task<IReadOnlyList<TimelineEvent>> ByVersions(IReadOnlyCollection<(StreamId Stream, long Version)> wanted, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = new List<TimelineEvent>();
        foreach (var versions in wanted.GroupBy(one => one.Stream.ToString(), one => one.Version))
        {
            var rows = await db.Set<EventRow>().Where(row => row.Stream == versions.Key && EF.Parameter(versions.ToArray()).Contains(row.Version))
                .ToListAsync(cancel);
            found.AddRange(rows.Select(Tell));
        }
        return found;
    }

    private async Task<Dictionary<long, TimelineEvent>> Events(long[] positions, CancellationToken cancel)
    {
        if (positions.Length == 0) return [];
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<EventRow>().Where(row => EF.Parameter(positions).Contains(row.Position)).ToDictionaryAsync(row => row.Position, Tell, cancel);
    }

    private static Page<TimelineEvent> Tell(Page<EventSubjectRow> page, Dictionary<long, TimelineEvent> events) => new(
        [.. page.Items.Select(item => new PageItem<TimelineEvent>(events[item.Node.Position], item.Cursor))], page.HasNextPage, page.HasPreviousPage,
        page.CountTotal);

    /// <summary>The entry of an event.</summary>
    public TimelineEvent Tell(EventRow row) => new(
        StreamId.Parse(row.Stream), row.Version, row.Position, row.Type, summaries.Of(row.Type, row.SchemaVersion, row.Data), row.OccurredAt, row.RecordedAt,
        new Actor(row.ActorId, row.ActorName));
}
