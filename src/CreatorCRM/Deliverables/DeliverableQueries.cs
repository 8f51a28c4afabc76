using CreatorCRM.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Deliverables;

/// <summary>Reads of deliverables and of what happened to them.</summary>
public sealed class DeliverableQueries(IDbContextFactory<CrmDbContext> contexts, TimeProvider time)
{
    private static readonly KeysetOrder<DeliverableRow>
        ByDueDay = new KeysetOrder<DeliverableRow>("deliverables.due", row => row.Id).By(row => row.DueOn),
        ByPublication = new KeysetOrder<DeliverableRow>("deliverables.published", row => row.Id).By(row => row.PublishedAt);

    private static readonly KeysetOrder<DeliverableMetricsRow> LatestFirst =
        new KeysetOrder<DeliverableMetricsRow>("deliverables.metrics", row => row.Id).By(row => row.TakenAt, OrderDirection.Desc);

    /// <param name="order">Null is what is due first.</param>
    /// <exception cref="InvalidFilterException">A filter that cannot be answered.</exception>
    /// <exception cref="InvalidCursorException">A cursor that is not of this list and order.</exception>
    public Task<Page<DeliverableRow>> List(string workspace, DeliverableFilter? filter, DeliverableOrder? order, PageRequest page, CancellationToken cancel) =>
        contexts.ReadPage(
            db => db.Set<DeliverableRow>().Where(row => row.Workspace == workspace)
                .Where(DeliverableFilter.Map.Compile(filter, db, time.GetUtcNow())), Order(order), page, cancel);

    /// <summary>What happened to each deliverable, the first first.</summary>
    public async Task<ILookup<string, TRow>> Of<TRow>(string workspace, IReadOnlyCollection<string> deliverables, CancellationToken cancel) where TRow
        : class, IDeliverableFactRow
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.Set<TRow>().Where(row => row.Workspace == workspace && EF.Parameter(deliverables.ToArray()).Contains(row.DeliverableId))
            .OrderBy(row => row.DeliverableId).ThenBy(row => row.Number).ToListAsync(cancel);
        return rows.ToLookup(row => row.DeliverableId);
    }

    /// <summary>The history of each deliverable's figures, latest first.</summary>
    /// <exception cref="InvalidCursorException">A cursor that is not of this list.</exception>
    public Task<IReadOnlyDictionary<string, Page<DeliverableMetricsRow>>> MetricsOf(string workspace, IReadOnlyList<string> deliverables, PageRequest page,
        CancellationToken cancel) =>
        contexts.ReadPages(
            db => db.Set<DeliverableMetricsRow>().Where(row => row.Workspace == workspace && EF.Parameter(deliverables.ToArray()).Contains(row.DeliverableId)),
            row => row.DeliverableId, deliverables, LatestFirst, page, cancel);

    /// <summary>The same page of one deliverable's figures as they were known at an instant.</summary>
    /// <inheritdoc cref="MetricsOf(string, IReadOnlyList{string}, PageRequest, CancellationToken)" path="/exception"/>
    public static Page<DeliverableMetricsRow> MetricsOf(Past partnership, string deliverable, PageRequest page) =>
        partnership.Of<DeliverableMetricsRow>().Where(row => row.DeliverableId == deliverable)
            .OrderByDescending(row => row.TakenAt).ThenByDescending(row => row.Id, StringComparer.Ordinal).ToPage(LatestFirst, page);

    /// <summary>The figures that are recorded for an instant; null when there are none.</summary>
    public async Task<DeliverableFigures?> FiguresAt(EntityKey partnership, string deliverable, DateTimeOffset takenAt, CancellationToken cancel)
    {
        var id = DeliverableMetricsRow.IdOf(partnership, deliverable, takenAt);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await db.Set<DeliverableMetricsRow>().SingleOrDefaultAsync(row => row.Workspace == partnership.Workspace && row.Id == id, cancel))?.Figures();
    }

    private static KeysetOrder<DeliverableRow> Order(DeliverableOrder? order)
    {
        var (field, direction) = order ?? new DeliverableOrder(DeliverableOrderField.DueOn);
        var by = field == DeliverableOrderField.DueOn ? ByDueDay : ByPublication;
        return direction == OrderDirection.Asc ? by : by.Reversed();
    }
}
