using CreatorCRM.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Templates;

/// <summary>Reads of message templates.</summary>
public sealed class MessageTemplateQueries(IDbContextFactory<CrmDbContext> contexts)
{
    private static readonly KeysetOrder<MessageTemplateRow>
        ByName = new KeysetOrder<MessageTemplateRow>("message-templates.name", row => row.Id).By(row => row.SortName),
        ByUpdate = new KeysetOrder<MessageTemplateRow>("message-templates.updated", row => row.Id).By(row => row.UpdatedAt);

    /// <summary>Those of the ids that exist in the workspace, by id.</summary>
    public async Task<IReadOnlyDictionary<string, MessageTemplateRow>> ByIds(string workspace, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<MessageTemplateRow>().Where(row => row.Workspace == workspace && EF.Parameter(ids.ToArray()).Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancel);
    }

    /// <summary>All versions of the text of each template, the first one first.</summary>
    public async Task<ILookup<string, MessageTemplateVersionRow>> VersionsOf(string workspace, IReadOnlyCollection<string> templates, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await db.Set<MessageTemplateVersionRow>().Where(row => row.Workspace == workspace && EF.Parameter(templates.ToArray()).Contains(row.TemplateId))
            .OrderBy(row => row.Number).ToListAsync(cancel)).ToLookup(row => row.TemplateId);
    }

    /// <param name="order">Null is by name.</param>
    /// <exception cref="InvalidFilterException">A filter that cannot be answered.</exception>
    /// <exception cref="InvalidCursorException">A cursor that is not of this list and order.</exception>
    public Task<Page<MessageTemplateRow>> List(string workspace, MessageTemplateFilter? filter, MessageTemplateOrder? order, PageRequest page,
        CancellationToken cancel) => contexts.ReadPage(
        db => db.Set<MessageTemplateRow>().Where(row => row.Workspace == workspace).Where(MessageTemplateFilter.Map.Compile(filter, db)),
        Order(order ?? new MessageTemplateOrder(MessageTemplateOrderField.Name)), page, cancel);

    private static KeysetOrder<MessageTemplateRow> Order(MessageTemplateOrder order)
    {
        var by = order.Field switch
        {
            MessageTemplateOrderField.Name => ByName,
            MessageTemplateOrderField.UpdatedAt => ByUpdate,
            _ => throw new ArgumentOutOfRangeException(nameof(order)),
        };
        return order.Direction == OrderDirection.Asc ? by : by.Reversed();
    }
}
