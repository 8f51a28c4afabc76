using System.Runtime.CompilerServices;
using CreatorCRM.Server.Access;
using GraphQL;
using GraphQL.Execution;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// Runs a subscription one event at a time: the next one is taken from its source when the transport asks for it, and executed like a query. Its caller pays
/// for each; one that finds the budget spent waits until something has come back, since a stream that ended for its cost would have to be read again.
/// </summary>
internal sealed class LiveExecution(CostBudgets budgets) : SubscriptionExecutionStrategy
{
    protected override async Task<IObservable<ExecutionResult>?> ResolveResponseStreamAsync(ExecutionContext context, ExecutionNode node)
    {
        try
        {
            var source = await node.FieldDefinition.StreamResolver!.ResolveAsync(new ReadonlyResolveFieldContext(node, context));
            // The context goes back to its pool when this method ends, the copy stays.
            return new ResultStream(Results(CloneExecutionContext(context, context.CancellationToken), node, ((ILiveStream)source).Items,
                context.CancellationToken));
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            context.Errors.Add(await ErrorOf(context, node, e));
            return null;
        }
    }

    private async IAsyncEnumerable<ExecutionResult> Results(
        ExecutionContext context, ExecutionNode node, IAsyncEnumerable<object> items, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (caller, cost) = (context.RequestServices!.GetRequiredService<Caller>(), OperationCost.Of(context.UserContext)!);
        await using var source = items.GetAsyncEnumerator(cancel);
        while (true)
        {
            ExecutionResult? failure = null;
            try
            {
                if (!await source.MoveNextAsync()) yield break;
            }
            catch (Exception e) when (!cancel.IsCancellationRequested)
            {
                failure = new ExecutionResult(await ErrorOf(context, node, e));
            }
            if (failure is not null)
            {
                yield return failure;
                yield break;
            }
            // Meanwhile the source is not asked for more: an event waits for its turn, and those behind it wait in the journal.
            await budgets.Settle(caller, cost.PerEvent, cancel);
            using var own = CloneExecutionContext(context, cancel);
            yield return await ProcessDataAsync(own, node, source.Current);
        }
    }

    private async Task<ExecutionError> ErrorOf(ExecutionContext context, ExecutionNode node, Exception exception)
    {
        var error = exception as ExecutionError ?? await HandleExceptionAsync(context, node, exception, "The subscription failed.");
        error.Path = node.ResponsePath;
        error.AddLocation(node.Field, context.Document);
        return error;
    }
}
