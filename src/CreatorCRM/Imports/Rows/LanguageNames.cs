using System.Collections.Frozen;
using System.Globalization;

namespace CreatorCRM.Imports;

/// <summary>Languages by ISO 639 code and by name: in English, in the language itself, and as neighbours call the common ones.</summary>
internal static class LanguageNames
{
    private const string Others =
        """
        en: englisch|inglés|inglês|anglais|inglese|英語
        de: deutsch|alemán|alemão|allemand|tedesco|ドイツ語
        es: spanisch|español|castellano|espanhol|espagnol|spagnolo|スペイン語
        fr: französisch|francés|francês|français|francese|フランス語
        it: italienisch|italiano|italien|イタリア語
        pt: portugiesisch|portugués|português|portugais|portoghese|ポルトガル語
        nl: niederländisch|flemish|holandés|holandês|néerlandais|olandese
        ja: japanisch|japonés|japonês|japonais|giapponese|日本語
        zh: chinesisch|mandarin|chino|chinês|chinois|cinese|中国語
        ru: russisch|ruso|russo|russe
        ar: arabisch|árabe|arabe|arabo
        tr: türkisch|turco|turc
        pl: polnisch|polaco|polonês|polonais|polacco
        ko: koreanisch|coreano|coréen|韓国語
        hi: hindi
        """;

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
        foreach (var (code, name) in WordTable.Read(Others)) names.TryAdd(name, code);
        return names.ToFrozenDictionary();
    }
}
