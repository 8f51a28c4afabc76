using System.Collections.Frozen;
using System.Globalization;

namespace CreatorCRM.Imports;

/// <summary>What spreadsheets and databases put into a cell that holds nothing, and characters nobody sees.</summary>
internal static class CellText
{
    private static readonly FrozenSet<string> Nothing = new[]
    {
        "n/a", "#n/a", "n.a.", "nan", "none", "null", "nil", "undefined", "-", "--", "---", "\u2013", "\u2014", "\u2212", "?", "#nv", "#n/d", "#calc!", "k.a.",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NothingSpans = Nothing.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Empty, or a word that says so: <c>N/A</c>, <c>NaN</c>, <c>-</c>, a spreadsheet's error such as <c>#VALOR!</c>.</summary>
    public static bool IsNothing(ReadOnlySpan<char> cell)
    {
        var text = cell.Trim();
        return text.IsEmpty || text.Length <= 10 && (NothingSpans.Contains(text) || text is ['#', _, .., '!' or '?']);
    }

    /// <summary>Without surrounding white space and invisible marks; null when nothing is left or the cell says nothing.</summary>
    public static string? Clean(string cell)
    {
        var text = cell.AsSpan();
        while (text.Length > 0 && IsPadding(text[0])) text = text[1..];
        while (text.Length > 0 && IsPadding(text[^1])) text = text[..^1];
        if (IsNothing(text)) return null;
        return text.Length == cell.Length ? cell : text.ToString();
    }

    /// <summary>Without any invisible mark, also within: right for handles and addresses, wrong for names, where such marks join emoji.</summary>
    public static string WithoutInvisible(string text) => text.Any(IsInvisible) ? string.Concat(text.Where(c => !IsInvisible(c))) : text;

    /// <summary>Line breaks and runs of blanks become one blank.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsPadding(char c) => char.IsWhiteSpace(c) || IsInvisible(c);

    private static bool IsInvisible(char c) => c > '\u007e' && char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control;
}
