using CreatorCRM.Server.Access;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Hosting;

/// <summary>Tells whoever started the server where it is and how to get in.</summary>
internal static class Welcome
{
    public static void Say(WebApplication app, StorageOptions storage)
    {
        var token = app.Services.GetRequiredService<OwnerToken>();
        foreach (var url in app.Urls) app.Logger.LogInformation("GraphQL is at {Url}/graphql; open it in a browser for the console.", url);
        app.Logger.LogInformation("Data: {Place}. Owner token: {Token}.",
            storage.Engine == StorageEngine.Postgres ? "PostgreSQL" : storage.DataFolder,
            token.File is { } file ? $"in {file}" : $"from {OwnerToken.Variable}");
    }
}
