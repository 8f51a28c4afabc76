using System.Text.Json;

namespace CreatorCRM.Imports;

/// <summary>Several values in one cell: a JSON array, or words between commas, semicolons, bars, slashes or line breaks.</summary>
internal static class ListText
{
    private const int MaxItemLength = 100;

    private static readonly char[] Separators = [',', ';', '|', '/', '\n', '\r', '\u2022', '\u00b7', '\u3001', '\uFF0C'];

    /// <summary>Distinct but for case and accents, in the order of the cell.</summary>
    public static IEnumerable<string> Items(string cell) => Raw(cell).Select(item => CellText.Clean(item.Trim().TrimStart('#')))
        .Where(item => item is { Length: <= MaxItemLength }).Select(item => CellText.OneLine(item!)).DistinctBy(TextKey.Fold);

    private static IEnumerable<string> Raw(string cell)
    {
        var text = cell.Trim();
        if (text is not ['[', .., ']']) return text.Split(Separators);
        try
        {
            return JsonSerializer.Deserialize<string?[]>(text)?.OfType<string>() ?? [];
        }
        catch (JsonException)
        {
            // Python writes lists with single quotes.
            return text[1..^1].Split(Separators).Select(item => item.Trim().Trim('\'', '"'));
        }
    }
}
