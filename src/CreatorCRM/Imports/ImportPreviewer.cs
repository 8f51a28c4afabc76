using System.Diagnostics.CodeAnalysis;
using CreatorCRM.Influencers;

namespace CreatorCRM.Imports;

/// <summary>Looks at an uploaded file and proposes how to read it. Nothing is written.</summary>
public static class ImportPreviewer
{
    private const int RowsToFindStart = 60;

    /// <param name="defaultPlatform">Where handles live that nothing in the file assigns; null when the user did not say.</param>
    /// <param name="refusal">UNREADABLE_FILE or FILE_TOO_LARGE, with a sentence for the user.</param>
    public static bool TryPreview(
        ReadOnlyMemory<byte> file, Platform? defaultPlatform, [NotNullWhen(true)] out ImportPreview? preview, [NotNullWhen(false)] out Refusal? refusal)
    {
        preview = null;
        refusal = TableText.TryOpen(file, out var table);
        if (refusal is not null) return false;
        var start = TableStart.Find([.. table!.Rows().Take(RowsToFindStart)])
            ?? TableStart.Find([.. table.Rows().Where(row => !row.IsBlank).Take(RowsToFindStart)]);
        if (start is null) return (refusal = FileSignature.Unreadable("The file holds no rows.")) is null;

        var scan = TableScan.Of(table, start);
        refusal = scan.Rows == 0 ? FileSignature.Unreadable("The file has a header but no rows below it.")
            : scan.Rows > ImportLimits.MaxRows ? new Refusal(RefusalCode.FileTooLarge, $"The file has more than {ImportLimits.MaxRows} rows. Split it.", "file")
            : null;
        if (refusal is not null) return false;

        var problems = Problems(table.Dialect, start, scan);
        var columns = ColumnProposals.Propose(start.Headers, scan.Columns, defaultPlatform, problems);
        if (!columns.Exists(column => column.Meaning is ColumnMeaning.Handle or ColumnMeaning.ProfileUrl)) problems.Add(WithoutAccounts(columns));
        var layout = new TableLayout(table.Dialect.Encoding.WebName, table.Dialect.Delimiter.ToString(), table.Dialect.LineBreaksInQuotes, start.HeaderRow,
            start.FirstRow, scan.LastRow);
        preview = new ImportPreview(scan.Rows, layout, defaultPlatform, [.. columns], [.. problems]);
        return true;
    }

    private static List<string> Problems(Dialect dialect, TableStart start, TableScan scan)
    {
        var problems = new List<string>();
        if (dialect.Encoding.WebName == TextEncoding.Windows1252.WebName)
            problems.Add("The file is not UTF-8; it is read as Windows-1252. Check that accents look right in the examples, or save the file as CSV UTF-8.");
        if (!dialect.LineBreaksInQuotes)
            problems.Add("A quotation mark is never closed, so every line break is taken for the end of a row. Check rows with several lines of text.");
        if (start.HeaderRow is null) problems.Add("The file has no header row; the meaning of its columns was read from the values.");
        if (scan.NextTableRow is { } next) problems.Add($"Another table begins in row {next}; only the first is read. Save the other as a file of its own.");
        return problems;
    }

    private static string WithoutAccounts(List<ColumnProfile> columns) =>
        columns.Exists(column => column.Meaning is ColumnMeaning.DisplayName or ColumnMeaning.FirstName or ColumnMeaning.LastName or ColumnMeaning.Email)
            ? "No column holds handles or profile addresses. People are told apart by name and e-mail address only."
            : "No column says who the people are. Choose the column that holds handles, profile addresses or names.";
}
