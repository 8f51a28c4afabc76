using System.Text.RegularExpressions;

namespace CreatorCRM.Imports;

/// <summary>E-mail addresses within a text.</summary>
internal static partial class EmailText
{
    public static IEnumerable<string> Find(string text) => !text.Contains('@', StringComparison.Ordinal) ? []
        : Address().Matches(CellText.WithoutInvisible(text)).Select(match => match.Value.TrimEnd('.')).Distinct(StringComparer.OrdinalIgnoreCase);

    public static string Remove(string text) => Address().Replace(text, " ");

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}._%+\-']{0,63}@[\p{L}\p{N}][\p{L}\p{N}\-]*(\.[\p{L}\p{N}\-]+)*\.\p{L}{2,24}", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
