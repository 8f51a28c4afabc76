using System.Collections.Immutable;
using System.Text;
using CreatorCRM.Common;
using CreatorCRM.Imports;
using CreatorCRM.Influencers;

namespace CreatorCRM.Tests.Imports;

internal static class Csv
{
    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static ImportPreview Preview(string text, Platform? platform = Platform.Instagram) => Preview(Bytes(text), platform);

    public static ImportPreview Preview(byte[] file, Platform? platform = Platform.Instagram)
    {
        ImportPreviewer.TryPreview(file, platform, out var preview, out var refusal).ShouldBeTrue(refusal?.Message);
        return preview!;
    }

    public static Refusal Refusal(byte[] file)
    {
        ImportPreviewer.TryPreview(file, null, out _, out var refusal).ShouldBeFalse();
        return refusal!;
    }

    public static ImmutableArray<ImportedRow> Rows(string text, Platform? platform = Platform.Instagram) => Rows(Bytes(text), platform);

    public static ImmutableArray<ImportedRow> Rows(byte[] file, Platform? platform = Platform.Instagram) => [.. ImportRows.Read(file, Preview(file, platform))];

    /// <summary>The only row of a file of two lines.</summary>
    public static CandidateInfluencer Candidate(string header, string row, Platform? platform = Platform.Instagram)
    {
        var read = Rows($"{header}\n{row}\n", platform).ShouldHaveSingleItem();
        return read.Candidate.ShouldNotBeNull(string.Join(' ', read.Problems));
    }

    public static ColumnProfile Column(this ImportPreview preview, string header) => preview.Columns.Single(column => column.Header == header);
}
