namespace CreatorCRM.Storage;

/// <summary>The folded words of a search text.</summary>
internal static class SearchWords
{
    public const int MaxLength = 200;
    public const int MaxWords = 10;

    /// <summary>The engines index three letters at a time: a shorter word is looked for row by row.</summary>
    public static bool IsIndexed(string word) => word.EnumerateRunes().Count() >= 3;

    /// <exception cref="InvalidFilterException">Too long, or too many words.</exception>
    public static IReadOnlyList<string> Of(string? query)
    {
        if (query is null) return [];
        if (query.Length > MaxLength) throw new InvalidFilterException("query", $"A search text may have at most {MaxLength} characters.");
        var words = TextKey.Fold(query).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToArray();
        return words.Length <= MaxWords ? words : throw new InvalidFilterException("query", $"A search text may have at most {MaxWords} words.");
    }
}
