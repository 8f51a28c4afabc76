using CreatorCRM.Disclosure.Text;

namespace CreatorCRM.Disclosure;

/// <summary>Some tokens in a row within one part of a publication.</summary>
internal readonly record struct Words(Caption Caption, int First, int Count, int Part)
{
    public int Last => First + Count - 1;
    public int Offset => Caption.Tokens[First].Offset;
    public int End => Caption.Tokens[Last].End;
    public bool AreSetApart => Caption.IsSetApart(First);
    public string Quote => Excerpt.Of(Caption.Text[Offset..End]);
    public DisclosurePlace Place => new(Part, Offset, End - Offset, Quote);
}
