using System.Text;

namespace CreatorCRM.Imports;

/// <summary>Tells files that are no text table by their first bytes, in a sentence for the person who uploaded them.</summary>
internal static class FileSignature
{
    private const string SaveAsCsv = "Save the table as CSV (UTF-8) and upload that file.";

    private static readonly (byte[] Start, string What)[] Known =
    [
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel or Word document"),
        ("%PDF-"u8.ToArray(), "a PDF document"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "an image"),
        ([0xFF, 0xD8, 0xFF], "an image"),
        ("GIF8"u8.ToArray(), "an image"),
        ("RIFF"u8.ToArray(), "an image or sound file"),
        ([0x1F, 0x8B], "a compressed archive"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a compressed archive"),
        ("Rar!"u8.ToArray(), "a compressed archive"),
        ("SQLite format 3"u8.ToArray(), "a database"),
        ("{\\rtf"u8.ToArray(), "a formatted text document"),
    ];

    /// <summary>Null when the bytes may be a table.</summary>
    public static Refusal? Check(ReadOnlySpan<byte> file)
    {
        if (file.Length > ImportLimits.MaxFileBytes)
            return new Refusal(RefusalCode.FileTooLarge,
                $"The file has {file.Length / 1024 / 1024 + 1} MB; at most {ImportLimits.MaxFileBytes / 1024 / 1024} MB are accepted. Split it.", "file");
        return What(file) is { } what ? Unreadable($"This is {what}, not a CSV file. {SaveAsCsv}") : null;
    }

    public static Refusal Unreadable(string message) => new(RefusalCode.UnreadableFile, message, "file");

    private static string? What(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("PK\u0003\u0004"u8)) return IsWorkbook(file) ? "an Excel workbook" : "a ZIP archive or office document";
        foreach (var (start, what) in Known)
            if (file.StartsWith(start)) return what;
        return MarkUp(file);
    }

    private static bool IsWorkbook(ReadOnlySpan<byte> file) =>
        file.IndexOf("xl/"u8) >= 0 || file.IndexOf("application/vnd.oasis.opendocument.spreadsheet"u8) >= 0;

    // Tools name HTML tables .xls, and exports of APIs come as JSON: both would read as a table of one odd column.
    private static string? MarkUp(ReadOnlySpan<byte> file)
    {
        var start = Encoding.UTF8.GetString(file[..Math.Min(file.Length, 200)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<table", StringComparison.OrdinalIgnoreCase)) return "a web page";
        if (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)) return "an XML document";
        var compact = string.Concat(start.Where(c => !char.IsWhiteSpace(c)).Take(2));
        return compact is "{\"" or "[{" ? "a JSON document" : null;
    }
}
