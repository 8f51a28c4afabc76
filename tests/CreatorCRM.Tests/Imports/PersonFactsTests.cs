using CreatorCRM.Imports;

namespace CreatorCRM.Tests.Imports;

public sealed class PersonFactsTests
{
    [Theory]
    [InlineData("email", "don't contact"), InlineData("email", "DO NOT CONTACT!"), InlineData("contact", "please don’t contact"),
        InlineData("E-Mail", "bitte nicht kontaktieren")]
    [InlineData("phone", "no contact"), InlineData("do not contact", "asked us in May"), InlineData("email", "opt-out")]
    public void A_request_not_to_be_contacted_is_an_opt_out(string header, string cell)
    {
        var candidate = Csv.Candidate($"handle,{header}", $"mia,{cell}");
        candidate.OptOut.ShouldBe(cell);
        candidate.ContactPoints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("do not contact", "yes", true), InlineData("do not contact", "no", false), InlineData("DNC", "x", true), InlineData("opt out", "", false),
        InlineData("contact", "no contact info", false)]
    public void A_yes_or_no_says_whether(string header, string cell, bool optedOut) =>
        (Csv.Rows($"handle,{header}\nmia,{cell}\ntom,tom@example.com\n")[0].Candidate!.OptOut is not null).ShouldBe(optedOut);

    [Fact]
    public void A_note_that_may_ask_for_it_warns() =>
        Csv.Rows("handle,notes\nmia,do not contact before May\n")[0].ShouldSatisfyAllConditions(row => row.Candidate!.OptOut.ShouldBeNull(), row =>
            row.Problems.ShouldHaveSingleItem());

    [Theory]
    [InlineData("17", true), InlineData("18", false), InlineData("13-17", true), InlineData("50代", false), InlineData("", null), InlineData("young", null)]
    public void Age_tells_minors(string cell, bool? minor) => Csv.Rows($"handle,age\nmia,{cell}\ntom,30\n")[0].Candidate!.IsMinor.ShouldBe(minor);

    [Theory]
    [InlineData("DE", "DE"), InlineData("deu", "DE"), InlineData("Alemania", "DE"), InlineData("Deutschland", "DE"), InlineData("ドイツ", "DE"),
        InlineData("🇩🇪", "DE"), InlineData("Berlin; Germany", null)]
    [InlineData("\"Berlin, Germany\"", "DE"), InlineData("UK", "GB"), InlineData("U.S.A.", "US"), InlineData("NA", "NA"), InlineData("Estados Unidos", "US"),
        InlineData("Narnia", null)]
    public void Countries_become_iso_codes(string cell, string? country) =>
        Csv.Rows($"handle,country\nmia,{cell}\ntom,FR\neva,FR\n")[0].Candidate!.Country.ShouldBe(country);

    [Fact]
    public void Languages_become_iso_codes_and_unknown_ones_are_reported()
    {
        var row = Csv.Rows("handle,languages\nmia,\"Deutsch, en-GB; Französisch, Klingon\"\n")[0];
        row.Candidate!.Languages.ShouldBe(["de", "en", "fr"]);
        row.Problems.ShouldHaveSingleItem().Message.ShouldContain("Klingon");
    }

    [Theory]
    [InlineData("Food; Travel;food"), InlineData("Food/Travel"), InlineData("\"[\"\"Food\"\", \"\"Travel\"\"]\""), InlineData("\"['Food', 'Travel']\""),
        InlineData("\"#Food, #Travel\"")]
    public void A_cell_may_hold_several_niches(string cell) => Csv.Candidate("handle,niche", $"mia,{cell}").Niches.ShouldBe(["Food", "Travel"]);

    [Fact]
    public void Contact_points_are_told_apart()
    {
        var candidate = Csv.Candidate("handle,email,phone,website", "mia,mailto:Mia@example.com; office@example.com,+49 (30) 123-4567,mia.example.com");
        candidate.ContactPoints.ShouldBe(
        [
            new(ContactKind.Email, "Mia@example.com"), new(ContactKind.Email, "office@example.com"), new(ContactKind.Phone, "+49 (30) 123-4567"),
                new(ContactKind.Url, "https://mia.example.com"),
        ]);
    }

    [Theory]
    [InlineData("email", "mia at example"), InlineData("phone", "4.91512E+12"), InlineData("phone", "call me"), InlineData("website", "my site")]
    public void What_is_no_contact_is_reported(string header, string cell)
    {
        var row = Csv.Rows($"handle,{header}\nmia,{cell}\ntom,{(header == "email" ? "tom@example.com" : "030 123456")}\n")[0];
        row.Candidate!.ContactPoints.ShouldBeEmpty();
        row.Problems.ShouldHaveSingleItem().Column.ShouldBe(header);
    }

    [Fact]
    public void A_row_that_names_nobody_is_left_out() =>
        Csv.Rows("name,handle,followers\n,N/A,5\nMia,mia,6\n")[0].ShouldSatisfyAllConditions(row => row.Candidate.ShouldBeNull(), row =>
            row.Problems.ShouldContain(problem => problem.Fatal));
}
