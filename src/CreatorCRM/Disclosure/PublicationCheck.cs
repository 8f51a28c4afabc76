using System.Collections.Immutable;
using CreatorCRM.Disclosure.Rules;

namespace CreatorCRM.Disclosure;

/// <summary>Brings together what the parts of a publication say and what lies outside of its text.</summary>
internal sealed class PublicationCheck(RuleVersion version, RuleBook book, Publication publication)
{
    // So many findings tell a manager enough; a text may hold thousands.
    public const int MostFindings = 20;
    private readonly CountryRules _rules = version.Rules;
    private readonly PlatformView _view = book.ViewOf(publication.Kind);
    private readonly FindingWriter _write = new(version.Rules);

    public (DisclosureOutcome, ImmutableArray<DisclosureFinding>) Run()
    {
        var findings = new List<DisclosureFinding>();
        var outcome = OfParts(findings);
        if (publication.PlatformLabel && outcome > DisclosureOutcome.Compliant) outcome = WithPlatformLabel(outcome, findings);
        if (outcome == DisclosureOutcome.Compliant && _view.Recording is { } recording)
        {
            findings.Add(_write.RecordingNotChecked(recording));
            outcome = recording.Outcome;
        }
        // A text that denies contradicts its own label.
        if (outcome == DisclosureOutcome.Compliant && findings.Exists(IsDenial)) outcome = DisclosureOutcome.Unclear;
        return (outcome, [.. findings.OrderByDescending(finding => finding.Outcome).Take(MostFindings)]);
    }

    private DisclosureOutcome OfParts(List<DisclosureFinding> findings)
    {
        var check = new CaptionCheck(version, book, _view, publication.Considerations, _write);
        var worst = DisclosureOutcome.Compliant;
        var labelled = false;
        ImmutableArray<string> texts = publication.Texts.IsDefaultOrEmpty ? [""] : publication.Texts;
        for (var part = 0; part < texts.Length; part++)
        {
            var (outcome, found) = check.Check(texts[part], part);
            if (labelled && found.FindIndex(IsMissing) is >= 0 and var missing)
            {
                found[missing] = _write.PartWithoutLabel(part);
                outcome = _rules.PartWithoutLabel.Outcome;
            }
            labelled |= outcome == DisclosureOutcome.Compliant;
            worst = outcome > worst ? outcome : worst;
            findings.AddRange(found.Take(MostFindings));
        }
        return worst;
    }

    private static bool IsDenial(DisclosureFinding finding) => finding.Code == DisclosureFindingCode.AdvertisingDenied;

    private static bool IsMissing(DisclosureFinding finding) =>
        finding is { Code: DisclosureFindingCode.LabelMissing, Outcome: DisclosureOutcome.NotCompliant };

    private DisclosureOutcome WithPlatformLabel(DisclosureOutcome without, List<DisclosureFinding> findings)
    {
        findings.Add(_write.PlatformLabelOnly());
        return _rules.PlatformLabelAlone.Outcome < without ? _rules.PlatformLabelAlone.Outcome : without;
    }
}
