using System.Globalization;
using System.Text;

namespace CreatorCRM.Influencers;

/// <summary>What each platform allows in a handle. Old accounts may break today's rules, so the lengths are the widest ever seen in use.</summary>
internal static class HandleRules
{
    /// <summary>A sentence for the user, or null when the handle can exist.</summary>
    public static string? Problem(Platform platform, string handle)
    {
        var (min, max, extra, anyLetter) = Rule(platform);
        if (handle.Length < min || handle.Length > max)
            return $"'{Excerpt.Of(handle)}' cannot be a handle on {platform.Words()}: it has {handle.Length} characters, not {min} to {max}.";
        foreach (var rune in handle.EnumerateRunes())
        {
            var allowed = rune.IsAscii && Rune.IsLetterOrDigit(rune) || extra.Contains(rune.ToString(), StringComparison.Ordinal)
                || anyLetter && IsWordCharacter(rune);
            if (!allowed) return $"'{Excerpt.Of(handle)}' cannot be a handle on {platform.Words()}: it contains '{rune}'.";
        }
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

    // Emoji are beyond the basic plane.
    private static bool IsWordCharacter(Rune rune) => Rune.IsLetterOrDigit(rune) || !rune.IsBmp
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

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
