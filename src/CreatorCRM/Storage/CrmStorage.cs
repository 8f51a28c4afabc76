using System.Data.Common;
using CreatorCRM.Access;
using CreatorCRM.Bulk;
using CreatorCRM.Campaigns;
using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;
using CreatorCRM.History;
using CreatorCRM.Imports;
using CreatorCRM.Influencers;
using CreatorCRM.Merges;
using CreatorCRM.Outreach;
using CreatorCRM.Partnerships;
using CreatorCRM.Payouts;
using CreatorCRM.Relationships;
using CreatorCRM.Sales;
using CreatorCRM.Segments;
using CreatorCRM.Sequences;
using CreatorCRM.Storage.Postgres;
using CreatorCRM.Storage.Sqlite;
using CreatorCRM.Tasks;
using CreatorCRM.Templates;
using CreatorCRM.Webhooks;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace CreatorCRM.Storage;

/// <summary>Registers the journal and the read model on the engine that the options name.</summary>
public static class CrmStorage
{
    public static IServiceCollection AddCrmStorage(this IServiceCollection services, StorageOptions options)
    {
        services.AddSingleton(options).AddSingleton(EventCatalog.Default).AddSingleton<JournalWriter>().AddSingleton<AggregateServices>()
            .AddSingleton<IdGenerator>();
        services.AddSingleton<ImportFiles>().AddSingleton<ImportRowWriter>().AddHostedService<ImportResumer>();
        services.AddSingleton<ContractQueries>().AddSingleton<UsageRightQueries>().AddHostedService<ContractCaretaker>();
        services.AddSingleton<ConsoleSessions>().AddSingleton<AccessQueries>().AddSingleton<WorkspaceQueries>();
        services.TryAddSingleton(new AccessOptions());
        services.TryAddSingleton(new PayoutOptions());
        services.AddSingleton<RequestStore>().AddHostedService<RequestPurge>();
        services.AddSingleton<EventSummaries>().AddSingleton<LogReader>().AddSingleton<LiveLog>();
        services.AddSingleton<TimelineQueries>().AddSingleton<PastQueries>().AddSingleton<PastPartnerships>().AddSingleton<ChangeQueries>();
        services.AddSingleton<InfluencerQueries>().AddSingleton<InfluencerStatistics>().AddSingleton<PartnershipStatistics>().AddSingleton<InfluencerCsv>()
            .AddSingleton<LifetimeQueries>().AddSingleton<CampaignQueries>();
        services.AddSingleton<PartnershipQueries>().AddSingleton<PartnershipPartQueries>().AddSingleton<OutreachQueries>().AddSingleton<DeliverableQueries>();
        services.AddSingleton<MessageTemplateQueries>().AddSingleton<MessageRendering>().AddSingleton<TaskQueries>();
        services.AddSingleton<SequenceQueries>().AddSingleton<SequenceRunQueries>().AddSingleton<SequenceOptOuts>().AddHostedService<SequenceCaretaker>();
        services.AddSingleton<BulkQueries>().AddSingleton<BulkSequences>().AddSingleton<BulkShortlist>().AddSingleton<BulkWorker>()
            .AddHostedService<BulkResumer>();
        services.AddSingleton<MergeQueries>().AddSingleton<MergePlanner>().AddSingleton<MergeWorker>().AddHostedService<MergeResumer>();
        services.AddSingleton<SegmentQueries>().AddSingleton<SaleQueries>().AddSingleton<PayoutQueries>().AddSingleton<PayoutStatement>().AddWebhooks();
        if (options.PostgresConnectionString is { } connectionString)
        {
            services.AddSingleton(_ => NpgsqlDataSource.Create(PostgresPool.Bounded(connectionString, "CreatorCRM", prepared: 50)));
            services.AddSingleton<DbDataSource>(provider => provider.GetRequiredService<NpgsqlDataSource>());
            services.AddKeyedSingleton(PostgresPool.JournalWriter, (_, _) => NpgsqlDataSource.Create(PostgresPool.OfJournal(connectionString)));
            services.AddSingleton<PostgresListener>().AddSingleton<IJournalStore, PostgresJournalStore>().AddSingleton<ITextSearch, PostgresTextSearch>();
            services.AddPooledDbContextFactory<CrmDbContext>((provider, context) => context.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
                .UseCrmDefaults());
        }
        else
        {
            services.AddSingleton(new SqliteTurns(options.CrmFile)).AddSingleton<DbDataSource>(provider => provider.GetRequiredService<SqliteTurns>());
            services.AddSingleton<IJournalStore, SqliteJournalStore>().AddSingleton<ITextSearch, SqliteTextSearch>();
            services.AddPooledDbContextFactory<CrmDbContext>(context => context.UseSqlite(options.CrmConnectionString).UseCrmDefaults());
        }
        return services;
    }

    /// <summary>Grain storage on the same engine, and on PostgreSQL membership too; on SQLite there is one silo and the host says how it is found.</summary>
    public static ISiloBuilder UseCrmStorage(this ISiloBuilder silo, StorageOptions options) => options.PostgresConnectionString is { } connectionString
        ? silo.UsePostgresStorage(connectionString)
        : silo.UseSqliteStorage(options.OrleansFile);

    /// <summary>Brings the database to this program's schema, while no other node does. Must have ended before anything else opens it.</summary>
    /// <exception cref="NewerSchemaException">A newer program migrated this database.</exception>
    public static async Task Migrate(StorageOptions options, CancellationToken cancel)
    {
        if (options.Engine == StorageEngine.Postgres) await MigratePostgres(options.CrmConnectionString, cancel);
        else await MigrateSqlite(options, cancel);
    }

    private static async Task MigratePostgres(string connectionString, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        // Held until the transaction ends, however long another node's migration takes; the number is this product's own.
        await using (var locking = new NpgsqlCommand("SELECT pg_advisory_xact_lock(7239481052)", connection) { CommandTimeout = 0 }) await locking.ExecuteNonQueryAsync(cancel);
        if (await Migrations.ArePending(connection, StorageEngine.Postgres, cancel)) await OutdatedRows.KeepWritersOut(connection, cancel);
        await Migrations.Apply(connection, StorageEngine.Postgres, cancel);
        await OutdatedRows.Rewrite(connection, cancel);
        await PostgresLogOrder.Restore(connection, cancel);
        await OrleansSchema.Apply(connection, cancel);
        await transaction.CommitAsync(cancel);
    }

    private static async Task MigrateSqlite(StorageOptions options, CancellationToken cancel)
    {
        options.MakeDataFolder();
        await using var connection = new SqliteConnection(options.CrmConnectionString);
        await connection.OpenAsync(cancel);
        await using (var wal = new SqliteCommand("PRAGMA journal_mode = WAL", connection)) await wal.ExecuteNonQueryAsync(cancel);
        await using var transaction = connection.BeginTransaction(deferred: false);
        await Migrations.Apply(connection, StorageEngine.Sqlite, cancel);
        await OutdatedRows.Rewrite(connection, cancel);
        await transaction.CommitAsync(cancel);
        await using var orleans = new SqliteConnection($"Data Source={options.OrleansFile}");
        await orleans.OpenAsync(cancel);
        await OrleansSchema.Apply(orleans, cancel);
    }

    // Whether there are more than so many is asked in no order; pages get theirs from KeysetPaging.
    private static void UseCrmDefaults(this DbContextOptionsBuilder context) => context.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
}
