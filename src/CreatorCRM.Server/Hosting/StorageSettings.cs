using CreatorCRM.Storage;

namespace CreatorCRM.Server.Hosting;

/// <summary>Which engine, from <c>--data</c> and <c>ConnectionStrings__Crm</c>.</summary>
public static class StorageSettings
{
    public static StorageOptions Read(IConfiguration configuration)
    {
        var connectionString = configuration.GetConnectionString("Crm");
        var folder = Path.GetFullPath(configuration["data"] is { Length: > 0 } data ? data : "data");
        return new StorageOptions(folder, string.IsNullOrWhiteSpace(connectionString) ? null : connectionString);
    }
}
