using GraphQL;
using GraphQLParser.AST;

namespace CreatorCRM.Server.GraphQL;

/// <summary>The results of a subscription, each computed when it is asked for. GraphQL.NET carries it as an observable, which it is not.</summary>
internal sealed class ResultStream(IAsyncEnumerable<ExecutionResult> results) : IObservable<ExecutionResult>
{
    public IAsyncEnumerable<ExecutionResult> Results => results;

    IDisposable IObservable<ExecutionResult>.Subscribe(IObserver<ExecutionResult> observer) => throw new NotSupportedException("Results are read one by one.");
}

internal static class ResultStreams
{
    /// <summary>
    /// All answers of an operation, the next one computed when it is asked for: one, or those of a subscription. What was not executed is an error and the
    /// last.
    /// </summary>
    public static IAsyncEnumerable<ExecutionResult> Answers(this ExecutionResult result)
    {
        if (result.Streams?.Values.OfType<ResultStream>().SingleOrDefault() is { } stream) return stream.Results;
        // GraphQL.NET calls a subscription executed even if its stream could not begin.
        if (result.Operation?.Operation == OperationType.Subscription) result.Executed = false;
        return new[] { result }.ToAsyncEnumerable();
    }
}
