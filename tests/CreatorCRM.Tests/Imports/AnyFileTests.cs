using System.Text;
using CreatorCRM.Imports;
using CreatorCRM.Influencers;
using CsCheck;

namespace CreatorCRM.Tests.Imports;

public sealed class AnyFileTests
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    private static readonly Gen<string> Cell = Gen.OneOf(
        Gen.OneOf("", "Mia", "a \"quoted\" word", "1,5", "two\nlines", "two\r\nlines", " blanks ", "semi;colon", "tab\there", "bar|bar", "\"", "\"\"", "ß€é",
            "🍞", "#x", "=1+1", "N/A"),
        Gen.String[Gen.Char[' ', 'ÿ'], 0, 12]);

    [Fact]
    public void Any_table_written_with_any_delimiter_quoting_and_encoding_reads_back()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encodings = new Encoding[] { new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode };
        var gen = Gen.Select(Gen.Int[1, 4].SelectMany(columns => Cell.Array[columns].Array[1, 12]), Gen.Int[0, 3], Gen.Int[0, encodings.Length - 1],
            Gen.OneOf("\n", "\r\n"), Gen.Bool);
        gen.Sample((rows, delimiter, encoding, lineEnd, quoteAll) =>
        {
            // The handle makes every row one person, and the notes must come back as they were written.
            var header = string.Join(Delimiters[delimiter], rows[0].Select((_, i) => i == 0 ? "notes" : $"column {i}").Prepend("handle"));
            var lines = rows.Select((row, i) => string.Join(Delimiters[delimiter], row.Prepend($"h{i}").Select(cell => Quoted(cell, quoteAll))));
            var text = string.Join(lineEnd, lines.Prepend(header)) + lineEnd;
            byte[] file = [.. encodings[encoding].GetPreamble(), .. encodings[encoding].GetBytes(text)];

            ImportPreviewer.TryPreview(file, Platform.Instagram, out var preview, out var refusal).ShouldBeTrue(refusal?.Message);
            preview!.Delimiter.ShouldBe(Delimiters[delimiter].ToString());
            preview.Rows.ShouldBe(rows.Length);
            ColumnChoice.Apply(preview, [new ColumnChoice(0, ColumnMeaning.Handle), new ColumnChoice(1, ColumnMeaning.Notes)], out var chosen).ShouldBeEmpty();
            var read = ImportRows.Read(file, chosen).ToList();
            read.Select(row => row.Candidate!.Accounts[0].Handle).ShouldBe(rows.Select((_, i) => $"h{i}"));
            foreach (var (row, written) in read.Zip(rows))
                if (row.Candidate!.Notes is { } notes) notes.ShouldBe(written[0].Trim([.. " \t\r\n\u00a0\u0085\u00ad", .. Enumerable.Range(0x7f, 33)
                    .Select(c => (char)c)]));
        }, iter: 500);
    }

    [Fact]
    public void Arbitrary_bytes_are_refused_or_read() => Gen.OneOf(Gen.Byte.Array[0, 400], TableBytes).Sample(file =>
    {
        if (!ImportPreviewer.TryPreview(file, Platform.Tiktok, out var preview, out var refusal))
        {
            refusal!.Message.ShouldNotBeEmpty();
            return;
        }
        ImportRows.Read(file, preview).Count().ShouldBe(preview.Rows);
    }, iter: 2_000);

    // Closer to a table than pure noise: the bytes that mean something to a parser, and pieces that mean something to us.
    private static Gen<byte[]> TableBytes => Gen.OneOf(
            ",", ";", "\t", "|", "\"", "\n", "\r\n", "\r", "@", "#", "name", "handle", "followers", "1.234", "1,5", "10K", "https://", "instagram.com/",
                "mia@example.com", "\uFFFD", "\u200b", "'", "[", "]", "-", "%",
            "e+9", "UCabcdefghijklmnopqrstuv", " ", "(@x)", "ig:", "\ud83c\udf5e", "\u0085", "9999999999999999999999999999")
        .Array[0, 60].Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts)));

    private static string Quoted(string cell, bool always) =>
        always || cell.Length == 0 || cell.Any(c => c is '"' or ',' or ';' or '\t' or '|' or '\n' or '\r' || char.IsWhiteSpace(c))
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
