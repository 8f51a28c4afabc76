using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace CreatorCRM.Common;

/// <summary>A country or territory of ISO 3166-1 by its alpha-2 code, such as <c>DE</c>.</summary>
[GenerateSerializer, Immutable, Alias("country-code")]
public readonly record struct CountryCode
{
    private static readonly FrozenSet<string> Assigned = (
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN "
        + "CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM "
        + "HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK "
        + "ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW "
        + "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI "
        + "VN VU WF WS YE YT ZA ZM ZW")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [Id(0)] private readonly string? _code;

    private CountryCode(string code) => _code = code;

    /// <summary>Every assigned code, in alphabetical order.</summary>
    public static IEnumerable<string> Codes => Assigned.Order(StringComparer.Ordinal);

    /// <summary>Two capital letters.</summary>
    public string Code => _code ?? throw new InvalidOperationException("A country was read that was never set.");

    public static bool TryParse([NotNullWhen(true)] string? code, out CountryCode country)
    {
        var known = code is not null && Assigned.Contains(code);
        country = known ? new CountryCode(code!) : default;
        return known;
    }

    /// <exception cref="FormatException">The code is not one of ISO 3166-1's.</exception>
    public static CountryCode Parse(string code) =>
        TryParse(code, out var country) ? country : throw new FormatException($"'{code}' is not an ISO 3166-1 alpha-2 country code such as DE or US.");

    public override string ToString() => Code;
}
