using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CreatorCRM.Disclosure.Rules;

/// <summary>
/// Reads the embedded rules. Another country is another file, named after it. A name that no record knows is refused, so that a slip of the pen never
/// loosens a rule.
/// </summary>
internal static class RuleFiles
{
    private const string Folder = "CreatorCRM.Disclosure.Rules.";
    private static readonly Assembly Here = typeof(RuleFiles).Assembly;
    private static readonly JsonSerializerOptions Strict = new(CrmJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Every version of every country, a file each country.</summary>
    public static ImmutableArray<CountryRules> Countries() =>
        [.. Here.GetManifestResourceNames().Where(IsCountry).Order(StringComparer.Ordinal).SelectMany(file => Read<ImmutableArray<CountryRules>>(file))];

    public static ImmutableArray<PlatformView> Platforms() => Read<ImmutableArray<PlatformView>>($"{Folder}platforms.json");

    /// <summary>Phrases that deny advertising, by language.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Denials() => WordsByLanguage("denials.json");

    /// <summary>Frequent small words by language, to tell in which one a text is.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> SmallWords() => WordsByLanguage("small-words.json");

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> WordsByLanguage(string file) =>
        Read<ImmutableSortedDictionary<string, ImmutableArray<string>>>(Folder + file);

    private static bool IsCountry(string resource) => resource.StartsWith(Folder, StringComparison.Ordinal)
        && resource.Length == Folder.Length + "DE.json".Length && CountryCode.TryParse(resource[Folder.Length..^".json".Length], out _);

    private static T Read<T>(string resource)
    {
        using var file = Here.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not embedded.");
        return JsonSerializer.Deserialize<T>(file, Strict) ?? throw new JsonException($"{resource} is empty.");
    }
}
