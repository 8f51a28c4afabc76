using CreatorCRM.Disclosure.Rules;
using static CreatorCRM.Disclosure.DisclosureFindingCode;
using static CreatorCRM.Disclosure.DisclosureOutcome;

namespace CreatorCRM.Disclosure;

/// <summary>Puts what was found into sentences that name the rule and its source.</summary>
internal sealed class FindingWriter(CountryRules rules)
{
    public DisclosureFinding Accepted(Words words, AcceptedLabel label) =>
        About(words, LabelAccepted, Compliant, "marks the advertising, where it is seen", label.Source);

    public DisclosureFinding Doubted(Words words, DoubtfulLabel doubt) =>
        About(words, doubt.Outcome == Unclear ? LabelAmbiguous : LabelInsufficient, doubt.Outcome, doubt.Reason, doubt.Source);

    public DisclosureFinding ForOtherConsideration(Words words, AcceptedLabel label)
    {
        var told = string.Join(" or ", label.For!.Value.Select(consideration => $"'{consideration.Words()}'"));
        return About(words, LabelForOtherConsideration, NotCompliant, $"tells only of {told}, but more was given", label.Source);
    }

    public DisclosureFinding OfOtherCountry(Words words, string country)
    {
        var reason = $"is a label in {country}; a person has to judge whether people in {rules.Country} understand it";
        return About(words, LabelOfOtherCountry, Unclear, reason, rules.Duty);
    }

    public DisclosureFinding InOtherLanguage(Words words, RuleOutcome rule, string language) =>
        About(words, LabelInOtherLanguage, rule.Outcome, $"{rule.Reason} (the text seems to be in '{language}')", rule.Source);

    public DisclosureFinding InSentence(Words words) =>
        About(words, LabelInSentence, Unclear, "stands within a sentence or compound and may mean something else", rules.Duty);

    public DisclosureFinding BehindFold(Words words, PlatformView view) =>
        About(words, LabelBehindFold, NotCompliant, $"is not seen at once {view.Name}, {Fold(view)}", rules.Position.Source);

    public DisclosureFinding AmongHashtags(Words words, int crowd) =>
        About(words, LabelAmongHashtags, NotCompliant, $"is one of {crowd} hashtags in a row", rules.Hashtags.Source);

    public DisclosureFinding AtEnd(Words words, DisclosureOutcome outcome) =>
        About(words, LabelAtEnd, outcome, "comes last, when everything else has been read", rules.Position.Source);

    public DisclosureFinding NotFirst(Words words) => About(words, LabelNotFirst, Unclear, "can be seen, but does not come first", rules.Position.Source);

    public DisclosureFinding Denied(Words words) => About(words, AdvertisingDenied, Unclear, "denies what was given in return", rules.Duty);

    public DisclosureFinding Missing(int part, bool evident) => evident
        ? Of(LabelMissing, Unclear, "No label was found; a person has to judge whether the interest is plain anyway.", rules.MayBeEvident.Source, Whole(part))
        : Of(LabelMissing, NotCompliant, "Something was given in return, but no label says so.", rules.Duty, Whole(part));

    public DisclosureFinding NothingToRead(int part) =>
        Of(DisclosureFindingCode.NothingToRead, Unclear, "There is no text to read; look whether the picture carries a label.", rules.Duty, Whole(part));

    public DisclosureFinding PartWithoutLabel(int part)
    {
        var rule = rules.PartWithoutLabel;
        return Of(DisclosureFindingCode.PartWithoutLabel, rule.Outcome, $"Part {part + 1} has no label of its own: {rule.Reason}.", rule.Source, Whole(part));
    }

    public DisclosureFinding PlatformLabelOnly()
    {
        var rule = rules.PlatformLabelAlone;
        return Of(DisclosureFindingCode.PlatformLabelOnly, rule.Outcome, $"The platform's own label is on: {rule.Reason}.", rule.Source, null);
    }

    public DisclosureFinding RecordingNotChecked(Recording recording) =>
        Of(DisclosureFindingCode.RecordingNotChecked, recording.Outcome, $"{recording.Reason}.", rules.Duty, null);

    private DisclosureFinding About(Words words, DisclosureFindingCode code, DisclosureOutcome outcome, string reason, string source) =>
        Of(code, outcome, $"'{words.Quote}' {reason}.", source, words.Place);

    private DisclosureFinding Of(DisclosureFindingCode code, DisclosureOutcome outcome, string sentence, string source, DisclosurePlace? place)
    {
        var law = rules.Sources[source];
        return new DisclosureFinding(code, outcome, $"{sentence} {law.Title}: {law.Says}", law.Title, place);
    }

    private static DisclosurePlace Whole(int part) => new(part, null, null, null);

    private static string Fold(PlatformView view)
    {
        string?[] limits = [view.Characters is { } characters ? $"about {characters} characters" : null, view.Lines is { } lines ? $"{lines} lines" : null];
        var shown = string.Join(" or ", limits.OfType<string>());
        return view.BeforeLink ? $"where it belongs above the first link and within {shown}" : $"where {shown} are shown";
    }
}
