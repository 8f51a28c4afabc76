namespace CreatorCRM.Imports;

/// <summary>One pass over all rows of a table: how many there are and what their columns hold.</summary>
internal sealed class TableScan
{
    private readonly List<ColumnStatistics> _columns = [];

    public int Rows { get; private set; }

    public int LastRow { get; private set; }

    /// <summary>The header of another table that follows in the same file.</summary>
    public int? NextTableRow { get; private set; }

    public IReadOnlyList<ColumnStatistics> Columns => _columns;

    /// <summary>Stops once there are more rows than an import may have.</summary>
    public static TableScan Of(TableText table, TableStart start)
    {
        var scan = new TableScan();
        scan.Widen(start.Headers.Count);
        var afterBlank = false;
        foreach (var row in table.Rows(start.FirstRow))
        {
            if (row.IsBlank)
            {
                afterBlank = true;
                continue;
            }
            if (afterBlank && scan.Rows > 0 && row.Filled > 1 && TableStart.IsHeader(row) && !IsRepeated(row, start.Headers))
            {
                scan.NextTableRow = row.Number;
                break;
            }
            afterBlank = false;
            scan.Add(row, start.Headers);
            if (scan.Rows > ImportLimits.MaxRows) break;
        }
        scan.DropStrayTail(start.Headers.Count);
        return scan;
    }

    /// <summary>Lists that were put together by copying repeat their header.</summary>
    public static bool IsRepeated(TableRow row, IReadOnlyList<string> headers) =>
        headers.Count > 0 && row.Cells.Select(cell => cell.Trim()).SequenceEqual(headers.Select(header => header.Trim()), StringComparer.OrdinalIgnoreCase);

    private void Add(TableRow row, IReadOnlyList<string> headers)
    {
        Rows++;
        LastRow = row.Number;
        if (IsRepeated(row, headers)) return;
        Widen(row.Cells.Length);
        for (var i = 0; i < row.Cells.Length; i++) _columns[i].Add(row.Cells[i]);
    }

    private void Widen(int width)
    {
        while (_columns.Count < width) _columns.Add(new ColumnStatistics());
    }

    // Beyond the header, a column is one only when rows use it; else a few rows are too long, or a spreadsheet wrote delimiters that nobody asked for.
    private void DropStrayTail(int headers)
    {
        var needed = headers > 0 ? Rows / 2 : Rows / 20;
        while (_columns.Count > Math.Max(headers, 1) && _columns[^1].Filled <= needed) _columns.RemoveAt(_columns.Count - 1);
    }
}
