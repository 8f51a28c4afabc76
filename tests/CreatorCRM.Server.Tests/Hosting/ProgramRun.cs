using System.Diagnostics;

namespace CreatorCRM.Server.Tests.Hosting;

/// <summary>The program as an operator runs it, in a process of its own, to its end.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<ProgramRun> Of(string[] args, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CreatorCRM.Server.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(deadline.Token), process.StandardError.ReadToEndAsync(deadline.Token));
            await process.WaitForExitAsync(deadline.Token);
            return new ProgramRun(process.ExitCode, await output, await errors);
        }
        finally
        {
            // One that should have ended and serves.
            if (!process.HasExited) process.Kill();
        }
    }

    /// <summary>It ended with exit code 1 and said why in one line; nothing of its inside is shown.</summary>
    public void ShouldHaveSaid(string words)
    {
        ExitCode.ShouldBe(1, $"{Output}{Errors}");
        Errors.ShouldContain(words);
        Errors.TrimEnd().ShouldNotContain("\n");
        Output.ShouldBeEmpty();
    }
}
