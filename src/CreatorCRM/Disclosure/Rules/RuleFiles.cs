using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CreatorCRM.Disclosure.Rules;

/// <summary>Reads the embedded rules. A name that no record knows stops the start, so that a slip of the pen never loosens a rule.</summary>
internal static class RuleFiles
{
    private const string Folder = "CreatorCRM.Disclosure.Rules.";
    private static readonly JsonSerializerOptions Strict = new(CrmJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Every version of every country, a file each country.</summary>
    public static ImmutableArray<CountryRules> Countries() =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(IsCountry).Order(StringComparer.Ordinal).SelectMany(file => Read<ImmutableArray<CountryRules>>(file))];

    public static ImmutableArray<PlatformView> Platforms() => Read<ImmutableArray<PlatformView>>($"{Folder}platforms.json");

    /// <summary>Phrases that deny advertising, by language.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Denials() => Read<ImmutableSortedDictionary<string, ImmutableArray<string>>>($"{Folder}denials.json");

    /// <summary>Frequent small words by language, to tell in which one a text is.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> SmallWords() => Read<ImmutableSortedDictionary<string, ImmutableArray<string>>>($"{Folder}small-words.json");

    private static bool IsCountry(string resource) =>
        resource.StartsWith(Folder, StringComparison.Ordinal) && resource.Length == Folder.Length + "DE.json".Length && CountryCode.TryParse(resource[Folder.Length..^5], out _);

    private static T Read<T>(string resource)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not embedded.");
        return JsonSerializer.Deserialize<T>(file, Strict) ?? throw new JsonException($"{resource} is empty.");
    }
}
