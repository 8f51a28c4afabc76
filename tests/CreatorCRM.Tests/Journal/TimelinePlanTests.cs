using System.Data.Common;
using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Storage;
using CreatorCRM.Storage.Queries;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Tests.Journal;

/// <summary>A filtered timeline is a range of the index of its subject and its period; on SQLite it is walked in its order and nothing is sorted.</summary>
public sealed class TimelinePlanTests(PostgresServer postgres)
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Both_planners_walk_the_index_of_the_timeline(StorageEngine engine)
    {
        var storage = await CrmSilo.NewStorage(engine, postgres);
        await CrmStorage.Migrate(storage, CancellationToken.None);
        var plans = new Plans();
        var services = new ServiceCollection().AddSingleton(TimeProvider.System)
            .AddSingleton(typeof(ILogger<>), typeof(Microsoft.Extensions.Logging.Abstractions.NullLogger<>)).AddCrmStorage(storage);
        services.ConfigureDbContext<CrmDbContext>((_, options) => options.AddInterceptors(plans));
        await using (var provider = services.BuildServiceProvider())
        {
            await using (var db = await provider.GetRequiredService<IDbContextFactory<CrmDbContext>>()
                .CreateDbContextAsync(TestContext.Current.CancellationToken)) await Fill(db);
            var question = new TimelineQuestion
            {
                Kinds = ["influencer.created"],
                Also = new Subject("campaign", "c1"),
                Actor = "a",
                From = DateTimeOffset.UnixEpoch,
                To = DateTimeOffset.UnixEpoch.AddYears(200),
                RecordedBy = DateTimeOffset.UnixEpoch.AddYears(200),
            };
            foreach (var direction in new[] { OrderDirection.Asc, OrderDirection.Desc })
            {
                var page = await provider.GetRequiredService<TimelineQueries>().Read(
                    "w", [new Subject("influencer", "i1")], question with { Direction = direction }, new PageRequest(20, null, null, null),
                    TestContext.Current.CancellationToken);
                page.Single().Value.Items.Count.ShouldBe(20);
            }
        }
        foreach (var plan in plans.OfTimelines)
        {
            if (engine == StorageEngine.Sqlite)
            {
                plan.ShouldStartWith("SEARCH e USING PRIMARY KEY (workspace=? AND subject=? AND occurred_at>? AND occurred_at<?)");
                plan.ShouldNotContain("TEMP B-TREE");
            }
            else
            {
                plan.ShouldMatch(@"Index Cond: [^\n]*workspace[^\n]*subject[^\n]*occurred_at[^\n]*occurred_at");
            }
        }
        if (engine == StorageEngine.Sqlite) Directory.Delete(storage.DataFolder, recursive: true);
    }

    // Fifty influencers with 400 entries each; every second entry is of the campaign c1.
    private static async Task Fill(CrmDbContext db)
    {
        var sqlite = db.Engine == StorageEngine.Sqlite;
        var numbers = sqlite
            ? "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
            : "WITH n(i) AS (SELECT generate_series(1, 20000))";
        var instant = sqlite ? "i * 1000000" : "'1970-01-01Z'::timestamptz + i * interval '1 second'";
        await Execute(db, $"""
            INSERT INTO events (workspace, stream, version, type, schema_version, data, actor_id, actor_name, ordinal, occurred_at, recorded_at)
            {numbers} SELECT 'w', 'w/influencer/' || i, 1, 'influencer.created', 1, '""', 'a', 'A', 0, {instant}, {instant} FROM n
            """);
        foreach (var subject in new[] { "'influencer/i' || (position % 50)", "'campaign/c' || (position / 50 % 2)" })
            await Execute(db, $"INSERT INTO event_subjects (workspace, subject, occurred_at, position) SELECT 'w', {subject}, occurred_at, position FROM events");
        await Execute(db, "ANALYZE");
    }

    private static async Task Execute(CrmDbContext db, string sql)
    {
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>How the engine runs each statement that reads a timeline.</summary>
    private sealed class Plans : DbCommandInterceptor
    {
        public List<string> OfTimelines { get; } = [];

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            var sql = command.CommandText;
            if (!sql.Contains("FROM event_subjects", StringComparison.Ordinal) && !sql.Contains("FROM \"event_subjects\"", StringComparison.Ordinal))
                return result;
            command.CommandText = (command is SqliteCommand ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + sql;
            var steps = new List<string>();
            await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            {
                while (await reader.ReadAsync(cancellationToken)) steps.Add(reader.GetString(reader.FieldCount - 1));
            }
            OfTimelines.Add(string.Join('\n', steps) + "\n" + sql);
            command.CommandText = sql;
            return result;
        }
    }
}
