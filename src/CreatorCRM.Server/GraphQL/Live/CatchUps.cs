using System.Threading.RateLimiting;
using CreatorCRM.Journal;
using CreatorCRM.Server.Access;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// Reads the log for callers who are behind it. What is read is paid for whether a filter shows it or not, and never cut: who has nothing left waits for the
/// next page. A node reads few pages at a time and fewer for one caller, so that nobody's history holds up the others.
/// </summary>
public sealed class CatchUps(CostBudgets budgets) : IDisposable
{
    private const int PerCaller = 2, InAll = 4;

    // Reading takes the database less than showing what was read.
    private const int EventsPerPoint = 5;

    private readonly PartitionedRateLimiter<Caller> _ofCaller = PartitionedRateLimiter.Create<Caller, (string, string)>(
        caller => RateLimitPartition.GetConcurrencyLimiter((caller.Workspace, caller.Actor.Id), _ => AtATime(PerCaller)));
    private readonly ConcurrencyLimiter _ofAll = new(AtATime(InAll));

    public async Task<IReadOnlyList<LoggedEvent>> Read(Caller caller, Func<Task<IReadOnlyList<LoggedEvent>>> read, CancellationToken cancel)
    {
        // Who waits for their budget has one of their own turns, and none that others wait for.
        using var own = await _ofCaller.AcquireAsync(caller, 1, cancel);
        await budgets.Settle(caller, 1, cancel);
        using var turn = await _ofAll.AcquireAsync(1, cancel);
        var page = await read();
        budgets.Take(caller, page.Count / EventsPerPoint);
        return page;
    }

    public void Dispose()
    {
        _ofCaller.Dispose();
        _ofAll.Dispose();
    }

    private static ConcurrencyLimiterOptions AtATime(int turns) =>
        new() { PermitLimit = turns, QueueLimit = int.MaxValue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst };
}
