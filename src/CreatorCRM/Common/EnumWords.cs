using System.Text.RegularExpressions;

namespace CreatorCRM.Common;

/// <summary>Enum members within sentences.</summary>
public static partial class EnumWords
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["Tiktok"] = "TikTok",
        ["Youtube"] = "YouTube",
        ["Linkedin"] = "LinkedIn",
        ["X"] = "X",
        ["Instagram"] = "Instagram",
        ["Twitch"] = "Twitch",
        ["Facebook"] = "Facebook",
        ["Pinterest"] = "Pinterest",
        ["Snapchat"] = "Snapchat",
        ["Threads"] = "Threads",
    };

    /// <summary><c>InProduction</c> reads "in production", <c>TiktokVideo</c> "TikTok video".</summary>
    public static string Words(this Enum value) =>
        string.Join(' ', Word().Matches(value.ToString()).Select(word => Names.GetValueOrDefault(word.Value) ?? word.Value.ToLowerInvariant()));

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Word();
}
