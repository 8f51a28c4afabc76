using System.Collections.Immutable;
using System.Diagnostics;
using CreatorCRM.Compensation;

namespace CreatorCRM.Disclosure;

/// <summary>What an agreed compensation means for disclosure.</summary>
public static class Considerations
{
    /// <summary>Each once, in the order of the enum. No compensation tells of an own brand: the caller adds <see cref="Consideration.OwnBrand"/>.</summary>
    public static ImmutableArray<Consideration> Of(IEnumerable<CompensationComponent> compensation) =>
        [.. compensation.Select(Of).Distinct().Order()];

    private static Consideration Of(CompensationComponent component) => component switch
    {
        FixedFee or PerformanceBonus or UsageFee => Consideration.Paid,
        ProductGift => Consideration.Gifted,
        Commission => Consideration.Affiliate,
        Discount or Cashback => Consideration.Discount,
        _ => throw new UnreachableException($"{component.GetType().Name} is not known here."),
    };
}
