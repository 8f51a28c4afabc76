using System.Diagnostics;
using System.Globalization;
using System.Net;
using CreatorCRM.Server.Tests.Limits;

namespace CreatorCRM.Benchmarks;

/// <summary>
/// A hostile client in a process of its own and with the lowest priority, so that what it needs itself is hardly taken from the server. The verb <c>flood</c>
/// is its other side: it sends from <c>start</c> to <c>stop</c> and then tells what it got.
/// </summary>
internal sealed class Flood : IDisposable
{
    private readonly Process _process;

    private Flood(Process process) => _process = process;

    public static Flood Prepare(Uri address)
    {
        var start = new ProcessStartInfo("nice", ["-n", "19", Environment.ProcessPath!, .. Arguments, "flood", address.ToString()]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        return new Flood(Process.Start(start)!);
    }

    // The host when this runs as `dotnet X.dll`, nothing when it is an executable.
    private static string[] Arguments => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Flood).Assembly.Location] : [];

    /// <param name="token">Null to show none.</param>
    public Task Start(string? token, int connections, int pause) => _process.StandardInput.WriteLineAsync($"start {token ?? "-"} {connections} {pause}");

    public async Task<FloodAnswers> Stop()
    {
        await _process.StandardInput.WriteLineAsync("stop");
        return FloodAnswers.Parse(await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The flood has ended."));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>The other side.</summary>
    public static async Task Run(string address)
    {
        // Ten megabytes cost the client more than the server.
        var requests = HostileCorpus.All.Where(request => request.Size < 1_000_000).ToArray();
        while (Console.ReadLine()?.Split(' ') is ["start", var token, var connections, var pause])
        {
            using var http = new HttpClient { BaseAddress = new Uri(address) };
            if (token != "-") http.DefaultRequestHeaders.Authorization = new("Bearer", token);
            using var stop = new CancellationTokenSource();
            var senders = Enumerable.Range(0, int.Parse(connections, CultureInfo.InvariantCulture))
                .Select(_ => Task.Run(() => Send(http, requests, int.Parse(pause, CultureInfo.InvariantCulture), stop.Token))).ToArray();
            Console.ReadLine();
            await stop.CancelAsync();
            Console.WriteLine((await Task.WhenAll(senders)).Aggregate((one, other) => new(one.All + other.All, one.Limited + other.Limited)));
        }
    }

    private static async Task<FloodAnswers> Send(HttpClient http, HostileRequest[] requests, int pause, CancellationToken stop)
    {
        var answers = default(FloodAnswers);
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            using var message = requests[i % requests.Length].ToMessage();
            using var response = await http.SendAsync(message, CancellationToken.None);
            answers = new(answers.All + 1, answers.Limited + (response.StatusCode == HttpStatusCode.TooManyRequests ? 1 : 0));
            if (pause > 0) await Task.Delay(pause, CancellationToken.None);
        }
        return answers;
    }
}

/// <param name="All">How many requests were answered.</param>
/// <param name="Limited">How many of these with 429.</param>
internal readonly record struct FloodAnswers(int All, int Limited)
{
    public static FloodAnswers Parse(string text) => text.Split(' ') is [var all, var limited]
        ? new(int.Parse(all, CultureInfo.InvariantCulture), int.Parse(limited, CultureInfo.InvariantCulture))
        : throw new FormatException(text);

    public override string ToString() => $"{All} {Limited}";
}
