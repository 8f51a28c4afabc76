using CreatorCRM.Common;
using CreatorCRM.Server.GraphQL;
using CsCheck;
using GraphQL.Types;

namespace CreatorCRM.Server.Tests.GraphQL;

public sealed class ScalarRoundTripTests
{
    // The characters that dates, numbers and addresses are made of.
    private const string Telling = "09-:TZ.+@e/";

    [Fact]
    public void A_decimal_survives_the_journey() =>
        Survives(new DecimalScalar(), Gen.Long.Select(Gen.Int[0, 9], (digits, scale) => new decimal(digits) / (decimal)Math.Pow(10, scale)));

    [Fact]
    public void An_instant_survives_the_journey() =>
        Survives(new DateTimeScalar(), Gen.DateTimeOffset.Where(instant => instant.UtcDateTime.Year is > 1 and < 9999).Select(instant => instant.ToUniversalTime()));

    [Fact]
    public void A_day_survives_the_journey() => Survives(new LocalDateScalar(), Gen.DateOnly);

    [Fact]
    public void Every_currency_and_country_survives_the_journey()
    {
        Currency.Codes.ShouldAllBe(code => Equals(new CurrencyCodeScalar().ParseValue(code), Currency.Parse(code)));
        CountryCode.Codes.ShouldAllBe(code => Equals(new CountryCodeScalar().ParseValue(code), CountryCode.Parse(code)));
    }

    [Fact]
    public void Text_is_read_or_refused_with_a_sentence_and_never_breaks()
    {
        ScalarGraphType[] scalars = [new DecimalScalar(), new DateTimeScalar(), new LocalDateScalar(), new UrlScalar(), new EmailAddressScalar(),
            new CurrencyCodeScalar(), new CountryCodeScalar()];
        Gen.OneOf(Gen.String, Gen.String[Gen.Int[0, Telling.Length - 1].Select(index => Telling[index]), 0, 30]).Sample(text =>
        {
            foreach (var scalar in scalars)
            {
                try
                {
                    scalar.ParseValue(text);
                }
                catch (FormatException refused)
                {
                    refused.Message.ShouldStartWith($"'{text}' is not");
                }
            }
        });
    }

    private static void Survives<T>(ScalarGraphType scalar, Gen<T> values) => values.Sample(value => Equals(scalar.ParseValue(scalar.Serialize(value)), value));
}
