using CreatorCRM.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Sales;

/// <summary>Reads of sales, which may be many.</summary>
public sealed class SaleQueries(IDbContextFactory<CrmDbContext> contexts)
{
    private static readonly KeysetOrder<SaleRow> NewestFirst = new KeysetOrder<SaleRow>("sales", row => row.Id).By(row => row.OccurredAt, OrderDirection.Desc);

    /// <summary>A page of sales for each partnership, the newest first.</summary>
    /// <exception cref="InvalidCursorException">A cursor that is not of this list.</exception>
    public Task<IReadOnlyDictionary<string, Page<SaleRow>>> OfPartnerships(string workspace, IReadOnlyList<string> partnerships, PageRequest page,
        CancellationToken cancel) =>
        contexts.ReadPages(
            db => db.Set<SaleRow>().Where(row => row.Workspace == workspace && EF.Parameter(partnerships.ToArray()).Contains(row.PartnershipId)),
            row => row.PartnershipId, partnerships, NewestFirst, page, cancel);

    /// <summary>The same page of one partnership's sales as they were known at an instant.</summary>
    /// <inheritdoc cref="OfPartnerships" path="/exception"/>
    public static Page<SaleRow> Of(Past partnership, PageRequest page) =>
        partnership.Of<SaleRow>().OrderByDescending(row => row.OccurredAt).ThenByDescending(row => row.Id, StringComparer.Ordinal).ToPage(NewestFirst, page);

    /// <summary>What went back of each sale, the oldest first.</summary>
    public async Task<ILookup<string, SaleReversalRow>> ReversalsOf(string workspace, IReadOnlyCollection<string> sales, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.Set<SaleReversalRow>().Where(row => row.Workspace == workspace && EF.Parameter(sales.ToArray()).Contains(row.SaleId))
            .OrderBy(row => row.OccurredAt).ThenBy(row => row.Id).ToListAsync(cancel);
        return rows.ToLookup(row => row.SaleId);
    }

    /// <summary>Null when there is none.</summary>
    public async Task<SaleRow?> ByOrderNumber(string workspace, string orderNumber, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<SaleRow>().SingleOrDefaultAsync(row => row.Workspace == workspace && row.OrderNumber == orderNumber, cancel);
    }

    /// <summary>A sale of a partnership with what went back of it; null when there is none of that number.</summary>
    public async Task<KeptSale?> Find(EntityKey partnership, string number, CancellationToken cancel)
    {
        var id = PartNumber.Id(partnership, number);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Set<SaleRow>().SingleOrDefaultAsync(row => row.Workspace == partnership.Workspace && row.Id == id, cancel) is not { } sale) return null;
        var reversed = await db.Set<SaleReversalRow>().Where(row => row.Workspace == partnership.Workspace && row.SaleId == id)
            .SumAsync(row => row.AmountMinor, cancel);
        return new KeptSale(sale.OrderNumber, new Money(sale.AmountMinor, Currency.Parse(sale.Currency)), sale.Buyer, reversed);
    }
}
