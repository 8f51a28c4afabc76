using CreatorCRM.Access;
using CreatorCRM.Influencers;
using CreatorCRM.Server.Hosting;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Import;

/// <summary>How an import is asked for on the console.</summary>
/// <param name="DefaultPlatform">Where handles live that nothing in the file assigns to a platform.</param>
/// <param name="Yes">Start without asking.</param>
public sealed record ImportOptions(string File, Platform? DefaultPlatform, bool Yes, StorageOptions Storage, string Workspace = WorkspaceKey.Default)
{
    public const string Help = """
        import FILE [--platform PLATFORM] [--workspace KEY] [--yes] [--data DIR]

        Shows how a CSV file of influencers will be read, asks, and takes it over. Importing the same file again creates nothing. To correct what a
        column is taken for, use the API: previewImport and startImport. Stop the server first when the data is in a folder.

          --platform PLATFORM   where handles live that nothing in the file assigns to a platform: instagram, tiktok, youtube, ...
          --workspace KEY       which workspace to import into (default: default)
          --yes                 do not ask
          --data DIR            the folder of the data (default: ./data); with ConnectionStrings__Crm the data is in that PostgreSQL database
        """;

    /// <exception cref="StartupException">The arguments name no file, or a platform that does not exist.</exception>
    public static ImportOptions Parse(string[] args)
    {
        if (args.FirstOrDefault() is not { } file || file.StartsWith("--", StringComparison.Ordinal)) throw new StartupException($"Say which file.\n\n{Help}");
        var configuration = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            Args = [.. args.Skip(1).Where(arg => arg != "--yes")],
            ContentRootPath = AppContext.BaseDirectory,
        }).Configuration;
        Platform? platform = null;
        if (configuration["platform"] is { } name)
        {
            if (!Enum.TryParse<Platform>(name, ignoreCase: true, out var known) || !Enum.IsDefined(known))
                throw new StartupException($"'{name}' is no platform. Choose one of {string.Join(", ", Enum.GetNames<Platform>()).ToLowerInvariant()}.");
            platform = known;
        }
        return new ImportOptions(file, platform, args.Contains("--yes"), StorageSettings.Read(configuration), CommandWorkspace.Read(configuration));
    }
}
