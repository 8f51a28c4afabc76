using System.Collections.Frozen;
using System.Globalization;
using CreatorCRM.Common;

namespace CreatorCRM.Imports;

/// <summary>Languages by ISO 639 code and by name: in English, in the language itself, and as neighbours call the common ones.</summary>
internal static class LanguageNames
{
    private static readonly (string Names, string Code)[] Others =
    [
        ("englisch|inglés|inglês|anglais|inglese|英語", "en"), ("deutsch|alemán|alemão|allemand|tedesco|ドイツ語", "de"), ("spanisch|español|castellano|espanhol|espagnol|spagnolo|スペイン語", "es"),
        ("französisch|francés|francês|français|francese|フランス語", "fr"), ("italienisch|italiano|italien|イタリア語", "it"), ("portugiesisch|portugués|português|portugais|portoghese|ポルトガル語", "pt"),
        ("niederländisch|flemish|holandés|holandês|néerlandais|olandese", "nl"), ("japanisch|japonés|japonês|japonais|giapponese|日本語", "ja"), ("chinesisch|mandarin|chino|chinês|chinois|cinese|中国語", "zh"),
        ("russisch|ruso|russo|russe", "ru"), ("arabisch|árabe|arabe|arabo", "ar"), ("türkisch|turco|turc", "tr"), ("polnisch|polaco|polonês|polonais|polacco", "pl"), ("koreanisch|coreano|coréen|韓国語", "ko"), ("hindi", "hi"),
    ];

    private static readonly Lazy<FrozenDictionary<string, string>> ByName = new(Build);

    /// <summary>A code of two or three small letters, or null when the text names no language. <c>pt-BR</c> is Portuguese.</summary>
    public static string? Find(string text)
    {
        var folded = TextKey.Fold(text).Trim('.');
        if (ByName.Value.TryGetValue(folded, out var code)) return code;
        var end = folded.AsSpan().IndexOfAny("-_ (");
        return end > 1 && ByName.Value.TryGetValue(folded[..end], out code) ? code : null;
    }

    private static FrozenDictionary<string, string> Build()
    {
        var names = new Dictionary<string, string>();
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.NeutralCultures).Where(culture => culture.Name.Length is 2 or 3))
        {
            names[culture.Name] = culture.Name;
            names.TryAdd(culture.ThreeLetterISOLanguageName, culture.Name);
            names.TryAdd(TextKey.Fold(culture.EnglishName), culture.Name);
            names.TryAdd(TextKey.Fold(culture.NativeName), culture.Name);
        }
        foreach (var (others, code) in Others)
            foreach (var name in others.Split('|')) names.TryAdd(TextKey.Fold(name), code);
        return names.ToFrozenDictionary();
    }
}
