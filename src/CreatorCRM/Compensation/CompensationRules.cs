using System.Collections.Immutable;

namespace CreatorCRM.Compensation;

/// <summary>Which compensation can be offered.</summary>
public static class CompensationRules
{
    public const int MaxComponents = 20;

    public static void Check(Validation validation, string path, ImmutableArray<CompensationComponent> components)
    {
        validation.Require(!components.IsEmpty, path, "Offer at least one component.").Count(path, components, MaxComponents);
        for (var i = 0; i < components.Length && i < MaxComponents; i++)
        {
            var at = $"{path}.{i}.{components[i].InputName}";
            foreach (var (field, amount) in components[i].Amounts) validation.Money($"{at}.{field}", amount);
            Check(validation, at, components[i]);
            CheckUnlock(validation, at, components[i]);
        }
        var currencies = components.SelectMany(component => component.Amounts).Select(amount => amount.Amount.Currency.Code).Distinct().ToArray();
        if (currencies.Length > 1)
            validation.Add(new Refusal(RefusalCode.CurrencyMismatch, $"An offer is made in one currency, not in {string.Join(" and ", currencies)}.", path));
    }

    public static string Describe(ImmutableArray<CompensationComponent> components) =>
        string.Join(" + ", components.Select(component => component.Description));

    private static void Check(Validation validation, string path, CompensationComponent component)
    {
        switch (component)
        {
            case FixedFee fee:
                validation.Require(fee.Amount.MinorUnits != 0, $"{path}.amount", "A fee is above zero.");
                break;
            case ProductGift gift:
                validation.Required($"{path}.name", gift.Name)
                    .Require(gift.Quantity is > 0 and <= 10_000, $"{path}.quantity", "A quantity is between 1 and 10,000.");
                break;
            case Commission commission:
                OneOf(validation, path, commission.Percent, commission.AmountPerSale);
                commission.Share.Check(validation, path);
                break;
            case PerformanceBonus bonus:
                validation.Require(bonus.Threshold > 0, $"{path}.threshold", "A threshold is above zero.");
                break;
            case Discount discount:
                OneOf(validation, path, discount.Percent, discount.Amount);
                validation.Text($"{path}.couponCode", discount.CouponCode, 100);
                break;
            case Cashback cashback:
                OneOf(validation, path, cashback.Percent, cashback.Amount);
                cashback.Share.Check(validation, path);
                break;
            case UsageFee fee:
                validation.Text($"{path}.usage", fee.Usage, 1000);
                break;
        }
    }

    private static void CheckUnlock(Validation validation, string path, CompensationComponent component) => validation.Require(
        component.Unlocks.Contains(component.DueOn), $"{path}.unlocksOn",
        $"This becomes due on {string.Join(" or ", component.Unlocks.Select(unlock => unlock.Words()))}, not on {component.DueOn.Words()}.");

    private static void OneOf(Validation validation, string path, decimal? percent, Money? amount) => validation
        .Require(percent is null != amount is null, path, "Give either a percentage or an amount.")
        .Require(percent is null or (> 0 and <= 100), $"{path}.percent", "A percentage is above 0 and at most 100.");
}
