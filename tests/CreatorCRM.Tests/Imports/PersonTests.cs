using CreatorCRM.Imports;
using CreatorCRM.Influencers;

namespace CreatorCRM.Tests.Imports;

public sealed class PersonTests
{
    [Theory]
    [InlineData("@MiaBrot", "MiaBrot")]
    [InlineData(" miabrot ", "miabrot")]
    [InlineData("'miabrot", "miabrot")]
    [InlineData("\"\"\"miabrot\"\"\"", "miabrot")]
    [InlineData("\u200bmia\u200bbrot\u2060", "miabrot")]
    [InlineData("https://Instagram.com/miabrot", "miabrot")]
    [InlineData("instagram.com/miabrot/?igsh=abc", "miabrot")]
    [InlineData("ig: miabrot", "miabrot")]
    public void A_handle_is_read_however_it_is_written(string cell, string handle)
    {
        var account = Csv.Candidate("name,handle", $"Mia,{cell}").Accounts.ShouldHaveSingleItem();
        account.Platform.ShouldBe(Platform.Instagram);
        account.Handle.ShouldBe(handle);
        account.HandleKey.ShouldBe("miabrot");
    }

    [Theory]
    [InlineData("https://www.tiktok.com/@mia.brot?lang=de", Platform.Tiktok, "mia.brot", "https://www.tiktok.com/@mia.brot")]
    [InlineData("https://youtube.com/@MiaBackt/videos", Platform.Youtube, "MiaBackt", "https://youtube.com/@MiaBackt/videos")]
    [InlineData("https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv", Platform.Youtube, "UCabcdefghijklmnopqrstuv",
        "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv")]
    [InlineData("youtube.com/c/miabackt", Platform.Youtube, "miabackt", "https://youtube.com/c/miabackt")]
    [InlineData("x.com/miabrot", Platform.X, "miabrot", "https://x.com/miabrot")]
    [InlineData("https://mobile.twitter.com/miabrot", Platform.X, "miabrot", "https://mobile.twitter.com/miabrot")]
    [InlineData("twitch.tv/miabrot", Platform.Twitch, "miabrot", "https://twitch.tv/miabrot")]
    [InlineData("https://de-de.facebook.com/mia.brot.5", Platform.Facebook, "mia.brot.5", "https://de-de.facebook.com/mia.brot.5")]
    [InlineData("https://www.facebook.com/profile.php?id=10001", Platform.Facebook, "10001", "https://www.facebook.com/profile.php?id=10001")]
    [InlineData("https://www.pinterest.de/miabrot/", Platform.Pinterest, "miabrot", "https://www.pinterest.de/miabrot")]
    [InlineData("https://www.linkedin.com/in/mia-brot-1a2b/", Platform.Linkedin, "mia-brot-1a2b", "https://www.linkedin.com/in/mia-brot-1a2b")]
    [InlineData("https://www.snapchat.com/add/miabrot", Platform.Snapchat, "miabrot", "https://www.snapchat.com/add/miabrot")]
    [InlineData("https://www.threads.net/@miabrot", Platform.Threads, "miabrot", "https://www.threads.net/@miabrot")]
    public void A_profile_address_gives_platform_and_handle(string cell, Platform platform, string handle, string url) =>
        Csv.Candidate("profile url", cell).Accounts.ShouldBe([new CandidateAccount(platform, handle, url)]);

    [Fact]
    public void An_address_that_is_no_profile_is_reported_or_kept_as_a_contact()
    {
        var rows = Csv.Rows("name,profile url\nMia,https://www.instagram.com/p/abc123/\nTom,https://tom.example.com/about\nEva,https://www.instagram.com/eva\n");
        rows[0].Problems.ShouldHaveSingleItem().Message.ShouldContain("not the address of a profile");
        rows[1].Candidate!.ContactPoints.ShouldBe([new CandidateContact(ContactKind.Url, "https://tom.example.com/about")]);
    }

    [Fact]
    public void A_name_cell_may_hold_the_account()
    {
        var candidate = Csv.Candidate("name", "Mia Brot (@miabrot) | TikTok");
        candidate.DisplayName.ShouldBe("Mia Brot");
        candidate.Accounts.ShouldBe([new CandidateAccount(Platform.Tiktok, "miabrot")]);
    }

    [Fact]
    public void A_channel_id_may_be_glued_to_the_name()
    {
        var candidate = Csv.Candidate("name", "Mia backtUCabcdefghijklmnopqrstuv");
        candidate.DisplayName.ShouldBe("Mia backt");
        candidate.Accounts.ShouldBe([new CandidateAccount(Platform.Youtube, "UCabcdefghijklmnopqrstuv")]);
    }

