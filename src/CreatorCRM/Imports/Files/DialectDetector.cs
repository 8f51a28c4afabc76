using System.Text;
using CsvHelper;

namespace CreatorCRM.Imports;

/// <summary>Finds the delimiter that cuts the rows into the same number of cells, reading quotation marks as each delimiter would.</summary>
internal static class DialectDetector
{
    private const int SampleBytes = 256 * 1024;
    private const int SampleRows = 200;
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    public static Dialect Detect(ReadOnlyMemory<byte> file, Encoding encoding)
    {
        var fits = Delimiters.Select(delimiter => Try(file, new Dialect(encoding, delimiter))).Where(fit => fit.Columns > 1 && fit.Share > 0.3).ToList();
        if (Hint(file, encoding) is { } hinted) return Complete(file, hinted);
        if (fits.Count == 0) return Complete(file, new Dialect(encoding, ','));

        var best = fits.Max(fit => fit.Share);
        var close = fits.Where(fit => fit.Share >= best - 0.02).OrderByDescending(fit => fit.Columns).ToList();
        var dialect = (close.Find(fit => fit.Dialect.Delimiter != ',' && CommasAreText(file, fit.Dialect)) ?? close[0]).Dialect;
        return Complete(file, IsOneColumn(file, dialect) ? dialect with { Delimiter = Unused(fits) } : dialect);
    }

    // A lone "name" above "Brot, Mia": the mark is part of the texts.
    private static bool IsOneColumn(ReadOnlyMemory<byte> file, Dialect dialect)
    {
        var top = new TableText(file, dialect).Rows(toRow: SampleRows).Where(row => !row.IsBlank).Take(2).ToList();
        return top is [{ Cells: [var header] }, var second] && HeaderReading.Of(header).Meaning is not null && !TableStart.IsHeader(second);
    }

    private static char Unused(List<Fit> fits) => Array.Find([.. Delimiters, '\u001f'], delimiter => !fits.Exists(fit => fit.Dialect.Delimiter == delimiter));

    private static Fit Try(ReadOnlyMemory<byte> file, Dialect dialect)
    {
        var malformed = 0;
        var counts = new Dictionary<int, int>();
        var cut = file.Length > SampleBytes;
        using var reader = dialect.Open(cut ? file[..SampleBytes] : file, _ => malformed++);
        int last = 0, rows = 0;
        while (rows < SampleRows && reader.Read())
        {
            if (IsBlank(reader)) continue;
            last = reader.FieldCount;
            counts[last] = counts.GetValueOrDefault(last) + 1;
            rows++;
        }
        // The sample may end within a row.
        if (cut && rows > 1 && rows < SampleRows && --counts[last] == 0) counts.Remove(last);
        if (counts.Count == 0) return new Fit(dialect, 1, 0);
        var (columns, usual) = counts.OrderByDescending(count => count.Key > 1)
            .ThenByDescending(count => count.Value).ThenByDescending(count => count.Key).First();
        return new Fit(dialect, columns, (usual - Math.Min(malformed, usual)) / (double)rows);
    }

    private static bool IsBlank(CsvReader reader)
    {
        for (var i = 0; i < reader.FieldCount; i++)
            if (!reader.IsEmpty(i)) return false;
        return true;
    }

    // "1,5;2,5" cuts evenly at either mark: there a comma stands within a number or before a blank, which no delimiter does.
    private static bool CommasAreText(ReadOnlyMemory<byte> file, Dialect dialect)
    {
        var text = dialect.Encoding.GetString(file.Span[..Math.Min(file.Length, SampleBytes)]);
        for (var i = text.IndexOf(','); i >= 0; i = text.IndexOf(',', i + 1))
        {
            var next = i + 1 < text.Length ? text[i + 1] : '\n';
            if (next != ' ' && !(i > 0 && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(next))) return false;
        }
        return true;
    }

    // Excel's first line "sep=;".
    private static Dialect? Hint(ReadOnlyMemory<byte> file, Encoding encoding)
    {
        var start = encoding.GetString(file.Span[..Math.Min(file.Length, 32)]).TrimStart('\uFEFF', '"');
        return start.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && start.Length > 4 && Delimiters.Contains(start[4])
            ? new Dialect(encoding, start[4]) : null;
    }

    private static Dialect Complete(ReadOnlyMemory<byte> file, Dialect dialect)
    {
        var unclosed = false;
        using var reader = dialect.Open(file, record => unclosed |= record.Reason == CsvMalformedReason.UnterminatedQuote);
        while (reader.Read())
        {
            // Only the end of the file shows whether a quotation mark is closed.
        }
        return dialect with { LineBreaksInQuotes = !unclosed };
    }

    private sealed record Fit(Dialect Dialect, int Columns, double Share);
}
