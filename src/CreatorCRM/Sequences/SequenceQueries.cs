using System.Collections.Immutable;
using CreatorCRM.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Sequences;

/// <summary>Reads of sequences.</summary>
public sealed class SequenceQueries(IDbContextFactory<CrmDbContext> contexts)
{
    private static readonly KeysetOrder<SequenceRow>
        ByName = new KeysetOrder<SequenceRow>("sequences.name", row => row.Id).By(row => row.SortName),
        ByUpdate = new KeysetOrder<SequenceRow>("sequences.updated", row => row.Id).By(row => row.UpdatedAt);

    /// <summary>Those of the ids that exist in the workspace, by id.</summary>
    public async Task<IReadOnlyDictionary<string, SequenceRow>> ByIds(string workspace, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<SequenceRow>().Where(row => row.Workspace == workspace && EF.Parameter(ids.ToArray()).Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancel);
    }

    /// <summary>What is needed to start a sequence; null when there is none.</summary>
    public async Task<SequenceToStart?> ToStart(string workspace, string id, CancellationToken cancel) => (await ByIds(workspace, [id], cancel))
        .GetValueOrDefault(id) is { } row
        ? new SequenceToStart(row.Id, row.Name, CrmJson.Read<ImmutableArray<SequenceStep>>(row.Steps), row.ArchivedAt is not null)
        : null;

    /// <param name="order">Null is by name.</param>
    /// <exception cref="InvalidFilterException">A filter that cannot be answered.</exception>
    /// <exception cref="InvalidCursorException">A cursor that is not of this list and order.</exception>
    public Task<Page<SequenceRow>> List(string workspace, SequenceFilter? filter, SequenceOrder? order, PageRequest page, CancellationToken cancel) =>
        contexts.ReadPage(
        db => db.Set<SequenceRow>().Where(row => row.Workspace == workspace).Where(SequenceFilter.Map.Compile(filter, db)),
        Order(order ?? new SequenceOrder(SequenceOrderField.Name)), page, cancel);

    private static KeysetOrder<SequenceRow> Order(SequenceOrder order)
    {
        var by = order.Field switch
        {
            SequenceOrderField.Name => ByName,
            SequenceOrderField.UpdatedAt => ByUpdate,
            _ => throw new ArgumentOutOfRangeException(nameof(order)),
        };
        return order.Direction == OrderDirection.Asc ? by : by.Reversed();
    }
}
