using CreatorCRM.Influencers;

namespace CreatorCRM.Imports;

/// <summary>A web address in a cell, and the account it leads to.</summary>
/// <param name="Platform">Null for any other site.</param>
/// <param name="Handle">Null when the address is no profile: a post, a search, a group.</param>
/// <param name="Url">With scheme, without query and fragment.</param>
internal sealed record ProfileLink(Platform? Platform, string? Handle, string Url)
{
    private static readonly (string Domain, Platform Platform)[] Domains =
    [
        ("instagram.com", Influencers.Platform.Instagram), ("instagr.am", Influencers.Platform.Instagram), ("tiktok.com", Influencers.Platform.Tiktok),
        ("youtube.com", Influencers.Platform.Youtube), ("youtu.be", Influencers.Platform.Youtube), ("twitch.tv", Influencers.Platform.Twitch),
        ("x.com", Influencers.Platform.X), ("twitter.com", Influencers.Platform.X), ("facebook.com", Influencers.Platform.Facebook),
        ("fb.com", Influencers.Platform.Facebook), ("fb.me", Influencers.Platform.Facebook), ("linkedin.com", Influencers.Platform.Linkedin),
        ("snapchat.com", Influencers.Platform.Snapchat), ("threads.net", Influencers.Platform.Threads), ("threads.com", Influencers.Platform.Threads),
    ];

    // First parts of a path that are pages of the platform itself, not people.
    private static readonly HashSet<string> Pages = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "reel", "reels", "tv", "explore", "watch", "shorts", "playlist", "results", "feed", "hashtag", "tag", "search", "home", "intent", "share", "i",
        "groups", "events", "discover", "directory", "videos", "video", "pin", "posts", "feed", "t", "story.php", "photo.php", "login", "help", "about",
        "settings",
    };

    public static bool LooksLike(ReadOnlySpan<char> text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        || text.IndexOf('/') is var slash and > 3 && text[..slash].Contains('.') && PlatformOf(text[..slash]) is not null;

    public static ProfileLink? TryRead(string text)
    {
        if (!LooksLike(text)) return null;
        var address = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || !uri.Host.Contains('.', StringComparison.Ordinal)) return null;
        var platform = PlatformOf(uri.Host);
        var parts = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => CellText.WithoutInvisible(Uri.UnescapeDataString(part)).Trim()).Where(part => part.Length > 0).ToArray();
        return uri.AbsolutePath == "/profile.php" && Query(uri, "id") is { } id
            ? new ProfileLink(platform, id, $"https://{uri.Host}/profile.php?id={id}")
            : new ProfileLink(platform, platform is { } known ? HandleOf(known, parts) : null, $"{uri.Scheme}://{uri.Host}{uri.AbsolutePath}".TrimEnd('/'));
    }

    private static Platform? PlatformOf(ReadOnlySpan<char> host)
    {
        foreach (var (domain, platform) in Domains)
            if (host.EndsWith(domain, StringComparison.OrdinalIgnoreCase) && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.'))
                return platform;
        // pinterest.com, pinterest.de, pinterest.co.uk, in.pinterest.com
        return host.StartsWith("pinterest.", StringComparison.OrdinalIgnoreCase) || host.Contains(".pinterest.", StringComparison.OrdinalIgnoreCase)
            ? Influencers.Platform.Pinterest : null;
    }

    private static string? HandleOf(Platform platform, string[] parts)
    {
        if (parts.Length == 0) return null;
        var first = parts[0];
        var second = parts.Length > 1 ? parts[1] : null;
        var handle = (platform, first.ToLowerInvariant()) switch
        {
            (Influencers.Platform.Youtube, "channel" or "c" or "user") => second,
            (Influencers.Platform.Linkedin, "in" or "company" or "school") => second,
            (Influencers.Platform.Linkedin, _) => null,
            (Influencers.Platform.Snapchat, "add") => second,
            (Influencers.Platform.Instagram, "stories") => second,
            (Influencers.Platform.Facebook, "pages" or "people") => parts.Length > 2 ? parts[2] : second,
            (Influencers.Platform.Tiktok or Influencers.Platform.Threads, _) when first[0] != '@' => null,
            _ => Pages.Contains(first) ? null : first,
        };
        return handle?.TrimStart('@') is { Length: > 0 } found ? found : null;
    }

    private static string? Query(Uri uri, string name) => uri.Query.TrimStart('?').Split('&')
        .Select(pair => pair.Split('=', 2)).FirstOrDefault(pair => pair.Length == 2 && pair[0] == name && pair[1].Length > 0)?[1];
}
