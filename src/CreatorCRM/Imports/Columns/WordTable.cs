namespace CreatorCRM.Imports;

/// <summary>Word lists as text: <c>Key: word|other word</c>, continued on indented lines.</summary>
internal static class WordTable
{
    /// <summary>Every word, folded as <see cref="TextKey.Fold"/> does, with the key of its line.</summary>
    public static IEnumerable<(string Key, string Word)> Read(string table)
    {
        var key = "";
        foreach (var line in table.Split('\n'))
        {
            var words = line;
            if (line[0] != ' ') (key, words) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            foreach (var word in Words(words)) yield return (key, word);
        }
    }

    /// <summary>Folded.</summary>
    public static string[] Words(string list) =>
        [.. list.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(TextKey.Fold).Where(word => word.Length > 0)];
}
