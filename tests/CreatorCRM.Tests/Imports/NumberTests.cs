using System.Globalization;
using CreatorCRM.Imports;
using CreatorCRM.Influencers;
using CsCheck;

namespace CreatorCRM.Tests.Imports;

public sealed class NumberTests
{
    [Theory]
    [InlineData("10.4M", 10_400_000L), InlineData("475.8m", 475_800_000L), InlineData("29.0b", 29_000_000_000L), InlineData("2.3K", 2_300L),
        InlineData("\"222,000,000\"", 222_000_000L)]
    [InlineData("2.28E+11", 228_000_000_000L), InlineData("637000.0", 637_000L), InlineData("1 870", 1_870L), InlineData("1’234’567", 1_234_567L),
        InlineData("12.345.678", 12_345_678L)]
    [InlineData("\"12,34,567\"", 1_234_567L), InlineData("\"1,2 Mio.\"", 1_200_000L), InlineData("10K+", 10_000L), InlineData("１２３４", 1_234L),
        InlineData("5万", 50_000L), InlineData("~3k", 3_000L)]
    [InlineData("0", null), InlineData("N/A", null), InlineData("NaN", null), InlineData("none", null), InlineData("-", null), InlineData("—", null),
        InlineData("#VALOR!", null), InlineData("NA", null)]
    public void Followers_are_read_however_they_are_written(string cell, long? followers) =>
        Csv.Rows($"handle,followers\nmia,{cell}\ntom,5\neva,6\n")[0].Candidate!.Accounts[0].Followers.ShouldBe(followers);

    [Theory]
    [InlineData("1.39%", "0.0139"), InlineData("0.0139", "0.0139"), InlineData("\"0,0460\"", "0.0460"), InlineData("\"1,39 %\"", "0.0139"),
        InlineData("0", null)]
    public void Engagement_rates_become_ratios(string cell, string? ratio) =>
        Csv.Candidate("handle,engagement rate", $"mia,{cell}")
            .Accounts[0].EngagementRate.ShouldBe(ratio is null ? null : decimal.Parse(ratio, CultureInfo.InvariantCulture));

    [Fact]
    public void Percentages_without_a_sign_are_told_by_their_size_and_shown()
    {
        const string text = "handle,er\nmia,1.39\ntom,3.5\neva,0.8\n";
        var column = Csv.Preview(text).Columns[1];
        column.NumberFormat.ShouldBe(NumberFormat.PercentDecimalPoint);
        column.Problems.ShouldHaveSingleItem().ShouldContain("percentages");
        Csv.Rows(text)[0].Candidate!.Accounts[0].EngagementRate.ShouldBe(0.0139m);
    }

    [Fact]
    public void Rates_above_one_hundred_percent_warn_in_the_preview_and_on_their_row()
    {
        const string text = "handle,er\nmia,0.0139\ntom,44.17\neva,0.05\n";
        Csv.Preview(text).Columns[1].ShouldSatisfyAllConditions(column => column.NumberFormat.ShouldBe(NumberFormat.DecimalPoint), column =>
            column.Problems.ShouldHaveSingleItem().ShouldContain("above 100 %"));
        var row = Csv.Rows(text)[1];
        row.Candidate!.Accounts[0].EngagementRate.ShouldBe(44.17m);
        row.Problems.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(problem => problem.Message.ShouldContain("4417 %"), problem => problem.Fatal.ShouldBeFalse());
    }

    [Theory]
    [InlineData("followers", "7,871", NumberFormat.DecimalPoint, "7871")]
    [InlineData("followers", "7.871", NumberFormat.DecimalComma, "7871")]
    [InlineData("posts per week", "1,750", NumberFormat.DecimalComma, "1.75")]
    public void A_mark_that_may_mean_both_is_decided_and_the_choice_shown(string header, string cell, NumberFormat format, string readAs)
    {
        var column = Csv.Preview($"handle;{header}\nmia;{cell}\n").Columns[1];
        column.NumberFormat.ShouldBe(format);
        column.Problems.ShouldHaveSingleItem().ShouldContain($"it is read as {readAs}.");
    }

