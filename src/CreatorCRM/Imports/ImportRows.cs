using Microsoft.Extensions.Logging;

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
    /// <param name="log">Hears of rows that this program cannot read through a fault of its own; they fail and the others go on.</param>
    public static IEnumerable<ImportedRow> Read(ReadOnlyMemory<byte> file, ImportPreview preview, int fromRow = 1, ILogger? log = null)
    {
        var layout = preview.Layout;
        var table = new TableText(file, new Dialect(TextEncoding.ByName(layout.Encoding), layout.Delimiter[0], layout.LineBreaksInQuotes));
        var interpreter = new RowInterpreter(preview);
        var seen = new SeenRows();
        foreach (var row in table.Rows(layout.FirstRow, layout.LastRow))
        {
            if (row.IsBlank) continue;
            var read = seen.Check(Interpret(row, interpreter, log));
            if (row.Number >= fromRow) yield return read;
        }
    }

    // One odd cell must not keep the rest of a list out, nor stop a job at the same row each time it is resumed.
    private static ImportedRow Interpret(TableRow row, RowInterpreter interpreter, ILogger? log)
    {
        try
        {
            return interpreter.Interpret(row);
        }
        catch (Exception e)
        {
            log?.LogError(e, "Row {Row} of an imported file could not be read.", row.Number);
            return new ImportedRow(row.Number, null, [new RowProblem(row.Number, null, "The row could not be read. The fault is this program's.", true)]);
        }
    }
}
