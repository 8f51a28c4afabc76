using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CreatorCRM.Storage;

/// <summary>Enum members are stored under their names in the API, such as <c>DIRECT_MESSAGE</c>, so that renumbering changes nothing.</summary>
public sealed class ScreamingSnakeConverter<TEnum>() : ValueConverter<TEnum, string>(value => NameOf(value), name => Parse(name))
    where TEnum : struct, Enum
{
    private static readonly Dictionary<TEnum, string> Names =
        Enum.GetValues<TEnum>().ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()));

    private static readonly Dictionary<string, TEnum> Values = Names.ToDictionary(entry => entry.Value, entry => entry.Key, StringComparer.Ordinal);

    private static string NameOf(TEnum value) =>
        Names.TryGetValue(value, out var name) ? name : throw new InvalidOperationException($"{value} is no member of {typeof(TEnum).Name}.");

    private static TEnum Parse(string name) =>
        Values.TryGetValue(name, out var value)
            ? value
            : throw new InvalidOperationException($"The store holds '{name}', which this program does not know as a {typeof(TEnum).Name}.");
}
