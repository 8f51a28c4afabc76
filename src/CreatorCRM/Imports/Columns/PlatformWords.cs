using System.Collections.Frozen;
using CreatorCRM.Influencers;

namespace CreatorCRM.Imports;

/// <summary>The names that people give the platforms.</summary>
internal static class PlatformWords
{
    private static readonly FrozenDictionary<string, Platform> Words = (
        from entry in new (Platform Platform, string Names)[]
        {
            (Platform.Instagram, "instagram|insta|ig|インスタ|インスタグラム"), (Platform.Tiktok, "tiktok|tik tok|tt|ティックトック"),
            (Platform.Youtube, "youtube|you tube|yt|ユーチューブ"), (Platform.Twitch, "twitch|twitch tv"), (Platform.X, "x|twitter|x twitter|twitter x"),
            (Platform.Facebook, "facebook|fb|フェイスブック"), (Platform.Pinterest, "pinterest"), (Platform.Linkedin, "linkedin|linked in"),
            (Platform.Snapchat, "snapchat|snap"), (Platform.Threads, "threads"), (Platform.Blog, "blog"), (Platform.Podcast, "podcast"),
            (Platform.Newsletter, "newsletter"),
        }
        from name in entry.Names.Split('|')
        select (Name: TextKey.Fold(name), entry.Platform)).ToFrozenDictionary(pair => pair.Name, pair => pair.Platform);

    // Long enough to be found at the start of a word that was glued together: "tiktokfollowers".
    private static readonly (string Name, Platform Platform)[] Prefixes =
        [.. from word in Words where word.Key.Length >= 6 && !word.Key.Contains(' ') select (word.Key, word.Value)];

    /// <param name="folded">As <see cref="TextKey.Fold"/> gives it.</param>
    public static Platform? Find(string folded) => Words.TryGetValue(folded, out var platform) ? platform : null;

    /// <summary>Takes the first name of a platform out of a header's words.</summary>
    public static Platform? Take(List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (i + 1 < words.Count && Words.TryGetValue($"{words[i]} {words[i + 1]}", out var pair)) return Remove(words, i, 2, pair);
            if (Words.TryGetValue(words[i], out var platform)) return Remove(words, i, 1, platform);
            foreach (var (name, glued) in Prefixes)
            {
                if (words[i].Length <= name.Length + 2 || !words[i].StartsWith(name, StringComparison.Ordinal)) continue;
                words[i] = words[i][name.Length..];
                return glued;
            }
        }
        return null;
    }

    private static Platform Remove(List<string> words, int at, int count, Platform platform)
    {
        words.RemoveRange(at, count);
        return platform;
    }
}
