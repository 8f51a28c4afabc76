using CreatorCRM.Storage.Postgres;
using CreatorCRM.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Storage;

namespace CreatorCRM.Storage;

/// <summary>Where Orleans keeps what it must not lose. <see cref="OrleansSchema.Apply"/> comes first.</summary>
public static class OrleansStorage
{
    // Part of every stored state's key, so it is the same in every deployment and for ever.
    private const string ServiceId = "creatorcrm";

    /// <summary>Grain storage in a SQLite file. The host chooses the clustering.</summary>
    /// <param name="file">Path of the file; its folder exists.</param>
    public static ISiloBuilder UseSqliteStorage(this ISiloBuilder silo, string file)
    {
        // By the file's name, since the journal's file has turns, too.
        silo.Services.AddKeyedSingleton(file, (_, _) => new SqliteTurns(file));
        return silo.UseGrainStorage(options => options.Configure((AdoNetGrainStorageOptions storage, IServiceProvider services) =>
        {
            // Orleans' name for SQLite; it loads Microsoft.Data.Sqlite for it.
            storage.Invariant = "System.Data.SQLite";
            storage.DataSource = services.GetRequiredKeyedService<SqliteTurns>(file);
        }));
    }

    /// <summary>Grain storage and cluster membership in one PostgreSQL database.</summary>
    public static ISiloBuilder UsePostgresStorage(this ISiloBuilder silo, string connectionString)
    {
        var storage = PostgresPool.Bounded(connectionString, "CreatorCRM grain storage", prepared: 8);
        // Its own small pool: a silo that cannot say it is alive because snapshots took all connections would be declared dead.
        var membership = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "CreatorCRM membership", MinPoolSize = 0, MaxPoolSize = 4 };
        silo.UseAdoNetClustering(options =>
        {
            options.Invariant = "Npgsql";
            options.ConnectionString = membership.ConnectionString;
        });
        return silo.UseGrainStorage(options => options.Configure(grainStorage =>
        {
            grainStorage.Invariant = "Npgsql";
            grainStorage.ConnectionString = storage.ConnectionString;
        }));
    }

    private static ISiloBuilder UseGrainStorage(this ISiloBuilder silo, Action<OptionsBuilder<AdoNetGrainStorageOptions>> engine)
    {
        silo.Services.PostConfigure<ClusterOptions>(cluster => cluster.ServiceId = ServiceId);
        silo.Services.Replace(ServiceDescriptor.Singleton<IPersistentStateFactory, StateOfGrainType>());
        return silo.AddAdoNetGrainStorageAsDefault(options =>
        {
            engine(options);
            // Orleans' own format tells fields apart by their [Id], skips those it does not know and leaves those it misses at their default: a new
            // version reads an old state and, during a rolling upgrade, the old version a new one. These ids are pinned for the wire anyway, whereas
            // JSON would make every property name a second contract.
            options.Configure((AdoNetGrainStorageOptions storage, Serializer serializer) => storage.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer));
        });
    }
}
