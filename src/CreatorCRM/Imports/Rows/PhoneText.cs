namespace CreatorCRM.Imports;

/// <summary>A telephone number, as far as that can be told without knowing the country.</summary>
internal static class PhoneText
{
    private const int MinDigits = 6;
    private const int MaxDigits = 17;

    /// <summary>True also for a plain run of digits, so ask only where a telephone number is expected.</summary>
    public static bool LooksLike(ReadOnlySpan<char> cell)
    {
        var digits = 0;
        foreach (var c in cell.Trim())
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (!(c is '+' or '(' or ')' or '/' or '-' or '.' or '\'' || char.IsWhiteSpace(c))) return false;
        }
        return digits is >= MinDigits and <= MaxDigits;
    }

    /// <summary>A spreadsheet rounded the number: <c>4.91512E+12</c>.</summary>
    public static bool IsRounded(string cell) => cell.Contains("E+", StringComparison.OrdinalIgnoreCase) && NumberText.TryRead(cell, out _);
}
