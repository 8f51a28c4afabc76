namespace CreatorCRM.Influencers;

/// <summary>What each platform allows in a handle. Old accounts may break today's rules, so the lengths are the widest ever seen in use.</summary>
internal static class HandleRules
{
    /// <summary>A sentence for the user, or null when the handle can exist.</summary>
    public static string? Problem(Platform platform, string handle)
    {
        var (min, max, extra, anyLetter) = Rule(platform);
        if (handle.Length < min || handle.Length > max)
            return $"'{Short(handle)}' cannot be a handle on {platform}: it has {handle.Length} characters, not {min} to {max}.";
        foreach (var c in handle)
            if (!(char.IsAsciiLetterOrDigit(c) || extra.Contains(c, StringComparison.Ordinal) || anyLetter && IsWordCharacter(c)))
                return $"'{Short(handle)}' cannot be a handle on {platform}: it contains '{c}'.";
        return null;
    }

    /// <summary>A YouTube channel id: <c>UC</c> and 22 characters.</summary>
    public static bool IsChannelId(ReadOnlySpan<char> text)
    {
        if (text.Length != 24 || !text.StartsWith("UC", StringComparison.Ordinal)) return false;
        foreach (var c in text)
            if (!(char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return false;
        return true;
    }

    public static bool IsHandleCharacter(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '\u00b7';

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static string Short(string handle) => handle.Length <= 60 ? handle : handle[..60] + "…";

    private static (int Min, int Max, string Extra, bool AnyLetter) Rule(Platform platform) => platform switch
    {
        Platform.Instagram or Platform.Threads => (1, 30, "._", false),
        Platform.Tiktok => (1, 24, "._", false),
        Platform.Youtube => (1, 100, "._-\u00b7", true),
        Platform.X => (1, 20, "_", false),
        Platform.Twitch => (1, 25, "_", false),
        Platform.Facebook => (1, 100, ".-_", true),
        Platform.Pinterest => (1, 50, "_-", false),
        Platform.Linkedin => (1, 100, "-_.", true),
        Platform.Snapchat => (1, 30, "._-", false),
        _ => (1, 100, " ._-/:~%+&='!,@?#", true),
    };
}
