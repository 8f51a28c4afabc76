using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace CreatorCRM.Common;

/// <summary>A currency of ISO 4217, such as <c>EUR</c>. Only currencies in circulation are accepted.</summary>
[GenerateSerializer, Immutable, Alias("currency")]
public readonly record struct Currency
{
    // ISO 4217, list one. Currencies not named here have two digits after the point.
    private static readonly FrozenDictionary<string, int> Digits = (
        "BIF0 CLP0 DJF0 GNF0 ISK0 JPY0 KMF0 KRW0 PYG0 RWF0 UGX0 VND0 VUV0 XAF0 XOF0 XPF0 BHD3 IQD3 JOD3 KWD3 LYD3 OMR3 TND3 "
        + "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD "
        + "EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD "
        + "MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK "
        + "SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD XCG YER ZAR ZMW ZWG")
        .Split(' ').ToFrozenDictionary(entry => entry[..3], entry => entry.Length > 3 ? entry[3] - '0' : 2, StringComparer.Ordinal);

    [Id(0)] private readonly string? _code;

    private Currency(string code) => _code = code;

    public static Currency Eur { get; } = new("EUR");

    /// <summary>Every accepted code, in alphabetical order.</summary>
    public static IEnumerable<string> Codes => Digits.Keys.Order(StringComparer.Ordinal);

    /// <summary>Three capital letters.</summary>
    public string Code => _code ?? throw new InvalidOperationException("A currency was read that was never set.");

    /// <summary>How many decimal digits the minor unit has: 2 for EUR, 0 for JPY, 3 for KWD.</summary>
    public int MinorUnitDigits => Digits[Code];

    public static bool TryParse([NotNullWhen(true)] string? code, out Currency currency)
    {
        var known = code is not null && Digits.ContainsKey(code);
        currency = known ? new Currency(code!) : default;
        return known;
    }

    /// <exception cref="FormatException">The code is not one of ISO 4217's.</exception>
    public static Currency Parse(string code) =>
        TryParse(code, out var currency) ? currency : throw new FormatException($"'{code}' is not an ISO 4217 currency code such as EUR or USD.");

    public override string ToString() => Code;
}
