using System.Collections.Frozen;
using System.Globalization;

namespace CreatorCRM.Imports;

/// <summary>Countries by ISO 3166 code, by flag, and by their names in the languages that lists come in.</summary>
internal static class CountryNames
{
    private const string Languages = "en de es pt fr it nl pl tr ja";

    private const string Others =
        """
        GB: uk|u.k.|great britain|england|scotland|wales|northern ireland|großbritannien|grossbritannien|gran bretaña|イギリス
        US: u.s.|u.s.a.|united states of america|america|amerika|estados unidos de américa|usa|アメリカ
        AE: uae|u.a.e.|emirates
        KR: south korea|korea|republic of korea|südkorea
        RU: russia
        CZ: czech republic|tschechische republik
        NL: holland
        TR: turkey
        HK: hong kong
        MO: macau
        TW: taiwan
        VN: vietnam|viet nam
        CI: ivory coast
        SA: ksa
        BR: brasil
        BA: bosnia
        MK: macedonia
        """;

    private static readonly Lazy<FrozenDictionary<string, string>> ByName = new(Build);

    /// <summary>Two capital letters, or null when the text names no country. "Lagos, Nigeria" is Nigeria.</summary>
    public static string? Find(string text)
    {
        if (Flag(text) is { } flag) return flag;
        var folded = TextKey.Fold(text).Trim(' ', '.', ',');
        if (ByName.Value.TryGetValue(folded, out var code)) return code;
        var comma = folded.LastIndexOf(',');
        return comma > 0 && ByName.Value.TryGetValue(folded[(comma + 1)..].Trim(), out code) && folded.Length - comma > 3 ? code : null;
    }

    // Two regional indicator symbols, each a surrogate pair.
    private static string? Flag(string text)
    {
        if (text.Length < 4 || !char.IsSurrogatePair(text, 0) || !char.IsSurrogatePair(text, 2)) return null;
        int first = char.ConvertToUtf32(text, 0) - 0x1F1E6, second = char.ConvertToUtf32(text, 2) - 0x1F1E6;
        if (first is < 0 or > 25 || second is < 0 or > 25) return null;
        var code = $"{(char)('A' + first)}{(char)('A' + second)}";
        return ByName.Value.ContainsKey(code.ToLowerInvariant()) ? code : null;
    }

    private static FrozenDictionary<string, string> Build()
    {
        var names = new Dictionary<string, string>();
        foreach (var (code, name) in WordTable.Read(Others)) names.TryAdd(name.Trim('.'), code);
        var regions = CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => new RegionInfo(culture.Name))
            .Where(region => region.TwoLetterISORegionName is [>= 'A' and <= 'Z', >= 'A' and <= 'Z']).DistinctBy(region => region.TwoLetterISORegionName)
            .ToList();
        foreach (var region in regions)
        {
            var code = region.TwoLetterISORegionName;
            names[code.ToLowerInvariant()] = code;
            names.TryAdd(region.ThreeLetterISORegionName.ToLowerInvariant(), code);
            names.TryAdd(TextKey.Fold(region.EnglishName), code);
            // ICU knows each country's name in each language as the native name of a locale such as de-FR.
            foreach (var language in Languages.Split(' ')) names.TryAdd(TextKey.Fold(new RegionInfo($"{language}-{code}").NativeName), code);
        }
        return names.ToFrozenDictionary();
    }
}
