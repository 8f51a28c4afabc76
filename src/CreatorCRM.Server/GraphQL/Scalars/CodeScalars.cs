using CreatorCRM.Common;

namespace CreatorCRM.Server.GraphQL;

public sealed class CurrencyCodeScalar : TextScalar<Currency>
{
    public CurrencyCodeScalar()
    {
        Name = "CurrencyCode";
        Description = "A currency in circulation by its ISO 4217 code, such as `EUR`.";
    }

    protected override Currency Parse(string text) => Currency.Parse(text);

    protected override string Print(Currency value) => value.Code;
}

public sealed class CountryCodeScalar : TextScalar<CountryCode>
{
    public CountryCodeScalar()
    {
        Name = "CountryCode";
        Description = "A country or territory by its ISO 3166-1 alpha-2 code, such as `DE`.";
    }

    protected override CountryCode Parse(string text) => CountryCode.Parse(text);

    protected override string Print(CountryCode value) => value.Code;
}
