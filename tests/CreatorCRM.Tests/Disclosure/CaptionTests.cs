using CreatorCRM.Disclosure;

namespace CreatorCRM.Tests.Disclosure;

/// <summary>Every caption of captions.json is judged as a person judged it, for the same reasons, quoting the same words.</summary>
public sealed class CaptionTests
{
    public static TheoryData<string> Names => [.. CaptionCase.All.Select(example => example.ToString())];

    [Theory, MemberData(nameof(Names))]
    public void A_caption_is_judged_as_a_person_judged_it(string name)
    {
        var example = CaptionCase.All.Single(example => example.ToString() == name);
        var verdict = DisclosureRules.Check(example.Publication);
        var seen = string.Join('\n', verdict.Findings.Select(finding => $"{finding.Code} {finding.Message}"));
        verdict.Outcome.ShouldBe(example.Verdict, $"{example.Why}\n{seen}");
        verdict.Findings.Select(finding => finding.Code).ShouldBe(example.Codes, seen);
        verdict.Findings.Select(finding => finding.Place?.Quote).OfType<string>().ShouldBe(example.Quotes, seen);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_finding_quotes_the_words_at_its_place_and_names_its_rule(string name)
    {
        var example = CaptionCase.All.Single(example => example.ToString() == name);
        foreach (var finding in DisclosureRules.Check(example.Publication).Findings)
        {
            if (finding.Code != DisclosureFindingCode.NoRules) finding.Message.ShouldContain(finding.Source.ShouldNotBeNull());
            if (finding.Place is { Offset: { } offset, Length: { } length } place) example.Texts[place.Part].Substring(offset, length).ShouldBe(place.Quote);
        }
    }
}
