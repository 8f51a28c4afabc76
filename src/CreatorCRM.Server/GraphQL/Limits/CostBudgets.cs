using CreatorCRM.Server.Access;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// What each caller may still spend on this node of the cluster: a bucket that fills at a steady rate. All that is kept of a caller is when their bucket will
/// be full, so a full one needs no memory and is forgotten.
/// </summary>
public sealed class CostBudgets(GraphQLHostOptions options, TimeProvider time)
{
    // A point comes back within less than a timer can wait for: without this, whoever waits would spin.
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Workspace, string Actor), DateTimeOffset> _fullAt = [];
    private DateTimeOffset _tidyAt;

    private TimeSpan FillTime => TimeSpan.FromSeconds((double)options.CostBudget / options.CostBudgetPerSecond);

    /// <summary>How many callers have spent something lately.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _fullAt.Count;
        }
    }

    /// <summary>Takes the cost from the caller's budget when it suffices.</summary>
    /// <param name="otherwise">What is taken when it does not.</param>
    public BudgetState Spend(Caller caller, int cost, int otherwise = 0)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            var fullAt = FullAt(caller, now);
            var wait = fullAt + TimeFor(cost) - now - FillTime;
            if (wait <= TimeSpan.Zero) return State(Fill(caller, fullAt + TimeFor(cost)), now, null);
            if (otherwise > 0) Fill(caller, fullAt + TimeFor(otherwise));
            return State(fullAt, now, wait + TimeFor(otherwise));
        }
    }

    /// <summary>Takes the cost in any case. Who did not have it is in debt, and can spend nothing until that has come back.</summary>
    public void Take(Caller caller, int cost)
    {
        lock (_lock) Fill(caller, FullAt(caller, time.GetUtcNow()) + TimeFor(cost));
    }

    /// <summary>Takes the cost as soon as the caller has anything left. So what is dear gets its turn, too, beside much that is cheap.</summary>
    public async Task Settle(Caller caller, int cost, CancellationToken cancel)
    {
        while (TakeUnlessSpent(caller, cost) is { } wait) await Task.Delay(wait < ShortestWait ? ShortestWait : wait, time, cancel);
    }

    /// <summary>Null when the caller has something left.</summary>
    public BudgetState? Spent(Caller caller)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            var fullAt = FullAt(caller, now);
            return TimeInDebt(fullAt, now) is { } wait ? State(fullAt, now, wait) : null;
        }
    }

    /// <returns>How long there will be nothing left; null when the cost was taken.</returns>
    private TimeSpan? TakeUnlessSpent(Caller caller, int cost)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            var fullAt = FullAt(caller, now);
            if (TimeInDebt(fullAt, now) is { } wait) return wait;
            Fill(caller, fullAt + TimeFor(cost));
            return null;
        }
    }

    // The time in which one point comes back, so that there is one.
    private TimeSpan? TimeInDebt(DateTimeOffset fullAt, DateTimeOffset now) =>
        fullAt + TimeFor(1) - now - FillTime is var wait && wait > TimeSpan.Zero ? wait : null;

    private TimeSpan TimeFor(int cost) => TimeSpan.FromSeconds((double)cost / options.CostBudgetPerSecond);

    private DateTimeOffset FullAt(Caller caller, DateTimeOffset now)
    {
        Tidy(now);
        return _fullAt.GetValueOrDefault(KeyOf(caller)) is var fullAt && fullAt < now ? now : fullAt;
    }

    private DateTimeOffset Fill(Caller caller, DateTimeOffset fullAt) => _fullAt[KeyOf(caller)] = fullAt;

    private BudgetState State(DateTimeOffset fullAt, DateTimeOffset now, TimeSpan? wait) =>
        new(options.CostBudget, Math.Max(0, options.CostBudget - (int)Math.Ceiling((fullAt - now).TotalSeconds * options.CostBudgetPerSecond)), fullAt, wait);

    private static (string Workspace, string Actor) KeyOf(Caller caller) => (caller.Workspace, caller.Actor.Id);

    // Looks at all of them once in the time in which any of them fills up.
    private void Tidy(DateTimeOffset now)
    {
        if (now < _tidyAt) return;
        _tidyAt = now + FillTime;
        foreach (var (key, fullAt) in _fullAt)
            if (fullAt <= now) _fullAt.Remove(key);
    }
}

/// <param name="Limit">The whole budget.</param>
/// <param name="Remaining">What is left of it.</param>
/// <param name="ResetAt">When it will be whole again if nothing more is spent.</param>
/// <param name="Wait">How long until it suffices for what was asked; null when it does now, and the cost was taken.</param>
public sealed record BudgetState(int Limit, int Remaining, DateTimeOffset ResetAt, TimeSpan? Wait);
