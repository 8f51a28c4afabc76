using System.Text;
using CreatorCRM.Influencers;

namespace CreatorCRM.Imports;

/// <summary>What a header says about its column before any value is looked at.</summary>
/// <param name="Meaning">Null when it is not understood.</param>
/// <param name="Platform">Named by the header, as in <c>ig_username</c>.</param>
/// <param name="MayBeTotal">A figure that is an average only if the list means it so: a plain <c>Likes</c>.</param>
/// <param name="Multiplier">A million for <c>Subscribers (millions)</c>.</param>
internal sealed record HeaderReading(ColumnMeaning? Meaning, Platform? Platform, bool MayBeTotal = false, bool IsPercent = false, decimal Multiplier = 1)
{
    public static HeaderReading Of(string header)
    {
        var words = Words(WithoutBrackets(header, out var inBrackets));
        var unit = Words(inBrackets);
        var percent = header.Contains('%', StringComparison.Ordinal) || unit.Concat(words).Any(word => word is "percent" or "percentage" or "prozent" or "pct");
        var multiplier = unit.Append(words.LastOrDefault() ?? "").Select(word => NumberSuffix.TryWord(word, out var found) ? found : 1).Max();
        if (multiplier > 1) words.RemoveAll(word => NumberSuffix.TryWord(word, out _) && !HeaderWords.Phrases.ContainsKey(word));
        words.RemoveAll(word => word is "%" or "percent" or "percentage" or "prozent" or "pct");

        var (meaning, total) = Find(words);
        if (meaning is not null) return new HeaderReading(meaning, null, total, percent, multiplier);
        var platform = PlatformWords.Take(words) ?? PlatformWords.Take(unit);
        (meaning, total) = Find(words);
        return new HeaderReading(meaning, platform, total, percent, multiplier);
    }

    private static (ColumnMeaning? Meaning, bool MayBeTotal) Find(List<string> words)
    {
        if (words.Count == 0) return (null, false);
        var all = string.Join(' ', words);
        var average = words.Any(HeaderWords.AverageWords.Contains) || all.Contains("per post") || all.Contains("per video") || all.Contains("pro post");
        var known = HeaderWords.Phrases.TryGetValue(all, out var exact);
        if (known && !average) return (exact, false);
        if (words.Any(HeaderWords.Strangers.Contains)) return (known ? exact : null, false);

        var rest = words.Where(word => !HeaderWords.AverageWords.Contains(word) && word is not ("per" or "pro" or "post" or "video")).ToList();
        var essence = rest.Where(word => !HeaderWords.Noise.Contains(word) && !char.IsAsciiDigit(word[0]));
        foreach (var phrase in new[] { string.Join(' ', rest), string.Join(' ', essence) })
        {
            if (HeaderWords.Counts.TryGetValue(phrase, out var count)) return (count, !average);
            if (HeaderWords.Phrases.TryGetValue(phrase, out var meaning)) return (meaning, false);
        }
        return (null, false);
    }

    // "followerCount", "FOLLOWER_COUNT" and "Follower\n Count" give the same words.
    private static List<string> Words(string header)
    {
        var spaced = new StringBuilder(header.Length + 4);
        for (var i = 0; i < header.Length; i++)
        {
            if (i > 0 && char.IsUpper(header[i]) && char.IsLower(header[i - 1])) spaced.Append(' ');
            spaced.Append(header[i]);
        }
        var words = new StringBuilder(spaced.Length);
        foreach (var c in TextKey.Fold(spaced.ToString())) words.Append(char.IsLetterOrDigit(c) || c is '@' or '#' or '%' ? c : ' ');
        return [.. words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static string WithoutBrackets(string header, out string inside)
    {
        var open = header.IndexOfAny(['(', '[', '（']);
        var close = header.LastIndexOfAny([')', ']', '）']);
        inside = open >= 0 && close > open ? header[(open + 1)..close] : "";
        return open > 0 && close > open ? header[..open] + " " + header[(close + 1)..] : header;
    }
}
