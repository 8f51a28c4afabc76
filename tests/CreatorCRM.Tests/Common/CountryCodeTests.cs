using CreatorCRM.Common;

namespace CreatorCRM.Tests.Common;

public sealed class CountryCodeTests
{
    [Fact]
    public void All_249_assigned_codes_are_known() => CountryCode.Codes.Count().ShouldBe(249);

    [Theory]
    [InlineData("UK")]
    [InlineData("EU")]
    [InlineData("de")]
    [InlineData("DEU")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_not_assigned_is_unknown(string? code) => CountryCode.TryParse(code, out _).ShouldBeFalse();

    [Fact]
    public void A_country_that_was_never_set_is_no_country() => Should.Throw<InvalidOperationException>(() => default(CountryCode).Code);
}
