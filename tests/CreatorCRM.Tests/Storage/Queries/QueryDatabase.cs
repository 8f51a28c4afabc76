using System.Data.Common;
using CreatorCRM.Storage;
using CreatorCRM.Storage.Postgres;
using CreatorCRM.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CreatorCRM.Tests.Storage.Queries;

/// <summary>An empty database of one engine with the tables of <see cref="QueryContext"/>, which remembers the commands it was sent.</summary>
public sealed class QueryDatabase : DbCommandInterceptor, IDbContextFactory<QueryContext>, IAsyncDisposable
{
    private readonly DbContextOptions<QueryContext> _options;
    private readonly string? _file;

    private QueryDatabase(StorageEngine engine, string connectionString, string? file)
    {
        Engine = engine;
        _file = file;
        var options = new DbContextOptionsBuilder<QueryContext>().AddInterceptors(this)
            .LogTo((id, _) => id == CoreEventId.QueryCompilationStarting, _ => Compilations++);
        _options = (engine == StorageEngine.Sqlite ? options.UseSqlite(connectionString) : options.UseNpgsql(connectionString)).Options;
    }

    public StorageEngine Engine { get; }

    public ITextSearch Search => Engine == StorageEngine.Sqlite ? new SqliteTextSearch() : new PostgresTextSearch();

    /// <summary>The queries read since this was last cleared.</summary>
    public List<(string Sql, (string Name, object? Value)[] Parameters)> Queries { get; } = [];

    /// <summary>How many queries EF Core did not find compiled.</summary>
    public int Compilations { get; private set; }

    public static async Task<QueryDatabase> Create(StorageEngine engine, PostgresServer postgres)
    {
        var file = engine == StorageEngine.Sqlite ? Path.Combine(Path.GetTempPath(), $"creatorcrm-{Path.GetRandomFileName()}.db") : null;
        var database = new QueryDatabase(engine, file is null ? await postgres.CreateDatabase() : $"Data Source={file};Pooling=false", file);
        await using var db = database.CreateDbContext();
        await db.Database.EnsureCreatedAsync();
        await database.Execute(engine == StorageEngine.Sqlite ? SqliteTextSearch.Schema("people") : PostgresTextSearch.Schema("people"));
        return database;
    }

    public QueryContext CreateDbContext() => new(_options);

    public async Task Execute(string sql)
    {
        await using var db = CreateDbContext();
        await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{").Replace("}", "}}"));
    }

    public async Task Add(IEnumerable<PersonRow> people)
    {
        await using var db = CreateDbContext();
        db.People.AddRange(people);
        await db.SaveChangesAsync();
    }

    /// <summary>How the engine would run a remembered query, one step a line.</summary>
    public async Task<string> Explain((string Sql, (string Name, object? Value)[] Parameters) query)
    {
        await using var db = CreateDbContext();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = (Engine == StorageEngine.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + query.Sql;
        foreach (var (name, value) in query.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync()) steps.Add(reader.GetString(reader.FieldCount - 1));
        return string.Join('\n', steps);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Queries.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        if (_file is not null) File.Delete(_file);
        return ValueTask.CompletedTask;
    }
}
