using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CreatorCRM.TestSupport;

/// <summary>Waits for what comes about by itself and tells nobody.</summary>
public static class Poll
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2), Every = TimeSpan.FromMilliseconds(20);

    public static Task Until(Func<bool> holds, [CallerArgumentExpression(nameof(holds))] string what = "") => Until(() => Task.FromResult(holds()), what);

    public static Task Until(Func<Task<bool>> holds, [CallerArgumentExpression(nameof(holds))] string what = "") =>
        For(async () => await holds() ? "it holds" : null, what);

    /// <summary>The first that is not null.</summary>
    public static async Task<T> For<T>(Func<Task<T?>> find, [CallerArgumentExpression(nameof(find))] string what = "")
        where T : class
    {
        var start = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(Every);
        while (Stopwatch.GetElapsedTime(start) < Patience)
        {
            if (await find() is { } found) return found;
            await timer.WaitForNextTickAsync();
        }
        throw new TimeoutException($"Not within {Patience}: {what}");
    }
}
