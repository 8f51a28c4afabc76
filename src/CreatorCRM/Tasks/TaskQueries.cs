using CreatorCRM.Influencers;
using CreatorCRM.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Tasks;

/// <summary>Reads of all that is to be done, wherever it comes from.</summary>
public sealed class TaskQueries(IDbContextFactory<CrmDbContext> contexts)
{
    private static readonly KeysetOrder<TaskRow>
        ByDueDate = new KeysetOrder<TaskRow>("tasks.due", row => row.Id).By(row => row.DueAt),
        ByClosing = new KeysetOrder<TaskRow>("tasks.closed", row => row.Id).By(row => row.ClosedAt);

    /// <summary>Those of the ids that exist in the workspace, by id.</summary>
    public async Task<IReadOnlyDictionary<string, TaskRow>> ByIds(string workspace, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Rows(db, workspace).Where(row => EF.Parameter(ids.ToArray()).Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
    }

    /// <param name="order">Null is what is due first.</param>
    /// <exception cref="InvalidFilterException">A filter that cannot be answered.</exception>
    /// <exception cref="InvalidCursorException">A cursor that is not of this list and order.</exception>
    public Task<Page<TaskRow>> List(string workspace, TaskFilter? filter, TaskOrder? order, PageRequest page, CancellationToken cancel) => contexts.ReadPage(
        db => Rows(db, workspace).Where(TaskFilter.Map.Compile(filter, db)), Order(order ?? new TaskOrder(TaskOrderField.DueAt)), page, cancel);

    // A step or follow-up for somebody who has opted out since is gone from that very commit on, before the partnership itself tells so.
    private static IQueryable<TaskRow> Rows(CrmDbContext db, string workspace) => db.Set<TaskRow>().Where(row => row.Workspace == workspace
        && (row.Kind == TaskKind.Manual || row.Status != TaskState.Open
            || !db.Set<InfluencerRow>().Any(influencer => influencer.Workspace == row.Workspace && influencer.Id == row.InfluencerId && influencer.DoNotContact)));

    private static KeysetOrder<TaskRow> Order(TaskOrder order)
    {
        var by = order.Field switch
        {
            TaskOrderField.DueAt => ByDueDate,
            TaskOrderField.ClosedAt => ByClosing,
            _ => throw new ArgumentOutOfRangeException(nameof(order)),
        };
        return order.Direction == OrderDirection.Asc ? by : by.Reversed();
    }
}
