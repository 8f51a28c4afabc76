using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace CreatorCRM.Imports;

/// <summary>The encoding of a file: what its byte order mark says, else UTF-8 when every byte fits, else Windows-1252, which Excel writes.</summary>
internal static class TextEncoding
{
    private const int Sample = 64 * 1024;

    // Control characters that no text editor or spreadsheet writes. Escape and end-of-file (1A) do occur.
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        Enumerable.Range(0, 32).Except([9, 10, 11, 12, 13, 26, 27]).Select(b => (byte)b).ToArray());

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Windows1252 => Encoding.GetEncoding(1252);

    public static Encoding Of(ReadOnlySpan<byte> file) => ByteOrderMark(file) ?? (Utf8.IsValid(file) ? Encoding.UTF8 : Windows1252);

    /// <summary>By the name that <see cref="Encoding.WebName"/> gave.</summary>
    public static Encoding ByName(string name) => Encoding.GetEncoding(name);

    /// <summary>Null when the bytes are text.</summary>
    public static Refusal? CheckText(ReadOnlySpan<byte> file, Encoding encoding)
    {
        if (!file.ContainsAnyExcept(" \t\r\n\uFEFF"u8)) return FileSignature.Unreadable("The file is empty.");
        if (encoding is UnicodeEncoding or UTF32Encoding) return null;
        return file.Contains((byte)0) || IsBinary(file[..Math.Min(file.Length, Sample)])
            ? FileSignature.Unreadable("The file holds binary data, not text. Save the table as CSV (UTF-8) and upload that file.")
            : null;
    }

    private static Encoding? ByteOrderMark(ReadOnlySpan<byte> file) => file switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
        [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static bool IsBinary(ReadOnlySpan<byte> sample)
    {
        var controls = 0;
        for (var rest = sample; rest.IndexOfAny(Controls) is var next and >= 0; rest = rest[(next + 1)..]) controls++;
        return controls >= 3 && controls * 200L > sample.Length;
    }
}
