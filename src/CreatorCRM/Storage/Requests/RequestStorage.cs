using System.Data.Common;
using CreatorCRM.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CreatorCRM.Storage;

/// <summary>Registers the store of requests.</summary>
public static class RequestStorage
{
    /// <summary>On PostgreSQL it shares the connections of the journal and the reads; SQLite gets one connection of its own.</summary>
    public static IServiceCollection AddRequestStore(this IServiceCollection services, StorageOptions options) =>
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<RequestStore>(provider, Source(provider, options)));

    private static DbDataSource Source(IServiceProvider provider, StorageOptions options) =>
        options.Engine == StorageEngine.Postgres ? provider.GetRequiredService<NpgsqlDataSource>() : new SqliteTurns(options.CrmFile);
}
