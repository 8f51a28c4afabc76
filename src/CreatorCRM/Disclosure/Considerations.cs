using System.Collections.Immutable;
using System.Diagnostics;
using CreatorCRM.Compensation;

namespace CreatorCRM.Disclosure;

/// <summary>What an agreed compensation and products that were sent mean for disclosure.</summary>
public static class Considerations
{
    /// <summary>
    /// Each once, in the order of the enum. Nothing that is recorded tells of an own brand, so <see cref="Consideration.OwnBrand"/> is never among them: a
    /// person who knows of one judges by the rules for it and decides on the check.
    /// </summary>
    /// <param name="isGifted">A product is on its way to the influencer or was delivered, whatever was agreed about it.</param>
    public static ImmutableArray<Consideration> Of(IEnumerable<CompensationComponent> compensation, bool isGifted = false) =>
        [.. compensation.Select(Of).Concat(isGifted ? [Consideration.Gifted] : []).Distinct().Order()];

    private static Consideration Of(CompensationComponent component) => component switch
    {
        FixedFee or PerformanceBonus or UsageFee => Consideration.Paid,
        ProductGift => Consideration.Gifted,
        Commission => Consideration.Affiliate,
        Discount or Cashback => Consideration.Discount,
        _ => throw new UnreachableException($"{component.GetType().Name} is not known here."),
    };
}
