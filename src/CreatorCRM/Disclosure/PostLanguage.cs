using CreatorCRM.Disclosure.Text;

namespace CreatorCRM.Disclosure;

/// <summary>Tells the language of a text by its frequent small words.</summary>
internal static class PostLanguage
{
    // Fewer words than this may be a quotation or a brand.
    private const int Enough = 4;

    /// <summary>ISO 639-1; null when it is not clear.</summary>
    public static string? Of(Caption caption, IReadOnlyDictionary<string, string> smallWords)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var token in caption.Tokens)
        {
            if (token.Kind == TokenKind.Word && smallWords.TryGetValue(token.Key, out var language)) counts[language] = counts.GetValueOrDefault(language) + 1;
        }
        var ranked = counts.OrderByDescending(count => count.Value).Take(2).ToArray();
        return ranked.Length > 0 && ranked[0].Value >= Enough && (ranked.Length == 1 || ranked[0].Value >= 2 * ranked[1].Value) ? ranked[0].Key : null;
    }
}
