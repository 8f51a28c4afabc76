namespace CreatorCRM.Imports;

/// <summary>A row as it stands in the file.</summary>
/// <param name="Number">As a spreadsheet program shows it: from 1, counting title lines, the header and empty rows; a line break within a cell does not
/// count.</param>
internal readonly record struct TableRow(int Number, string[] Cells)
{
    public bool IsBlank => Array.TrueForAll(Cells, string.IsNullOrWhiteSpace);

    public int Filled => Cells.Count(cell => !string.IsNullOrWhiteSpace(cell));
}

/// <summary>A file that was checked to be a table: its rows can be read any number of times, from any row, without a surprise.</summary>
internal sealed class TableText(ReadOnlyMemory<byte> file, Dialect dialect)
{
    public Dialect Dialect => dialect;

    public static Refusal? TryOpen(ReadOnlyMemory<byte> file, out TableText? table)
    {
        table = null;
        var encoding = TextEncoding.Of(file.Span);
        if ((FileSignature.Check(file.Span) ?? TextEncoding.CheckText(file.Span, encoding)) is { } refusal) return refusal;
        var opened = new TableText(file, DialectDetector.Detect(file, encoding));
        if (opened.CheckSize() is { } tooLarge) return tooLarge;
        table = opened;
        return null;
    }

    public IEnumerable<TableRow> Rows(int fromRow = 1, int toRow = int.MaxValue)
    {
        using var reader = dialect.Open(file);
        for (var number = 1; number <= toRow && reader.Read(); number++)
        {
            if (number < fromRow) continue;
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = reader.GetString(i);
            yield return new TableRow(number, cells);
        }
    }

    private Refusal? CheckSize()
    {
        using var reader = dialect.Open(file);
        for (var number = 1; reader.Read(); number++)
        {
            if (reader.FieldCount > ImportLimits.MaxColumns)
                return FileSignature.Unreadable($"Row {number} has {reader.FieldCount} cells; at most {ImportLimits.MaxColumns} columns are accepted.");
            // In UTF-16 a zero is no sign of binary data until it is decoded.
            if (reader.RawRecord.Contains((byte)0))
                return FileSignature.Unreadable($"Row {number} holds binary data, not text. Save the table as CSV (UTF-8) and upload that file.");
            if (reader.RawRecord.Length <= ImportLimits.MaxCellBytes) continue;
            for (var i = 0; i < reader.FieldCount; i++)
                if (reader.GetSpan(i).Length > ImportLimits.MaxCellBytes)
                    return FileSignature.Unreadable($"Row {number} has a cell of more than {ImportLimits.MaxCellBytes} bytes. Is a quotation mark not closed?");
        }
        return null;
    }
}
