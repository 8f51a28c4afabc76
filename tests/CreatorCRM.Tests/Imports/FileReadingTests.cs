using System.Text;
using CreatorCRM.Imports;
using CreatorCRM.Influencers;

namespace CreatorCRM.Tests.Imports;

public sealed class FileReadingTests
{
    private const string People = "Name;Benutzername;Follower\nNiké Bäcker;@nike.baecker;1200\nMia Brot;@miabrot;50000\n";

    public static TheoryData<string, string> Encodings =>
        new() { { "utf-8", "utf-8" }, { "utf-16", "utf-16" }, { "utf-16BE", "utf-16BE" }, { "windows-1252", "windows-1252" } };

    [Theory, MemberData(nameof(Encodings))]
    public void The_encoding_is_found(string name, string shown)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        byte[] file = [.. encoding.GetPreamble(), .. encoding.GetBytes(People)];
        var preview = Csv.Preview(file);
        preview.Encoding.ShouldBe(shown);
        preview.Problems.Any(problem => problem.Contains("Windows-1252", StringComparison.Ordinal)).ShouldBe(shown == "windows-1252");
        Csv.Rows(file)[0].Candidate!.DisplayName.ShouldBe("Niké Bäcker");
    }

    [Theory]
    [InlineData(",", "\n"), InlineData(";", "\r\n"), InlineData("\t", "\r\n"), InlineData("|", "\r")]
    public void Delimiter_and_line_ends_are_found(string delimiter, string lineEnd)
    {
        var preview = Csv.Preview(People.Replace(";", delimiter, StringComparison.Ordinal).Replace("\n", lineEnd, StringComparison.Ordinal));
        preview.Delimiter.ShouldBe(delimiter);
        preview.Rows.ShouldBe(2);
        preview.Columns.Select(column => column.Meaning).ShouldBe([ColumnMeaning.DisplayName, ColumnMeaning.Handle, ColumnMeaning.Followers]);
    }

    [Fact]
    public void A_mark_within_the_texts_of_a_single_column_is_no_delimiter() =>
        Csv.Rows("name\nBrot, Mia\nKorn, Tom\n").Select(row => row.Candidate!.DisplayName).ShouldBe(["Brot, Mia", "Korn, Tom"]);

    [Fact]
    public void Decimal_commas_do_not_pass_for_delimiters() => Csv.Preview("@mia;1,5\n@tom;2,5\n").Delimiter.ShouldBe(";");

    [Theory]
    [InlineData("sep=;\nname;handle\nMia;mia\n", 2)]
    [InlineData(",,,\nname,handle\nMia,mia\n", 2)]
    [InlineData("\n\n# exported by hand, 2025\nname,handle\nMia,mia\n", 4)]
    [InlineData("Our bread influencers,\n,\nname,handle\nMia,mia\n", 3)]
    [InlineData("\uFEFFname,handle\nMia,mia\n", 1)]
    public void The_header_is_found_below_what_stands_above_it(string text, int headerRow)
    {
        var preview = Csv.Preview(text);
        preview.HeaderRow.ShouldBe(headerRow);
        preview.Rows.ShouldBe(1);
        var row = Csv.Rows(text).ShouldHaveSingleItem();
        row.Number.ShouldBe(headerRow + 1);
        row.Candidate!.DisplayName.ShouldBe("Mia");
    }

    [Fact]
    public void A_column_named_with_a_number_sign_is_a_header_and_no_comment() => Csv.Preview("#,name,handle\n1,Mia,mia\n").HeaderRow.ShouldBe(1);

    [Fact]
    public void A_file_without_header_is_read_by_its_values()
    {
        var preview = Csv.Preview("Mia Brot,@miabrot,50000,mia@example.com\nTom Korn,@tomkorn,1200,tom@example.com\n");
        preview.HeaderRow.ShouldBeNull();
        preview.Rows.ShouldBe(2);
        preview.Columns.Select(column => column.Meaning)
            .ShouldBe([ColumnMeaning.DisplayName, ColumnMeaning.Handle, ColumnMeaning.Followers, ColumnMeaning.Email]);
        preview.Problems.ShouldContain(problem => problem.Contains("no header row", StringComparison.Ordinal));
    }

    [Fact]
    public void A_bare_list_of_handles_is_a_file() =>
        Csv.Rows("miabrot\ntomkorn\nanna.k\n").Select(row => row.Candidate!.Accounts[0].Handle).ShouldBe(["miabrot", "tomkorn", "anna.k"]);

    [Fact]
    public void A_header_in_an_unknown_language_stands_out_above_its_values()
    {
        var preview = Csv.Preview("imię,konto,obserwujący\nMia,@miabrot,50000\nTom,@tomkorn,1200\n");
        preview.HeaderRow.ShouldBe(1);
        preview.Columns[1].Meaning.ShouldBe(ColumnMeaning.Handle);
    }

    [Fact]
    public void Cells_and_headers_of_several_lines_are_read_and_rows_numbered_as_a_spreadsheet_does()
    {
        const string text = "name,\"Follower\n Count\",handle,notes\nMia,10,mia,\"likes\nbread\"\n\nTom,20,tom,\n";
        Csv.Preview(text).Columns[1].ShouldSatisfyAllConditions(column => column.Header.ShouldBe("Follower Count"), column =>
            column.Meaning.ShouldBe(ColumnMeaning.Followers));
        var rows = Csv.Rows(text);
        rows.Select(row => row.Number).ShouldBe([2, 4]);
        rows[0].Candidate!.Notes.ShouldBe("likes\nbread");
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_does_not_swallow_the_rest()
    {
        const string text = "name,handle\nMia \"Brot\",mia\n\"Tom,tom\nAnna,anna\nEva,eva\n";
        Csv.Preview(text).ShouldSatisfyAllConditions(preview => preview.Rows.ShouldBe(4), preview =>
            preview.Problems.ShouldContain(problem => problem.Contains("never closed", StringComparison.Ordinal)));
        Csv.Rows(text).Select(row => row.Candidate?.DisplayName).ShouldBe(["Mia \"Brot\"", "Tom,tom", "Anna", "Eva"]);
    }

    [Fact]
    public void A_second_table_in_the_file_is_left_out_and_named()
    {
        const string text = "name,handle\nMia,mia\n\nCampaign,Country,Budget\nBread,DE,5\n";
        var preview = Csv.Preview(text.Replace("Campaign,Country", "Username,Country", StringComparison.Ordinal));
        preview.Rows.ShouldBe(1);
        preview.Problems.ShouldContain(problem => problem.Contains("Another table begins in row 4", StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_with_too_many_cells_is_left_out_and_a_short_row_is_read()
    {
        var rows = Csv.Rows("name,handle,followers\nBrot, Mia,mia,100\nTom,tom\nEva,eva,5,,\nAnna,anna,7\n");
        rows.Select(row => row.Candidate is null).ShouldBe([true, false, false, false]);
        rows[0].Problems.ShouldHaveSingleItem().Fatal.ShouldBeTrue();
        rows[1].Problems.ShouldHaveSingleItem().Fatal.ShouldBeFalse();
        rows[2].Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_repeated_header_is_skipped()
    {
        var rows = Csv.Rows("name,handle\nMia,mia\nName,Handle\nTom,tom\n");
        rows.Select(row => row.Candidate?.DisplayName).ShouldBe(["Mia", null, "Tom"]);
        rows[1].Problems.ShouldHaveSingleItem().Fatal.ShouldBeFalse();
    }

    [Fact]
    public void Reading_from_a_row_gives_the_same_rows_as_reading_from_the_start()
    {
        var file = Csv.Bytes("name,handle\nMia,mia\nTom,tom\n\nMia again,mia\nEva,eva\nTom B,tom\n");
        var preview = Csv.Preview(file);
        var all = ImportRows.Read(file, preview).ToList();
        foreach (var from in all.Select(row => row.Number))
            System.Text.Json.JsonSerializer.Serialize(ImportRows.Read(file, preview, from))
                .ShouldBe(System.Text.Json.JsonSerializer.Serialize(all.Where(row => row.Number >= from)));
    }

    [Fact]
    public void The_preview_survives_being_stored()
    {
        var preview = Csv.Preview(People, Platform.Tiktok);
        var stored = System.Text.Json.JsonSerializer.Serialize(preview);
        var restored = System.Text.Json.JsonSerializer.Deserialize<ImportPreview>(stored)!;
        System.Text.Json.JsonSerializer.Serialize(restored).ShouldBe(stored);
        stored.ShouldContain("\"Tiktok\"");
        ImportRows.Read(Csv.Bytes(People), restored).Count().ShouldBe(2);
    }
}
