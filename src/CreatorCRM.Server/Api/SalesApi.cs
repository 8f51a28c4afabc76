using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Sales;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>A paid order that came through a partnership.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class Sale(SaleRow row, Past? past = null) : INode
{
    public NodeId Id => NodeId.Of<Sale>(row.Id);

    /// <summary>As the shop calls it.</summary>
    public string OrderNumber => row.OrderNumber;

    /// <summary>What was paid.</summary>
    public Money Amount => new(row.AmountMinor, Currency.Parse(row.Currency));

    /// <summary>What is left of it after all that went back.</summary>
    public IDataLoaderResult<Money> Net(ReversalsOfSales loader) =>
        Reversals(loader).Then(reversals => Amount with { MinorUnits = row.AmountMinor - reversals.Sum(reversal => reversal.Amount.MinorUnits) });

    /// <summary>What went back to the buyer, the oldest first.</summary>
    public IDataLoaderResult<IReadOnlyList<SaleReversal>> Reversals(ReversalsOfSales loader) => loader.LoadAsync(row.Id, past, then =>
        then.Of<SaleReversalRow>().Where(back => back.SaleId == row.Id).OrderBy(back => back.OccurredAt).ThenBy(back => back.Id, StringComparer.Ordinal)
            .Select(back => new SaleReversal(back)));

    /// <summary>Who bought.</summary>
    public Buyer Buyer => row.Buyer;

    /// <summary>When it was paid.</summary>
    public DateTimeOffset OccurredAt => row.OccurredAt;

    /// <summary>The partnership it belongs to.</summary>
    public IDataLoaderResult<Partnership> Partnership(PartnershipLoader loader) => loader.LoadExisting(row.PartnershipId, past?.At);
}

/// <summary>Money that went back to the buyer.</summary>
/// <param name="Amount">How much.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredAt">When.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record SaleReversal(Money Amount, string? Reason, DateTimeOffset OccurredAt)
{
    internal SaleReversal(SaleReversalRow row)
        : this(new Money(row.AmountMinor, Currency.Parse(row.Currency)), row.Reason, row.OccurredAt)
    {
    }
}

[Extends(typeof(Partnership))]
[Requires(Scope.RelationshipsRead)]
public static class PartnershipSales
{
    /// <summary>What was sold through it, the newest first.</summary>
    public static IDataLoaderResult<Page<Sale>> Sales(Partnership partnership, SalesOfPartnerships loader, PageRequest page) =>
        loader.LoadAsync(partnership.Key, null, page, partnership.Past, then => SaleQueries.Of(then, page).Select(row => new Sale(row, then)));
}

[QueryRoot]
[Requires(Scope.RelationshipsRead)]
public static class SalesQuery
{
    /// <summary>A sale by the number that the shop gave the order; null when none was recorded.</summary>
    /// <param name="orderNumber">As it was recorded.</param>
    public static async Task<Sale?> SaleByOrderNumber(string orderNumber, SaleQueries sales, Caller caller, CancellationToken cancellation) =>
        await sales.ByOrderNumber(caller.Workspace, orderNumber, cancellation) is { } row ? new Sale(row) : null;
}

public sealed class SaleLoader(PartnershipPartQueries parts, Caller caller) : PartLoader<SaleRow, Sale>(parts, caller, row => new Sale(row));

public sealed class ReversalsOfSales(SaleQueries sales, Caller caller) : ListLoader<string, SaleReversal>
{
    protected override async Task<ILookup<string, SaleReversal>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await sales.ReversalsOf(caller.Workspace, keys, cancellation)).SelectMany(rows => rows)
            .ToLookup(row => row.SaleId, row => new SaleReversal(row));
}

public sealed class SalesOfPartnerships(SaleQueries sales, Caller caller) : PageLoader<string?, Sale>
{
    protected override async Task<IReadOnlyDictionary<string, Page<Sale>>> LoadBatch(
        IReadOnlyCollection<string> keys, string? question, PageRequest page, CancellationToken cancellation) =>
        (await sales.OfPartnerships(caller.Workspace, [.. keys], page, cancellation))
            .ToDictionary(found => found.Key, found => found.Value.Select(row => new Sale(row)));
}
