using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Disclosure;

namespace CreatorCRM.Tests.Disclosure;

public sealed class ConsiderationTests
{
    private static readonly Money Fee = new(25_000, Currency.Eur);

    [Fact]
    public void A_hybrid_compensation_gives_each_consideration_once()
    {
        CompensationComponent[] agreed =
            [new ProductGift("Bread box", 1, null), new Commission(10m, null, null), new FixedFee(Fee), new UsageFee(Fee, null), new Cashback(5m, null)];
        Considerations.Of(agreed).ShouldBe([Consideration.Paid, Consideration.Gifted, Consideration.Affiliate, Consideration.Discount]);
    }

    [Fact]
    public void Nothing_agreed_is_nothing_to_disclose() => Considerations.Of([]).ShouldBeEmpty();

    [Fact]
    public void Every_kind_of_component_is_a_consideration()
    {
        var kinds = typeof(CompensationComponent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(attribute => attribute.DerivedType).ToArray();
        kinds.Length.ShouldBeGreaterThan(6);
        foreach (var kind in kinds) Considerations.Of([(CompensationComponent)RuntimeHelpers.GetUninitializedObject(kind)]).Length.ShouldBe(1);
    }
}
