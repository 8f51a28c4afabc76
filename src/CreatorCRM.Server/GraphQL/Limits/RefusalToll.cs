using CreatorCRM.Server.Access;
using GraphQL;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// What a refused request costs its caller. To find out what is wrong with a request takes about as long as to carry out a usual one, so it is paid from the
/// same budget; whose budget is spent is turned away before their request is read.
/// </summary>
internal sealed class RefusalToll(GraphQLHostOptions options, CostBudgets budgets, TimeProvider time)
{
    // A client that goes on as fast as it is answered is answered slowly.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private const int LargeRequest = 64 * 1024;

    private int PerRequest => Math.Max(1, options.CostBudget / options.RefusalsPerBudget);

    /// <summary>
    /// The toll of a valid operation that comes before there is enough of the budget for it. Little, since several clients may share a budget.
    /// </summary>
    public int OfHaste => Math.Max(1, PerRequest / 10);

    /// <summary>Why nothing more of the caller's is looked at for now; null when it is.</summary>
    public CodedError? Objection(Caller caller) => budgets.Spent(caller) is { } spent ? CodedError.RateLimited(spent) : null;

    /// <summary>The same, and what is not null comes late.</summary>
    public async ValueTask<CodedError?> SlowObjection(Caller caller, CancellationToken cancel)
    {
        if (Objection(caller) is not { } objection) return null;
        await Task.Delay(Pause, time, cancel);
        return objection;
    }

    /// <summary>Takes the toll if the operation was refused. One whose cost was told has paid, or was told to wait.</summary>
    /// <param name="size">Of the document, in characters.</param>
    public void Take(Caller caller, ExecutionResult result, IDictionary<string, object?> operation, int size)
    {
        if (result.Executed || OperationCost.Of(operation) is not null || result.Errors is not { Count: > 0 } errors || !errors.All(IsClients)) return;
        Take(caller, size);
    }

    /// <summary>Takes the toll of a request that was refused.</summary>
    /// <param name="size">In bytes or characters; each 64 Ki that are begun count as a request.</param>
    public void Take(Caller caller, long size) =>
        budgets.Take(caller, int.CreateSaturating(PerRequest * (1 + (Math.Min(size, options.MaxRequestBytes) / LargeRequest))));

    // Not our faults, nor a client's question whether we still know its document.
    private static bool IsClients(ExecutionError error) => error is not InternalError and not CodedError { Code: ErrorCodes.PersistedQueryNotFound };
}
