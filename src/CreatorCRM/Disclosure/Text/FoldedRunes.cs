using System.Globalization;
using System.Text;

namespace CreatorCRM.Disclosure.Text;

/// <summary>
/// Goes through a text character by character as a reader sees it: case, width and accents make no difference, and what is invisible is passed over.
/// </summary>
internal ref struct FoldedRunes(string text)
{
    private int _next;

    /// <summary>Folded, mostly one character: "ﬁ" gives "fi", "Ä" gives "a", "＃" gives "#". A line break of any kind is "\n", a blank " ".</summary>
    public string Current { get; private set; } = "";
    public int Offset { get; private set; }
    public readonly int End => _next;

    public bool MoveNext()
    {
        while (_next < text.Length)
        {
            Offset = _next;
            Current = Fold(ref _next, text);
            if (Current.Length > 0) return true;
        }
        return false;
    }

    private static string Fold(ref int next, string text)
    {
        var c = text[next];
        if (char.IsAscii(c))
        {
            next++;
            if (c == '\r' && next < text.Length && text[next] == '\n') next++;
            return Ascii[c];
        }
        if (Rune.DecodeFromUtf16(text.AsSpan(next), out var rune, out var length) != System.Buffers.OperationStatus.Done)
        {
            next += length;
            return "\uFFFD";
        }
        next += length;
        if (rune.Value is 0x85 or 0x2028 or 0x2029) return "\n";
        // Letters in black circles and squares, the only ones that Unicode does not decompose.
        if (rune.Value is >= 0x1F150 and <= 0x1F169) return ((char)('a' + rune.Value - 0x1F150)).ToString();
        if (rune.Value is >= 0x1F170 and <= 0x1F189) return ((char)('a' + rune.Value - 0x1F170)).ToString();
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Control => "",
            UnicodeCategory.OtherNotAssigned => "\uFFFD",
            UnicodeCategory.SpaceSeparator => " ",
            _ => WithoutMarks(rune.ToString().Normalize(NormalizationForm.FormKD)).ToLowerInvariant(),
        };
    }

    private static string WithoutMarks(string decomposed) => decomposed.Any(IsMark) ? string.Concat(decomposed.Where(c => !IsMark(c))) : decomposed;

    private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(code => (char)code switch
    {
        '\n' or '\r' or '\v' or '\f' => "\n",
        '\t' => " ",
        var c when char.IsControl(c) => "",
        var c => char.ToLowerInvariant(c).ToString(),
    })];
}
