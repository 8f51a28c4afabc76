using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Journal;

namespace CreatorCRM.Tests.Journal;

public sealed class CrmJsonTests
{
    [Fact]
    public void What_follows_from_other_properties_is_not_stored()
    {
        var offered = new OfferProposed("1", Party.Brand, [new FixedFee(new Money(25_000, Currency.Eur))], null, null);
        EventCatalog.Write(offered).ShouldBe("""{"offer":"1","by":"BRAND","components":[{"kind":"FIXED_FEE","amount":{"minorUnits":25000,"currency":"EUR"}}]}""");
    }

    [Fact]
    public void A_missing_currency_is_refused_when_it_is_read() =>
        Should.Throw<FormatException>(() => CrmJson.Read<Money>("""{"minorUnits":1,"currency":"XXX"}"""));
}
