using CreatorCRM.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Payouts;

/// <summary>Reads of payouts across partnerships.</summary>
public sealed class PayoutQueries(IDbContextFactory<CrmDbContext> contexts)
{
    private static readonly KeysetOrder<PayoutRow>
        ByProposal = new KeysetOrder<PayoutRow>("payouts.proposed", row => row.Id).By(row => row.ProposedAt),
        ByDueDay = new KeysetOrder<PayoutRow>("payouts.due", row => row.Id).By(row => row.DueOn),
        ByPaidDay = new KeysetOrder<PayoutRow>("payouts.paid", row => row.Id).By(row => row.PaidOn);

    /// <param name="order">Null is the newest first.</param>
    /// <exception cref="InvalidFilterException">A filter that cannot be answered.</exception>
    /// <exception cref="InvalidCursorException">A cursor that is not of this list and order.</exception>
    public Task<Page<PayoutRow>> List(string workspace, PayoutFilter? filter, PayoutOrder? order, PageRequest page, CancellationToken cancel) =>
        contexts.ReadPage(
        db => db.Set<PayoutRow>().Where(row => row.Workspace == workspace).Where(PayoutFilter.Map.Compile(filter, db)),
        Order(order ?? new PayoutOrder(PayoutOrderField.ProposedAt, OrderDirection.Desc)), page, cancel);

    /// <summary>What an influencer was paid in a period, in the order of the days.</summary>
    public async Task<IReadOnlyList<PayoutRow>> PaidTo(string workspace, string influencer, PeriodOfDays period, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<PayoutRow>().Where(row => row.Workspace == workspace && row.InfluencerId == influencer && row.Status == PayoutStatus.Paid
                && (period.From == null || row.PaidOn >= period.From) && (period.Until == null || row.PaidOn <= period.Until))
            .OrderBy(row => row.PaidOn).ThenBy(row => row.Id).ToListAsync(cancel);
    }

    private static KeysetOrder<PayoutRow> Order(PayoutOrder order)
    {
        var by = order.Field switch
        {
            PayoutOrderField.ProposedAt => ByProposal,
            PayoutOrderField.DueOn => ByDueDay,
            PayoutOrderField.PaidOn => ByPaidDay,
            _ => throw new ArgumentOutOfRangeException(nameof(order)),
        };
        return order.Direction == OrderDirection.Asc ? by : by.Reversed();
    }
}
