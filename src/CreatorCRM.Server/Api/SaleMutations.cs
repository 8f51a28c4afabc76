using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Sales;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class SaleMutations
{
    /// <summary>Records a paid order that came through a partnership, so that it counts for what the influencer earns. Each order is recorded once.</summary>
    public static async Task<RecordSalePayload> RecordSale(RecordSaleInput input, Caller caller, IGrainFactory grains, SaleLoader sales,
        PartnershipLoader partnerships)
    {
        var context = caller.Command("recordSale", input.IdempotencyKey, input, input.ExpectedVersion);
        var command = new RecordSale(input.OrderNumber, input.Amount, input.Buyer, input.OccurredAt);
        var result = await grains.Partnership(caller, input.PartnershipId.Key).RecordSale(command, context);
        return await result.ToPayload(sales, partnerships, (sale, partnership) => new RecordSalePayload(sale, partnership));
    }

    /// <summary>Records that money went back to the buyer, partly or whole. It takes back what the sale brought the influencer.</summary>
    public static async Task<ReverseSalePayload> ReverseSale(ReverseSaleInput input, Caller caller, IGrainFactory grains, SaleLoader sales,
        PartnershipLoader partnerships)
    {
        var context = caller.Command("reverseSale", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.SaleId);
        var result = await grains.Partnership(caller, part.Partnership)
            .ReverseSale(new ReverseSale(part.Number, input.Amount, input.Reason, input.OccurredAt), context);
        return await result.ToPayload(sales, partnerships, (sale, partnership) => new ReverseSalePayload(sale, partnership));
    }
}

/// <summary>A paid order.</summary>
/// <param name="PartnershipId">One with an accepted offer that was not given up.</param>
/// <param name="OrderNumber">As the shop calls it, at most 100 characters; once in a workspace.</param>
/// <param name="Amount">What was paid, without what no commission is for, such as shipping. Above zero, in the currency of what was agreed.</param>
/// <param name="OccurredAt">When it was paid; now when left out. Until tomorrow.</param>
/// <param name="Buyer">Who bought.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record RecordSaleInput(
    NodeId<Partnership> PartnershipId, string OrderNumber, Money Amount, DateTimeOffset? OccurredAt, int? ExpectedVersion, string? IdempotencyKey,
    Buyer Buyer = Buyer.Customer);

/// <summary>Money that went back to the buyer.</summary>
/// <param name="SaleId">Of which sale.</param>
/// <param name="Amount">How much; all that is left of it when left out.</param>
/// <param name="Reason">Why, at most 1,000 characters.</param>
/// <param name="OccurredAt">When; now when left out. Until tomorrow.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record ReverseSaleInput(
    NodeId<Sale> SaleId, Money? Amount, string? Reason, DateTimeOffset? OccurredAt, int? ExpectedVersion, string? IdempotencyKey);

/// <param name="Sale">What was recorded; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record RecordSalePayload(Sale? Sale, Partnership? Partnership) : Payload;

/// <param name="Sale">The sale as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record ReverseSalePayload(Sale? Sale, Partnership? Partnership) : Payload;
