using System.Globalization;
using System.Runtime.CompilerServices;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;
using CreatorCRM.Journal;

namespace CreatorCRM.Tests.Contracts;

/// <summary>The texts of contracts beside reviewed files; CREATORCRM_ACCEPT_TEXTS=1 writes these anew.</summary>
public sealed class ContractTextTests
{
    private static readonly ContractParties Parties = new("Mia Brot", "Bread & butter", "Halm", "Sourdough");

    private static readonly ContractTerms Full = new()
    {
        Deliverables = [new(DeliverableKind.InstagramStory, 3, new DateOnly(2026, 4, 20)), new(DeliverableKind.XPost, 1, null)],
        Compensation =
        [
            new FixedFee(Eur(25_000)), new ProductGift("A sourdough set", 2, Eur(4_000)),
            new Commission(10, null, Eur(50_000)) { Tiers = [new CommissionTier(Eur(100_000), null, 12.3450m, null)] },
            new Cashback(null, Eur(500)) { Tiers = [new CommissionTier(null, 10, null, Eur(600))] },
            new PerformanceBonus(BonusMetric.LinkClicks, 500, Eur(5_000)),
            new Discount(15, null, "MIA15"), new UsageFee(Eur(8_000), "Newsletter") { UnlocksOn = Unlock.Delivery },
        ],
        UsageRights =
        [
            new("All stories", [UsageChannel.Organic, UsageChannel.Paid], "EU", new PeriodOfDays(new DateOnly(2026, 5, 1), new DateOnly(2026, 12, 31))),
            new("The post", [UsageChannel.Whitelisting], null, new PeriodOfDays(null, null)),
        ],
        Exclusivities = [new("Bread", ["Korn", "Kruste"], new PeriodOfDays(null, new DateOnly(2026, 6, 30))), new("Butter", [], new PeriodOfDays(null, null))],
        Category = "Bread & pastries",
        DisclosureDuty = "Anzeige, on every slide",
        ReportWithinDays = 7,
        NoticeDays = 14,
        Term = new PeriodOfDays(new DateOnly(2026, 4, 1), new DateOnly(2026, 12, 31)),
        FurtherTerms = "1. Nothing is owed twice.\n\n# No heading\n<script>alert('x')</script> & *no stars*",
    };

    public static IEnumerable<TheoryDataRow<string, ContractTextFormat, ContractLanguage>> Texts =>
        from name in (string[])["full", "least"]
        from format in Enum.GetValues<ContractTextFormat>()
        from language in Enum.GetValues<ContractLanguage>()
        select new TheoryDataRow<string, ContractTextFormat, ContractLanguage>(name, format, language);

    private static readonly ContractTerms Least = new() { Compensation = [new FixedFee(Eur(100))] };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_the_reviewed_one(string name, ContractTextFormat format, ContractLanguage language)
    {
        var text = Write(name, format, language);
        var file = Path.Combine(Folder(), $"{name}.{language.ToString().ToLowerInvariant()}.{(format == ContractTextFormat.Html ? "html" : "md")}");
        if (Environment.GetEnvironmentVariable("CREATORCRM_ACCEPT_TEXTS") == "1") File.WriteAllText(file, text.Text);
        text.Text.ShouldBe(File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_right_without_channels_is_written_out_as_one_on_all_of_them()
    {
        Written([]).ShouldBe(Written([UsageChannel.Whitelisting, UsageChannel.Organic, UsageChannel.Paid]));

        IEnumerable<string> Written(UsageChannel[] channels) => ContractTexts.WriteAll(
            Version("least") with { Terms = Least with { UsageRights = [new("The post", [.. channels], null, new PeriodOfDays(null, null))] } },
            Parties).Select(text => text.Sha256);
    }

    [Theory]
    [InlineData("0.004", "0.004 %", "0,004 %")]
    [InlineData("12.345678901234567890123456", "12.345678901234567890123456 %", "12,345678901234567890123456 %")]
    [InlineData("10.00", "10 %", "10 %")]
    public void A_percentage_is_signed_with_every_digit_that_it_is_paid_with(string percent, string english, string german)
    {
        var commission = new Commission(decimal.Parse(percent, CultureInfo.InvariantCulture), null, null);
        var contract = Version("least") with { Terms = Least with { Compensation = [commission] } };
        ContractTexts.Write(contract, Parties, ContractTextFormat.Html, ContractLanguage.En).Text.ShouldContain(english);
        ContractTexts.Write(contract, Parties, ContractTextFormat.Html, ContractLanguage.De).Text.ShouldContain(german);
        commission.Description.ShouldBe($"{english} commission");
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        var texts = ContractTexts.WriteAll(Version("full"), Parties);
        CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
        ContractTexts.WriteAll(Version("full"), Parties).Select(text => text.Sha256).ShouldBe(texts.Select(text => text.Sha256));
        CultureInfo.CurrentCulture = before;
    }

    [Fact]
    public void What_somebody_wrote_is_never_markup()
    {
        var terms = Least with { FurtherTerms = "<img src=x onerror=alert(1)>\n- {{ version }} {% if %}", DisclosureDuty = "](http://example.com)" };
        var contract = Version("least") with { Terms = terms };
        ContractTexts.Write(contract, Parties with { Influencer = "<b>Mia</b>" }, ContractTextFormat.Html, ContractLanguage.En).Text.ShouldNotContain("<img");
        var markdown = ContractTexts.Write(contract, Parties, ContractTextFormat.Markdown, ContractLanguage.En).Text;
        markdown.ShouldContain("\\<img src=x onerror=alert(1)\\>\\\n\\- {{ version }} {% if %}");
        markdown.ShouldContain("\\](http://example.com)");
    }

    [Fact]
    public void The_hash_of_another_text_is_no_signature()
    {
        var history = new ContractHistory { Versions = [Version("least")] };
        var now = new DateTimeOffset(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);
        foreach (var @event in history.Send(new SendContract("1"), Parties, now).Events)
            history = history.Apply((IContractEvent)@event, new EventMeta(1, Actor.System, now, now));
        var texts = ContractTexts.WriteAll(Version("least"), Parties);
        history.Sign(Signing(new string('0', 64)), now).Refusals.Single().Code.ShouldBe(RefusalCode.ContractTextChanged);
        foreach (var text in texts)
            ((ContractSigned)history.Sign(Signing(text.Sha256.ToUpperInvariant()), now).Events.Single()).Signature.TextSha256.ShouldBe(text.Sha256);
        var said = texts.Single(text => text is { Format: ContractTextFormat.Markdown, Language: ContractLanguage.En });
        ((ContractSigned)history.Sign(Signing(null), now).Events.Single()).Signature.TextSha256.ShouldBe(said.Sha256);
    }

    private static SignContract Signing(string? sha256) => new("1", Party.Influencer, "Mia", null, null, null, sha256);

    private static ContractText Write(string name, ContractTextFormat format, ContractLanguage language) =>
        ContractTexts.Write(Version(name), name == "full" ? Parties : new ContractParties("Mia Brot", "Bread", null, null), format, language);

    private static Contract Version(string name) => name == "full"
        ? new Contract(2, ContractStatus.Draft, Full, default, null, [], null) { Amends = "1", IsRenewal = true }
        : new Contract(1, ContractStatus.Draft, Least, default, null, [], null);

    private static Money Eur(long minor) => new(minor, Currency.Eur);

    private static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "Golden");
}
