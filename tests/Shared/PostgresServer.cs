using System.Diagnostics;
using Npgsql;

namespace CreatorCRM.TestSupport;

/// <summary>
/// A throw-away PostgreSQL cluster for one test process: made by initdb in a temporary folder, loopback only, fsync on, stopped and deleted at the end.
/// Declare it once with <c>[assembly: AssemblyFixture(typeof(PostgresServer))]</c> and take it in a constructor; each caller asks for a database of its own.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"creatorcrm-pg-{Environment.ProcessId}-{Path.GetRandomFileName()}");
    private readonly int _port = Ports.Free();
    private int _databases;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        if (Environment.IsPrivilegedProcess) await Run("chown", "postgres", _folder);
        await Server("initdb", "-D", Data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8");
        await File.AppendAllTextAsync(Path.Combine(Data, "postgresql.conf"), $"""
            port={_port}
            listen_addresses='127.0.0.1'
            unix_socket_directories='{_folder}'
            max_connections=1000
            fsync=on
            synchronous_commit=on

            """);
        await Server("pg_ctl", "-s", "-w", "-D", Data, "-l", Path.Combine(_folder, "log"), "start");
    }

    public async ValueTask DisposeAsync()
    {
        await Server("pg_ctl", "-s", "-w", "-D", Data, "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>
    /// Makes an empty database and returns its connection string. Connections that nobody uses are given back soon: the pools of servers that a test has
    /// stopped would add up.
    /// </summary>
    public async Task<string> CreateDatabase()
    {
        var name = $"crm_{Interlocked.Increment(ref _databases)}";
        await Execute($"create database {name}");
        return $"Host=127.0.0.1;Port={_port};Username=postgres;Database={name};Maximum Pool Size=12;Connection Idle Lifetime=10;Connection Pruning Interval=5";
    }

    /// <summary>Runs one statement as the superuser of the cluster.</summary>
    public async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private string Data => Path.Combine(_folder, "data");

    private static Task Server(string program, params string[] arguments)
    {
        var folder = Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(path => int.Parse(Path.GetFileName(path))).FirstOrDefault()
            ?? throw new InvalidOperationException("PostgreSQL's server programs are missing: apt-get install postgresql");
        var path = Path.Combine(folder, "bin", program);
        // The server refuses to run as root.
        return Environment.IsPrivilegedProcess ? Run("runuser", ["-u", "postgres", "--", path, .. arguments]) : Run(path, arguments);
    }

    private static async Task Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = "/" };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
        // Not read to its end: a started server keeps the pipe open for as long as it lives.
        process.BeginOutputReadLine();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
