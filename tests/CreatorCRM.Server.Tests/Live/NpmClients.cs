using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CreatorCRM.Server.Tests.Live;

/// <summary>Clients as npm has them, from the folder npm beside the tests; installed at the first use.</summary>
public sealed class NpmClients : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly string _folder = Path.GetFullPath(Path.Combine(ThisFolder(), "..", "npm"));

    public async ValueTask InitializeAsync()
    {
        // npm writes this file last. A file that is not there is older than any.
        var installed = File.GetLastWriteTimeUtc(Path.Combine(_folder, "node_modules", ".package-lock.json"));
        if (installed < File.GetLastWriteTimeUtc(Path.Combine(_folder, "package-lock.json"))) await Run("npm", [], "ci", "--no-audit", "--no-fund");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What a script tells, line by line, each a JSON value as text.</summary>
    public async Task<string[]> Tell(string script, CrmServer server)
    {
        var output = await Run("node", [("URL", server.Address.ToString()), ("TOKEN", CrmServer.Token)], script);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.ToString())];
    }

    private async Task<string> Run(string program, (string Name, string Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {await output}\n{await errors}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
