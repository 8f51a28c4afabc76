using System.Text.Json.Serialization;

namespace CreatorCRM.Imports;

/// <summary>How a column writes numbers where that is open to question. <c>10.4M</c>, <c>2.28E+11</c>, <c>1 870,00</c> and <c>1.39%</c> read the same in
/// every format.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NumberFormat>))]
public enum NumberFormat
{
    /// <summary><c>1,234</c> is a thousand, <c>1.234</c> a fraction; a rate is a ratio.</summary>
    DecimalPoint,
    /// <summary><c>1.234</c> is a thousand, <c>1,234</c> a fraction; a rate is a ratio.</summary>
    DecimalComma,
    /// <summary>As DECIMAL_POINT, and a rate without a sign is a percentage: <c>1.39</c> is 1.39 %.</summary>
    PercentDecimalPoint,
    /// <summary>As DECIMAL_COMMA, and a rate without a sign is a percentage: <c>1,39</c> is 1.39 %.</summary>
    PercentDecimalComma,
}

internal static class NumberFormats
{
    public static bool HasDecimalComma(this NumberFormat format) => format is NumberFormat.DecimalComma or NumberFormat.PercentDecimalComma;

    public static bool IsPercent(this NumberFormat format) => format is NumberFormat.PercentDecimalPoint or NumberFormat.PercentDecimalComma;

    public static NumberFormat AsPercent(this NumberFormat format) =>
        format.HasDecimalComma() ? NumberFormat.PercentDecimalComma : NumberFormat.PercentDecimalPoint;
}
