using System.Collections.Frozen;
using System.Globalization;

namespace CreatorCRM.Imports;

/// <summary>What may stand behind a number: <c>K</c>, <c>M</c>, <c>Mio.</c>, <c>万</c>, a percent sign, a currency, a unit.</summary>
internal static class NumberSuffix
{
    private static readonly FrozenDictionary<string, decimal> Words = new Dictionary<string, decimal>
    {
        ["k"] = 1e3m,
        ["tsd"] = 1e3m,
        ["mil"] = 1e3m,
        ["thousand"] = 1e3m,
        ["thousands"] = 1e3m,
        ["tausend"] = 1e3m,
        ["miles"] = 1e3m,
        ["千"] = 1e3m,
        ["m"] = 1e6m,
        ["mn"] = 1e6m,
        ["mm"] = 1e6m,
        ["mio"] = 1e6m,
        ["mill"] = 1e6m,
        ["mi"] = 1e6m,
        ["million"] = 1e6m,
        ["millions"] = 1e6m,
        ["millionen"] = 1e6m,
        ["millones"] = 1e6m,
        ["milhões"] = 1e6m,
        ["milioni"] = 1e6m,
        ["百万"] = 1e6m,
        ["b"] = 1e9m,
        ["bn"] = 1e9m,
        ["mrd"] = 1e9m,
        ["billion"] = 1e9m,
        ["billions"] = 1e9m,
        ["milliarden"] = 1e9m,
        ["万"] = 1e4m,
        ["億"] = 1e8m,
        ["lakh"] = 1e5m,
        ["lakhs"] = 1e5m,
        ["crore"] = 1e7m,
        ["cr"] = 1e7m,
        ["人"] = 1m,
        ["万人"] = 1e4m,
        ["followers"] = 1m,
        ["follower"] = 1m,
        ["subscribers"] = 1m,
        ["eur"] = 1m,
        ["usd"] = 1m,
        ["gbp"] = 1m,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> Spans = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool TryRead(ReadOnlySpan<char> suffix, out decimal multiplier, out bool percent)
    {
        (multiplier, percent) = (1, false);
        if (suffix.IsEmpty) return true;
        var text = suffix;
        while (!text.IsEmpty && IsSign(text[^1]))
        {
            percent |= text[^1] is '%' or '\uFF05';
            text = text[..^1];
        }
        return text.IsEmpty || TryWord(text, out multiplier);
    }

    /// <summary>The multiplier that a word of a header names: a million for <c>millions</c>.</summary>
    public static bool TryWord(ReadOnlySpan<char> word, out decimal multiplier) => Spans.TryGetValue(word, out multiplier);

    // "10K+", "Mio.", "1,39 %", "250 €".
    private static bool IsSign(char c) =>
        c is '%' or '\uFF05' or '+' or '.' || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol;
}
