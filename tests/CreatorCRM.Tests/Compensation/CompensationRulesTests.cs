using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CsCheck;

namespace CreatorCRM.Tests.Compensation;

public sealed class CompensationRulesTests
{
    private static readonly Money Ten = new(1_000, Currency.Eur), Hundred = new(10_000, Currency.Eur);

    public static TheoryData<CompensationComponent, Unlock> Defaults => new()
    {
        { new FixedFee(Ten), Unlock.Publication },
        { new PerformanceBonus(BonusMetric.Reach, 10, Ten), Unlock.Publication },
        { new ProductGift("Loaf", 1, Ten), Unlock.Acceptance },
        { new UsageFee(Ten, null), Unlock.Acceptance },
        { new Discount(10, null, null), Unlock.Acceptance },
        { new Commission(10, null, null), Unlock.OrderPayment },
        { new Cashback(10, null), Unlock.OrderPayment },
    };

    [Theory]
    [MemberData(nameof(Defaults))]
    public void Each_kind_becomes_due_in_its_own_way_when_nothing_is_said(CompensationComponent component, Unlock unlock)
    {
        component.DueOn.ShouldBe(unlock);
        component.Unlocks.ShouldContain(unlock);
        Problems(component).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Defaults))]
    public void A_kind_refuses_what_cannot_make_it_due(CompensationComponent component, Unlock _)
    {
        foreach (var unlock in Enum.GetValues<Unlock>())
        {
            var refusals = Problems(component with { UnlocksOn = unlock });
            if (component.Unlocks.Contains(unlock)) refusals.ShouldBeEmpty();
            else refusals.ShouldHaveSingleItem().Field.ShouldBe($"compensation.0.{component.InputName}.unlocksOn");
        }
    }

    [Fact]
    public void Only_a_bonus_for_sales_can_become_due_with_orders()
    {
        Problems(new PerformanceBonus(BonusMetric.Sales, 10, Ten) { UnlocksOn = Unlock.OrderPayment }).ShouldBeEmpty();
        Problems(new PerformanceBonus(BonusMetric.Likes, 10, Ten) { UnlocksOn = Unlock.OrderPayment }).ShouldHaveSingleItem().Message
            .ShouldBe("This becomes due on publication, not on order payment.");
    }

    [Fact]
    public void Tiers_rise_and_fit_their_rate()
    {
        var (low, high) = (new CommissionTier(Ten, null, 12, null), new CommissionTier(Hundred, null, 15, null));
        Problems(new Commission(10, null, null) { Tiers = [low, high] }).ShouldBeEmpty();
        Problems(new Commission(10, null, null) { Tiers = [high, low] }).ShouldHaveSingleItem().Field.ShouldBe("compensation.0.commission.tiers.1.fromSales");
        Problems(new Commission(10, null, null) { Tiers = [low, low] }).ShouldHaveSingleItem().Field.ShouldBe("compensation.0.commission.tiers.1.fromSales");
        Problems(new Commission(null, Ten, null) { Tiers = [new CommissionTier(null, 5, null, Ten)] }).ShouldBeEmpty();
        Problems(new Commission(null, Ten, null) { Tiers = [low] }).Select(refusal => refusal.Field).ShouldContain("compensation.0.commission.tiers.0");
        Problems(new Cashback(10, null) { Tiers = [low with { Percent = 101 }] })
            .ShouldHaveSingleItem().Field.ShouldBe("compensation.0.cashback.tiers.0.percent");
    }

    [Fact]
    public void Thresholds_and_caps_are_in_the_currency_of_the_offer()
    {
        var dollars = new Money(100, Currency.Parse("USD"));
        Problems(new Commission(10, null, Ten) { Tiers = [new CommissionTier(dollars, null, 12, null)] })
            .ShouldHaveSingleItem().Code.ShouldBe(RefusalCode.CurrencyMismatch);
        Problems(new Cashback(null, Ten) { Cap = dollars }).ShouldHaveSingleItem().Code.ShouldBe(RefusalCode.CurrencyMismatch);
        Problems(new Cashback(10, null) { Cap = new Money(-1, Currency.Eur) }).ShouldHaveSingleItem().Code.ShouldBe(RefusalCode.NegativeMoney);
    }

    [Fact]
    public void Currencies_are_never_mixed() => Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 2]).Sample((fee, gift, cap, threshold) =>
    {
        Currency[] currencies = [Currency.Eur, Currency.Parse("USD"), Currency.Parse("JPY")];
        var validation = new Validation();
        CompensationRules.Check(validation, "compensation",
        [
            new FixedFee(new Money(100, currencies[fee])), new ProductGift("Loaf", 1, new Money(100, currencies[gift])),
            new Commission(10, null, new Money(100, currencies[cap])) { Tiers = [new CommissionTier(new Money(100, currencies[threshold]), null, 12, null)] },
        ]);
        validation.Refusals.Select(refusal => refusal.Code)
            .ShouldBe(new[] { fee, gift, cap, threshold }.Distinct().Count() == 1 ? [] : [RefusalCode.CurrencyMismatch]);
    }, iter: 1_000);

    [Fact]
    public void Tiers_and_caps_are_told()
    {
        CompensationRules.Describe([new Commission(10, null, Hundred) { Tiers = [new CommissionTier(Ten, null, 12, null)] },
            new Cashback(5, null) { Cap = Ten }])
            .ShouldBe("10 % commission, in 2 steps up to 100.00 EUR + cashback of 5 % up to 10.00 EUR");
    }

    private static ImmutableArray<Refusal> Problems(CompensationComponent component)
    {
        var validation = new Validation();
        CompensationRules.Check(validation, "compensation", [component]);
        return validation.Refusals;
    }
}