    [Theory]
    [InlineData("@mia / @mia.brot"), InlineData("mia; mia.brot"), InlineData("\"@mia, @mia.brot\""),
        InlineData("https://instagram.com/mia https://instagram.com/mia.brot")]
    public void A_cell_may_hold_several_handles(string cell) =>
        Csv.Candidate("name,handle", $"Mia,{cell}").Accounts.Select(account => account.Handle).ShouldBe(["mia", "mia.brot"]);

    [Fact]
    public void A_cell_may_name_the_platform_of_each_handle() =>
        Csv.Candidate("name,handle", "Mia,\"IG: @mia, TikTok: @mia.brot\"")
            .Accounts.ShouldBe([new CandidateAccount(Platform.Instagram, "mia"), new CandidateAccount(Platform.Tiktok, "mia.brot")]);

    [Fact]
    public void A_column_may_name_the_platform_of_each_row()
    {
        var rows = Csv.Rows("handle,platform,followers\nmia,YouTube,5\ntom,insta,6\neva,Myspace,7\n", Platform.Tiktok);
        rows.Select(row => row.Candidate!.Accounts[0].Platform).ShouldBe([Platform.Youtube, Platform.Instagram, Platform.Tiktok]);
        rows[2].Problems.ShouldHaveSingleItem().Message.ShouldContain("Myspace");
    }

    [Fact]
    public void A_handle_and_the_address_of_the_same_account_are_one_account() =>
        Csv.Candidate("username,followers,profile_url", "Mia,5,https://www.tiktok.com/@mia", Platform.Instagram).Accounts
            .ShouldBe([new CandidateAccount(Platform.Tiktok, "mia", "https://www.tiktok.com/@mia", Followers: 5)]);

    [Theory]
    [InlineData("mia/brot"), InlineData("crearecreatività"), InlineData("good%20one"), InlineData("a_handle_that_is_longer_than_thirty")]
    public void A_handle_that_cannot_exist_leaves_a_nameless_row_out(string cell)
    {
        var row = Csv.Rows($"ig_username\n{cell}\nmia\n")[0];
        row.Candidate.ShouldBeNull();
        row.Problems.ShouldContain(problem => problem.Fatal);
        row.Problems.ShouldContain(problem => problem.Column == "ig_username");
    }

    [Fact]
    public void A_handle_that_cannot_exist_is_dropped_from_a_person_with_a_name()
    {
        var row = Csv.Rows("name,ig_username,followers\nMia,mia/brot,5\n")[0];
        row.Candidate!.Accounts.ShouldBeEmpty();
        row.Problems.ShouldHaveSingleItem().Fatal.ShouldBeFalse();
    }

    [Fact]
    public void The_same_account_again_updates_and_is_reported()
    {
        var rows = Csv.Rows("handle\nmia\ntom\n@MIA\n");
        rows[2].Candidate.ShouldNotBeNull();
        rows[2].Problems.ShouldHaveSingleItem().Message.ShouldContain("row 2 already");
    }

    [Fact]
    public void People_without_accounts_have_a_key_that_is_the_same_in_every_import()
    {
        Csv.Candidate("name,email", "Mía  BROT,Mia@example.com").NaturalKey.ShouldBe("mia brot|mia@example.com");
        Csv.Candidate("名前", "山本 勝").NaturalKey.ShouldBe("山本 勝|");
        Csv.Candidate("name,handle", "Mia,mia").NaturalKey.ShouldBeNull();
    }

    [Fact]
    public void The_same_name_without_account_updates_unless_something_tells_that_it_is_another_person()
    {
        var rows = Csv.Rows("name,company,notes\nMia Brot,Backstube,a\nmia brot,backstube,b\nMia Brot,Mühle,c\nMia Brot,,d\n");
        rows.Select(row => row.Candidate is not null).ShouldBe([true, true, false, true]);
        rows[2].Problems.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(problem => problem.Fatal.ShouldBeTrue(), problem => problem.Message.ShouldContain("Row 2"));
    }

    [Fact]
    public void First_and_last_name_are_joined()
    {
        Csv.Candidate("Vorname;Name;Benutzername", "Mia;Brot;mia").DisplayName.ShouldBe("Mia Brot");
        Csv.Candidate("last name,first name,handle", "Brot,Mia,mia").DisplayName.ShouldBe("Mia Brot");
    }

    [Theory]
    [InlineData("𝓜𝓲𝓪 🍞"), InlineData("مريم"), InlineData("👩‍🍳 Mia")]
    public void Names_keep_their_letters(string name) => Csv.Candidate("name,handle", $"{name},mia").DisplayName.ShouldBe(name);

    [Theory]
    [InlineData("Ni\uFFFDe", "Ni\uFFFDe"), InlineData("Mia ???", "Mia ???"), InlineData("????? ???", "mia")]
    public void Damaged_names_warn(string name, string shown)
    {
        var row = Csv.Rows($"name,handle\n{name},mia\n")[0];
        row.Candidate!.DisplayName.ShouldBe(shown);
        row.Problems.ShouldHaveSingleItem().Fatal.ShouldBeFalse();
    }
}
