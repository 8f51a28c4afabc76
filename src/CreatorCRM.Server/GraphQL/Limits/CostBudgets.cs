using CreatorCRM.Server.Access;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// What each caller may still spend on this node of the cluster: a bucket that fills at a steady rate. All that is kept of a caller is when their bucket will be
/// full, so a full one needs no memory and is forgotten.
/// </summary>
public sealed class CostBudgets(GraphQLHostOptions options, TimeProvider time)
{
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

    /// <summary>Takes the cost from the caller's budget, or nothing when it does not suffice.</summary>
    public BudgetState Spend(Caller caller, int cost)
    {
        var (now, key) = (time.GetUtcNow(), (caller.Workspace, caller.Actor.Id));
        lock (_lock)
        {
            Tidy(now);
            var fullAt = _fullAt.GetValueOrDefault(key);
            if (fullAt < now) fullAt = now;
            var after = fullAt + TimeSpan.FromSeconds((double)cost / options.CostBudgetPerSecond);
            var wait = after - now - FillTime;
            if (wait > TimeSpan.Zero) return State(fullAt, now, wait);
            _fullAt[key] = after;
            return State(after, now, null);
        }
    }

    private BudgetState State(DateTimeOffset fullAt, DateTimeOffset now, TimeSpan? wait) =>
        new(options.CostBudget, options.CostBudget - (int)Math.Ceiling((fullAt - now).TotalSeconds * options.CostBudgetPerSecond), fullAt, wait);

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
