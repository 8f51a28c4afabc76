namespace CreatorCRM.Imports;

/// <summary>Where the table begins within its file, below blank lines, comments and titles.</summary>
/// <param name="HeaderRow">Null when the first row is data.</param>
internal sealed record TableStart(int? HeaderRow, int FirstRow, IReadOnlyList<string> Headers)
{
    private const int MaxTitleRows = 30;

    /// <param name="rows">The first rows of the file, enough to see some data below any title.</param>
    /// <returns>Null when no row holds anything.</returns>
    public static TableStart? Find(IReadOnlyList<TableRow> rows)
    {
        var filled = rows.Where(row => !IsPreamble(row)).ToList();
        if (filled.Count == 0) return null;
        var width = UsualWidth(filled);
        for (var i = 0; i < Math.Min(filled.Count, MaxTitleRows); i++)
        {
            var row = filled[i];
            if (IsHeader(row) && row.Filled * 2 >= Math.Min(width, row.Cells.Length)) return WithHeader(row);
            if (IsTitle(row, width) && filled.Skip(i + 1).Take(5).Any(IsHeader)) continue;
            if (LooksUnlikeItsColumns(row, filled.Skip(i + 1).ToList())) return WithHeader(row);
            return new TableStart(null, row.Number, []);
        }
        return new TableStart(null, filled[0].Number, []);
    }

    /// <summary>A row that can only be a header: its words are understood as such and it holds no values.</summary>
    public static bool IsHeader(TableRow row)
    {
        int understood = 0, platforms = 0, values = 0, others = 0;
        foreach (var cell in row.Cells)
        {
            if (string.IsNullOrWhiteSpace(cell)) continue;
            var reading = cell.Length <= 120 ? HeaderReading.Of(cell) : new HeaderReading(null, null);
            if (reading.Meaning is not null) understood++;
            else if (reading.Platform is not null) platforms++;
            else if (IsValue(cell)) values++;
            else others++;
        }
        // A cell "Instagram" is more often a value than a header, unless the whole row is made of such.
        return understood > values || understood == 0 && platforms > 0 && values + others == 0;
    }

    private static TableStart WithHeader(TableRow row) => new(row.Number, row.Number + 1, row.Cells);

    private static bool IsPreamble(TableRow row) =>
        row.IsBlank || IsComment(row) || row.Number == 1 && row.Cells[0].TrimStart('\uFEFF').StartsWith("sep=", StringComparison.OrdinalIgnoreCase);

    private static bool IsComment(TableRow row) => row.Cells[0].TrimStart('\uFEFF', ' ') is ['#', _, ..] && !IsHeader(row);

    private static bool IsTitle(TableRow row, int width) => width > 1 && (row.Filled == 1 || row.Filled * 2 < width);

    private static int UsualWidth(List<TableRow> rows) =>
        rows.Select(row => Array.FindLastIndex(row.Cells, cell => !string.IsNullOrWhiteSpace(cell)) + 1).GroupBy(width => width)
            .OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First().Key;

    // Words in a language not known here still stand out above a column of numbers, links or mentions.
    private static bool LooksUnlikeItsColumns(TableRow row, List<TableRow> below)
    {
        if (below.Count == 0 || row.Filled < 2 || Array.Exists(row.Cells, cell => !string.IsNullOrWhiteSpace(cell) && IsValue(cell))) return false;
        for (var i = 0; i < row.Cells.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(row.Cells[i])) continue;
            var values = below.Where(other => i < other.Cells.Length && !CellText.IsNothing(other.Cells[i])).ToList();
            if (values.Count > 0 && values.Count(other => IsValue(other.Cells[i])) >= 0.8 * values.Count) return true;
        }
        return false;
    }

    private static bool IsValue(string cell) =>
        NumberText.TryRead(cell, out _) || cell.TrimStart() is ['@', _, ..] || ProfileLink.LooksLike(cell.Trim()) || EmailText.Find(cell).Any();
}
