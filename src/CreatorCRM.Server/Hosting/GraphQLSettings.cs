using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Hosting;

/// <summary>What an operator can say of the GraphQL endpoint: the settings <c>GraphQL__...</c>.</summary>
internal static class GraphQLSettings
{
    /// <exception cref="StartupException">A setting cannot be followed.</exception>
    public static void Apply(IConfiguration configuration, GraphQLHostOptions options)
    {
        var settings = configuration.GetSection("GraphQL");
        if (settings["PersistedDocuments"] is { Length: > 0 } manifests) options.PersistedDocuments = PersistedDocuments.Read(manifests);
        options.OnlyPersistedDocuments = IsOn(settings["OnlyPersistedDocuments"], "GraphQL__OnlyPersistedDocuments");
        if (options.OnlyPersistedDocuments && options.PersistedDocuments.Count == 0)
            throw new StartupException("GraphQL__OnlyPersistedDocuments is on, but there are no documents, so nothing could run. Name their manifests in GraphQL__PersistedDocuments.");
        options.MaxBatch = Count(settings["MaxBatch"], "GraphQL__MaxBatch") ?? options.MaxBatch;
    }

    private static bool IsOn(string? value, string name) => value switch
    {
        null or "" => false,
        _ when bool.TryParse(value, out var isOn) => isOn,
        _ => throw new StartupException($"{name} is '{value}'. Write true or false."),
    };

    private static int? Count(string? value, string name) => value switch
    {
        null or "" => null,
        _ when int.TryParse(value, out var count) && count > 0 => count,
        _ => throw new StartupException($"{name} is '{value}'. Write a whole number from 1."),
    };
}
