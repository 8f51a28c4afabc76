using CreatorCRM.Disclosure.Rules;

namespace CreatorCRM.Disclosure;

/// <summary>Puts what was found into sentences that name the rule and its source.</summary>
internal sealed class FindingWriter(CountryRules rules)
{
    public DisclosureFinding Accepted(Words words, AcceptedLabel label) =>
        Of(DisclosureFindingCode.LabelAccepted, DisclosureOutcome.Compliant, $"'{words.Quote}' marks the advertising, where it is seen.", label.Source, words.Place);

    public DisclosureFinding Doubted(Words words, DoubtfulLabel doubt) =>
        Of(doubt.Outcome == DisclosureOutcome.Unclear ? DisclosureFindingCode.LabelAmbiguous : DisclosureFindingCode.LabelInsufficient,
            doubt.Outcome, $"'{words.Quote}' {doubt.Reason}.", doubt.Source, words.Place);

    public DisclosureFinding ForOtherConsideration(Words words, AcceptedLabel label) =>
        Of(DisclosureFindingCode.LabelForOtherConsideration, DisclosureOutcome.NotCompliant,
            $"'{words.Quote}' tells only of {string.Join(" or ", label.For!.Value.Select(consideration => consideration.Words()))}, but more was given.", label.Source, words.Place);

    public DisclosureFinding OfOtherCountry(Words words, string country) =>
        Of(DisclosureFindingCode.LabelOfOtherCountry, DisclosureOutcome.Unclear,
            $"'{words.Quote}' is a label in {country}; whether the audience in {rules.Country} understands it, a person has to judge.", rules.Duty, words.Place);

    public DisclosureFinding InOtherLanguage(Words words, RuleOutcome rule, string language) =>
        Of(DisclosureFindingCode.LabelInOtherLanguage, rule.Outcome, $"'{words.Quote}' {rule.Reason} (the text seems to be in '{language}').", rule.Source, words.Place);

    public DisclosureFinding InSentence(Words words) =>
        Of(DisclosureFindingCode.LabelInSentence, DisclosureOutcome.Unclear, $"'{words.Quote}' stands within a sentence and may mean something else.", rules.Duty, words.Place);

    public DisclosureFinding BehindFold(Words words, PlatformView view) =>
        Of(DisclosureFindingCode.LabelBehindFold, DisclosureOutcome.NotCompliant, $"'{words.Quote}' is not seen at once {view.Name}{Fold(view)}.", rules.Position.Source, words.Place);

    public DisclosureFinding AmongHashtags(Words words, int crowd) =>
        Of(DisclosureFindingCode.LabelAmongHashtags, DisclosureOutcome.NotCompliant, $"'{words.Quote}' is one of {crowd} hashtags in a row.", rules.Hashtags.Source, words.Place);

    public DisclosureFinding AtEnd(Words words, DisclosureOutcome outcome) =>
        Of(DisclosureFindingCode.LabelAtEnd, outcome, $"'{words.Quote}' comes last, when everything else has been read.", rules.Position.Source, words.Place);

    public DisclosureFinding NotFirst(Words words) =>
        Of(DisclosureFindingCode.LabelNotFirst, DisclosureOutcome.Unclear, $"'{words.Quote}' can be seen, but does not come first.", rules.Position.Source, words.Place);

    public DisclosureFinding Denied(Words words) =>
        Of(DisclosureFindingCode.AdvertisingDenied, DisclosureOutcome.Unclear, $"'{words.Quote}' denies what was given in return.", rules.Duty, words.Place);

    public DisclosureFinding Missing(int part, bool evident) => evident
        ? Of(DisclosureFindingCode.LabelMissing, DisclosureOutcome.Unclear, "There is no label; the interest may be plain from the circumstances, which a person has to judge.", rules.MayBeEvident.Source, new(part, null, null, null))
        : Of(DisclosureFindingCode.LabelMissing, DisclosureOutcome.NotCompliant, "Something was given in return, but no label says so.", rules.Duty, new(part, null, null, null));

    public DisclosureFinding NothingToRead(int part) =>
        Of(DisclosureFindingCode.NothingToRead, DisclosureOutcome.Unclear, "There is no text to read; look whether the picture carries a label.", rules.Duty, new(part, null, null, null));

    public DisclosureFinding PartWithoutLabel(int part) =>
        Of(DisclosureFindingCode.PartWithoutLabel, rules.PartWithoutLabel.Outcome, $"Part {part + 1} has no label of its own: {rules.PartWithoutLabel.Reason}.", rules.PartWithoutLabel.Source, new(part, null, null, null));

    public DisclosureFinding PlatformLabelOnly() =>
        Of(DisclosureFindingCode.PlatformLabelOnly, rules.PlatformLabelAlone.Outcome, $"The platform's own label is on: {rules.PlatformLabelAlone.Reason}.", rules.PlatformLabelAlone.Source, null);

    public DisclosureFinding RecordingNotChecked(Recording recording) =>
        Of(DisclosureFindingCode.RecordingNotChecked, recording.Outcome, $"{recording.Reason}.", rules.Duty, null);

    private DisclosureFinding Of(DisclosureFindingCode code, DisclosureOutcome outcome, string sentence, string source, DisclosurePlace? place)
    {
        var law = rules.Sources[source];
        return new DisclosureFinding(code, outcome, $"{sentence} {law.Title}: {law.Says}", law.Title, place);
    }

    private static string Fold(PlatformView view) => view switch
    {
        { Characters: { } characters, Lines: { } lines } => $", where about {characters} characters or {lines} lines are shown",
        { BeforeLink: true } => ", where it belongs above the first link",
        _ => "",
    };
}
