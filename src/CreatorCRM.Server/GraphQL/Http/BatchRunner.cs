using System.Security.Claims;
using CreatorCRM.Server.Access;
using GraphQL;
using GraphQL.Transport;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// Runs the requests of a batch as if they had come alone, each in a scope of its own and with a caller of its own: one fails without the others. They run one
/// after the other, so a later one sees what an earlier one wrote, and a batch weighs on the node no more than one request at a time.
/// </summary>
internal sealed class BatchRunner(OperationRunner runner, IServiceScopeFactory scopes)
{
    public async Task<IReadOnlyList<ExecutionResult>> Run(IReadOnlyList<GraphQLRequest> batch, ClaimsPrincipal user, string requestId, CancellationToken cancel)
    {
        var results = new List<ExecutionResult>(batch.Count);
        foreach (var request in batch)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().Identify(user, headerKey: null);
            results.Add(await runner.Run(request, OperationRule.Plain(isGet: false), scope.ServiceProvider, user, requestId, cancel));
        }
        return results;
    }
}
