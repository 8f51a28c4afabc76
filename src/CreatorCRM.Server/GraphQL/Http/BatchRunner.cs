using System.Security.Claims;
using CreatorCRM.Server.Access;
using GraphQL;
using GraphQL.Transport;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// Runs the requests of a batch as if they had come alone, each in a scope of its own and with a caller of its own: one fails without the others. They run one
/// after the other, so a later one sees what an earlier one wrote, and a batch weighs on the node no more than one request at a time. Nor may it take longer:
/// what has not ended when the time of one operation is over has timed out.
/// </summary>
internal sealed class BatchRunner(OperationRunner runner, RefusalToll toll, IServiceScopeFactory scopes, GraphQLHostOptions limits, TimeProvider time)
{
    public async Task<IReadOnlyList<ExecutionResult>> Run(IReadOnlyList<GraphQLRequest> batch, ClaimsPrincipal user, string requestId, CancellationToken cancel)
    {
        using var deadline = new CancellationTokenSource(limits.ExecutionTimeout, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, deadline.Token);
        var results = new List<ExecutionResult>(batch.Count);
        foreach (var request in batch)
        {
            try
            {
                results.Add(await Run(request, user, requestId, end.Token));
            }
            catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancel.IsCancellationRequested)
            {
                results.Add(new ExecutionResult(CodedError.TimedOut(limits.ExecutionTimeout)));
            }
        }
        return results;
    }

    private async Task<ExecutionResult> Run(GraphQLRequest request, ClaimsPrincipal user, string requestId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        caller.Identify(user, headerKey: null);
        if (toll.Objection(caller) is { } objection) return new ExecutionResult(objection);
        return await runner.Run(request, OperationRule.Plain(isGet: false), scope.ServiceProvider, user, requestId, cancel);
    }
}
