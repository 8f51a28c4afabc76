namespace CreatorCRM.Disclosure.Text;

/// <summary>
/// Finds known phrases among tokens: as whole words in a row, written together as one word or hashtag, or letter by letter. The longest one counts.
/// </summary>
internal sealed class PhraseIndex<T>
{
    // Fewer single letters in a row are mostly something else: "vitamins A D".
    private const int LettersToSpell = 4;
    private readonly Dictionary<string, List<(string[] Words, T Meaning)>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T> _together = new(StringComparer.Ordinal);

    /// <summary>What a phrase means. All ways to write the same letters, such as "affiliate link" and "affiliatelink", mean the same.</summary>
    /// <param name="create">Makes a meaning when these letters have none yet.</param>
    public T Add(string phrase, Func<T> create)
    {
        var words = CaptionTokens.Words(phrase);
        var letters = string.Concat(words);
        if (!_together.TryGetValue(letters, out var meaning)) _together[letters] = meaning = create();
        AddInARow(words, meaning);
        if (words.Length == 1 && letters.Length >= LettersToSpell) AddInARow([.. letters.Select(letter => letter.ToString())], meaning);
        return meaning;
    }

    private void AddInARow(string[] words, T meaning)
    {
        if (!_byFirstWord.TryGetValue(words[0], out var phrases)) _byFirstWord[words[0]] = phrases = [];
        if (phrases.Exists(phrase => phrase.Words.SequenceEqual(words))) return;
        phrases.Add((words, meaning));
        phrases.Sort((a, b) => b.Words.Length - a.Words.Length);
    }

    /// <summary>What begins at a token, and how many tokens it takes.</summary>
    public bool TryFind(List<CaptionToken> tokens, int at, out T meaning, out int count)
    {
        var first = tokens[at];
        (meaning, count) = (default!, 1);
        // A part of an address is no word.
        if (first is { Kind: TokenKind.Word, Gap: Gap.Glued }) return false;
        if (first.Kind == TokenKind.Word && _byFirstWord.TryGetValue(first.Key, out var phrases))
        {
            foreach (var (words, found) in phrases)
            {
                if (!Follow(tokens, at, words)) continue;
                (meaning, count) = (found, words.Length);
                return true;
            }
        }
        return first.Kind is TokenKind.Word or TokenKind.Hashtag && _together.TryGetValue(first.Key, out meaning!);
    }

    private static bool Follow(List<CaptionToken> tokens, int at, string[] words)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (at + i >= tokens.Count || tokens[at + i].Key != words[i]) return false;
            if (tokens[at + i] is not { Kind: TokenKind.Word or TokenKind.Hashtag, Gap: Gap.Blank or Gap.Joined }) return false;
        }
        return true;
    }
}
