using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Compensation;

namespace CreatorCRM.Tests.Compensation;

public sealed class CompensationLedgerTests
{
    private static readonly CostBasis Agreed = new() { Compensation = [] };
    private static readonly CostBasis InForce = Agreed with { InForce = true }, Online = InForce with { Approved = true, Published = true }, GivenUp = Agreed with { Ended = true };

    public static TheoryData<CompensationComponent, CostBasis, long, long, string> Lines => new()
    {
        { new FixedFee(Eur(25_000)), InForce, 25_000, 0, "Due as soon as all content is online." },
        { new FixedFee(Eur(25_000)), Online, 25_000, 25_000, "Earned: all content is online." },
        { new FixedFee(Eur(25_000)), GivenUp, 0, 0, "Released: the partnership was given up before all content was online." },
        { new FixedFee(Eur(25_000)), Online with { Ended = true }, 25_000, 25_000, "Earned: all content is online." },
        { new FixedFee(Eur(25_000)) { UnlocksOn = Unlock.Delivery }, InForce with { Approved = true }, 25_000, 25_000, "Earned: all content is approved." },
        { new UsageFee(Eur(10_000), null), Agreed, 10_000, 0, "Due as soon as the contract is in force." },
        { new ProductGift("Loaf", 3, Eur(450)), InForce, 1_350, 1_350, "Earned: the contract is in force." },
        { new ProductGift("Loaf", 3, null), Agreed, 0, 0, "Due as soon as the contract is in force." },
        { new Discount(15, null, "MIA15"), InForce, 0, 0, "A discount lowers what orders bring in and binds no money." },
        { new PerformanceBonus(BonusMetric.Reach, 10_000, Eur(5_000)), Online, 5_000, 0,
            "Due at 10,000 reach as soon as all content is online: no figure is known yet." },
        { new PerformanceBonus(BonusMetric.Reach, 10_000, Eur(5_000)), Online with { Figures = [new(BonusMetric.Reach, 12_000)] }, 5_000, 5_000,
            "Earned: 12,000 of 10,000 reach." },
        { new PerformanceBonus(BonusMetric.Reach, 10_000, Eur(5_000)), InForce with { Figures = [new(BonusMetric.Reach, 12_000)] }, 5_000, 0,
            "Due at 10,000 reach as soon as all content is online: 12,000 so far." },
        { new PerformanceBonus(BonusMetric.Sales, 10, Eur(5_000)) { UnlocksOn = Unlock.OrderPayment }, Agreed with { Figures = [new(BonusMetric.Sales, 9)] },
            5_000, 0, "Due at 10 sales: 9 so far." },
        { new PerformanceBonus(BonusMetric.Sales, 10, Eur(5_000)), GivenUp with { Figures = [new(BonusMetric.Sales, 9)] }, 0, 0,
            "Released: the partnership was given up before it came to 10 sales: 9 so far." },
        { new Commission(10, null, Eur(50_000)), Agreed, 50_000, 0, "There are no sales yet; up to the cap of 500.00 EUR may follow." },
        { new Commission(10, null, null), Agreed with { Customers = new(3, 12_345), SalesCurrency = Currency.Eur }, 1_235, 1_235,
            "12.35 EUR from 3 sales of 123.45 EUR after refunds; without a cap only what is earned is committed." },
        { new Commission(10, null, Eur(1_000)), GivenUp with { Customers = new(3, 5_000) }, 500, 500,
            "5.00 EUR from 3 sales of 50.00 EUR after refunds; the rest of the cap of 10.00 EUR is released." },
        { new Commission(10, null, Eur(1_000)), Agreed with { Customers = new(3, 12_345) }, 1_000, 1_000,
            "10.00 EUR from 3 sales of 123.45 EUR after refunds; the cap is reached." },
        { new Cashback(null, Eur(200)), Agreed with { Customers = new(9, 9_000), Own = new(2, 3_000) }, 400, 400,
            "4.00 EUR from 2 purchases of the influencer's own of 30.00 EUR after refunds; without a cap only what is earned is committed." },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Each_component_says_what_it_costs_and_why(CompensationComponent component, CostBasis basis, long committed, long earned, string why)
    {
        var line = CompensationLedger.Of(basis with { Compensation = [component] }).Components.ShouldHaveSingleItem();
        (line.Committed, line.Earned, line.Explanation).ShouldBe((committed, earned, why));
    }

    [Fact]
    public void A_percentage_has_no_currency_before_the_first_sale()
    {
        var cost = CompensationLedger.Of(Agreed with { Compensation = [new Commission(10, null, null)] });
        (cost.Currency, cost.Committed, cost.Earned).ShouldBe((null, 0, 0));
    }

    [Fact]
    public void What_was_paid_or_is_about_to_be_stays_committed_whatever_happens()
    {
        ImmutableArray<CompensationComponent> fee = [new FixedFee(Eur(25_000))];
        var ended = CompensationLedger.Of(GivenUp with
        {
            Compensation = fee,
            Dropped = [new UsageFee(Eur(900), null), new UsageFee(Eur(1_000), null)],
            Payouts = [new(1, 5_000, 5_000), new(2, 700, 900)],
        });
        (ended.Committed, ended.Earned, ended.Paid).ShouldBe((5_900, 0, 5_700));
        ended.Components.Select(line => (line.Number, line.Committed, line.Paid)).ShouldBe([(1, 5_000, 5_000), (2, 900, 700)]);
        ended.Components[1].Explanation.ShouldBe("It is not agreed on any more; what is paid for it, or about to be, stays bound.");
    }

    [Fact]
    public void Agreements_stand_one_after_the_other_and_only_the_last_one_takes_new_sales()
    {
        ImmutableArray<CompensationComponent> terms = [new FixedFee(Eur(25_000)), new Commission(10, null, Eur(1_000))];
        var first = Online with { Compensation = terms, Renewed = true, Ended = true, Customers = new(3, 5_000) };
        var cost = CompensationLedger.Of(InForce with { Compensation = terms, Before = 2, Earlier = [first], Customers = new(1, 2_000) });
        cost.Components.Select(line => (line.Number, line.Committed, line.Earned))
            .ShouldBe([(1, 25_000, 25_000), (2, 500, 500), (3, 25_000, 0), (4, 1_000, 200)]);
        cost.Components[1].Explanation.ShouldBe("5.00 EUR from 3 sales of 50.00 EUR after refunds; the rest of the cap of 10.00 EUR is released.");
        (cost.Committed, cost.Earned).ShouldBe((51_500, 25_700));
        // What is still to be made for the term that is over is owed, but what it did not come to is not.
        var open = InForce with { Compensation = terms, Renewed = true, Customers = new(3, 5_000) };
        CompensationLedger.Of(open).Components.Select(line => (line.Committed, line.Earned)).ShouldBe([(25_000, 0), (500, 500)]);
        CompensationLedger.Of(open with { Ended = true }).Components[0].Explanation
            .ShouldBe("Released: the next term began before all content was online.");
    }

    private static Money Eur(long minor) => new(minor, Currency.Eur);
}
