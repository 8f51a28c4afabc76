using System.Text;
using CsvHelper;

namespace CreatorCRM.Imports;

/// <summary>How a file writes a table as text.</summary>
/// <param name="LineBreaksInQuotes">False for a file with a quotation mark that is never closed: there every line break ends the row, so that the mark
/// cannot swallow the rest.</param>
internal sealed record Dialect(Encoding Encoding, char Delimiter, bool LineBreaksInQuotes = true)
{
    public CsvReader Open(ReadOnlyMemory<byte> file, Action<CsvMalformedRecord>? onMalformed = null) => CsvReader.Create(file, new CsvReaderOptions
    {
        Encoding = Encoding,
        Separator = Delimiter,
        HasHeader = false,
        DetectSeparatorHint = false,
        // Rows are numbered as a spreadsheet program numbers them, so empty lines count.
        SkipEmptyLines = false,
        TrimWhitespace = true,
        // A tab is a delimiter or text, not padding, when it separates the cells.
        WhitespaceCharacters = Delimiter == '\t' ? " " : " \t",
        AllowLineBreaksInQuotes = LineBreaksInQuotes,
        OnMalformedRecord = onMalformed is null ? null : new(record => onMalformed(record)),
    });
}
