using CreatorCRM.Deliverables;
using CreatorCRM.Disclosure;
using CreatorCRM.Disclosure.Rules;

namespace CreatorCRM.Tests.Disclosure;

public sealed class RuleFileTests
{
    public static TheoryData<string> Versions => [.. DisclosureRules.All.Select(rules => rules.Version)];

    [Fact]
    public void Germany_the_United_States_Great_Britain_and_France_have_rules() =>
        DisclosureRules.All.Select(rules => rules.Country).Distinct().ShouldBe(["DE", "FR", "GB", "US"], ignoreOrder: true);

    [Theory, MemberData(nameof(Versions))]
    public void Every_rule_cites_a_source_of_its_version(string version)
    {
        var rules = DisclosureRules.All.Single(rules => rules.Version == version);
        string[] cited =
        [
            rules.Duty, rules.Position.Source, rules.Hashtags.Source, rules.PartWithoutLabel.Source, rules.PlatformLabelAlone.Source, rules.MayBeEvident.Source,
            .. rules.Labels.Select(label => label.Source), .. rules.Doubtful.Select(label => label.Source), rules.OtherLanguage?.Source ?? rules.Duty,
        ];
        cited.ShouldBeSubsetOf(rules.Sources.Keys);
        rules.Sources.Values.ShouldAllBe(source => source.Title.Length > 5 && source.Says.EndsWith('.'));
    }

    [Theory, MemberData(nameof(Versions))]
    public void Every_accepted_label_suffices_alone_for_what_it_discloses(string version)
    {
        var rules = DisclosureRules.All.Single(rules => rules.Version == version);
        foreach (var (label, words) in rules.Labels.SelectMany(label => label.Words.Select(words => (label, words))))
            foreach (var consideration in label.For ?? [.. Enum.GetValues<Consideration>()])
                Outcome(rules, words, consideration).ShouldBe(DisclosureOutcome.Compliant, $"{words} for {consideration}");
    }

    [Theory, MemberData(nameof(Versions))]
    public void Every_doubtful_label_leads_to_its_outcome(string version)
    {
        var rules = DisclosureRules.All.Single(rules => rules.Version == version);
        foreach (var (label, words) in rules.Doubtful.SelectMany(label => label.Words.Select(words => (label, words))))
            foreach (var consideration in label.For ?? [.. Enum.GetValues<Consideration>()])
                Outcome(rules, words, consideration).ShouldBe(label.Outcome, $"{words} for {consideration}");
    }

    [Theory, MemberData(nameof(Versions))]
    public void No_phrase_that_is_no_label_is_read_as_one(string version)
    {
        var rules = DisclosureRules.All.Single(rules => rules.Version == version);
        foreach (var words in rules.NotLabels) Outcome(rules, words, Consideration.Paid).ShouldBe(DisclosureOutcome.NotCompliant, words);
    }

    private static DisclosureOutcome Outcome(CountryRules rules, string words, Consideration consideration) => DisclosureRules.Check(
        new(rules.Country, rules.ValidFrom, DeliverableKind.XPost, [consideration], PlatformLabel: false, [$"{words} | Mia"])).Outcome;

    [Theory, MemberData(nameof(Versions))]
    public void Only_what_is_open_or_bad_is_an_objection(string version) =>
        DisclosureRules.All.Single(rules => rules.Version == version).Doubtful.ShouldAllBe(label => label.Outcome >= DisclosureOutcome.Unclear);

    [Theory]
    [InlineData("DE", "2022-05-27", "DE-2020-11-07")]
    [InlineData("DE", "2022-05-28", "DE-2022-05-28")]
    [InlineData("US", "2023-07-25", "US-2019-11-05")]
    [InlineData("US", "2023-07-26", "US-2023-07-26")]
    [InlineData("GB", "2025-04-05", "GB-2023-03-23")]
    [InlineData("GB", "2025-04-06", "GB-2025-04-06")]
    [InlineData("GB", "2025-09-03", "GB-2025-09-03")]
    [InlineData("FR", "2024-11-07", "FR-2023-06-11")]
    [InlineData("FR", "2024-11-08", "FR-2024-11-08")]
    [InlineData("FR", "2023-06-10", null)]
    public void The_version_of_the_day_of_publication_applies(string country, string day, string? version) => DisclosureRules.Check(
        new(country, DateOnly.Parse(day), DeliverableKind.InstagramPost, [Consideration.Paid], false, ["Brot"])).RuleVersion.ShouldBe(version);

    [Theory, MemberData(nameof(Kinds))]
    public void Every_kind_of_deliverable_can_be_checked(DeliverableKind kind) => DisclosureRules.Check(
        new("DE", new DateOnly(2026, 6, 1), kind, [Consideration.Paid], false, ["Mein neues Brot"])).Outcome.ShouldBe(DisclosureOutcome.NotCompliant);

    public static TheoryData<DeliverableKind> Kinds => [.. Enum.GetValues<DeliverableKind>()];
}
