namespace CreatorCRM.Imports;

/// <summary>Reads the rows of an uploaded file by its preview, one at a time.</summary>
public static class ImportRows
{
    /// <summary>
    /// Reading again from any row gives the same rows as reading from the start, because the rows before it are read too, for what repeats in the file.
    /// That takes seconds for the largest file, so keep the enumerator while work goes on and give a row number only to resume.
    /// </summary>
    /// <param name="file">The bytes that the preview was made of.</param>
    /// <param name="preview">From <see cref="ImportPreviewer"/>, with the user's choices.</param>
    /// <param name="fromRow">The first <see cref="ImportedRow.Number"/> wanted.</param>
    public static IEnumerable<ImportedRow> Read(ReadOnlyMemory<byte> file, ImportPreview preview, int fromRow = 1)
    {
        var layout = preview.Layout;
        var table = new TableText(file, new Dialect(TextEncoding.ByName(layout.Encoding), layout.Delimiter[0], layout.LineBreaksInQuotes));
        var interpreter = new RowInterpreter(preview);
        var seen = new SeenRows();
        foreach (var row in table.Rows(layout.FirstRow, layout.LastRow))
        {
            if (row.IsBlank) continue;
            var read = seen.Check(interpreter.Interpret(row));
            if (row.Number >= fromRow) yield return read;
        }
    }
}
