using System.Collections.Immutable;
using CreatorCRM.Disclosure.Rules;
using CreatorCRM.Disclosure.Text;

namespace CreatorCRM.Disclosure;

/// <summary>Looks for labels and denials in one text. The best label decides; those as good as it are told of, and of good ones the first.</summary>
internal sealed class CaptionCheck(RuleVersion version, RuleBook book, PlatformView view, ImmutableArray<Consideration> given, FindingWriter write)
{
    private readonly PlacementCheck _placement = new(version.Rules, view, write);

    public (DisclosureOutcome Outcome, List<DisclosureFinding> Findings) Check(string text, int part)
    {
        var caption = new Caption(text);
        var language = version.Rules.OtherLanguage is null ? null : PostLanguage.Of(caption, book.Languages);
        var (best, any) = (DisclosureOutcome.NotCompliant, false);
        var (findings, denials) = (new List<DisclosureFinding>(), new List<DisclosureFinding>());
        for (int i = 0, count; i < caption.Tokens.Count; i += count)
        {
            if (!version.Wordings.TryFind(caption.Tokens, i, out var wording, out count)) continue;
            var words = new Words(caption, i, count, part);
            if (wording.Denies) Keep(denials, [write.Denied(words)]);
            else if (Judge(wording, words, language) is { } judged)
            {
                if (judged.Outcome < best) findings.Clear();
                if (judged.Outcome <= best) Keep(findings, judged.Outcome == DisclosureOutcome.Compliant && findings.Count > 0 ? [] : judged.Findings);
                (best, any) = (judged.Outcome < best ? judged.Outcome : best, true);
            }
        }
        if (!any) (best, findings) = Missing(caption, part);
        return (best, [.. findings, .. denials]);
    }

    private static void Keep(List<DisclosureFinding> list, List<DisclosureFinding> more)
    {
        if (list.Count < PublicationCheck.MostFindings) list.AddRange(more);
    }

    // Null when the words are no label at all.
    private (DisclosureOutcome Outcome, List<DisclosureFinding> Findings)? Judge(Wording wording, Words words, string? language)
    {
        if (wording.IsHarmless) return null;
        // Several words speak for themselves even within a sentence.
        var inSentence = words.Count == 1 && !words.AreSetApart;
        if (wording.Accepted(given) is { } label)
        {
            var doubts = new List<DisclosureFinding>();
            if (inSentence) doubts.Add(write.InSentence(words));
            if (language is not null && language != label.Language) doubts.Add(write.InOtherLanguage(words, version.Rules.OtherLanguage!, language));
            if (_placement.Objection(words) is { } objection && !(inSentence && objection.Code == DisclosureFindingCode.LabelNotFirst)) doubts.Add(objection);
            return doubts.Count == 0 ? (DisclosureOutcome.Compliant, [write.Accepted(words, label)]) : (Together(doubts), doubts);
        }
        // A single word within a sentence, such as "partner", is no label.
        if (inSentence || Objection(wording, words) is not { } found) return null;
        var findings = new List<DisclosureFinding> { found };
        if (found.Outcome < DisclosureOutcome.NotCompliant && _placement.Objection(words) is { } misplaced) findings.Add(misplaced);
        return (Together(findings), findings);
    }

    private DisclosureFinding? Objection(Wording wording, Words words) =>
        wording.Doubted(given) is { } doubt ? write.Doubted(words, doubt)
        : wording.ForOthers is { } label ? write.ForOtherConsideration(words, label)
        : wording.AcceptedElsewhere is { } country ? write.OfOtherCountry(words, country)
        : null;

    private (DisclosureOutcome, List<DisclosureFinding>) Missing(Caption caption, int part)
    {
        var evident = given.All(consideration => version.Rules.MayBeEvident.Considerations.Contains(consideration));
        var finding = caption.Tokens.Count == 0 ? write.NothingToRead(part) : write.Missing(part, evident);
        return (finding.Outcome, [finding]);
    }

    // Two doubts are too many.
    private static DisclosureOutcome Together(List<DisclosureFinding> doubts) => doubts.Count > 1 ? DisclosureOutcome.NotCompliant : doubts[0].Outcome;
}
