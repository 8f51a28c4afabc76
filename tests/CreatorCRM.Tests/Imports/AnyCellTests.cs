using System.Collections.Immutable;
using System.Text;
using CreatorCRM.Imports;
using CreatorCRM.Influencers;
using CsCheck;

namespace CreatorCRM.Tests.Imports;

public sealed class AnyCellTests
{
    private const string Fault = "The fault is this program's.";

    // What means something to one of the readers, so that chance puts together what nobody thinks of.
    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.OneOf("https://www.tiktok.com/", "threads.net/", "https://instagram.com/", "youtube.com/channel/", "https://fb.com/profile.php?id=",
            "pinterest.", "www.", "%20", "%E2%80%8B", "%", "/", "@", "//", "?", "#", "://"),
        Gen.OneOf("100000", "1e15", "e15", "E+15", "e-15", "E+", "123456789012345", "999999999999999999999999", "0", "1", ".", ",", "'", "-", "%", " ", "k", "m",
            "b", "Mio.", "万", "億", "١", "．", "€"),
        Gen.OneOf("mia", "Mia Brot", "(@mia)", "ig:", "tt ", "UCabcdefghijklmnopqrstuv", "mia@example.com", "don't contact", "DE", "deutsch", "instagram", "16",
            "+49", "|", ";", "\n", "\u200b", "\u00a0", "🍞", "\0", "\uFFFD", "\uFFFF"),
        Gen.String[0, 6]);

    private static readonly Gen<string> Cell = Piece.Array[0, 6].Select(string.Concat);

    private static ImmutableArray<string> Headers { get; } =
    [
        "name", "first name", "last name", "platform", "handle", "profile url", "followers", "avg likes", "avg comments", "avg views", "avg shares",
        "posts per week", "engagement rate", "niche", "tags", "country", "language", "email", "phone", "website", "agency", "notes", "age", "do not contact",
    ];

    [Fact]
    public void No_text_in_any_column_is_too_odd_to_preview_and_to_read() =>
        Gen.Select(Cell, Gen.Int[-1, 3].Select(i => i < 0 ? (Platform?)null : (Platform)i)).Sample((cell, platform) =>
        {
            var file = File($"{string.Join(',', Headers)},tiktok followers (millions)", string.Join(',', Enumerable.Repeat(Quoted(cell), Headers.Length + 1)));
            if (!ImportPreviewer.TryPreview(file, platform, out var preview, out _)) return;
            Problems(file, preview).ShouldNotContain(problem => problem.Message.Contains(Fault, StringComparison.Ordinal));
        }, iter: 3_000);

    [Fact]
    public void No_text_is_too_odd_for_any_meaning_that_a_column_can_be_given() =>
        Gen.Select(Cell, Gen.Enum<ColumnMeaning>(), Gen.OneOf("followers (millions)", "likes (bn)", "x", "ig", "er %")).Sample((cell, meaning, header) =>
        {
            var file = File($"handle,{header}", $"mia,{Quoted(cell)}", "tom,5");
            if (!ImportPreviewer.TryPreview(file, Platform.Instagram, out var preview, out _)) return;
            if (ColumnChoice.Apply(preview, [new ColumnChoice(1, meaning)], out var chosen).IsEmpty)
                Problems(file, chosen).ShouldNotContain(problem => problem.Message.Contains(Fault, StringComparison.Ordinal));
        }, iter: 5_000);

    [Theory]
    [InlineData("https://www.tiktok.com/%20")]
    [InlineData("https://www.threads.net/%E2%80%8B")]
    [InlineData("https://www.tiktok.com/%20/%20")]
    public void An_address_with_nothing_in_its_path_leads_to_no_profile(string cell)
    {
        var row = Csv.Rows($"name,profile url\nMia,{cell}\nTom,https://www.tiktok.com/@tom\nEva,https://www.tiktok.com/@eva\n")[0];
        row.Candidate!.Accounts.ShouldBeEmpty();
        row.Problems.ShouldHaveSingleItem().Message.ShouldEndWith("is not the address of a profile.");
    }

    [Theory]
    [InlineData("100000e15b")]
    [InlineData("123456789012345E+15")]
    public void A_number_beyond_all_numbers_is_none_in_a_preview_and_in_a_row(string cell)
    {
        Csv.Rows($"handle,internal id\nmia,{cell}\n").ShouldHaveSingleItem().Problems.ShouldBeEmpty();
        var row = Csv.Rows($"handle,followers\nmia,{cell}\ntom,5\n")[0];
        row.Candidate!.Accounts.ShouldHaveSingleItem().Followers.ShouldBeNull();
        row.Problems.ShouldHaveSingleItem().Message.ShouldBe($"'{cell}' is not a number.");
    }

    [Fact]
    public void A_figure_that_its_column_makes_too_large_is_left_out_and_said()
    {
        var row = Csv.Rows("handle,Followers (millions)\nmia,100064512345678\ntom,1.5\n");
        row[0].Candidate!.Accounts.ShouldHaveSingleItem().Followers.ShouldBeNull();
        row[0].Problems.ShouldHaveSingleItem().Message.ShouldBe("'100064512345678' is too large in the unit of its column.");
        row[1].Candidate!.Accounts.ShouldHaveSingleItem().Followers.ShouldBe(1_500_000);
    }

    [Fact]
    public void A_row_that_this_program_cannot_read_fails_with_a_problem_and_the_others_go_on()
    {
        const string text = "handle,name\nmia\ntom,Tom\n";
        var preview = Csv.Preview(text);
        // No cell makes a reader throw that is known of; a column that cannot be does.
        var faulty = preview with { Columns = [preview.Columns[0], preview.Columns[1] with { Index = -1 }] };
        var rows = ImportRows.Read(Csv.Bytes(text), faulty).ToList();
        rows.Select(row => row.Number).ShouldBe([2, 3]);
        rows.ShouldAllBe(row => row.Candidate == null && row.Problems.Last().Fatal && row.Problems.Last().Message.Contains(Fault));
    }

    private static IEnumerable<RowProblem> Problems(byte[] file, ImportPreview preview) => ImportRows.Read(file, preview).SelectMany(row => row.Problems);

    private static byte[] File(params string[] lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
