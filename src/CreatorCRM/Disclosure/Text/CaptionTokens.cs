namespace CreatorCRM.Disclosure.Text;

/// <summary>Cuts a text into words, hashtags, mentions and links, in time proportional to its length.</summary>
internal static class CaptionTokens
{
    public static List<CaptionToken> Of(string text)
    {
        var cutter = new TokenCutter();
        var runes = new FoldedRunes(text);
        while (runes.MoveNext()) cutter.Take(runes.Current, runes.Offset, runes.End);
        return cutter.Finish();
    }

    /// <summary>The folded words of a phrase.</summary>
    public static string[] Words(string phrase) => [.. Of(phrase).Select(token => token.Key)];
}
