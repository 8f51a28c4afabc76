using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using CreatorCRM.Storage;

namespace CreatorCRM.Cluster.Tests;

/// <summary>The program as an operator starts it, in a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Token = "the-owner-of-the-crash-tests";
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output;

    private ServerProcess(Process process, ConcurrentQueue<string> output)
    {
        _process = process;
        _output = output;
    }

    /// <param name="settings">More of the command line.</param>
    public static async Task<ServerProcess> Start(StorageOptions storage, Uri address, int siloPort, params string[] settings)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "CreatorCRM.Server.dll"), "--urls", address.GetLeftPart(UriPartial.Authority), "--data", storage.DataFolder,
            "--Cluster:SiloPort", siloPort.ToString(CultureInfo.InvariantCulture), "--Cluster:Address", "127.0.0.1", .. settings,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["CREATORCRM_OWNER_TOKEN"] = Token, ["ConnectionStrings__Crm"] = storage.PostgresConnectionString ?? "" },
        };
        var output = new ConcurrentQueue<string>();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ServerProcess(process, output);
        using var client = Client(address);
        await WaitUntilReady(client, server);
        return server;
    }

    public static HttpClient Client(Uri address) => new()
    {
        BaseAddress = address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Token) },
        Timeout = TimeSpan.FromSeconds(20),
    };

    /// <summary>Asks until the server says that it can serve.</summary>
    public static Task WaitUntilReady(HttpClient client, ServerProcess? server = null) => Poll.Until(() =>
        server is { _process.HasExited: true }
            ? throw new InvalidOperationException($"The server ended with {server._process.ExitCode}.\n{server.Output}")
            : IsReady(client));

    public string Output => string.Join('\n', _output.TakeLast(100));

    /// <summary>As a power cut or the kernel's memory killer: no goodbye.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await Kill();
        _process.Dispose();
    }

    private static async Task<bool> IsReady(HttpClient client)
    {
        try
        {
            using var response = await client.GetAsync("/health/ready");
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (IsOfConnection(e))
        {
            return false;
        }
    }

    /// <summary>The server went away while it was asked. .NET lets a bare SocketException through when the connection dies as it is made.</summary>
    public static bool IsOfConnection(Exception e) => e is HttpRequestException or IOException or SocketException or TaskCanceledException;
}
