using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CreatorCRM.Server.Tests;

/// <summary>
/// Programs of npm that tests run, from a folder below npm beside the tests; installed at the first use, and again when the lock file changed.
/// </summary>
public abstract class NpmPackage(string folder) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly ConcurrentDictionary<string, Lazy<Task>> Installations = new(StringComparer.Ordinal);

    public string Folder { get; } = Path.GetFullPath(Path.Combine(ThisFolder(), "npm", folder));

    public async ValueTask InitializeAsync() => await Installations.GetOrAdd(Folder, _ => new(Install)).Value;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>What a script tells, line by line, each a JSON value as text.</summary>
    public Task<string[]> Tell(string script, CrmServer server) => Tell([("URL", server.Address.ToString()), ("TOKEN", CrmServer.Token)], script);

    /// <inheritdoc cref="Tell(string, CrmServer)"/>
    public Task<string[]> Tell(params string[] arguments) => Tell([], arguments);

    /// <summary>Runs a program of node_modules, such as a compiler.</summary>
    public Task<string> Execute(string program, params string[] arguments) => Run("npx", [], ["--no-install", program, .. arguments]);

    private async Task<string[]> Tell((string Name, string Value)[] environment, params string[] arguments)
    {
        var output = await Run("node", environment, arguments);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.ToString())];
    }

    private async Task Install()
    {
        // npm writes this file last.
        var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        if (!installed.Exists || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
            await Run("npm", [], "ci", "--no-audit", "--no-fund", "--prefer-offline");
    }

    private async Task<string> Run(string program, (string Name, string Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0
                ? await output
                : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {await output}\n{await errors}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
