using System.Globalization;

namespace CreatorCRM.Imports;

/// <summary>Which mark a number shows to be its decimal mark.</summary>
internal enum DecimalMark
{
    /// <summary>No separator, or none that leaves a doubt.</summary>
    None,
    Point,
    Comma,
    /// <summary><c>1.234</c>: a thousand or a fraction.</summary>
    EitherPoint,
    /// <summary><c>1,234</c>: a thousand or a fraction.</summary>
    EitherComma,
}

/// <summary>A number as people and programs write it, understood as far as it goes without knowing the rest of its column.</summary>
/// <param name="Digits">Digits, points and commas.</param>
/// <param name="Multiplier">1,000 for <c>K</c>, a million for <c>M</c>; 10 to the exponent.</param>
internal readonly record struct NumberText(string Digits, DecimalMark Mark, bool IsNegative, decimal Multiplier, bool IsPercent)
{
    /// <summary>Larger numbers are damage, not followers.</summary>
    private const decimal Max = 1_000_000_000_000_000m;

    public static bool TryRead(ReadOnlySpan<char> text, out NumberText number)
    {
        number = default;
        var scanner = new NumberScanner(text);
        if (!scanner.TryScan(out var digits, out var negative, out var exponent, out var suffix)) return false;
        if (!NumberSuffix.TryRead(suffix, out var multiplier, out var percent) || exponent is < -15 or > 15) return false;
        var mark = Marks(digits, sure: exponent != 0 || multiplier >= 1_000_000 || scanner.HasGroups);
        if (mark is null) return false;
        for (; exponent > 0; exponent--) multiplier *= 10;
        for (; exponent < 0; exponent++) multiplier /= 10;
        number = new NumberText(digits, mark.Value, negative, multiplier, percent);
        return true;
    }

    /// <summary>In the unit written: 1.39 for <c>1.39%</c>. Null when out of range.</summary>
    /// <param name="decimalComma">Decides only where the number itself leaves it open.</param>
    public decimal? Value(bool decimalComma)
    {
        var comma = Mark switch { DecimalMark.Point => false, DecimalMark.Comma => true, _ => decimalComma };
        var plain = comma ? Digits.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : Digits.Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var digits)) return null;
        var value = Times(digits, Multiplier);
        return IsNegative ? -value : value;
    }

    /// <summary>Null when out of range, be it that of a decimal.</summary>
    /// <param name="value">Not negative.</param>
    public static decimal? Times(decimal value, decimal multiplier) =>
        value > Max || multiplier > 1 && value > Max / multiplier ? null : value * multiplier;

    // Null when the separators fit no way of writing a number.
    private static DecimalMark? Marks(string digits, bool sure)
    {
        int points = digits.Count(c => c == '.'), commas = digits.Count(c => c == ',');
        if (points == 0 && commas == 0) return DecimalMark.None;
        if (points > 0 && commas > 0)
        {
            var point = digits.LastIndexOf('.') > digits.LastIndexOf(',');
            var fits = point ? points == 1 && Groups(digits[..digits.IndexOf('.')], ',') : commas == 1 && Groups(digits[..digits.IndexOf(',')], '.');
            return fits ? point ? DecimalMark.Point : DecimalMark.Comma : null;
        }
        var mark = points > 0 ? '.' : ',';
        if (points + commas > 1) return !Groups(digits, mark) ? null : mark == '.' ? DecimalMark.Comma : DecimalMark.Point;

        var (before, after) = (digits.IndexOf(mark), digits.Length - 1 - digits.IndexOf(mark));
        var isDecimal = sure || after != 3 || before is 0 or > 3 || digits[0] == '0';
        return (isDecimal, mark) switch
        {
            (true, '.') => DecimalMark.Point,
            (true, _) => DecimalMark.Comma,
            (false, '.') => DecimalMark.EitherPoint,
            _ => DecimalMark.EitherComma,
        };
    }

    // 1,234,567 and, as India writes it, 12,34,567.
    private static bool Groups(string digits, char mark)
    {
        var parts = digits.Split(mark);
        if (parts.Length == 1) return true;
        return parts[0].Length is 1 or 2 or 3 && parts[^1].Length == 3 && Array.TrueForAll(parts[1..^1], part => part.Length is 2 or 3);
    }
}
