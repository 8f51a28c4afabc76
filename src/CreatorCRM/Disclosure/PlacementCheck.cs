using CreatorCRM.Disclosure.Rules;
using CreatorCRM.Disclosure.Text;

namespace CreatorCRM.Disclosure;

/// <summary>Whether a label stands where people see it.</summary>
internal sealed class PlacementCheck(CountryRules rules, PlatformView view, FindingWriter write)
{
    /// <summary>The gravest objection against the place; null when it is in order.</summary>
    public DisclosureFinding? Objection(Words words)
    {
        var caption = words.Caption;
        var isFirst = caption.IsFirst(words.First);
        if (IsBehindFold(words)) return write.BehindFold(words, view);
        if (!isFirst && caption.Crowd(words.First) is var crowd && crowd >= rules.Hashtags.Size) return write.AmongHashtags(words, crowd);
        if (isFirst || view.Slides) return null;
        if (rules.Position.AtEnd is { } outcome && caption.IsLast(words.Last)) return write.AtEnd(words, outcome);
        return IsInPosition(caption.Tokens[words.Last]) ? null : write.NotFirst(words);
    }

    private bool IsBehindFold(Words words)
    {
        var last = words.Caption.Tokens[words.Last];
        return last.Visible > view.Characters || last.Line >= view.Lines || view.BeforeLink && words.Offset > words.Caption.FirstLink;
    }

    private bool IsInPosition(CaptionToken last) => rules.Position.Where switch
    {
        Where.FirstLine => last.Line == 0,
        Where.AtStart => false,
        _ => true,
    };
}
