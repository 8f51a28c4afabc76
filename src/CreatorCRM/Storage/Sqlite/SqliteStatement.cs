using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CreatorCRM.Storage.Sqlite;

/// <summary>
/// A statement that is prepared once and run again and again by the one writing thread. It speaks to SQLite itself: a <see cref="SqliteCommand"/> looks up
/// each parameter by its name on every run, which took as long as the statement.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <summary>Runs it to its end and returns how many rows it changed.</summary>
    /// <param name="values">Of <c>?1</c>, <c>?2</c> and so on.</param>
    /// <exception cref="SqliteException">A constraint was violated, or the database failed.</exception>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Step(values);
        Reset();
        return raw.sqlite3_changes(_database);
    }

    /// <summary>Runs it and reads the first row; default when there is none.</summary>
    public T? First<T>(Func<sqlite3_stmt, T> read, params ReadOnlySpan<object?> values)
    {
        var found = Step(values) ? read(_statement) : default;
        Reset();
        return found;
    }

    public bool Finds(params ReadOnlySpan<object?> values)
    {
        var found = Step(values);
        Reset();
        return found;
    }

    public void Dispose() => _statement.Dispose();

    private bool Step(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) Check(Bind(i + 1, values[i]));
        var result = raw.sqlite3_step(_statement);
        if (result is raw.SQLITE_ROW or raw.SQLITE_DONE) return result == raw.SQLITE_ROW;
        try
        {
            SqliteException.ThrowExceptionForRC(result, _database);
            return false;
        }
        finally
        {
            Reset();
        }
    }

    // Its result only repeats what the step said.
    private void Reset() => raw.sqlite3_reset(_statement);

    private int Bind(int at, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, at),
        string text => raw.sqlite3_bind_text(_statement, at, text),
        long number => raw.sqlite3_bind_int64(_statement, at, number),
        int number => raw.sqlite3_bind_int64(_statement, at, number),
        bool flag => raw.sqlite3_bind_int(_statement, at, flag ? 1 : 0),
        DateOnly day => raw.sqlite3_bind_text(_statement, at, day.ToString("O", CultureInfo.InvariantCulture)),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, at, bytes),
        _ => throw new NotSupportedException($"{value.GetType()} has no column type yet."),
    };

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(result, _database);
    }
}
