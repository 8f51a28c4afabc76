using CreatorCRM.Influencers;

namespace CreatorCRM.Imports;

/// <summary>The accounts in a cell, however they are written: <c>@x</c>, an address, <c>Name (@x) | TikTok</c>, <c>ig: x, tt: y</c>, a name with a
/// channel id glued to it.</summary>
internal sealed class MentionText
{
    private static readonly char[] Separators = [',', ';', '|', '\n', '\r'];

    private readonly List<(Platform? Platform, string Handle, string? Url)> _accounts = [];

    private MentionText()
    {
    }

    public IReadOnlyList<(Platform? Platform, string Handle, string? Url)> Accounts => _accounts;

    /// <summary>What stands beside the accounts; null when nothing does.</summary>
    public string? Name { get; private set; }

    /// <summary>Addresses that are no profile.</summary>
    public List<ProfileLink> OtherLinks { get; } = [];

    /// <param name="plain">Whether words without @ are handles too, as in a column of handles.</param>
    public static MentionText Read(string cell, bool plain)
    {
        var read = new MentionText();
        var text = read.TakeLinks(cell);
        var platform = TakeTail(ref text);
        if (!read.TakeMarked(text, platform) && !read.TakeChannelId(text) && plain) read.TakePlain(text, platform);
        return read;
    }

    private string TakeLinks(string cell)
    {
        if (!cell.Contains('/', StringComparison.Ordinal)) return cell;
        var rest = new List<string>();
        foreach (var word in cell.Split([' ', '\t', '\u00a0', .. Separators], StringSplitOptions.RemoveEmptyEntries))
        {
            if (ProfileLink.TryRead(CellText.WithoutInvisible(word).Trim('"', '\'', '(', ')', '<', '>')) is not { } link) rest.Add(word);
            else if (link is { Platform: { } platform, Handle: { } handle }) Add(platform, handle, link.Url);
            else OtherLinks.Add(link);
        }
        return _accounts.Count + OtherLinks.Count == 0 ? cell : string.Join(' ', rest);
    }

    // "Mia Brot (@miabrot) | TikTok"
    private static Platform? TakeTail(ref string text)
    {
        var bar = text.LastIndexOf('|');
        if (bar <= 0 || PlatformWords.Find(TextKey.Fold(text[(bar + 1)..])) is not { } platform) return null;
        text = text[..bar];
        return platform;
    }

    private bool TakeMarked(string text, Platform? platform)
    {
        var nameEnd = -1;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            // mia@example.com is an address.
            if (at > 0 && (HandleRules.IsHandleCharacter(text[at - 1]) && !char.IsWhiteSpace(text[at - 1]))) continue;
            var end = at + 1;
            while (end < text.Length && (HandleRules.IsHandleCharacter(text[end]) || CellText.WithoutInvisible(text[end].ToString()).Length == 0)) end++;
            var handle = CellText.WithoutInvisible(text[(at + 1)..end]).TrimEnd('.');
            if (handle.Length == 0) continue;
            if (nameEnd < 0) nameEnd = at;
            Add(LabelBefore(text[..at]) ?? platform, handle, null);
        }
        if (nameEnd > 0) SetName(text[..nameEnd]);
        return nameEnd >= 0;
    }

    private bool TakeChannelId(string text)
    {
        var trimmed = CellText.WithoutInvisible(text).Trim();
        if (trimmed.Length < 24 || !HandleRules.IsChannelId(trimmed.AsSpan(trimmed.Length - 24))) return false;
        Add(Platform.Youtube, trimmed[^24..], null);
        SetName(trimmed[..^24]);
        return true;
    }

    private void TakePlain(string text, Platform? platform)
    {
        foreach (var part in text.Replace(" / ", ",", StringComparison.Ordinal).Replace(" & ", ",", StringComparison.Ordinal).Split(Separators))
        {
            var word = CellText.WithoutInvisible(part).Trim().Trim('\'', '"', '`', '\u00b4', '\u2018', '\u2019', '\u201c', '\u201d', '\u201e').Trim();
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            var label = colon > 0 ? PlatformWords.Find(TextKey.Fold(word[..colon])) : null;
            if (label is not null) word = word[(colon + 1)..].Trim();
            if (!CellText.IsNothing(word)) Add(label ?? platform, word.TrimEnd('/'), null);
        }
    }

    // "IG: @mia", "TikTok @mia"
    private static Platform? LabelBefore(string text)
    {
        var words = text.Split([' ', ':', '-', '(', ',', ';', '|', '/', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : PlatformWords.Find(TextKey.Fold(words[^1]));
    }

    private void SetName(string text)
    {
        var name = text.Trim().TrimEnd('(', '[', '-', '\u2013', '|', ':', ',', '/').TrimEnd();
        if (!CellText.IsNothing(name) && PlatformWords.Find(TextKey.Fold(name)) is null) Name = name;
    }

    private void Add(Platform? platform, string handle, string? url)
    {
        var key = Influencers.Handle.Key(handle);
        if (!_accounts.Exists(account => account.Platform == platform && Influencers.Handle.Key(account.Handle) == key)) _accounts.Add((platform, handle, url));
    }
}
