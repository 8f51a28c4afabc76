using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Hosting;

/// <summary>
/// The limits of the API, from the section <c>GraphQL</c>. A name that means nothing is refused, too: a limit with a typing error would limit nothing.
/// </summary>
public static class GraphQLSettings
{
    private static readonly PropertyInfo[] Settings = [.. typeof(GraphQLHostOptions).GetProperties().Where(property => property.CanWrite)];

    /// <exception cref="StartupException">A setting is unknown, cannot be read or makes no sense.</exception>
    public static void Read(IConfiguration configuration, GraphQLHostOptions options)
    {
        foreach (var given in configuration.GetSection("GraphQL").GetChildren())
        {
            var setting = Array.Find(Settings, setting => setting.Name.Equals(given.Key, StringComparison.OrdinalIgnoreCase))
                ?? throw new StartupException($"GraphQL__{given.Key} is no setting. There are {string.Join(", ", Settings.Select(known => $"GraphQL__{known.Name}"))}.");
            setting.SetValue(options, setting.PropertyType == typeof(PersistedDocuments) ? PersistedDocuments.Read(given.Value ?? "") : Read(setting,
                given.Value));
        }
        if (options.OnlyPersistedDocuments && options.PersistedDocuments.Count == 0)
            throw new StartupException("GraphQL__OnlyPersistedDocuments is on, but there are no documents, so nothing could run. Name their manifests in GraphQL__PersistedDocuments.");
        if (options.MaxCost > options.CostBudget)
            throw new StartupException($"GraphQL__MaxCost is {options.MaxCost} and GraphQL__CostBudget {options.CostBudget}: an operation that may cost more than the whole budget could never run.");
    }

    private static object Read(PropertyInfo setting, string? text)
    {
        try
        {
            var value = TypeDescriptor.GetConverter(setting.PropertyType).ConvertFromString(null, CultureInfo.InvariantCulture, text ?? "");
            if (value is string { Length: > 0 } or bool or > 0 or > 0L || (value is TimeSpan time && time > TimeSpan.Zero && time < TimeSpan.FromDays(24)))
                return value;
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            // Told below, in the same words as a value out of range.
        }
        throw new StartupException($"GraphQL__{setting.Name} is '{text}'. Give {Wanted(setting.PropertyType)}.");
    }

    private static string Wanted(Type type) =>
        type == typeof(bool) ? "true or false"
        : type == typeof(TimeSpan) ? "a time above zero such as 00:00:30"
        : type == typeof(string) ? "a path"
        : $"a whole number from 1 to {(type == typeof(int) ? int.MaxValue : long.MaxValue)}";
}