    [Fact]
    public void One_value_that_leaves_no_doubt_decides_for_its_column()
    {
        var rows = Csv.Rows("handle;avg likes\nmia;1.234\ntom;12,5\n");
        Csv.Preview("handle;avg likes\nmia;1.234\ntom;12,5\n").Columns[1].Problems.ShouldBeEmpty();
        rows.Select(row => row.Candidate!.Accounts[0].AverageLikes).ShouldBe([1234m, 12.5m]);
    }

    [Fact]
    public void A_column_that_mixes_marks_says_so() =>
        Csv.Preview("handle;avg likes\nmia;12.5\ntom;12,5\n").Columns[1].Problems.ShouldHaveSingleItem().ShouldContain("mixes");

    [Fact]
    public void The_user_may_choose_the_format()
    {
        var file = Csv.Bytes("handle;followers\nmia;7,871\n");
        ColumnChoice.Apply(Csv.Preview(file), [new ColumnChoice(1, NumberFormat: NumberFormat.DecimalComma)], out var chosen).ShouldBeEmpty();
        ImportRows.Read(file, chosen).Single().Candidate!.Accounts[0].Followers.ShouldBe(8);
    }

    [Fact]
    public void A_header_may_say_what_each_number_stands_for() =>
        Csv.Candidate("handle,Subscribers (millions)", "mia,1.7", Platform.Youtube).Accounts[0].Followers.ShouldBe(1_700_000);

    [Theory]
    [InlineData("many"), InlineData("10k-50k"), InlineData("-5"), InlineData("\"1,2,3\"")]
    public void What_is_no_count_is_reported_on_its_row(string cell)
    {
        var row = Csv.Rows($"handle,followers\nmia,{cell}\ntom,5\neva,6\n")[0];
        row.Candidate!.Accounts[0].Followers.ShouldBeNull();
        row.Problems.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(problem => problem.Column.ShouldBe("followers"), problem => problem.Fatal.ShouldBeFalse());
    }

    [Fact]
    public void Numbers_written_in_any_format_read_back()
    {
        var styles = new (string Group, string Decimal)[] { (",", "."), (".", ","), (" ", ","), ("\u00a0", "."), ("'", "."), ("\u2019", ","), ("\u202f", ","),
            ("", "."), ("", ",") };
        Gen.Select(Gen.Select(Gen.Long[1, 999_999_999], Gen.Int[0, 99]).Array[1, 8], Gen.Int[0, styles.Length - 1], Gen.Bool).Sample((numbers, style, whole) =>
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberGroupSeparator = styles[style].Group;
            culture.NumberFormat.NumberDecimalSeparator = styles[style].Decimal;
            var values = numbers.Select(number => whole ? number.Item1 : number.Item1 + number.Item2 / 100m).ToArray();
            var text = "handle\taverage views\n" + string.Concat(values.Select((value, i) => $"h{i}\t{value.ToString(whole ? "#,0" : "#,0.00", culture)}\n"));
            Csv.Rows(text).Select(row => row.Candidate!.Accounts[0].AverageViews!.Value).ShouldBe(values, text);
        });
    }

    [Fact]
    public void Percentages_written_with_a_sign_read_back() =>
        Gen.Select(Gen.Int[1, 9_999].Array[1, 8], Gen.Bool, Gen.Bool).Sample((hundredths, comma, blank) =>
    {
        var cells = hundredths.Select(value =>
            (value / 100m).ToString("0.00", CultureInfo.InvariantCulture).Replace('.', comma ? ',' : '.') + (blank ? " %" : "%"));
        var text = "handle;engagement\n" + string.Concat(cells.Select((cell, i) => $"h{i};{cell}\n"));
        Csv.Rows(text).Select(row => row.Candidate!.Accounts[0].EngagementRate!.Value).ShouldBe(hundredths.Select(value => value / 10_000m), text);
    });
}
