using CreatorCRM.Imports;
using CreatorCRM.Influencers;

namespace CreatorCRM.Tests.Imports;

public sealed class ColumnTests
{
    [Theory]
    [InlineData("SEGUIDORES", "1200", ColumnMeaning.Followers)]
    [InlineData("Subscribers", "1200", ColumnMeaning.Followers)]
    [InlineData("followerCount", "1200", ColumnMeaning.Followers)]
    [InlineData("Number of Followers (Nov 2024)", "1200", ColumnMeaning.Followers)]
    [InlineData("チャンネル登録者数", "1200", ColumnMeaning.Followers)]
    [InlineData("PAÍS", "Deutschland", ColumnMeaning.Country)]
    [InlineData("Location", "Lagos, Nigeria", ColumnMeaning.Country)]
    [InlineData("Ø Likes", "12", ColumnMeaning.AverageLikes)]
    [InlineData("avg_comments", "12", ColumnMeaning.AverageComments)]
    [InlineData("Views per post", "12", ColumnMeaning.AverageViews)]
    [InlineData("Taux d’engagement", "0,0139", ColumnMeaning.EngagementRate)]
    [InlineData("ER (%)", "1.39", ColumnMeaning.EngagementRate)]
    [InlineData("Correo electrónico", "mia@example.com", ColumnMeaning.Email)]
    [InlineData("Contact", "+49 30 1234567", ColumnMeaning.Phone)]
    [InlineData("Sprachen", "Deutsch", ColumnMeaning.Languages)]
    [InlineData("年齢", "36", ColumnMeaning.Age)]
    [InlineData("企業名", "パン株式会社", ColumnMeaning.Agency)]
    [InlineData("Following", "300", ColumnMeaning.Ignore)]
    [InlineData("Followers growth", "300", ColumnMeaning.Ignore)]
    [InlineData("Comments", "lovely person", ColumnMeaning.Notes)]
    public void A_header_is_understood(string header, string value, ColumnMeaning meaning) =>
        Csv.Preview($"handle;{header}\nmia;{value}\n").Columns[1].Meaning.ShouldBe(meaning);

    [Theory]
    [InlineData("ig_username", "mia", ColumnMeaning.Handle, Platform.Instagram)]
    [InlineData("TikTok Handle", "mia", ColumnMeaning.Handle, Platform.Tiktok)]
    [InlineData("instagram_number_of_followers", "1200", ColumnMeaning.Followers, Platform.Instagram)]
    [InlineData("YouTube", "https://www.youtube.com/@mia", ColumnMeaning.ProfileUrl, Platform.Youtube)]
    [InlineData("Instagram", "@mia", ColumnMeaning.Handle, Platform.Instagram)]
    [InlineData("Twitch", "5300", ColumnMeaning.Followers, Platform.Twitch)]
    public void A_header_may_name_a_platform(string header, string value, ColumnMeaning meaning, Platform platform)
    {
        var column = Csv.Preview($"name,{header}\nMia,{value}\n").Columns[1];
        column.Meaning.ShouldBe(meaning);
        column.Platform.ShouldBe(platform);
    }

    [Theory]
    [InlineData("https://www.tiktok.com/@mia", ColumnMeaning.ProfileUrl)]
    [InlineData("mia@example.com", ColumnMeaning.Email)]
    [InlineData("@mia", ColumnMeaning.Handle)]
    public void Values_tell_what_their_header_does_not(string value, ColumnMeaning meaning)
    {
        var column = Csv.Preview($"name,xyz\nMia,{value}\n").Columns[1];
        column.Meaning.ShouldBe(meaning);
        column.Problems.ShouldHaveSingleItem();
    }

    [Fact]
    public void Of_two_columns_with_the_same_meaning_the_more_exact_one_is_used_and_the_other_explained()
    {
        var columns = Csv.Preview("name,handle,followers,followers\nMia,mia,409.8M,409812345\nTom,tom,1.2K,1234\n").Columns;
        columns.Select(column => column.Meaning).ShouldBe([ColumnMeaning.DisplayName, ColumnMeaning.Handle, ColumnMeaning.Ignore, ColumnMeaning.Followers]);
        columns[2].Problems.ShouldHaveSingleItem().ShouldContain("more exact");
    }

    [Fact]
    public void Each_platform_may_have_its_own_handle_and_figures()
    {
        var candidate = Csv.Candidate("name,ig handle,ig followers,tiktok handle,tiktok followers", "Mia,mia.b,1200,miabrot,5.3K");
        candidate.Accounts.ShouldBe([new(Platform.Instagram, "mia.b", Followers: 1200), new(Platform.Tiktok, "miabrot", Followers: 5300)]);
    }

    [Fact]
    public void An_origin_that_is_no_country_is_not_taken_for_one() =>
        Csv.Preview("名前,出身地\n山本,鯖江市\n岩佐,福井県\n")
            .Columns[1].ShouldSatisfyAllConditions(column => column.Meaning.ShouldBe(ColumnMeaning.Ignore), column => column.Problems.ShouldHaveSingleItem());

    [Fact]
    public void A_plain_likes_column_may_be_a_total_so_the_user_decides()
    {
        var preview = Csv.Preview("handle,likes\nmia,1234567\n");
        preview.Columns[1].Meaning.ShouldBe(ColumnMeaning.Ignore);
        preview.Columns[1].Problems.ShouldHaveSingleItem().ShouldContain("AVERAGE_LIKES");
    }

    [Fact]
    public void Handles_without_a_platform_ask_for_one() =>
        Csv.Preview("handle\nmia\n", platform: null).Problems.ShouldContain(problem => problem.Contains("default platform", StringComparison.Ordinal));

    [Fact]
    public void Handles_belong_to_the_only_platform_that_the_file_names() =>
        Csv.Preview("username,instagram_followers\nmia,1200\n", platform: null).Columns[0].Platform.ShouldBe(Platform.Instagram);

    [Fact]
    public void Examples_are_distinct_and_few() => Csv.Preview("handle,niche\na,Food\nb,Food\nc,Travel\n").Columns[1].Examples.ShouldBe(["Food", "Travel"]);

    [Fact]
    public void The_user_may_choose_otherwise_and_a_proposal_gives_way()
    {
        var preview = Csv.Preview("name,handle,followers,fans total\nMia,mia,\"1,234\",9\n");
        var choices = new ColumnChoice[] { new(3, ColumnMeaning.Followers), new(2, NumberFormat: NumberFormat.DecimalComma) };
        ColumnChoice.Apply(preview, choices, out var chosen).ShouldBeEmpty();
        chosen.Columns.Select(column => column.Meaning)
            .ShouldBe([ColumnMeaning.DisplayName, ColumnMeaning.Handle, ColumnMeaning.Ignore, ColumnMeaning.Followers]);
    }

    [Fact]
    public void Choices_that_make_no_sense_are_refused_with_their_path()
    {
        var preview = Csv.Preview("name,handle,followers\nMia,mia,9\n");
        ColumnChoice.Apply(preview, [new(7), new(0, ColumnMeaning.Handle), new(1, ColumnMeaning.Handle)], out _).Select(refusal => refusal.Field)
            .ShouldBe(["mapping.0.index", "mapping.2.meaning"]);
        ColumnChoice.Apply(preview, [new(0, ColumnMeaning.Ignore), new(1, ColumnMeaning.Ignore)], out _).ShouldHaveSingleItem().Field.ShouldBe("mapping");
        ColumnChoice.Apply(preview, [new(0), new(1), new(2), new(2)], out _).ShouldHaveSingleItem().Field.ShouldBe("mapping");
    }
}
